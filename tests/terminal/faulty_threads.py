"""ktcn-tui, run by its own command line, with a fault in one of its threads.

Run as ``python -m tests.terminal.faulty_threads FAULT``; most faults come with the key X.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from threading import Thread
from typing import Any

from textual._xterm_parser import XTermParser

from tui.terminal.keyboard import Keyboard
from tui.terminal.output import Output

SECRET = "a value of the record"
FAULT = sys.argv[1] if len(sys.argv) > 1 else ""
SEEN: list[bytes] = []
"""X, once it was read."""


def watching(read: Callable[[int, int], bytes]) -> Callable[[int, int], bytes]:
    """Return ``os.read`` that notes the key X of the terminal."""

    def watched(file: int, size: int) -> bytes:
        data = read(file, size)
        if file == 0 and b"X" in data:
            SEEN.append(b"X")
            if FAULT == "no memory":
                raise OSError(errno.ENOMEM, SECRET)
        return data

    return watched


def failing(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``method``, which raises when X was read, once."""

    def failed(*arguments: Any, **options: Any) -> Any:
        if SEEN:
            SEEN.clear()
            raise ValueError(SECRET)
        return method(*arguments, **options)

    return failed


def not_starting(name: str) -> Callable[[Thread], None]:
    """Return ``Thread.start`` that fails for the thread ``name``."""
    start = Thread.start

    def started(thread: Thread) -> None:
        if thread.name == name:
            raise RuntimeError(SECRET)
        start(thread)

    return started


def no_pipe() -> tuple[int, int]:
    """Fail as when there are too many open files."""
    raise OSError(errno.EMFILE, SECRET)


def inject(fault: str) -> None:
    """Put the fault into its place."""
    os.read = watching(os.read)
    if fault == "keyboard":
        Keyboard.feed = failing(Keyboard.feed)  # type: ignore[method-assign]
    elif fault == "parser":
        XTermParser.feed = failing(XTermParser.feed)  # type: ignore[method-assign]
    elif fault == "output":
        Output._write = failing(Output._write)  # type: ignore[method-assign]
    elif fault == "no pipe":
        os.pipe = no_pipe
    elif fault.startswith("terminal-"):
        Thread.start = not_starting(fault)  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    from tui.cli import main

    inject(FAULT)
    sys.argv[1:] = []
    main()
