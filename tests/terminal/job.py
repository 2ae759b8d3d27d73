"""A program as a job of a shell: how it is started, stopped and continued, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SHELL = Path(__file__).parent / "job_shell.py"
ENVIRONMENT: Mapping[str, str | None] = {
    "HOME": "/nonexistent",
    "PATH": os.defpath,
    "PYTHONPATH": str(ROOT),
    "PYTHONDONTWRITEBYTECODE": "1",
    "LC_ALL": "C.UTF-8",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
}
"""What a program finds around it, but for what a test gives it."""


class ShellEndedError(AssertionError):
    """The shell has ended before its program: the harness itself is at fault."""


class Job:
    """A program that a shell of its own runs in a terminal.

    Whoever makes one must :meth:`close` it.
    """

    def __init__(
        self,
        command: Sequence[str],
        terminal: str,
        *,
        environment: Mapping[str, str | None],
        home: Path | None = None,
        stdin: Path | None = None,
        ignore: Sequence[signal.Signals] = (),
        behind: bool = False,
    ) -> None:
        """Start ``command``, with :class:`tests.terminal.pty_harness.Terminal`'s options."""
        self.pid = 0
        """The process of the program, once the shell has told of it."""
        self.started = 0.0
        """When it was started, of ``time.perf_counter``."""
        self.status: int | None = None
        """Its exit status, or minus the signal that killed it; None while it runs."""
        self.peak = 0
        """The most memory that it held, in bytes; known when it has ended."""
        self._stops: list[tuple[int, bool]] = []
        self._unread = b""
        self.reports, told = os.pipe()
        heard, self._commands = os.pipe()
        variables = {**ENVIRONMENT, **({"HOME": str(home)} if home else {}), **environment}
        place = "behind" if behind else "in front"
        ignored = ",".join(str(int(number)) for number in ignore)
        try:
            self._shell = subprocess.Popen(
                [
                    *(sys.executable, "-I", "-S", str(SHELL), terminal, str(told), str(heard)),
                    *(ignored, str(stdin or ""), place, *command),
                ],
                env={name: value for name, value in variables.items() if value is not None},
                cwd=home,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(told, heard),
                start_new_session=True,
            )
        except BaseException:
            os.close(self.reports)
            os.close(self._commands)
            raise
        finally:
            os.close(told)
            os.close(heard)

    def hear(self) -> None:
        """Take in what the shell tells; its file descriptor ``reports`` says when there is some."""
        data = os.read(self.reports, 4096)
        *lines, self._unread = (self._unread + data).split(b"\n")
        for line in lines:
            kind, *values = line.decode().split()
            if kind == "pid":
                self.pid, self.started = int(values[0]), float(values[1])
            elif kind == "ended":
                self.status, self.peak = int(values[0]), int(values[1]) * 1024
            elif kind == "stopped":
                self._stops.append((int(values[0]), values[1] == "1"))
        if not data and self.status is None:
            raise ShellEndedError("the shell of the test ended before its program")

    @property
    def is_stopped(self) -> bool:
        """Whether a stop was told of that :meth:`take_stop` has not returned."""
        return bool(self._stops)

    def take_stop(self) -> tuple[int, bool]:
        """Return the signal of a stop, and whether termios were as at the start."""
        return self._stops.pop(0)

    def order(self, command: str) -> None:
        """Give the shell the command ``fg`` or ``bg``."""
        os.write(self._commands, f"{command}\n".encode())

    def close(self, patience: float) -> None:
        """End the program, if it has not ended, and its shell."""
        if self.pid and self.status is None:
            with suppress(ProcessLookupError):  # it has ended, and the shell tells so next
                os.kill(self.pid, signal.SIGKILL)
        os.close(self._commands)
        try:
            self._shell.wait(patience if self.pid else 0)
        except subprocess.TimeoutExpired:
            self._shell.kill()
            self._shell.wait()
        os.close(self.reports)
