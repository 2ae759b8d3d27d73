"""A terminal that measures: it runs a program in a pty and notes when each byte arrives.

Times are seconds of ``time.perf_counter`` since the program was started or a key was sent.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

COLUMNS, LINES = 120, 36
ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # frames are bracketed: the terminal can draw them whole
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # no resize reports in the band
}
END_OF_FRAME = b"\x1b[?2026l"
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


class Idle(NamedTuple):
    """What a program that is left alone does."""

    cpu: float
    """Seconds of processor time."""
    size: int
    """Bytes written."""


class Terminal:
    """A program in a pty of 120 × 36 that answers queries as a present-day terminal does."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.written = b""
        self._unanswered = b""
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execve(command[0], list(command), dict(environment))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.pid:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def first_paint(self, text: str) -> float:
        """Return the seconds from the start to the first frame that shows a text on one line.

        Raises :exc:`NeverShownError` if the program shows something else or nothing.
        """
        wanted = text.encode()
        while True:
            chunk = self._read(PATIENCE)
            now = time.perf_counter() - self.started
            if wanted in SEQUENCE.sub(b"", self.written):
                return now
            if not chunk:
                shown = SEQUENCE.sub(b"", self.written).decode("utf-8", "replace")
                raise NeverShownError(f"{text!r} was not shown, but: {shown[-1500:]}")

    def settle(self) -> int:
        """Wait until the program is at rest; return the bytes that it wrote since its start."""
        while self._read(SETTLED):
            pass
        return len(self.written)

    def press(self, keys: bytes) -> Burst:
        """Send keys in one write and take in what comes back, until the terminal is quiet."""
        before = len(self.written)
        os.write(self._fd, keys)
        sent = time.perf_counter()
        first = rest = 0.0
        patience = 2.0
        while self._read(patience):
            rest = time.perf_counter() - sent
            patience = QUIET
            if not first and END_OF_FRAME in self.written[before:]:
                first = rest
        answer = self.written[before:]
        if not first:
            raise NeverShownError(f"nothing was drawn after {keys!r}")
        return Burst(first, rest, len(answer), answer.count(END_OF_FRAME))

    def idle(self, seconds: float) -> Idle:
        """Leave the program alone for some seconds."""
        cpu, before = self._cpu(), len(self.written)
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)
        return Idle(self._cpu() - cpu, len(self.written) - before)

    def peak(self) -> int:
        """Return the most memory that the program has held so far, in bytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024

    def quit(self) -> int:
        """Press ``Ctrl+Q``, wait for the end and return the peak memory in bytes."""
        os.write(self._fd, b"\x11")
        while self._read(PATIENCE):
            pass
        _pid, _status, usage = os.wait4(self.pid, 0)
        self.pid = 0
        return usage.ru_maxrss * 1024

    def _read(self, patience: float) -> bytes:
        """Return what the program writes next, or nothing when it stays quiet or has ended."""
        if not select.select([self._fd], [], [], patience)[0]:
            return b""
        try:
            chunk = os.read(self._fd, 1 << 16)
        except OSError:  # Linux reports the end of a pty so
            return b""
        self.written += chunk
        self._answer(chunk)
        return chunk

    def _answer(self, chunk: bytes) -> None:
        self._unanswered = self._unanswered[-16:] + chunk
        for query, answer in ANSWERS.items():
            if query in self._unanswered:
                self._unanswered = self._unanswered.replace(query, b"")
                os.write(self._fd, answer)

    def _cpu(self) -> float:
        """Return the processor time used so far by all threads of the program, in seconds."""
        nanoseconds = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            nanoseconds += int((task / "schedstat").read_text().split()[0])
        return nanoseconds / 1e9
