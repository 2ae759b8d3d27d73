"""A program in a real pseudo-terminal, as a job of a shell, with its screen, its bytes and its end.

    with Terminal([sys.executable, "-m", "tui"], columns=100, rows=30, home=tmp_path) as terminal:
        terminal.wait_until("Bài viết")            # a text on the screen, or a predicate
        terminal.send("/")                         # keys: str or bytes
        terminal.resize(40, 12)
        terminal.wait_until(lambda t: t.lines[0].startswith("…"), timeout=5)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == -signal.SIGTERM  # negative: killed by it, as subprocess has it
        terminal.assert_restored()                 # termios and every mode as before the start
        assert_clean(terminal.log)                 # control.py: only allowed sequences were written

``text``, ``lines`` and ``cursor`` are the screen (pyte), ``log`` every byte written, ``modes`` the
names of the modes that are on (``control.MODES``), ``pid`` the program's process. ``stopped()``
waits for a stop (Ctrl+Z), ``foreground()`` is the shell's ``fg``, ``hang_up()`` closes the window.
The program's environment is only what is given here, on top of an empty home and UTF-8; nothing of
the environment of the tests reaches it. There are no threads: every wait reads what has come, and
nothing is read (the program may block on its output) while the test does not wait.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

from tests.terminal.control import left_on
from tests.terminal.display import Display
from tests.terminal.job import Job

PATIENCE = 60.0
"""Seconds to wait for what must come; a loaded machine needs many times what a free one does."""
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
"""What a present-day terminal replies to the questions of a program."""
END_OF_FRAME = b"\x1b[?2026l"
_LAST = b"\x1b_all that was written\x1b\\"
"""Written by the harness itself, as the system gives what is written to the reader in order."""


class NeverCameError(AssertionError):
    """What a test waited for did not come in time."""


class Terminal:
    """A terminal of ``columns`` × ``rows`` in which ``command`` runs."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        home: Path | None = None,
        environment: Mapping[str, str | None] | None = None,
        stdin: Path | None = None,
        ignore: Sequence[signal.Signals] = (),
        behind: bool = False,
        answers: Mapping[bytes, bytes] = ANSWERS,
    ) -> None:
        """Start ``command``.

        A variable of ``environment`` that is None is unset, ``stdin`` replaces the keyboard, and
        the signals of ``ignore`` are ignored from the start, as by nohup. With ``behind`` it begins
        in the background, as by ``&``.
        """
        self.log = b""
        self._asked = 0
        self._answers = answers
        self._display = Display(columns, rows)
        self._shown = 0
        self._master: int | None
        self._master, self._slave = os.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(self._slave)
        try:
            self.job = Job(
                command,
                os.ttyname(self._slave),
                home=home,
                environment=environment or {},
                stdin=stdin,
                ignore=ignore,
                behind=behind,
            )
        except BaseException:
            self.hang_up()
            os.close(self._slave)
            raise
        try:
            self._wait(lambda: self.job.pid > 0, PATIENCE, "the program to start")
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program, if it has not ended, and its shell, and close the window."""
        self.hang_up()
        os.close(self._slave)
        self.job.close(PATIENCE)

    @property
    def pid(self) -> int:
        """The program's process."""
        return self.job.pid

    @property
    def lines(self) -> list[str]:
        """The screen's rows, without the blanks at their ends."""
        return self._screen().lines

    @property
    def text(self) -> str:
        """The screen's rows in one string."""
        return "\n".join(self.lines)

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The screen's cells with their colours, row by row."""
        return self._screen().cells

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        return self._screen().cursor

    @property
    def modes(self) -> set[str]:
        """The names of the modes that are not as in a terminal at rest."""
        return left_on(self.log)

    @property
    def termios(self) -> list[object]:
        """The terminal's attributes now."""
        return termios.tcgetattr(self._slave)

    def send(self, keys: str | bytes) -> None:
        """Type ``keys``; what the program writes meanwhile is read."""
        rest = keys.encode() if isinstance(keys, str) else keys
        assert self._master is not None
        deadline = time.monotonic() + PATIENCE
        os.set_blocking(self._master, False)
        while rest and time.monotonic() < deadline:
            select.select([self._master], [self._master], [], 0.05)
            with suppress(BlockingIOError):
                rest = rest[os.write(self._master, rest[:1024]) :]
            self.read()
        if rest:
            raise NeverCameError(f"{len(rest)} bytes that were typed were not read")

    def send_unread(self, keys: bytes) -> None:
        """Type ``keys`` while nothing is read of what the program writes."""
        assert self._master is not None
        assert os.write(self._master, keys) == len(keys)

    def read(self, seconds: float = 0, *, reading: bool = True) -> bool:
        """Read what comes within ``seconds``; return whether the program wrote something.

        Without ``reading`` only what becomes of the program is heard.
        """
        master = self._master if reading else None
        sources = [source for source in (master, self.job.reports) if source is not None]
        ready, _, _ = select.select(sources, [], [], seconds)
        if self.job.reports in ready:
            self.job.hear()
        if master is None or master not in ready:
            return False
        self.log += os.read(master, 1 << 16)
        self._answer()
        return True

    def resize(self, columns: int, rows: int, *, show: bool = True) -> None:
        """Give the window another size; without ``show`` the screen of the test keeps its own."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if show and columns and rows:
            self._screen().resize(columns, rows)

    def scribble(self, data: str) -> None:
        """Write on the screen, as another program on the same terminal does."""
        os.write(self._slave, data.encode())

    def fill(self) -> None:
        """Write on the screen until no more can be written before it is read."""
        os.set_blocking(self._slave, False)
        with suppress(BlockingIOError):
            while os.write(self._slave, b"." * 4096):
                pass
        os.set_blocking(self._slave, True)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def wait_until(
        self, condition: str | Callable[[Terminal], bool], timeout: float = PATIENCE
    ) -> None:
        """Read until the screen shows a text or the condition holds."""
        if isinstance(condition, str):
            wanted: str = condition
            self._wait(lambda: wanted in self.text, timeout, f"{wanted!r} on the screen")
        else:
            holds = condition
            self._wait(lambda: holds(self), timeout, "the condition to hold")

    def mark(self) -> None:
        """Wait until a program with the key F12 has drawn all that was typed before it."""
        begun = len(self.log)
        self.send("\x1b[24~")
        self.wait_until(lambda t: b"\x1b]2;drawn\x07" in t.log[begun:])

    def answer(self, keys: str | bytes) -> bytes:
        """Type ``keys`` into a program with the key F12 and return what it draws in answer."""
        begun = len(self.log)
        self.send(keys)
        self.mark()
        return self.log[begun:].partition(b"\x1b]2;drawn")[0]

    def drain(self) -> None:
        """Read all that a program has written which is stopped or has ended."""
        if self._master is None:
            return
        os.write(self._slave, _LAST)
        self._wait(lambda: _LAST in self.log, PATIENCE, "what was written last")
        self.log = self.log.replace(_LAST, b"")

    def wait(self, timeout: float = PATIENCE, *, reading: bool = True) -> int:
        """Wait for the end; return the exit status, or minus the signal that killed it.

        Without ``reading`` what the program writes is not read meanwhile: it may wait for that.
        """
        ended = "the program to end"
        self._wait(lambda: self.job.status is not None, timeout, ended, reading=reading)
        if reading:
            self.drain()
        assert self.job.status is not None
        return self.job.status

    def stopped(self, timeout: float = PATIENCE) -> tuple[int, bool]:
        """Wait for the job to stop; return the signal and whether termios were as at the start."""
        self._wait(lambda: self.job.is_stopped, timeout, "the program to stop")
        self.drain()
        return self.job.take_stop()

    def foreground(self) -> None:
        """Continue the stopped job, as the shell's ``fg``."""
        self.job.order("fg")

    def background(self) -> None:
        """Continue the stopped job without the terminal, as the shell's ``bg``."""
        self.job.order("bg")

    def hang_up(self) -> None:
        """Close the window: the program's terminal is gone."""
        if self._master is not None:
            os.close(self._master)
            self._master = None

    def assert_restored(self) -> None:
        """Fail when termios, a mode, the cursor or the colours are not as before the start."""
        modes = self.modes
        assert not modes, f"left on: {', '.join(sorted(modes))}; last: {self.log[-400:]!r}"
        assert self.termios == self.before, f"termios {self.termios}, were {self.before}"

    def _wait(
        self, holds: Callable[[], bool], timeout: float, what: str, *, reading: bool = True
    ) -> None:
        deadline = time.monotonic() + timeout
        while not holds():
            if time.monotonic() > deadline:
                screen = self.text if self.log else "(nothing)"
                raise NeverCameError(
                    f"waited {timeout} s for {what}; status {self.job.status}; screen:\n{screen}"
                )
            self.read(0.02, reading=reading)

    def _answer(self) -> None:
        for question, answer in self._answers.items():
            place = self.log.find(question, self._asked)
            if place >= 0 and self._master is not None:
                self._asked = place + len(question)
                os.write(self._master, answer)

    def _screen(self) -> Display:
        """Return the display with all on it that has come."""
        self._shown += self._display.feed(self.log[self._shown :])
        return self._display
