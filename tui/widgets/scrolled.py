"""Scrolling with a mark of its own at the edge, drawn as part of the lines.

Textual's scrollbar is a widget; four of them on a screen cut every line in pieces, and cost a
fifth of the time until the first of them is seen.
"""

from __future__ import annotations

from collections.abc import Container

from textual import events
from textual.scroll_view import ScrollView

THUMB, TICK, TICK_IN_THUMB, BLANK = "▐", "•", "◆", " "
"""What stands at the edge: lines in view, lines that are marked, both, neither."""


def thumb(top: int, height: int, total: int) -> range:
    """Return the rows of a view of ``height`` rows that show which of ``total`` lines are in it.

    ``top`` is the first line in view. The range is empty when all lines are in view.
    """
    if total <= height or height <= 0:
        return range(0)
    length = max(1, height * height // total)
    hidden, room = total - height, height - length
    start = min(room, -(-top * room // hidden))  # at the end only when the last line is in view
    return range(start, start + length) if top < hidden else range(room, height)


class Scrolled(ScrollView):
    """A view that is scrolled by keys, by the wheel and by dragging along its right edge."""

    DEFAULT_CSS = "Scrolled { overflow: hidden hidden; }"

    _dragging = False

    @property
    def allow_vertical_scroll(self) -> bool:
        """It can be scrolled although it has none of Textual's scrollbars."""
        return True

    def edge(self, row: int) -> str:
        """Return the character at the edge of a row of the view."""
        height = self.content_size.height
        in_view = row in thumb(self.scroll_offset.y, height, self.virtual_size.height)
        if row in self.ticked_rows():
            return TICK_IN_THUMB if in_view else TICK
        return THUMB if in_view else BLANK

    def ticked_rows(self) -> Container[int]:
        """Return the rows whose share of the lines has something to find."""
        return ()

    def scroll_at_once(self, y: int) -> None:
        """Bring line ``y`` to the top, or as near to it as there are lines."""
        self.scroll_to(y=y, animate=False, immediate=True)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the mark at the edge."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.x == self.content_size.width - 1:
            self._dragging = True
            self.capture_mouse()
            self._drag_to(offset.y)
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Scroll to where the mark is dragged."""
        if self._dragging:
            self._drag_to(event.get_content_offset_capture(self).y)
            event.stop()

    def on_mouse_up(self) -> None:
        """Let go of the mark."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _drag_to(self, row: int) -> None:
        height = max(1, self.content_size.height - 1)
        self.scroll_at_once(row * self.max_scroll_y // height)
