"""Searching: words typed in the bar are found in all panes at once."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from textual.reactive import var

from tui.document.model import SECTIONS, SectionName
from tui.locale import _, ngettext
from tui.screens.linked import LinkedScreen
from tui.search.hits import Hit
from tui.search.rules import RULES, Rule
from tui.widgets.door import Piece, shown
from tui.widgets.flow import Place

if TYPE_CHECKING:
    from tui.widgets.search_bar import SearchBar


class _Bookmark(Struct, frozen=True):
    """Where the reader was before the search."""

    active: SectionName
    cursors: Mapping[SectionName, tuple[Place, int]]
    """The cursor of each pane and the line it was scrolled to."""


class Searching(LinkedScreen):
    """Adds the search bar to linked panes."""

    query_text: var[str] = var("")
    """The words searched for."""
    reading: var[str] = var("")
    """How the words were read when they were taken for Telex or VNI, or nothing."""
    method: str = ""
    """Which of the two they were taken for."""

    _bookmark: _Bookmark | None = None
    _history: tuple[str, ...] = ()

    @property
    def bar(self) -> SearchBar | None:
        """The search bar, once there has been a search."""
        return cast("SearchBar | None", next(iter(self.query("SearchBar")), None))

    async def action_search(self) -> None:
        """Open the search bar, with the words of the last search selected."""
        if self._bookmark is None:
            self._bookmark = _Bookmark(
                self.active,
                {p.PANE: (p.cursor, p.scroll_offset.y) for p in self.panes},
            )
        bar = self.bar
        if bar is None:
            from tui.widgets.search_bar import SearchBar  # with Textual's Input: not on start-up

            bar = SearchBar()
            await self.mount(bar, before=self.keys)
        bar.history = self._history
        self.set_class(True, "-searching")
        self.set_focus(bar.line)  # at once: the next key may have come already, and is for the bar
        bar.line.select_all()
        if bar.line.value:
            self.look_for(bar.line.value)

    async def on_search_bar_asked(self, event: SearchBar.Asked) -> None:
        """Look for the words as they are typed, but not for a key that came as it closed."""
        if self._bookmark is not None:
            with self.app.batch_update():
                self.look_for(event.query)
                # One frame for the letter and its hits: each widget has its turn of the loop to
                # say that it has changed, or the hits would wait for the frame after.
                await sleep(0)

    def look_for(self, query: str, *, up_to: Rule = RULES[-1]) -> None:
        """Find ``query`` in all panes and show its best hit."""
        from tui.search.find import find  # not on start-up

        found = find(self.document.texts, query, up_to=up_to)
        self.query_text = query
        self.reading, self.method = found.reading, found.method
        self.searching = bool(query.strip())
        self.current = None
        self.hits = found.hits
        if found.hits:
            self.go_to(self._first(found.hits), focus=False)
        else:
            self._return()
            self.count()
        self.refresh_bindings()
        self.answer()

    def _first(self, hits: tuple[Hit, ...]) -> Hit:
        """Return the best hit; of several, the next from where the reader was."""
        closest = min(hit.rank for hit in hits)
        best = [hit for hit in hits if hit.rank == closest]
        assert self._bookmark is not None
        start = self.document.ranges[self._bookmark.active].start
        return next((hit for hit in best if hit.text >= start), best[0])

    def answer(self) -> None:
        """Show in the bar what came of the search."""
        if self.bar is not None:
            self.bar.found = bool(self.hits) or not self.searching
            self.bar.answer = shown(*self._answer())

    def _answer(self) -> list[Piece]:
        if not self.searching:
            return []
        if not self.hits:
            return [_("Nothing found. Fewer words or fewer accents find more.")]
        pieces: list[Piece] = []
        number = self.hit_number()
        if self.reading:
            read = _("Read as {method}: {reading}")
            pieces.append(read.format(method=self.method, reading=self.reading) + "  ")
        elif number and (reason := self.hits[number - 1].reason):
            pieces.append(f"{reason}  ")
        total = len(self.hits)
        pieces.append(
            f"{number}/{total}"
            if number
            else ngettext("{n} hit", "{n} hits", total).format(n=total)
        )
        return pieces

    def on_search_bar_stayed(self, event: SearchBar.Stayed) -> None:
        """Stay on the hit; the query goes on marking until ``Esc``.

        With nothing found the words stay in the bar, where a reader who types ahead sees why.
        """
        query = event.query.strip()
        if not query:
            self.end_search()
        elif self.hits:
            self._history = (*(q for q in self._history if q != query), query)
            self._bookmark = None
            pane = self.pane(self.active)
            self.set_focus(pane)
            self.select(self.thing_at(pane))

    def on_search_bar_given_up(self) -> None:
        """Refuse the Telex reading if there is one, else return to where the reader was."""
        if self.reading:
            self.look_for(self.query_text, up_to="strict")
        else:
            self.end_search()

    def end_search(self) -> None:
        """End the search; what was not accepted is undone."""
        self.searching = False
        self.query_text = self.reading = ""
        self.current = None
        self.set_class(False, "-searching")
        if self.bar is not None:
            self.bar.line.value = ""
        self._return()
        self._bookmark = None
        pane = self.pane(self.active)
        self.set_focus(pane)
        self.select(self.thing_at(pane))
        self.answer()

    def _return(self) -> None:
        """Put every cursor back to where it was before the search."""
        if self._bookmark is not None:
            self.active = self._bookmark.active
            for name in SECTIONS:
                place, top = self._bookmark.cursors[name]
                pane = self.pane(name)
                pane.place_cursor(place)
                pane.scroll_at_once(top)

    def check_action(self, action: str, parameters: tuple[Any, ...]) -> bool | None:
        if action == "hit":
            return bool(self.searching and self.hits)
        return super().check_action(action, parameters)

    def action_hit(self, direction: int) -> None:
        """Go to the next hit, or the one before, across panes."""
        if self.searching and self.hits:
            self.walk(self.hits, direction)
            self.answer()
