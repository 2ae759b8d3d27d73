"""The thread between the terminal and Textual's own input thread."""

from __future__ import annotations

import os
import select
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from tui.terminal.keyboard import Keyboard

_READ = 4096


class Pump:
    """Reads the terminal, and gives what :class:`Keyboard` understood to whoever reads a pipe."""

    def __init__(self, terminal: int, gone: Callable[[], None]) -> None:
        """Prepare to read ``terminal``; ``gone`` is called in the thread when it is closed."""
        self._terminal = terminal
        self._gone = gone
        self._woken, self._wake = os.pipe()
        self.fileno, self._pipe = os.pipe()
        """The end of the pipe to read."""
        self.stopped = Event()
        self._thread = Thread(target=self._run, daemon=True, name="terminal-input")

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """Read no more; the pipe must have no reader any more."""
        self.stopped.set()
        os.close(self.fileno)  # a thread that waits for its reader goes on
        os.close(self._wake)
        self._thread.join()
        os.close(self._pipe)
        os.close(self._woken)

    def _run(self) -> None:
        keyboard = Keyboard()
        while not self.stopped.is_set():
            sources = (self._terminal, self._woken)
            ready, _, _ = select.select(sources, (), (), keyboard.patience)
            if self._woken in ready:
                return
            if not ready:
                self._give(keyboard.give_up())
            elif data := self._read():
                self._give(keyboard.feed(data))
            elif self._closed():
                self._gone()
                return

    def _read(self) -> bytes:
        try:
            return os.read(self._terminal, _READ)
        except OSError:
            return b""

    def _closed(self) -> bool:
        """Whether the terminal is gone; a Ctrl+D while it is not raw reads as empty too."""
        try:
            termios.tcgetattr(self._terminal)
        except termios.error:
            return True
        return False

    def _give(self, data: bytes) -> None:
        with suppress(OSError):
            while data:
                data = data[os.write(self._pipe, data) :]
