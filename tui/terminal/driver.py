"""The driver: enters the terminal, and leaves it as it was by whatever way the app ends.

Textual 8's own driver leaves the alternate screen, the mouse and raw mode behind on SIGTERM,
SIGHUP, SIGQUIT and SIGUSR1, a raw terminal after SIGSTOP and SIGCONT, and runs on for ever when its
terminal is closed. Here the terminal's state, its input and its output are each in one hand, and
whatever ends or stops the process gives the terminal back first.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import sys
import termios
import threading
from contextlib import redirect_stderr, suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Callback, Resize

from tui.terminal.crash import tell
from tui.terminal.frames import END_OF_FRAME, Frames
from tui.terminal.listener import Listener
from tui.terminal.modes import entering, is_plain, title, withheld
from tui.terminal.output import Output
from tui.terminal.signals import FATAL, Handlers, blocked, die, hear, in_front, stop

if TYPE_CHECKING:
    from textual.app import App

_STANDARD_INPUT = 0
_STANDARD_ERROR = 2
"""The screen is drawn on it, so that standard output can be something else."""
_LARGEST = (1000, 300)
"""Columns and rows: a size beyond it is not believed, as each cell costs memory and time."""
_GRACE = 0.5
"""Seconds that the main thread has to end when the terminal is closed or a thread has failed."""


def _raw(attributes: list[Any]) -> list[Any]:
    """Return termios attributes for keys one by one, without echo, signals and flow control."""
    raw = [*attributes]
    raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[6] = [*attributes[6]]
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
    return raw


def _terminal_size() -> tuple[int, int]:
    width, height = shutil.get_terminal_size()
    return min(width, _LARGEST[0]), min(height, _LARGEST[1])


class KtcnDriver(Driver):
    """Holds the terminal on standard input and error.

    Fatal signals (:data:`tui.terminal.signals.FATAL`) give the terminal back and then kill the
    process as if there were no handler; one that was ignored at the start stays so. In the
    background the terminal is not touched. Nothing here opens a browser or writes a file.
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
        super().__init__(app, debug=False, mouse=mouse, size=size or _terminal_size())
        self._handlers = Handlers()
        self._plain = is_plain(os.environ.get("TERM", ""))
        self._output = Output(
            _STANDARD_ERROR, colours="NO_COLOR" not in os.environ, caught_up=self._on_caught_up
        )
        self._frames = Frames(*(self._size or _LARGEST))
        self._parser = XTermParser()
        self._listener: Listener | None = None
        self._at_rest: list[Any] = []
        self._running = False
        self._inside = False
        self._busy = False
        self._stopping = False
        self._continued = False
        self._last_signal: int | None = None
        self._ending = threading.Event()
        self._thread_hook = threading.excepthook

    @property
    def can_suspend(self) -> bool:
        """Whether Ctrl+Z may stop the process."""
        return True

    # Entering and leaving.

    def start_application_mode(self) -> None:
        """Enter the terminal, when it is this process's; from here on every way out leaves it."""
        for number in FATAL:
            self._handlers.install(number, self._on_fatal)
        self._handlers.install(signal.SIGTSTP, self._on_stop)
        self._handlers.install(signal.SIGCONT, self._on_continue)
        if not in_front(_STANDARD_INPUT):
            self._stop(signal.SIGTTOU)
        threading.excepthook = self._on_thread_fault
        atexit.register(self._leave)
        self._busy = self._running = True
        try:
            self._start()
        except BaseException:
            self._busy = False
            self.stop_application_mode()
            raise
        self._free()

    def _start(self) -> None:
        with blocked(signal.SIGTTOU, *FATAL):  # so that signals are heard by the main thread alone
            self._listener = Listener(_STANDARD_INPUT, hear=self._hear, gone=self._on_gone)
            self._output.start()
            self._enter()
            self._listener.start()
        # Heard by the loop: one that comes just before it waits wakes it; and the size is read
        # when it is used, so that it is never overtaken by an older one.
        self._loop.add_signal_handler(signal.SIGWINCH, self._send_size)
        self.send_message(Resize.from_dimensions(_terminal_size(), None))

    def stop_application_mode(self) -> None:
        """Write what is still to be written, such as a copy, and give the terminal back."""
        if not self._running:
            return
        self._running = False
        self._ending.set()
        self._loop.remove_signal_handler(signal.SIGWINCH)
        if self._listener is not None:
            self._listener.stop()
        if self._inside:
            self._output.flush()
        self._leave()
        self._output.stop()
        atexit.unregister(self._leave)
        threading.excepthook = self._thread_hook
        self._handlers.restore()

    def disable_input(self) -> None:
        """Do nothing: input ends when the terminal is left."""

    def _enter(self) -> None:
        """Take the terminal; again, when it was not left before a stop."""
        with blocked(signal.SIGTTOU):
            if not self._inside:
                self._at_rest = termios.tcgetattr(_STANDARD_INPUT)
            again, self._inside = self._inside, True
            self._set(_raw(self._at_rest))
            self._output.enter(entering(self._app.title, plain=self._plain, again=again))

    def _leave(self) -> None:
        """Give the terminal back, or let it be when it was taken away."""
        if not self._inside or self._busy:
            return
        self._busy = True
        with blocked(signal.SIGTTOU):
            touching = in_front(_STANDARD_INPUT)
            try:
                self._output.silence(touching=touching)
            finally:
                if touching:
                    with suppress(termios.error):
                        termios.tcflush(_STANDARD_INPUT, termios.TCIFLUSH)
                    self._set(self._at_rest)
        self._inside = False
        self._free()

    def _set(self, attributes: list[Any]) -> None:
        with suppress(termios.error):  # it is gone
            termios.tcsetattr(_STANDARD_INPUT, termios.TCSANOW, attributes)

    # Writing.

    def write(self, data: str) -> None:
        """Write ``data``, one sequence or a frame; nothing when the terminal is not the app's."""
        if not self._inside or withheld(data, plain=self._plain):
            return
        if data != END_OF_FRAME and self._output.is_behind:
            return
        self._frames.resize(*self._app.size)
        if changes := self._frames.compress(data):
            self._output.write(changes)

    def redraw(self) -> None:
        """Draw the whole screen anew, as when another program has written on it."""
        self._frames.forget()
        self._app.refresh(layout=True)

    def name(self, text: str) -> None:
        """Make ``text`` the title of the window."""
        if self._inside and not self._plain:
            self._output.write(title(text))

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Do nothing: a URL is shown and copied, no browser is ever started."""

    def deliver_binary(self, binary: BinaryIO | TextIO, **_delivery: Any) -> None:
        """Write no file; ``binary`` is closed."""
        binary.close()

    def _on_caught_up(self) -> None:
        """Draw what the screen was to show meanwhile; of that, what differs is written."""
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(partial(self._app.refresh, layout=True))

    # Reading.

    def _hear(self, text: str) -> None:
        for message in self._parser.feed(text) if text else self._parser.tick():
            self.process_message(message)

    def _send_size(self) -> None:
        size = _terminal_size()
        self.send_message(Resize.from_dimensions(size, None))
        # A terminal that was small for a moment lost cells. When it has the size again that the
        # screen was laid out for, Textual has no reason to draw.
        screens = self._app.screen_stack
        if screens and size == screens[-1].outer_size:
            self.redraw()
        else:
            self._frames.forget()

    # Signals, and the ends that are none.

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

    def _on_stop(self, number: int, _frame: FrameType | None) -> None:
        if not self._busy and not self._stopping:
            self._leave()
            self._stop(number)

    def _stop(self, number: int) -> None:
        """Stop until the terminal is this process's, and enter it again."""
        self._stopping = True
        while True:
            self._continued = False
            hear(FATAL)  # of a signal that comes with SIGCONT, that one can be seen first
            stop(number)
            if in_front(_STANDARD_INPUT):
                break
            if not self._continued:  # it did not stop: there is no shell that could continue it
                die(signal.SIGHUP)
            number = signal.SIGTTOU
        self._stopping = False
        self._enter_again()

    def _on_continue(self, _number: int, _frame: FrameType | None) -> None:
        self._continued = True
        if self._busy or self._stopping or not self._running:
            return
        if in_front(_STANDARD_INPUT):
            self._enter_again()
        else:
            self._leave()
            self._stop(signal.SIGTTOU)

    def _enter_again(self) -> None:
        """Enter the terminal after a stop and draw everything anew."""
        if not self._running or self._busy:
            return
        self._busy = True
        self._enter()
        self.send_message(Callback(callback=self._draw_anew))
        self.send_message(self.SignalResume())
        self._free()

    def _draw_anew(self) -> None:
        self._send_size()
        self.redraw()

    def _on_gone(self) -> None:
        """End with the terminal, also when SIGHUP is ignored or not heard; in a thread."""
        os.kill(os.getpid(), signal.SIGHUP)
        self._ending.wait(_GRACE)
        os._exit(128 + signal.SIGHUP)

    def _on_thread_fault(self, fault: threading.ExceptHookArgs) -> None:
        """End with the report of a crash when a thread has failed; in that thread."""
        error = fault.exc_value
        if not isinstance(error, Exception):
            return
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)
        if not self._ending.wait(_GRACE):
            self._leave()
            with redirect_stderr(sys.__stderr__):  # Textual has taken it
                os._exit(tell(error))
