"""Going over hits and mentions, leaping, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.document.model import SectionName, Text
from tui.locale import _
from tui.panes.pane import Pane
from tui.screens.jumps import Jumps, Spot
from tui.search.hits import Hit
from tui.search.walk import index_at, step

if TYPE_CHECKING:
    from tui.screens.event import EventScreen

Walked: TypeAlias = Literal["hits", "mentions", "jumps"]


class Walker:
    """Moves the cursor of an event screen from hit to hit, in whichever pane they are."""

    def __init__(self, screen: EventScreen) -> None:
        self.screen = screen
        self.jumps = Jumps()
        """Where the reader jumped from."""

    def place_at(self, pane: Pane) -> tuple[int, int]:
        """Return the index of the text that the cursor of a pane is in, and the offset there."""
        if (
            self.screen.current is not None
            and self.screen.current[0] in self.screen.document.ranges[pane.section]
        ):
            return self.screen.current[0], self.screen.current[1]
        return pane.standing_key, pane.cursor.offset

    def walk_over(self, over: Walked, direction: int) -> None:
        """Go over the hits of the search, the mentions of the selection, or the jumps."""
        screen = self.screen
        match over:
            case "hits" if screen.searching and screen.hits:
                self.walk(screen.hits, direction)
                screen.search_control.answer()
            case "mentions" if screen.selection:
                self.walk(screen.finder.mentions_of(screen.selection), direction)
            case "jumps":
                self.history(direction)

    def walk(self, hits: Sequence[Hit], direction: int) -> None:
        """Put the cursor on the next of ``hits``, or the one before; say when that wrapped."""
        place = self.place_at(self.screen.panes[self.screen.active])
        found = step(hits, *place, direction, on_hit=self.screen.current is not None)
        if found is None:
            return
        index, wrapped = found
        self.go_to(hits[index])
        if wrapped:
            self.screen.keys.say(
                _("Past the end: on from the top.")
                if direction > 0
                else _("Past the top: on from the end.")
            )

    def go_to(self, hit: Hit, *, focus: bool = True) -> None:
        """Put the cursor on a hit, in whichever pane it is; the other panes follow."""
        self.stand_on(hit, focus=focus)
        self.screen.panes.follow(self.screen.hits, self.screen.active)
        self.screen.linker.count()

    def stand_on(self, hit: Hit, *, focus: bool = False) -> None:
        """Put the cursor on a hit, in whichever pane it is."""
        pane = self.screen.panes[self.screen.document.texts[hit.text].section]
        place = pane.place_of(hit.text, hit.start)
        if place is None:  # the filter hides it
            self.screen.lists.show_all(pane)
            place = pane.place_of(hit.text, hit.start)
        self.screen.active = pane.section
        if focus:
            self.screen.set_focus(pane)
        self.screen.current = (hit.text, hit.start, hit.end)
        if place is not None:
            pane.jump_to(place)

    def hit_number(self) -> int:
        """Return which of the hits the cursor is on, from 1; 0 when on none."""
        if self.screen.current is None:
            return 0
        return index_at(self.screen.hits, self.screen.current[0], self.screen.current[1]) + 1

    @property
    def spot(self) -> Spot:
        """Where the reader is."""
        return Spot(self.screen.active, self.screen.panes[self.screen.active].cursor)

    def jump(self, hit: Hit | None, thing: str = "") -> None:
        """Go to a hit that was chosen on another screen, and remember the way back."""
        if hit is not None:
            self.jumps = self.jumps.after(self.spot)
            if thing:
                self.screen.selection = thing
            self.go_to(hit)

    def jump_to_item(self, item: str | None) -> None:
        """Go to the first text of an item that was chosen on another screen."""
        texts = enumerate(self.screen.document.texts)
        found = next((index for index, text in texts if text.item == item), None)
        if found is not None:
            self.jump(Hit(found, 0, 0))

    def arrive(self, address: tuple[SectionName, str, str], things: Sequence[str]) -> None:
        """Go to the text at an address, there to the first mention of one of some things."""
        screen = self.screen
        found = [i for i, t in enumerate(screen.document.texts) if address == _address(t)]
        if not found:  # that text is not shown here: its item, or else its section
            section, item, _field = address
            texts = enumerate(screen.document.texts)
            found = [i for i, t in texts if t.section == section and t.item == item]
        mentions = (hit for thing in things for hit in screen.finder.mentions_of(thing))
        inside = [hit for hit in mentions if hit.text in found]
        if inside:
            self.go_to(min(inside))
        elif found:
            self.go_to(Hit(found[0], 0, 0))
        if things:
            screen.linker.select(things[0])

    def history(self, direction: int) -> None:
        """Go back to where a leap began, or forward again."""
        moved = self.jumps.back(self.spot) if direction < 0 else self.jumps.forward(self.spot)
        if moved is None:
            self.screen.keys.say(
                _("There is no place to go back to.")
                if direction < 0
                else _("There is no place to go forward to.")
            )
            return
        self.jumps, spot = moved
        self.return_to(spot)

    def return_to(self, spot: Spot) -> None:
        """Put the reader to where they were."""
        self.screen.active = spot.section
        self.screen.current = None
        pane = self.screen.panes[spot.section]
        pane.jump_to(pane.valid(spot.place))
        self.screen.linker.read_on()


def _address(text: Text) -> tuple[SectionName, str, str]:
    return text.section, text.item, text.field
