"""What lies over an event screen: cards, the list of results, the timeline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.document.model import Document
from tui.search.hits import Hit

if TYPE_CHECKING:
    from tui.screens.event import EventScreen

SheetName: TypeAlias = Literal["results", "timeline"]


class Overlays:
    """Opens sheets over an event screen, and goes to what was chosen there."""

    def __init__(self, screen: EventScreen) -> None:
        self.screen = screen

    async def open(self, name: SheetName) -> None:
        """Open a sheet by its name."""
        if name == "timeline":
            await self._open_timeline()
        else:
            await self._open_results()

    async def _open_results(self) -> None:
        """Show all hits as a list."""
        from tui.screens.results import ResultsScreen

        screen = self.screen
        if screen.hits:
            results = ResultsScreen(screen.document, screen.hits, searching=screen.searching)
            await screen.app.push_screen(results, partial(self._jump, screen.document))

    async def _open_timeline(self) -> None:
        """Show all agreements on one axis of years."""
        from tui.screens.timeline import TimelineScreen

        screen = self.screen
        timeline = TimelineScreen(screen.document, screen.size.width)
        await screen.app.push_screen(timeline, screen.walker.jump_to_item)

    def open_card(self, thing: str) -> None:
        """Open the card of the thing with this id; a mention chosen there is gone to."""
        from tui.screens.card import CardScreen

        screen = self.screen
        card = CardScreen(screen.document, screen.finder.mentions, thing)
        jump = partial(self._jump, screen.document, thing=thing)
        screen.app.push_screen(card, jump)

    def _jump(self, document: Document, hit: Hit | None, thing: str = "") -> None:
        """Go to a hit of a document, unless the screen shows another one by now."""
        if self.screen.document is document:
            self.screen.walker.jump(hit, thing)
