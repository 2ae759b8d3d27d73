"""The driver between Textual and the terminal, in place of Textual's own.

Textual 8's own leaves the alternate screen, the mouse and raw mode behind on SIGTERM, SIGHUP,
SIGQUIT and SIGUSR1, a raw terminal after SIGSTOP and SIGCONT, and runs on for ever when its
terminal is closed. Here the terminal's state (:mod:`tui.terminal.hold`), its input
(:mod:`tui.terminal.listener`) and its output (:mod:`tui.terminal.output`) are each in one hand.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from contextlib import ExitStack, redirect_stderr, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Callback, Resize

from tui.terminal.crash import tell
from tui.terminal.frames import END_OF_FRAME, Frames
from tui.terminal.hold import Hold
from tui.terminal.listener import Listener
from tui.terminal.modes import entering, is_plain, title, withheld
from tui.terminal.output import Output
from tui.terminal.signals import FATAL, blocked

if TYPE_CHECKING:
    from textual.app import App

_STANDARD_INPUT = 0
_STANDARD_ERROR = 2
"""The screen is drawn on it, so that standard output can be something else."""
_LARGEST = (1000, 300)
"""Columns and rows: a size beyond it is not believed, as each cell costs memory and time."""
_GRACE = 0.5
"""Seconds that the main thread has to end when the terminal is closed or a thread has failed."""


def _terminal_size() -> tuple[int, int]:
    width, height = shutil.get_terminal_size()
    return min(width, _LARGEST[0]), min(height, _LARGEST[1])


class KtcnDriver(Driver):
    """Draws on the terminal of standard error and reads that of standard input.

    Nothing here opens a browser or writes a file.
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
        size = size or _terminal_size()
        super().__init__(app, debug=False, mouse=mouse, size=size)
        self._plain = is_plain(os.environ.get("TERM", ""))
        self._frames = Frames(*size)
        self._output = Output(
            _STANDARD_ERROR, colours="NO_COLOR" not in os.environ, caught_up=self._on_caught_up
        )
        self._hold = Hold(
            _STANDARD_INPUT, self._output, entering=self._entering, taken_again=self._on_taken_again
        )
        self._parser = XTermParser()
        self._listener: Listener | None = None
        self._ending = threading.Event()
        self._thread_hook = threading.excepthook

    @property
    def can_suspend(self) -> bool:
        """Whether Ctrl+Z may stop the process."""
        return True

    # Entering and leaving.

    def start_application_mode(self) -> None:
        """Enter the terminal, when it is this process's; from here on every way out leaves it."""
        threading.excepthook = self._on_thread_fault
        with ExitStack() as at_a_fault:
            at_a_fault.callback(self.stop_application_mode)
            with blocked(signal.SIGTTOU, *FATAL):  # the threads leave signals to the main thread
                self._output.start()
            self._take()
            at_a_fault.pop_all()
        # Heard by the loop: one that comes just before it waits wakes it; and the size is read
        # when it is used, so that it is never overtaken by an older one.
        self._loop.add_signal_handler(signal.SIGWINCH, self._send_size)
        self.send_message(Resize.from_dimensions(_terminal_size(), None))

    def stop_application_mode(self) -> None:
        """Write what is still to be written, such as a copy, and give the terminal back."""
        if self._ending.is_set():
            return
        self._ending.set()
        self._loop.remove_signal_handler(signal.SIGWINCH)
        if self._listener is not None:
            self._listener.stop()
        if self._hold.is_held:
            self._output.flush()
        self._hold.end()
        self._output.stop()
        threading.excepthook = self._thread_hook

    def _take(self) -> None:
        self._hold.take()
        with blocked(signal.SIGTTOU, *FATAL):
            self._listener = Listener(_STANDARD_INPUT, hear=self._hear, gone=self._on_gone)
            self._listener.start()

    def suspend_application_mode(self) -> None:
        """Give the terminal to another program, which is waited for."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None
        self._output.flush()
        self._hold.end()

    def resume_application_mode(self) -> None:
        """Take the terminal again."""
        self._take()
        self._on_taken_again()

    def disable_input(self) -> None:
        """Do nothing: input ends when the terminal is left."""

    def _entering(self, again: bool) -> str:
        return entering(getattr(self._app, "window_title", ""), plain=self._plain, again=again)

    def _on_taken_again(self) -> None:
        self.send_message(Callback(callback=self._draw_anew))
        self.send_message(self.SignalResume())

    # Writing.

    def write(self, data: str) -> None:
        """Write ``data``, one sequence or a frame; nothing when the terminal is not the app's."""
        if not self._hold.is_held or withheld(data, plain=self._plain):
            return
        if data != END_OF_FRAME and self._output.is_behind:
            return
        self._frames.resize(*self._app.size)
        if changes := self._frames.compress(data):
            self._output.write(changes)

    def redraw(self) -> None:
        """Redraw the whole screen, as when another program has written on it."""
        self._frames.forget()
        self._app.refresh(layout=True)

    def name_window(self, text: str) -> None:
        """Make ``text`` the title of the terminal's window."""
        if self._hold.is_held and not self._plain:
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

    def _draw_anew(self) -> None:
        self._send_size()
        self.redraw()

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

    # What a thread has met.

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
            self._hold.give_back()
            with redirect_stderr(sys.__stderr__):  # Textual has taken it
                os._exit(tell(error))
