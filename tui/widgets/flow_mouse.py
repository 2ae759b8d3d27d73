"""What the mouse does in a view of a flow: clicks, and dragging along the right edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tui.widgets.flow_lines import GUTTER

if TYPE_CHECKING:
    from tui.widgets.flow_view import FlowView


class FlowMouse:
    """Acts on the mouse for a view."""

    def __init__(self, view: FlowView) -> None:
        self.view = view
        self._dragging = False

    def click(self, event: events.Click) -> None:
        """Move the cursor to where the click was; a click where it stands already chooses."""
        view = self.view
        offset = event.get_content_offset(view)
        if offset is None or view.text_selection is not None or event.chain > 1:
            return
        y = offset.y + view.scroll_offset.y
        line = view.flow.line(y)
        if line is None:
            return
        place = view.walk.at_cell(view.flow, y, offset.x - view.pad - GUTTER - line.lead)
        if place is not None and place == view.cursor:
            view.action_choose()
        else:
            view.move_cursor(place)

    def down(self, event: events.MouseDown) -> None:
        """Take hold of the mark at the edge."""
        offset = event.get_content_offset(self.view)
        if offset is not None and offset.x == self.view.content_size.width - 1:
            self._dragging = True
            self.view.capture_mouse()
            self._drag_to(offset.y)
            event.stop()

    def move(self, event: events.MouseMove) -> None:
        """Scroll to where the mark is dragged."""
        if self._dragging:
            self._drag_to(event.get_content_offset_capture(self.view).y)
            event.stop()

    def up(self) -> None:
        """Let go of the mark."""
        if self._dragging:
            self._dragging = False
            self.view.release_mouse()

    def _drag_to(self, row: int) -> None:
        height = max(1, self.view.content_size.height - 1)
        self.view.scroll_at_once(row * self.view.max_scroll_y // height)
