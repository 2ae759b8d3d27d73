"""The signals that end or stop a program, and how it dies of one as if it had no handler."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

Handler = Callable[[int, FrameType | None], Any]

FATAL: Final = tuple(
    getattr(signal, name)
    for name in (
        *("SIGHUP", "SIGINT", "SIGQUIT", "SIGABRT", "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGALRM"),
        *("SIGTERM", "SIGXCPU", "SIGVTALRM", "SIGPROF", "SIGPOLL", "SIGPWR", "SIGSTKFLT"),
    )
    if hasattr(signal, name)
)
"""Signals that end a program, but for those of its own faults (SIGSEGV)."""


def die(number: int) -> None:
    """End this process by the signal ``number``, so that whoever waits for it sees why."""
    signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {number})
    os.kill(os.getpid(), number)
    os._exit(128 + number)  # the first process of a container does not die of signals


def stop() -> None:
    """Stop this process as Ctrl+Z does; return when it is continued.

    Returns at once where nobody could continue it: the system then drops the signal.
    """
    handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, handler)


class Handlers:
    """Handlers of signals, and those that were there before."""

    def __init__(self) -> None:
        self._before: dict[int, Any] = {}

    def install(self, number: int, handler: Handler) -> None:
        """Handle a signal from now on, unless it has been ignored so far, as by nohup."""
        before = signal.getsignal(number)
        if before is not signal.SIG_IGN:
            self._before.setdefault(number, before)
            signal.signal(number, handler)

    def restore(self) -> None:
        """Put back what was there before."""
        while self._before:
            number, before = self._before.popitem()
            signal.signal(number, before if before is not None else signal.SIG_DFL)
