"""The way out to the terminal: a thread that writes, and can be silenced at once by a signal."""

from __future__ import annotations

import errno
import os
import re
import select
import termios
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread, current_thread
from typing import NamedTuple

from tui.terminal.modes import CANCEL, leaving

_SLICE = 4096
"""Bytes given to the terminal at once: a silenced frame stops after at most this many."""
_MOST_WAITING = 1 << 16
"""Bytes that may wait for a terminal that does not read; frames beyond them are left out."""
_PATIENCE = 0.3
"""Seconds that a terminal that does not read may hold up its own restoring, twice at most."""

GONE = frozenset((errno.EIO, errno.ENXIO, errno.EPIPE, errno.EBADF, errno.ENODEV, errno.ENOTTY))
"""What the system says of a terminal that is closed."""

# Compiled when they are first needed, by :mod:`re`: most terminals have colours.
_SGR = rb"\x1b\[([0-9;]*)m"
_COLOUR = rb"(?:^|;)(?:[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|[349][0-9]|10[0-7])(?=;|$)"


def without_colours(data: bytes) -> bytes:
    """Return ``data`` without the colours of its SGR sequences; bold, reverse and the like stay."""
    return re.sub(_SGR, _without_colours, data)


def _without_colours(sequence: re.Match[bytes]) -> bytes:
    kept = re.sub(_COLOUR, b"", sequence[1]).removeprefix(b";")
    return b"\x1b[" + kept + b"m" if kept or not sequence[1] else b""


class _Frame(NamedTuple):
    """What is written unless :meth:`Output.silence` comes before its turn."""

    data: bytes
    silences: int
    """How often there was silence before."""


class _Modes(NamedTuple):
    """What enters or leaves the terminal: written in any case."""

    text: Callable[[], str]
    """Gives it when its turn has come."""
    enters: bool
    written: Event
    """Set when it was written, or there is no terminal."""


class Output:
    """Writes to a terminal's file descriptor in a thread of its own.

    A terminal that is gone swallows everything, so that no thread waits for it or dies of it.
    Nothing here waits for a terminal that does not read, but for a moment when it is given back.
    """

    def __init__(
        self, terminal: int, *, colours: bool, caught_up: Callable[[], None] = lambda: None
    ) -> None:
        """Prepare to write.

        Args:
            terminal: The file descriptor.
            colours: Colours may be written.
            caught_up: Called in the thread when all was written, and something was left out.
        """
        self._terminal = terminal
        self._colours = colours
        self._caught_up = caught_up
        self._queue: SimpleQueue[_Frame | _Modes | None] = SimpleQueue()
        self._given = self._taken = 0
        self._silences = 0
        self._left_out = False
        self._cut = False
        self._gone = False
        self._entered = ""
        self._thread = Thread(target=self._run, daemon=True, name="terminal-output")

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread, unless the terminal does not read."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    @property
    def is_behind(self) -> bool:
        """Whether so much waits that a frame must be left out, as it is then taken to be."""
        if self._given - self._taken <= _MOST_WAITING:
            return False
        if not self._left_out:
            self._left_out = True
            self._queue.put(_Frame(b"", self._silences))  # it may have caught up a moment ago
        return True

    def write(self, text: str) -> None:
        """Write ``text`` in UTF-8 when its turn comes, unless :meth:`silence` comes before."""
        data = text.encode("utf-8", "replace")
        if not self._colours:
            data = without_colours(data)
        self._given += len(data)
        self._queue.put(_Frame(data, self._silences))

    def enter(self, text: str) -> None:
        """Write what enters the terminal, after what waits."""
        self._say(lambda: text, enters=True)

    def flush(self) -> None:
        """Wait a moment until all that waits is written."""
        self._say(lambda: "", enters=False, patience=_PATIENCE)

    def silence(self, *, touching: bool = True) -> None:
        """Write nothing more of what waits, but what gives the terminal back.

        Callable from a signal's handler. When the terminal does not read, what it has not read yet
        is dropped, and after a moment the modes are given up. With ``touching=False`` nothing is
        written, as in the background.
        """
        self._silences += 1
        if not touching:
            self._entered = ""
        elif not self._say(self._leaving, enters=False, patience=_PATIENCE):
            with suppress(termios.error):
                termios.tcflush(self._terminal, termios.TCOFLUSH)
            self._say(lambda: "", enters=False, patience=_PATIENCE)

    def _leaving(self) -> str:
        entered, self._entered = self._entered, ""
        return leaving(entered)

    def _say(self, text: Callable[[], str], *, enters: bool, patience: float = 0.0) -> bool:
        """Write ``text`` next; return whether that was done within ``patience`` seconds."""
        modes = _Modes(text, enters, Event())
        self._queue.put(modes)
        if current_thread() is self._thread or not self._thread.is_alive():
            while (next_one := self._queue.get()) is not None:  # no other thread does it
                self._perform(next_one)
                if next_one is modes:
                    break
        return modes.written.wait(patience)

    def _run(self) -> None:
        while (next_one := self._queue.get()) is not None:
            self._perform(next_one)
            if self._left_out and self._queue.empty():
                self._left_out = False
                self._caught_up()

    def _perform(self, next_one: _Frame | _Modes) -> None:
        if isinstance(next_one, _Frame):
            data, silences = next_one
            done = self._write(data, lambda: silences == self._silences)
            self._cut = self._cut or 0 < done < len(data)
            self._taken += len(data)
            return
        data = next_one.text().encode()
        if data and self._cut:
            data = CANCEL + data
            self._cut = False
        done = self._write(data, lambda: True)
        if next_one.enters:
            self._entered += data[:done].decode(errors="ignore")
        next_one.written.set()

    def _write(self, data: bytes, wanted: Callable[[], bool]) -> int:
        """Write ``data`` as long as it is ``wanted``; return how much of it was written."""
        done = 0
        while done < len(data) and not self._gone and wanted():
            try:
                done += os.write(self._terminal, data[done : done + _SLICE])
            except BlockingIOError:  # a program on the same terminal has made it so
                select.select((), (self._terminal,), (), _PATIENCE)
            except OSError as error:
                if error.errno not in GONE:
                    raise
                self._gone = True
        return done
