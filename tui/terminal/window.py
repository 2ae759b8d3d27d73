"""What the reader's terminal has of the app besides its cells: title, cursor and clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from textual.app import App
from textual.geometry import Offset
from textual.reactive import var

from tui.terminal.environment import is_plain_asked

if TYPE_CHECKING:
    from textual.driver import Driver

Result = TypeVar("Result")

MOST_COPIED = 74_994
"""Bytes of a copy: in base64 with its sequence 100,000, more than which some terminals ignore."""


def driver_class() -> type[Driver] | None:
    """Return the driver of the project, or None for Textual's own.

    That one is used where the system has no termios, as on Windows, and when it is asked for.
    """
    if is_plain_asked():
        return None
    from tui.terminal.driver import KtcnDriver

    return KtcnDriver


def fitting(text: str) -> str:
    """Return the beginning of ``text`` that a terminal takes as a copy, whole letters only."""
    if len(text) <= MOST_COPIED // 4 or len(data := text.encode()) <= MOST_COPIED:
        return text
    from tui.text.graphemes import start_of_grapheme  # few copies are as long

    cut = len(data[:MOST_COPIED].decode(errors="ignore"))
    return text[: start_of_grapheme(text, cut)]


@runtime_checkable
class HasReadingPlace(Protocol):
    """A widget that is read line by line."""

    def reading_place(self) -> Offset | None:
        """Return the cell of the screen at which the line that is read begins, if it is in view."""


class WindowApp(App[Result]):
    """Puts the terminal's cursor where the reader is, and names the terminal's window.

    Screen magnifiers, braille displays and input methods follow the cursor although it is hidden.
    """

    window_title: var[str] = var("")
    """The title of the terminal's window."""

    _typing_place = Offset(0, 0)

    @property
    def cursor_position(self) -> Offset:
        """Where Textual leaves the terminal's cursor after each frame."""
        focused = self.focused
        if isinstance(focused, HasReadingPlace) and (place := focused.reading_place()) is not None:
            return place
        return self._typing_place

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._typing_place = place  # by lines to type in

    def watch_window_title(self, title: str) -> None:
        """Name the window when the app is on the terminal already."""
        self._tell_the_driver("name_window", title)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy ``text`` by the terminal, as much of it as :func:`fitting` leaves."""
        super().copy_to_clipboard(fitting(text))

    def draw_anew(self) -> None:
        """Redraw everything, as when another program has written on the terminal."""
        self._tell_the_driver("redraw")

    def _tell_the_driver(self, what: str, *arguments: Any) -> None:
        """Call a method that the driver of the project alone has."""
        method = getattr(self._driver, what, None)
        if method is not None:
            method(*arguments)
