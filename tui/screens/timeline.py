"""The timeline: every agreement on one axis of years, grouped by partner."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on

from tui.document.model import Document
from tui.document.naming import display_name
from tui.document.periods import STATES, period
from tui.document.timeline import Bar, timeline
from tui.locale import _
from tui.panes.blocks import Axis, axis_part, with_bar
from tui.record.model import Agreement
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
        super().__init__(_("Timeline"), Lazy(_blocks(document, width)))
        self.add_class(_CLASS)

    @on(FlowView.Chosen)
    def _chosen(self, event: FlowView.Chosen) -> None:
        if self.is_active and event.view.item:
            self.dismiss(event.view.item)


def _blocks(document: Document, width: int) -> Iterator[Block]:
    found = timeline(document)
    if found is None:
        yield Block((Part(_("No agreement here gives a period."), look="label"),))
        return
    axis = Axis(found, max(10, width // 2 - 8))
    yield Block((axis_part(axis),), heading=True)
    for partner in found.partners:
        yield Block((Part(partner.name or "—", look="heading"),), gap=1)
        for bar in partner.bars:
            part = Part(_words(document, bar), look="text", one_line=True)
            yield Block((with_bar(part, bar, axis),), id=bar.agreement)


def _words(document: Document, bar: Bar) -> str:
    """Return the period, name and state of the agreement of a bar."""
    agreement = document.things[bar.agreement]
    assert isinstance(agreement, Agreement)
    told = filter(None, (display_name(agreement), _(STATES[bar.state]) if bar.state else ""))
    return "  ".join(filter(None, (period(agreement), ", ".join(told))))
