"""The sheet of results: all hits as a list, with the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on

from tui.document.model import Document, Text
from tui.document.places import place
from tui.locale import ngettext, number
from tui.screens.sheet import Places, Sheet
from tui.search.context import around
from tui.search.hits import Hit
from tui.widgets.flow import Block, Part
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import Lazy

_WORDS_AROUND = 60


class ResultsScreen(Sheet[Hit]):
    """Lists hits by section; it answers with the one that the reader wants to go to."""

    VIEW = Places

    def __init__(self, document: Document, hits: tuple[Hit, ...], *, searching: bool) -> None:
        """List the hits of a query, or unless ``searching`` the mentions of the selection."""
        count = len(hits)
        title = (
            ngettext("{n} hit", "{n} hits", count).format(n=number(count))
            if searching
            else ngettext("{count} mention", "{count} mentions", count).format(count=number(count))
        )
        super().__init__(title, Lazy(_blocks(document, hits)))
        self.hits = hits

    @on(FlowView.Chosen)
    def _chosen(self, event: FlowView.Chosen) -> None:
        if self.is_active and event.view.item:
            self.dismiss(self.hits[int(event.view.item)])


def _blocks(document: Document, hits: tuple[Hit, ...]) -> Iterator[Block]:
    section = ""
    for index, hit in enumerate(hits):
        text = document.texts[hit.text]
        if text.section != section:
            title = document.section(text.section).title
            gap = int(bool(section))
            section = text.section
            yield Block((Part(title, look="heading"),), gap=gap, heading=True)
        where = Part(place(document, text), look="label", one_line=True)
        yield Block((where, snippet(hit, text)), id=str(index))


def snippet(hit: Hit, text: Text) -> Part:
    """Return a hit with the words around it, and why it is one where that is not plain."""
    before, match, after = around(text.words, hit.start, hit.end, _WORDS_AROUND)
    span = (len(before), len(before) + len(match))
    return Part(before + match + after, look="text", indent=2, spans=(span,), suffix=hit.reason)
