"""Lays out the blocks of a view in the width there is; of a long flow first what is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.widget import Widget

from tui.widgets.flow import Flow
from tui.widgets.flow_lines import GUTTER, MARGIN

if TYPE_CHECKING:
    from tui.widgets.flow_view import FlowView

_AT_ONCE = 500
"""So many lines are laid out in a millisecond."""


class Typesetter:
    """Makes the flow of a view."""

    def __init__(self, view: FlowView) -> None:
        self.view = view

    @property
    def pad(self) -> int:
        """Blank cells before the lines, for text that stands in the middle."""
        view = self.view
        wide = view.content_size.width - view.measure - GUTTER - MARGIN - 1
        return max(0, wide // 2) if view.centred and view.measure else 0

    def lay_out(self) -> None:
        """Lay out the blocks in the width there is, unless they are laid out so already.

        Of a long flow only the lines in view: the rest when they have been drawn.
        """
        view = self.view
        if (width := view.content_size.width) <= 0:  # other blocks need not have the same places
            view.flow = view.flow if view.flow.blocks is view.blocks else Flow((), 1)
            return
        room = width - MARGIN - 1
        if view.measure:
            room = min(room, view.measure + GUTTER)
        column = max(1, room - GUTTER)
        if view.flow.blocks is view.blocks and view.flow.width == column:
            return
        view.flow = Flow(view.blocks, column)
        view.painter.forget()
        laid_out = view.flow.up_to(_AT_ONCE)
        self.set_length(laid_out if view.flow.is_whole else view.size.height)
        view.set_reactive(type(view).cursor, view.valid(view.cursor))
        view.scroller.show_cursor()
        if not view.flow.is_whole:
            view.call_after_refresh(self._lay_out_more)

    def _lay_out_more(self) -> None:
        """Lay out some of what is left, and the rest in turns of their own: keys come between."""
        view = self.view
        laid_out = view.flow.up_to(view.virtual_size.height + _AT_ONCE)
        self.set_length(max(laid_out, view.virtual_size.height))
        if not view.flow.is_whole:
            view.call_later(self._lay_out_more)
        else:
            view.refresh()  # the mark at the edge, now that all lines are known

    def set_length(self, lines: int) -> None:
        """Tell the view how many lines there are.

        Nothing is laid out by this size, so nothing needs to be laid out or drawn again for it.
        """
        view = self.view
        view.set_reactive(Widget.virtual_size, Size(view.content_size.width, lines))
