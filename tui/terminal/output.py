"""The way out to the terminal: a file for Textual's writer, which a signal can silence at once."""

from __future__ import annotations

import os
import re
import signal
import termios
from contextlib import suppress
from threading import Lock, Thread, get_ident

from tui.terminal.modes import CANCEL, PUSH_KEYBOARD, leaving

_SLICE = 4096
"""Bytes given to the terminal at once: a silenced frame stops after at most this many."""
_PATIENCE = 0.3
"""Seconds that a terminal that does not read may hold up its own restoring, five times at most."""

_SGR = re.compile(rb"\x1b\[([0-9;]*)m")
_COLOUR = re.compile(rb"(?:^|;)(?:[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|[349][0-9]|10[0-7])(?=;|$)")


def without_colours(data: bytes) -> bytes:
    """Return ``data`` without the colours of its SGR sequences; bold, reverse and the like stay."""
    return _SGR.sub(_without_colours, data)


def _without_colours(sequence: re.Match[bytes]) -> bytes:
    kept = _COLOUR.sub(b"", sequence[1]).removeprefix(b";")
    return b"\x1b[" + kept + b"m" if kept or not sequence[1] else b""


class Output:
    """A file, as Textual's writer wants it, over a terminal's file descriptor.

    A terminal that is gone swallows everything, so that no thread waits for it or dies of it.
    """

    def __init__(self, terminal: int, *, colours: bool) -> None:
        self._terminal = terminal
        self._colours = colours
        self._lock = Lock()
        self._silent = False
        self._cut = False
        self._writer = 0
        self._helper: Thread | None = None
        self.used = False
        """Whether anything was written."""
        self.keyboard = False
        """Whether the keyboard protocol was entered."""

    def write(self, text: str) -> int:
        """Write ``text`` in UTF-8; return its length. Nothing is written while silent."""
        data = text.encode("utf-8", "replace")
        if not self._colours:
            data = without_colours(data)
        with self._lock:
            self._writer = get_ident()
            self._write(data)
        return len(text)

    def flush(self) -> None:
        """Do nothing: what is written is not kept back."""

    def fileno(self) -> int:
        """Return the terminal's file descriptor."""
        return self._terminal

    def _write(self, data: bytes) -> None:
        if self._silent:
            return
        place = 0
        while place < len(data) and not self._silent:
            self.used = True
            try:
                place += os.write(self._terminal, data[place : place + _SLICE])
            except OSError:
                self._silent = True
        self._cut = place < len(data)
        if not self._cut and PUSH_KEYBOARD.encode() in data:
            self.keyboard = True

    def silence(self) -> None:
        """Leave the terminal's modes after what is being written; then nothing more is written.

        Nothing is left where nothing was ever written.

        Callable from a signal's handler in the main thread. When the terminal does not read, what
        it has not read yet is dropped, and after a moment the modes are given up.
        """
        self._silent = True
        free = self._lock.acquire(timeout=_PATIENCE)
        if not free:
            with suppress(termios.error):
                termios.tcflush(self._terminal, termios.TCOFLUSH)
            # There is room now, but the system does not wake the writer for it; a signal does.
            signal.pthread_kill(self._writer, signal.SIGWINCH)
            free = self._lock.acquire(timeout=_PATIENCE)
        if free:
            self._lock.release()
        if self.used:
            # Asked only now: the writer may have entered it a moment ago.
            last = leaving(keyboard=self.keyboard)
            self._aside(CANCEL + last if self._cut or not free else last)
        self._cut = self.keyboard = False

    def speak(self, first: bytes) -> None:
        """Write ``first`` and from now on what is given to :meth:`write`."""
        self._silent = False
        self._aside(first)
        self.keyboard = PUSH_KEYBOARD.encode() in first or self.keyboard

    def _aside(self, data: bytes) -> None:
        """Write ``data`` in a thread of its own: the one that asks must not hang."""

        def write() -> None:
            with suppress(OSError):
                os.write(self._terminal, data)

        if self._helper is not None:
            self._helper.join(_PATIENCE)  # what was asked before comes before
        self._helper = Thread(target=write, daemon=True, name="terminal-modes")
        self._helper.start()
        self._helper.join(2 * _PATIENCE)
