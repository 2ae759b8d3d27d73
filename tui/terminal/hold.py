"""The terminal in the hands of this process: taken, and given back by whatever signal."""

from __future__ import annotations

import atexit
import signal
import termios
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from tui.terminal.output import Output
from tui.terminal.signals import FATAL, Handlers, blocked, die, hear, in_front, stop


def _raw(attributes: list[Any]) -> list[Any]:
    """Return termios attributes for keys one by one, without echo, signals and flow control."""
    raw = [*attributes]
    raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[6] = [*attributes[6]]
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
    return raw


class Hold:
    """Takes the terminal in the foreground, and never touches it in the background.

    Fatal signals give the terminal back and then kill the process as if there were no handler; one
    that was ignored at the start stays so. All methods are for the main thread, but for
    :meth:`give_back`, with which a thread may end the process.
    """

    def __init__(
        self,
        terminal: int,
        output: Output,
        *,
        entering: Callable[[bool], str],
        taken_again: Callable[[], None],
    ) -> None:
        """Prepare to take the terminal.

        Args:
            terminal: The file descriptor of its input.
            output: Its output.
            entering: Gives what enters its modes; told whether they were not left before.
            taken_again: Called when the process was stopped and has the terminal again.
        """
        self._terminal = terminal
        self._output = output
        self._entering = entering
        self._taken_again = taken_again
        self._handlers = Handlers()
        self._at_rest: list[Any] = []
        self._wanted = False
        self._busy = False
        self._stopping = False
        self._continued = False
        self._last_signal: int | None = None
        self.is_held = False
        """Whether the terminal is this process's to write on."""

    def take(self) -> None:
        """Take the terminal; in the background, stop until it is this process's."""
        for number in FATAL:
            self._handlers.install(number, self._on_fatal)
        self._handlers.install(signal.SIGTSTP, self._on_stop)
        self._handlers.install(signal.SIGCONT, self._on_continue)
        if not in_front(self._terminal):
            self._stop(signal.SIGTTOU)
        atexit.register(self.give_back)
        self._wanted = True
        self._take()

    def end(self) -> None:
        """Give the terminal back for good."""
        self._wanted = False
        self.give_back()
        atexit.unregister(self.give_back)
        self._handlers.restore()

    def give_back(self) -> None:
        """Give the terminal back, or let it be when it was taken away."""
        if not self.is_held or self._busy:
            return
        self._busy = True
        touching = in_front(self._terminal)
        try:
            with blocked(signal.SIGTTOU):  # it may be taken away at this moment
                self._output.silence(touching=touching)
        finally:
            if touching:
                with blocked(signal.SIGTTOU), suppress(termios.error):
                    termios.tcflush(self._terminal, termios.TCIFLUSH)
                    termios.tcsetattr(self._terminal, termios.TCSANOW, self._at_rest)
            self.is_held = False
            self._free()

    def _take(self) -> None:
        """Take the terminal; again, when it was not given back before a stop."""
        self._busy = True
        try:
            if not self.is_held:
                self._at_rest = termios.tcgetattr(self._terminal)
            again, self.is_held = self.is_held, True
            with blocked(signal.SIGTTOU), suppress(termios.error):
                termios.tcsetattr(self._terminal, termios.TCSANOW, _raw(self._at_rest))
            self._output.enter(self._entering(again))
        finally:
            self._free()

    def _free(self) -> None:
        """Hear signals again, and the fatal one that came meanwhile."""
        self._busy = False
        if self._last_signal is not None:
            self.give_back()
            die(self._last_signal)

    def _on_fatal(self, number: int, _frame: FrameType | None) -> None:
        if self._busy:
            self._last_signal = number
            return
        self.give_back()
        die(number)

    def _on_stop(self, number: int, _frame: FrameType | None) -> None:
        if not self._busy and not self._stopping:
            self.give_back()
            self._stop(number)

    def _on_continue(self, _number: int, _frame: FrameType | None) -> None:
        self._continued = True
        if self._busy or self._stopping or not self._wanted:
            return
        if in_front(self._terminal):
            self._take_again()
        else:
            self.give_back()
            self._stop(signal.SIGTTOU)

    def _stop(self, number: int) -> None:
        """Stop until the terminal is this process's, and take it again."""
        self._stopping = True
        passed = 0
        while True:
            self._continued = False
            hear(FATAL)  # a shell sends SIGCONT after the signal that is to end a stopped process
            stop(number)
            if in_front(self._terminal):
                break
            passed = 0 if self._continued else passed + 1
            if passed == 2:  # it did not stop: there is no shell that could continue it
                die(signal.SIGHUP)  # once may be a SIGCONT that another thread is about to tell
            number = signal.SIGTTOU
        self._stopping = False
        if self._wanted:
            self._take_again()

    def _take_again(self) -> None:
        self._take()
        self._taken_again()
