"""The signals that end or stop a program, and how it dies or stops as if it had no handler."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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


def stop(number: int) -> None:
    """Stop this process by ``number`` (SIGTSTP, SIGTTOU); return when it is continued.

    Returns at once where nobody could continue it: the system then drops the signal. The signal
    is for this thread: given to the process, another thread could take it while this one runs on.
    """
    handler = signal.signal(number, signal.SIG_DFL)
    signal.pthread_kill(threading.get_ident(), number)
    signal.signal(number, handler)


@contextmanager
def blocked(*numbers: int) -> Iterator[None]:
    """Keep signals from this thread, and from the threads that are started meanwhile."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def hear(numbers: Iterable[int]) -> None:
    """Run the handlers of those signals that wait, also of those given to another thread.

    The system gives what waits for the process to the thread that unblocks it, and Python runs
    the handlers before it goes on.
    """
    with blocked(*numbers):
        pass


def in_front(terminal: int) -> bool:
    """Whether this process may use ``terminal``: no shell has put it into the background."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:  # not the terminal of this session, so that no shell decides; or it is gone
        return True


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
