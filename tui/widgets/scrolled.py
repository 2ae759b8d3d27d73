"""Scrolling with a mark of its own at the edge, drawn as part of the lines.

Textual's scrollbar is a widget; four of them on a screen cut every line in pieces, and cost a
fifth of the time until the first of them is seen.
"""

from __future__ import annotations

from textual import events
from textual.scroll_view import ScrollView

THUMB = "▐"


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

    def in_thumb(self, row: int) -> bool:
        """Tell whether the mark at the edge is on a row of the view."""
        height = self.content_size.height
        return row in thumb(self.scroll_offset.y, height, self.virtual_size.height)

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
