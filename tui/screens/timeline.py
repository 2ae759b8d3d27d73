"""The timeline: every agreement on one axis of years, grouped by partner."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on

from tui.document.model import Document
from tui.document.periods import STATES
from tui.document.timeline import Timeline, timeline
from tui.locale import _
from tui.panes.blocks import Axis, axis_part, with_bar
from tui.screens.sheet import Places, Sheet
from tui.widgets.flow import Block, Part
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import Lazy

_CLASS = "-full"


class TimelineScreen(Sheet[str]):
    """Shows the bars of all agreements; it answers with the id of the one that was chosen."""

    VIEW = Places

    def __init__(self, document: Document, width: int) -> None:
        """Make the timeline of a document for a terminal of ``width`` cells."""
        found = timeline(document)
        nothing = Block((Part(_("No agreement here gives a period."), look="label"),))
        super().__init__(
            _("Timeline"), Lazy(_blocks(found, width)) if found is not None else (nothing,)
        )
        self.add_class(_CLASS)

    @on(FlowView.Chosen)
    def _chosen(self, event: FlowView.Chosen) -> None:
        if self.is_active and event.view.item:
            self.dismiss(event.view.item)


def _blocks(of: Timeline, width: int) -> Iterator[Block]:
    axis = Axis(of, max(10, width // 2 - 8))
    yield Block((axis_part(axis),), heading=True)
    for partner in of.partners:
        yield Block((Part(partner.name or "—", look="heading"),), gap=1)
        for bar in partner.bars:
            told = ", ".join(filter(None, (bar.name, _(STATES[bar.state]) if bar.state else "")))
            words = f"{bar.period}  {told}" if bar.period else told
            yield Block(
                (with_bar(Part(words, look="text", one_line=True), bar, axis),),
                id=bar.agreement,
            )
