"""The thread that reads the terminal."""

from __future__ import annotations

import os
import selectors
import sys
import termios
from collections.abc import Callable
from threading import Thread

from tui.terminal.keyboard import Keyboard
from tui.terminal.output import GONE

_READ = 4096
_AFTERWARDS = 0.2
"""Seconds after which Textual's parser is asked whether what it waits for will come."""
# select() refuses descriptors from 1,024 on; macOS's poll() refuses terminals.
_Selector = selectors.PollSelector if sys.platform == "linux" else selectors.SelectSelector


class Listener:
    """Reads the terminal, and gives what :class:`Keyboard` understood of it."""

    def __init__(
        self, terminal: int, *, hear: Callable[[str], None], gone: Callable[[], None]
    ) -> None:
        """Prepare to read.

        Args:
            terminal: The file descriptor.
            hear: Called in the thread with what came, and with "" when no more came after it.
            gone: Called in the thread when the terminal is closed.
        """
        self._terminal = terminal
        self._hear = hear
        self._gone = gone
        self._woken, self._wake = os.pipe()
        self._thread = Thread(target=self._run, daemon=True, name="terminal-input")

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """Read no more."""
        os.close(self._wake)
        if self._thread.is_alive():
            self._thread.join()
        os.close(self._woken)

    def _run(self) -> None:
        keyboard = Keyboard()
        patience: float | None = None
        with _Selector() as selector:
            selector.register(self._terminal, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in selector.select(patience)}
                if self._woken in ready:
                    return
                data = self._read() if ready else b""
                if data is None:
                    self._gone()
                    return
                text = keyboard.feed(data) if ready else keyboard.give_up()
                patience = keyboard.patience or (_AFTERWARDS if text else None)
                if text or not ready:
                    self._hear(text)

    def _read(self) -> bytes | None:
        """Return what came, or None when the terminal is gone."""
        try:
            data = os.read(self._terminal, _READ)
        except BlockingIOError:
            return b""
        except OSError as error:
            if error.errno in GONE:
                return None
            raise
        return data if data or not self._closed() else None

    def _closed(self) -> bool:
        """Whether the terminal is gone; a Ctrl+D while it is not raw reads as empty too."""
        try:
            termios.tcgetattr(self._terminal)
        except termios.error:
            return True
        return False
