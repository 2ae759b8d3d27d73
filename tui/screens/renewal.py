"""A later document takes the place of the one on a screen; the reader stays where they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.document.later import numbers_in
from tui.document.model import Document, SectionName
from tui.screens.jumps import Jumps, Spot
from tui.search.hits import Hit
from tui.widgets.flow import Block, Place
from tui.widgets.lazy import has

if TYPE_CHECKING:
    from tui.screens.event import EventScreen
    from tui.search.mentions import Mentions


class Renewal:
    """Takes a screen to a fuller or changed document, in which texts have other numbers."""

    def __init__(self, screen: EventScreen, document: Document, mentions: Mentions) -> None:
        """Prepare for ``document``, of which it is known what is named where."""
        self.screen = screen
        self.document = document
        self.mentions = mentions
        self._numbers = numbers_in(document, screen.document)
        texts, later = screen.document.texts, document.texts
        self._unchanged = {
            number: there
            for number, there in self._numbers.items()
            if texts[number].words == later[there].words
        }
        """The numbers of the texts that have the same words, so that spans of them hold."""
        self._before = {pane.section: pane.blocks for pane in screen.panes}

    def show(self) -> None:
        """Show the later document."""
        screen = self.screen
        current, hits = screen.current, screen.hits
        with screen.app.batch_update():
            screen.current, screen.hits = None, ()
            screen.document = screen.panes.document = self.document
            screen.finder.know(self.mentions)
            for pane in screen.panes:
                pane.show(self.document, partial(self._moved, pane.section))
            screen.panes["article"].link(self.mentions)
            screen.lists.filter_again()
            screen.walker.jumps = self._jumps(screen.walker.jumps)
            screen.hits = self._hits(hits)
            if current is not None and current[0] in self._unchanged:
                screen.current = (self._unchanged[current[0]], *current[1:])
            screen.search_control.look_again(self._moved, self._hits)
            if screen.selection not in self.document.things:
                screen.selection = screen.finder.thing_at(screen.panes[screen.active])
            screen.linker.select(screen.selection)

    def _moved(self, section: SectionName, place: Place) -> Place:
        """Return where the text at a place stands now, or the nearest place there is."""
        pane = self.screen.panes[section]
        key = _key(self._before[section], place)
        number = self._numbers.get(key)
        if number is None:
            return pane.valid(Place(place.block))
        offset = place.offset if key in self._unchanged else 0
        return pane.valid(pane.place_of(number, offset) or Place(place.block))

    def _hits(self, hits: Iterable[Hit]) -> tuple[Hit, ...]:
        numbers = self._unchanged
        moved = (replace(hit, text=numbers[hit.text]) for hit in hits if hit.text in numbers)
        return tuple(sorted(moved))

    def _jumps(self, jumps: Jumps) -> Jumps:
        return Jumps(
            tuple(map(self._spot, jumps.behind)),
            tuple(map(self._spot, jumps.ahead)),
        )

    def _spot(self, spot: Spot) -> Spot:
        return Spot(spot.section, self._moved(spot.section, spot.place))


def _key(blocks: Sequence[Block], place: Place) -> int:
    """Return the number of the text at a place, or -1 where there is none."""
    if not has(blocks, place.block):
        return -1
    parts = blocks[place.block].parts
    return parts[place.part].key if place.part < len(parts) else -1
