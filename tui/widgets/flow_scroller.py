"""Which lines of a flow are in view, and which come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset

from tui.widgets.cursors import ItemCursor
from tui.widgets.flow import Place
from tui.widgets.flow_lines import GUTTER

if TYPE_CHECKING:
    from tui.widgets.flow_view import FlowView


class FlowScroller:
    """Scrolls a view as its cursor needs it."""

    def __init__(self, view: FlowView) -> None:
        self.view = view

    def show_cursor(self) -> None:
        """Scroll as little as needed to show the cursor, and what stands just before the first."""
        view = self.view
        lines = view.cursor_lines()
        height = view.content_size.height
        if not lines or height <= 0:
            return
        first = view.walk.nearest(view.flow, 0, 1)
        start = lines.start
        if first and start == view.walk.lines(view.flow, first).start:
            start = 0
        elif height > 2 and isinstance(view.walk, ItemCursor) and view.blocks[0].heading:
            start = max(0, start - 1)  # the first row may show the heading above
        top = top_to_show(range(start, lines.stop), view.scroll_offset.y, height)
        if top is not None:
            view.scroll_at_once(top)

    def cursor_cell(self) -> Offset | None:
        """Return the cell of the screen at which the line with the cursor begins, if in view."""
        view = self.view
        y = view.cursor_lines().start
        line = view.flow.line(y) if view.flow else None
        row = y - view.scroll_offset.y
        if line is None or not 0 <= row < view.content_size.height:
            return None
        return view.content_region.offset + Offset(view.pad + GUTTER + line.lead, row)

    def shows(self, place: Place) -> bool:
        """Tell whether the line of ``place`` is in view."""
        flow, top = self.view.flow, self.view.scroll_offset.y
        if not flow or not flow.is_near(place.block):
            return False
        return top <= flow.line_of(place) < top + self.view.content_size.height

    def reveal(self, place: Place) -> None:
        """Bring ``place`` into view, with lines around it, unless it is far below all lines."""
        view = self.view
        if view.flow and view.content_size.height > 0 and view.flow.is_near(place.block):
            y = view.flow.line_of(place)
            top = top_around(y, view.scroll_offset.y, view.content_size.height)
            if top is not None:
                view.scroll_at_once(top)

    def scrolled_within(self, lines: range, steps: int) -> bool:
        """Scroll by a line within what is taller than the view; tell whether that was so."""
        top, height = self.view.scroll_offset.y, self.view.content_size.height
        if steps > 0 and lines.stop > top + height and lines.start < top + height:
            self.view.scroll_at_once(top + 1)
        elif steps < 0 and lines.start < top < lines.stop:
            self.view.scroll_at_once(top - 1)
        else:
            return False
        return True

    def page(self, pages: int) -> Place | None:
        """Scroll by pages and return the place for the cursor there."""
        view = self.view
        height = max(1, view.content_size.height - 1)
        last = len(view.flow.lines) - 1
        y = min(last, max(0, view.cursor_lines().start + pages * height))
        view.scroll_at_once(max(0, view.scroll_offset.y + pages * height))
        return view.walk.nearest(view.flow, y, pages) or view.walk.nearest(view.flow, y, -pages)


def top_to_show(lines: range, top: int, height: int) -> int | None:
    """Return the top that shows ``lines`` with the least scrolling; None when they are in view.

    Of more lines than there are rows the first are shown.
    """
    if lines.start < top:
        return lines.start
    if lines.stop > top + height:
        return min(lines.start, lines.stop - height)
    return None


def top_around(y: int, top: int, height: int) -> int | None:
    """Return the top that shows line ``y`` with lines around it; None when it is shown so."""
    margin = min(2, (height - 1) // 2)
    if top + margin <= y < top + height - margin:
        return None
    return max(0, y - height // 3)
