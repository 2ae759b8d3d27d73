"""Searching on a screen of panes: the bar, what is looked for, and the way back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.document.model import SECTIONS, SectionName
from tui.search.hits import Found
from tui.search.marks import hit_range
from tui.widgets.door import shown
from tui.widgets.flow import Place

if TYPE_CHECKING:
    from tui.screens.event import EventScreen
    from tui.search.hits import Hit
    from tui.search.rules import Rule
    from tui.search.session import Session
    from tui.widgets.search_bar import SearchBar


_PATIENCE = 0.3
"""Seconds that a key waits for what a query finds; a search of the largest event takes 50 ms."""


class Bookmark(Struct, frozen=True):
    """Where the reader was before the search."""

    active: SectionName
    cursors: Mapping[SectionName, tuple[Place, int | None]]
    """The cursor of each pane and the line it was scrolled to, if that is still known."""


class SearchControl:
    """Has the search bar of an event screen, and the session of the search."""

    def __init__(self, screen: EventScreen) -> None:
        self.screen = screen
        self.bar: SearchBar | None = None
        """The search bar, once there has been a search."""
        self.is_given = False
        """Whether the query is the archive's, of whose answer this event is."""
        self._session: Session[Bookmark] | None = None
        self._is_to_ask = False
        """Whether the words are still to be looked for in the whole document."""
        self._answered = asyncio.Event()
        self._answered.set()

    @property
    def session(self) -> Session[Bookmark]:
        """Where the reader is in the search."""
        if self._session is None:
            from tui.search.session import Session  # with the engine: not on start-up

            self._session = Session()
        return self._session

    @session.setter
    def session(self, session: Session[Bookmark]) -> None:
        self._session = session

    def _begin(self) -> None:
        screen = self.screen
        cursors = {pane.section: (pane.cursor, pane.scroll_offset.y) for pane in screen.panes}
        text = screen.panes[screen.active].standing_key
        start = max(text, screen.document.ranges[screen.active].start)
        self.session = self.session.begin(Bookmark(screen.active, cursors), start)

    def light(self, query: str) -> None:
        """Mark what a query of the archive finds here, and stand on its best hit."""
        self.is_given = True
        self._begin()
        self.look_for(query)

    async def open(self) -> None:
        """Open the search bar, with the words of the last search selected."""
        screen = self.screen
        if not screen.is_attached:
            return  # another screen has taken its place since the key was pressed
        self.is_given = False
        self._begin()
        if self.bar is None:
            from tui.widgets.search_bar import SearchBar  # with Textual's Input: not on start-up

            self.bar = SearchBar(id="search-bar")
            await screen.mount(self.bar, before=screen.keys)
        screen.finder.prepare()
        self.bar.history = self.session.history
        screen.set_class(True, "-searching")
        screen.set_focus(self.bar.line)  # at once: the next key may be here already, for the bar
        self.bar.line.select_all()
        if self.bar.line.value:
            self.look_for(self.bar.line.value)

    async def asked(self, query: str) -> None:
        """Look for the words as they are typed, but not for a key that came as the bar closed."""
        if self.session.place is not None:
            with self.screen.app.batch_update():
                self.look_for(query)
                # One frame for the letter and its hits: each widget has its turn of the loop to
                # say that it has changed, or the hits would wait for the frame after.
                await asyncio.sleep(0)

    def look_for(self, query: str) -> None:
        """Find ``query`` in all panes, in a worker where that takes long, and show its best hit.

        The first hits from where the reader was are shown at once; those of before stay marked
        elsewhere until all are known.
        """
        self.session = self.session.ask(query)
        self._is_to_ask = True
        self._answered.clear()
        if self._show_first(query):
            self.screen.call_after_refresh(self._ask)  # a worker would hold up the frame
        else:
            self._ask()

    def _show_first(self, query: str) -> bool:
        """Show the first hits; tell whether there are any."""
        screen = self.screen
        among, found = screen.finder.first(query, self.session.start)
        if found.hits and len(among) == len(screen.document.texts):
            self._is_to_ask = False
            self._show(query, self.session.up_to, found)
            return True
        session = self.session.answer(query, self.session.up_to, found, is_whole=False)
        if session.hit is not None:
            self.session = session
            before, after = hit_range(screen.hits, among)
            screen.searching = True
            screen.hits = (*screen.hits[:before], *found.hits, *screen.hits[after:])
            screen.walker.stand_on(session.hit)
            self.answer()
        return session.hit is not None

    def _ask(self) -> None:
        """Begin to look for all hits, unless that has begun."""
        if self._is_to_ask:
            self._is_to_ask = False
            query, up_to = self.session.query, self.session.up_to
            self.screen.finder.search(query, up_to, partial(self._show, query, up_to))

    async def answered(self) -> None:
        """Wait until all is known that the query finds, but not for long."""
        self._ask()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._answered.wait(), _PATIENCE)

    def _show(self, query: str, up_to: Rule, found: Found, *, again: bool = False) -> None:
        """Show what came of the search, unless other words have been typed since.

        What was looked for ``again``, in a fuller document, leaves the cursor where it is.
        """
        if (query, up_to) != (self.session.query, self.session.up_to):
            return
        screen = self.screen
        first = self.session.hit
        stays = again or (
            first is not None and screen.current != (first.text, first.start, first.end)
        )
        self.session = self.session.answer(query, up_to, found)
        self._answered.set()
        screen.searching = self.session.is_searching
        screen.hits = found.hits
        if stays:
            self.session = self._stand(self.session)
            screen.linker.count()
        elif self.session.hit is not None:
            screen.walker.go_to(self.session.hit, focus=False)
        else:
            screen.current = None
            self._return()
            screen.linker.count()
        screen.refresh_bindings()
        self.answer()
        if self.is_given and not again:
            self.stay(query)

    def look_again(
        self,
        moved: Callable[[SectionName, Place], Place],
        hits: Callable[[tuple[Hit, ...]], tuple[Hit, ...]],
    ) -> None:
        """Look for the query in a fuller document; the cursor stays on the hit it is on.

        Args:
            moved: Tells where the text at a place of a pane stands now.
            hits: Tells where hits are now.
        """
        session = self._session
        if session is None:
            return
        if session.place is not None:
            cursors = {
                name: (moved(name, place), None)
                for name, (place, _top) in session.place.cursors.items()
            }
            active = session.place.active
            start = self.screen.document.ranges[active].start
            session = replace(session, place=Bookmark(active, cursors), start=start)
        found = replace(session.found, hits=hits(session.found.hits))
        self.session = self._stand(replace(session, found=found))
        if self.session.is_searching:
            query, up_to = self.session.query, self.session.up_to
            then = partial(self._show, query, up_to, again=True)
            self.screen.finder.search(query, up_to, then)

    def _stand(self, session: Session[Bookmark]) -> Session[Bookmark]:
        """Return a session on the hit that the cursor is on."""
        current = self.screen.current
        return session.move(*current[:2]) if current is not None else session.move(-1, 0)

    def answer(self) -> None:
        """Show in the bar what came of the search."""
        if self.bar is not None:
            self.bar.found = bool(self.screen.hits or self.session.found.offer) or (
                not self.screen.searching
            )
            self.bar.answer = shown(self._answer())

    def _answer(self) -> str:
        if not self.screen.searching:
            return ""
        from tui.search.wording import outcome  # with the engine

        # Among the first hits the one with the cursor has no number yet.
        at = self.screen.walker.hit_number() if self.session.is_answered else 0
        return outcome(self.session.found, at)

    async def stayed(self, query: str) -> None:
        """Stay on the hit, once all are known."""
        await self.answered()
        self.stay(query)

    def stay(self, query: str) -> None:
        """Stay on the hit; the query goes on marking until ``Esc``.

        With nothing found the words stay in the bar, where a reader who types ahead sees why, and
        what was offered instead is looked for.
        """
        if not query.strip():
            self.end()
        elif self.screen.hits:
            self.session = self.session.stay()
            self.screen.linker.read_on()
        elif self.session.found.offer and self.bar is not None:
            self.bar.line.value = self.session.found.offer

    def give_up(self) -> None:
        """Refuse a loosened reading if there is one, else return to where the reader was."""
        if self.session.can_refuse:
            self.session = self.session.refuse()
            self._is_to_ask = True
            self._ask()
        else:
            self.end()

    def end(self) -> None:
        """End the search; what was not accepted is undone."""
        screen = self.screen
        screen.finder.give_up_search()
        self._is_to_ask = False
        self._answered.set()
        screen.searching = False
        screen.current = None
        screen.set_class(False, "-searching")
        if self.bar is not None:
            self.bar.line.value = ""
        self._return()
        self.session = self.session.end()
        screen.linker.read_on()
        self.answer()

    def _return(self) -> None:
        """Put every cursor back to where it was before the search."""
        place = self.session.place
        if place is not None:
            self.screen.active = place.active
            for name in SECTIONS:
                cursor, top = place.cursors[name]
                pane = self.screen.panes[name]
                pane.place_cursor(cursor)
                if top is not None:
                    pane.scroll_at_once(top)
