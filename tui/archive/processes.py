"""Reading files on several processes.

A process of its own is begun for each, not a copy of this one, which may have a screen and threads.
One that is lost loses nothing: what it had to read is read here.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, suppress
from typing import TYPE_CHECKING

from tui.archive.reading import (
    BATCH,
    Batch,
    decode_batch,
    decode_files,
    encode,
    read_batch,
    read_here,
)
from tui.archive.scan import Found
from tui.archive.terms import Terms
from tui.text.folding import expect_many

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PROCESSES = 2
FEWEST = 400
"""Files; fewer are read sooner than a process has begun."""
_AHEAD = 4
"""Batches that a process has to do, so that it never waits."""


class _Process:
    """A process that reads batches, and what it was asked for and has not given yet."""

    def __init__(self) -> None:
        from multiprocessing import get_context  # only where files are many

        _start_tracker()
        context = get_context("spawn")
        asked, self._asking = context.Pipe(duplex=False)
        self._given, giving = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(asked, giving), daemon=True)
        self._process.start()
        asked.close()
        giving.close()
        self._waiting: deque[Sequence[Found]] = deque()
        self._lost = False

    def ask(self, files: Sequence[Found]) -> None:
        """Ask for a batch."""
        self._waiting.append(files)
        try:
            self._asking.send_bytes(encode(tuple(files)))
        except OSError:
            self._lost = True

    def give(self) -> Batch:
        """Return what came of the batch asked for first; waits for it."""
        files = self._waiting.popleft()
        if not self._lost:
            try:
                return decode_batch(self._given.recv_bytes())
            except (OSError, EOFError):
                self._lost = True
        return read_batch(files, Terms())

    def end(self) -> None:
        """End the process, whatever it is at."""
        with suppress(OSError):
            self._asking.close()
        self._given.close()
        self._process.terminate()
        self._process.join()


def _start_tracker() -> None:
    """Start what Python starts beside the first process of all, with the standard error there is.

    It passes on the descriptor of ``sys.stderr``; what a screen puts in its place has none.
    """
    from multiprocessing import resource_tracker

    with redirect_stderr(sys.__stderr__):
        resource_tracker.ensure_running()


def read_beside(files: Sequence[Found]) -> Iterator[Batch]:
    """Read files, on :data:`PROCESSES` processes where they are many, and give them in order."""
    if len(files) < FEWEST:
        yield from read_here(files)
        return
    batches = [files[at : at + BATCH] for at in range(0, len(files), BATCH)]
    processes = [_Process() for _ in range(PROCESSES)]
    try:
        for number in range(min(len(batches), PROCESSES * _AHEAD)):
            processes[number % PROCESSES].ask(batches[number])
        for number in range(len(batches)):
            process = processes[number % PROCESSES]
            found = process.give()
            if (later := number + PROCESSES * _AHEAD) < len(batches):
                process.ask(batches[later])
            yield found
    finally:
        for process in processes:
            process.end()


def _serve(asked: Connection, giving: Connection) -> None:
    """Read what is asked for until nobody asks; who began this process hears an interrupt."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # nothing that is made here goes in circles
    expect_many()
    terms = Terms()
    with suppress(EOFError, OSError):
        while True:
            giving.send_bytes(encode(read_batch(decode_files(asked.recv_bytes()), terms)))
