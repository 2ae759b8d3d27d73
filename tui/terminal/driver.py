"""The driver: Textual's own for Linux and macOS, made to leave the terminal as it was.

Textual 8's driver leaves the alternate screen, the mouse and raw mode behind on SIGTERM, SIGHUP,
SIGQUIT and SIGUSR1, a raw terminal after SIGSTOP and SIGCONT, and runs on for ever when its
terminal is closed. Here the terminal's state, its input and its output are each in one hand, and
whatever ends or stops the process gives the terminal back first.
"""

from __future__ import annotations

import atexit
import errno
import os
import signal
import termios
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, cast

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Callback, Resize

from tui.terminal.frames import Frames
from tui.terminal.modes import entering_again, is_plain, withheld
from tui.terminal.output import Output
from tui.terminal.pump import Pump
from tui.terminal.signals import FATAL, Handlers, die, stop

if TYPE_CHECKING:
    from textual.app import App

_STANDARD_ERROR = 2
"""Textual draws on it, so that standard output can be something else."""
_LARGEST = (1000, 300)
"""Columns and rows: a size beyond it is not believed, as each cell costs memory and time."""
_GRACE = 0.5
"""Seconds that the main thread has to end when the terminal is closed."""


def _raw(attributes: list[Any]) -> list[Any]:
    """Return termios attributes for keys one by one, without echo, signals and flow control."""
    raw = [*attributes]
    raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[6] = [*attributes[6]]
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
    return raw


class KtcnDriver(LinuxDriver):
    """Enters the terminal on standard input and error, and leaves it by whatever way the app ends.

    Fatal signals (:data:`tui.terminal.signals.FATAL`) give the terminal back and then kill the
    process as if there were no handler; one that was ignored at the start stays so. Nothing here
    opens a browser or writes a file.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,  # not heard: Textual would write a log of the keys
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Prepare for ``app``; nothing is written yet."""
        self._handlers = Handlers()
        self._can_stop = signal.getsignal(signal.SIGTSTP) is not signal.SIG_IGN
        super().__init__(app, debug=False, mouse=mouse, size=size)
        self._size = size or self._get_terminal_size()
        self._terminal = self.fileno
        self._plain = is_plain(os.environ.get("TERM", ""))
        self._output = Output(_STANDARD_ERROR, colours="NO_COLOR" not in os.environ)
        self._file = cast("Any", self._output)
        self._frames = Frames(*self._size)
        self._at_rest: list[Any] = []
        self._running = False
        self._inside = False
        self._busy = False
        self._last_signal: int | None = None

    def start_application_mode(self) -> None:
        """Enter the terminal; from here on every way out gives it back."""
        self._busy = True
        self._pump = Pump(self._terminal, self._on_gone)
        self.fileno = self._pump.fileno
        for number in FATAL:
            self._handlers.install(number, self._on_fatal)
        if self._can_stop:
            self._handlers.install(signal.SIGTSTP, self._on_stop)
        self._handlers.install(signal.SIGCONT, self._on_continue)
        atexit.register(self._leave)
        self._at_rest = termios.tcgetattr(self._terminal)
        self._inside = self._running = True
        self._set(_raw(self._at_rest))
        self._pump.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Heard by the loop, in place of Textual's handler. One that comes just before the loop
        # waits, or in another thread, wakes it; and the size is read when it is used, so that it
        # is never overtaken by an older one.
        self._loop.add_signal_handler(signal.SIGWINCH, self._send_size)
        self._free()

    def stop_application_mode(self) -> None:
        """Write what is still to be written, such as a copy, and give the terminal back."""
        if not self._running:
            return
        self._running = False
        self._loop.remove_signal_handler(signal.SIGWINCH)
        self.disable_input()
        self.close()
        self._pump.stop()
        self._leave()
        atexit.unregister(self._leave)
        self._handlers.restore()

    def write(self, data: str) -> None:
        """Write ``data``, one sequence or a frame; nothing when the terminal is not the app's."""
        if not self._inside or withheld(data, plain=self._plain):
            return
        self._frames.resize(*self._app.size)
        if changes := self._frames.compress(data):
            super().write(changes)

    def redraw(self) -> None:
        """Draw the whole screen anew, as when another program has written on it."""
        self._frames.forget()
        self._app.refresh(layout=True)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Do nothing: a URL is shown and copied, no browser is ever started."""

    def deliver_binary(self, binary: BinaryIO | TextIO, **_delivery: Any) -> None:
        """Write no file; ``binary`` is closed."""
        binary.close()

    def _get_terminal_size(self) -> tuple[int, int]:
        width, height = super()._get_terminal_size()
        return min(width, _LARGEST[0]), min(height, _LARGEST[1])

    def _set(self, attributes: list[Any]) -> None:
        """Set the terminal's attributes; in the background the system stops the process first."""
        while True:
            try:
                termios.tcsetattr(self._terminal, termios.TCSANOW, attributes)
            except termios.error as error:
                if error.args[0] == errno.EINTR and self._last_signal is None:
                    continue
            return

    def _leave(self) -> None:
        """Give the terminal back."""
        if not self._inside or self._busy:
            return
        self._busy = True
        self._output.silence()
        with suppress(termios.error):
            termios.tcflush(self._terminal, termios.TCIFLUSH)
        self._set(self._at_rest)
        self._inside = False
        self._free()

    def _enter_again(self) -> None:
        """Enter the terminal after a stop and draw everything anew."""
        if not self._running or self._busy:
            return
        self._busy = True
        pushed = self._inside and self._output.keyboard
        if not self._inside:
            self._at_rest = termios.tcgetattr(self._terminal)
            self._inside = True
        self._set(_raw(self._at_rest))
        self._output.speak(entering_again(keyboard=not self._plain, pushed=pushed))
        self.send_message(Callback(callback=self._draw_anew))
        self._free()

    def _draw_anew(self) -> None:
        self._send_size()
        self.redraw()

    def _send_size(self) -> None:
        size = self._get_terminal_size()
        self.send_message(Resize.from_dimensions(size, None))
        # A terminal that was small for a moment lost cells. When it has the size again that the
        # screen was laid out for, Textual has no reason to draw.
        screens = self._app.screen_stack
        if screens and size == screens[-1].outer_size:
            self.redraw()
        else:
            self._frames.forget()

    def _free(self) -> None:
        """Hear signals again, and the fatal one that came meanwhile."""
        self._busy = False
        if self._last_signal is not None:
            self._leave()
            die(self._last_signal)

    def _on_fatal(self, number: int, _frame: FrameType | None) -> None:
        if self._busy:
            self._last_signal = number
            return
        self._leave()
        die(number)

    def _on_stop(self, _number: int, _frame: FrameType | None) -> None:
        if self._busy:
            return
        self._leave()
        stop()
        if not self._inside:  # nobody could have continued it, so it never stopped
            self._enter_again()
        if self._running:
            self.send_message(self.SignalResume())

    def _on_continue(self, _number: int, _frame: FrameType | None) -> None:
        self._enter_again()

    def _on_gone(self) -> None:
        """End with the terminal, also when SIGHUP is ignored or not heard; in the pump's thread."""
        os.kill(os.getpid(), signal.SIGHUP)
        self._pump.stopped.wait(_GRACE)
        os._exit(128 + signal.SIGHUP)
