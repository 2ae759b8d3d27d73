"""Measures a program in the terminal of the tests: when it writes what, and what it costs.

Times are seconds of ``time.perf_counter`` since the program was started or a key was sent.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from tests.terminal.pty_harness import END_OF_FRAME, Terminal

COLUMNS, LINES = 120, 36
ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # frames are bracketed: the terminal can draw them whole
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # no resize reports in the band
}
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
QUIET = 0.12
"""Seconds without a byte after which a key has done all it does; under half a cursor's blink."""
SETTLED = 0.6
"""Seconds without a byte after which a program that has started is at rest."""
PATIENCE = 30.0


class NeverShownError(Exception):
    """The program did not show what was waited for."""


class Burst(NamedTuple):
    """What a program wrote in answer to one thing."""

    first: float
    """Seconds to the end of the first frame."""
    rest: float
    """Seconds to the last byte before the terminal was quiet."""
    size: int
    """Bytes written in all."""
    frames: int


class Reached(NamedTuple):
    """What it took until keys had brought something about."""

    seconds: float
    processor: float
    """Seconds of processor time, of all threads of the program."""


class Idle(NamedTuple):
    """What a program that is left alone does."""

    cpu: float
    """Seconds of processor time."""
    size: int
    """Bytes written."""


class Watched:
    """A program in a terminal of 120 × 36, and when it writes what."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._terminal = Terminal(
            command,
            columns=COLUMNS,
            rows=LINES,
            environment={"PYTHONDONTWRITEBYTECODE": None, **environment},
            answers=ANSWERS,
        )

    def __enter__(self) -> Watched:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._terminal.close()

    def first_paint(self, text: str) -> float:
        """Return the seconds from the start to the first frame that shows a text on one line.

        Raises :exc:`NeverShownError` if the program shows something else or nothing.
        """
        wanted = text.encode()
        while self._terminal.read(PATIENCE):
            now = time.perf_counter()
            if wanted in SEQUENCE.sub(b"", self._terminal.log):
                return now - self._terminal.job.started
        shown = SEQUENCE.sub(b"", self._terminal.log).decode("utf-8", "replace")
        raise NeverShownError(f"{text!r} was not shown, but: {shown[-1500:]}")

    def settle(self) -> int:
        """Wait until the program is at rest; return the bytes that it wrote since its start."""
        while self._terminal.read(SETTLED):
            pass
        return len(self._terminal.log)

    def press(self, keys: bytes) -> Burst:
        """Send keys in one write and take in what comes back, until the terminal is quiet."""
        terminal = self._terminal
        before = len(terminal.log)
        terminal.send_unread(keys)
        sent = time.perf_counter()
        first = rest = 0.0
        patience = 2.0
        while terminal.read(patience):
            rest = time.perf_counter() - sent
            patience = QUIET
            if not first and END_OF_FRAME in terminal.log[before:]:
                first = rest
        answer = terminal.log[before:]
        if not first:
            raise NeverShownError(f"nothing was drawn after {keys!r}")
        return Burst(first, rest, len(answer), answer.count(END_OF_FRAME))

    def press_for(self, keys: bytes, shown: str, pace: float = 0) -> Reached:
        """Send keys and read until the screen shows a text.

        Args:
            pace: Seconds from these keys to the next ones, if it takes no longer.
        """
        terminal = self._terminal
        cpu = self._cpu()
        terminal.send_unread(keys)
        sent = time.perf_counter()
        while True:
            if not terminal.read(PATIENCE):
                raise NeverShownError(f"{shown!r} was not shown after {keys!r}")
            reached = Reached(time.perf_counter() - sent, self._cpu() - cpu)
            if terminal.log.endswith(END_OF_FRAME) and shown in terminal.text:
                break
        while (left := sent + pace - time.perf_counter()) > 0:
            terminal.read(left)
        return reached

    def idle(self, seconds: float) -> Idle:
        """Leave the program alone for some seconds."""
        cpu, before = self._cpu(), len(self._terminal.log)
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._terminal.read(left)
        return Idle(self._cpu() - cpu, len(self._terminal.log) - before)

    def peak(self) -> int:
        """Return the most memory that the program has held so far, in bytes."""
        status = Path(f"/proc/{self._terminal.pid}/status").read_text()
        (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024

    def quit(self) -> int:
        """Press ``Ctrl+Q``, wait for the end and return the peak memory in bytes."""
        self._terminal.send(b"\x11")
        self._terminal.wait(PATIENCE)
        return self._terminal.job.peak

    def _cpu(self) -> float:
        """Return the processor time used so far by all threads of the program, in seconds."""
        nanoseconds = 0
        for task in Path(f"/proc/{self._terminal.pid}/task").iterdir():
            nanoseconds += int((task / "schedstat").read_text().split()[0])
        return nanoseconds / 1e9
