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
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

from tests.terminal.control import left_on

ROOT = Path(__file__).parent.parent.parent
SHELL = Path(__file__).parent / "job_shell.py"
PATIENCE = 60.0
"""Seconds to wait for what must come; a loaded machine needs many times what a free one does."""
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
"""What a present-day terminal replies to the questions of a program."""
END_OF_FRAME = b"\x1b[?2026l"
_LAST = b"\x1b_all that was written\x1b\\"
"""Written by the harness itself, as the system gives what is written to the reader in order."""
_ALTERNATE = re.compile(rb"\x1b\[\?1049([hl])")
_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][\d;]*[A-Za-z]|\x1b\[\?[\d;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)


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
        self.pid = 0
        self.status: int | None = None
        self._reports: list[list[str]] = []
        self._unread = b""
        self._asked = 0
        self._answers = answers
        self._screens = {name: pyte.Screen(columns, rows) for name in "hl"}
        self._streams = {name: pyte.ByteStream(self._screens[name]) for name in "hl"}
        self._in_use = "l"  # of the alternate screen (DECSET 1049): "h" it, "l" the usual one
        self._shown = 0
        self._master: int | None
        self._master, self._slave = os.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(self._slave)
        self._from_shell, reports = os.pipe()
        commands, self._to_shell = os.pipe()
        variables: dict[str, str | None] = {
            "HOME": str(home or "/nonexistent"),
            "PATH": os.defpath,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            **(environment or {}),
        }
        self._shell = subprocess.Popen(
            [
                *(sys.executable, "-I", "-S", str(SHELL), os.ttyname(self._slave)),
                *(str(reports), str(commands)),
                *(",".join(str(int(number)) for number in ignore), str(stdin or "")),
                "behind" if behind else "in front",
                *command,
            ],
            env={name: value for name, value in variables.items() if value is not None},
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=(reports, commands),
            start_new_session=True,
        )
        os.close(reports)
        os.close(commands)
        try:
            self._wait(lambda: self.pid > 0, PATIENCE, "the program to start")
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
        """End the program, if it has not ended, and its shell."""
        if self.pid > 0 and self.status is None:
            with suppress(ProcessLookupError):  # it has ended, and the shell has said so or will
                os.kill(self.pid, signal.SIGKILL)
        self.hang_up()
        os.close(self._slave)
        os.close(self._to_shell)
        try:
            self._shell.wait(PATIENCE if self.pid else 0)
        except subprocess.TimeoutExpired:
            self._shell.kill()
            self._shell.wait()
        os.close(self._from_shell)

    @property
    def lines(self) -> list[str]:
        """The screen's rows, without the blanks at their ends."""
        self._show()
        return [line.rstrip() for line in self._screens[self._in_use].display]

    @property
    def text(self) -> str:
        """The screen's rows in one string."""
        return "\n".join(self.lines)

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The screen's cells with their colours, row by row."""
        self._show()
        screen = self._screens[self._in_use]
        return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        self._show()
        cursor = self._screens[self._in_use].cursor
        return cursor.x, cursor.y

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
            self._read(0)
        if rest:
            raise NeverCameError(f"{len(rest)} bytes that were typed were not read")

    def send_unread(self, keys: str) -> None:
        """Type ``keys`` while nothing is read of what the program writes."""
        assert self._master is not None
        assert os.write(self._master, keys.encode()) == len(keys)

    def read_now(self) -> None:
        """Read what has come, without waiting."""
        self._read(0)

    def resize(self, columns: int, rows: int, *, show: bool = True) -> None:
        """Give the window another size; without ``show`` the screen of the test keeps its own."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._show()
        for screen in self._screens.values() if show and columns and rows else ():
            screen.resize(rows, columns)

    def scribble(self, data: str) -> None:
        """Write on the screen, as another program on the same terminal does."""
        os.write(self._slave, data.encode())

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
        self._wait(lambda: self.status is not None, timeout, ended, reading=reading)
        if reading:
            self.drain()
        assert self.status is not None
        return self.status

    def stopped(self, timeout: float = PATIENCE) -> tuple[int, bool]:
        """Wait for the job to stop; return the signal and whether termios were as at the start."""
        self._wait(lambda: self._report("stopped") is not None, timeout, "the program to stop")
        report = self._report("stopped")
        assert report is not None
        self._reports.remove(report)
        self.drain()
        return int(report[1]), report[2] == "1"

    def foreground(self) -> None:
        """Continue the stopped job, as the shell's ``fg``."""
        os.write(self._to_shell, b"fg\n")

    def background(self) -> None:
        """Continue the stopped job without the terminal, as the shell's ``bg``."""
        os.write(self._to_shell, b"bg\n")

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

    def _report(self, kind: str) -> list[str] | None:
        return next((report for report in self._reports if report[0] == kind), None)

    def _wait(
        self, holds: Callable[[], bool], timeout: float, what: str, *, reading: bool = True
    ) -> None:
        deadline = time.monotonic() + timeout
        while not holds():
            if time.monotonic() > deadline:
                screen = self.text if self.log else "(nothing)"
                raise NeverCameError(
                    f"waited {timeout} s for {what}; status {self.status}; screen:\n{screen}"
                )
            self._read(0.02, reading=reading)

    def _read(self, seconds: float, *, reading: bool = True) -> bool:
        """Read what comes within ``seconds``; return whether the program wrote something."""
        master = self._master if reading else None
        sources = [source for source in (master, self._from_shell) if source is not None]
        ready, _, _ = select.select(sources, [], [], seconds)
        if self._from_shell in ready:
            self._read_reports()
        if master is None or master not in ready:
            return False
        written = os.read(master, 1 << 16)
        self.log += written
        self._answer()
        return True

    def _read_reports(self) -> None:
        data = os.read(self._from_shell, 4096)
        *lines, self._unread = (self._unread + data).split(b"\n")
        for line in lines:
            report = line.decode().split()
            if report[0] == "pid":
                self.pid = int(report[1])
            elif report[0] == "ended":
                self.status = int(report[1])
            else:
                self._reports.append(report)
        if not data and self.status is None:
            raise NeverCameError("the shell of the test ended before its program")

    def _answer(self) -> None:
        for question, answer in self._answers.items():
            place = self.log.find(question, self._asked)
            if place >= 0 and self._master is not None:
                self._asked = place + len(question)
                os.write(self._master, answer)

    def _show(self) -> None:
        # A sequence may be cut at the end of what has come: it waits for its rest.
        new = self.log[self._shown :]
        cut = new.rfind(b"\x1b", max(0, len(new) - 256))
        if cut >= 0 and not re.match(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[^\[\]])", new[cut:]):
            new = new[:cut]
        self._shown += len(new)
        for part in _ALTERNATE.split(_NOT_FOR_PYTE.sub(b"", new)):
            if part in (b"h", b"l"):
                self._in_use = part.decode()
            else:
                self._streams[self._in_use].feed(part)
