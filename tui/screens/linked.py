"""A screen of linked panes: what the cursor is on in one is marked in all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual import on
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from tui.document.model import SECTIONS, Document, SectionName
from tui.locale import _, ngettext
from tui.panes.article import ArticlePane
from tui.panes.pane import Pane
from tui.search.hits import Hit
from tui.search.marks import HitMarks, hit_range
from tui.search.walk import index_at, step
from tui.widgets.flow import Place
from tui.widgets.flow_lines import Marked, Marks
from tui.widgets.flow_view import FlowView
from tui.widgets.item_list import ItemList
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from tui.search.mentions import Mentions

_MOST_TICKS = 400
"""More hits than these in a pane would be a line at its edge, not ticks."""

_MANY_PASSAGES = 2000
"""In an event with more than these the cursor moves first and what it is on is marked then."""


class LinkedScreen(Screen[None]):
    """Owns the selection, the hits shown, and which of them the cursor is on."""

    selection: var[str] = var("")
    """The id of the entity that the cursor is on, or nothing."""
    hits: var[tuple[Hit, ...]] = var(())
    """The hits of the query, or without one the mentions of the selection."""
    marks: var[Marks] = var(dict)
    """The spans of :attr:`hits`, for the panes to mark."""
    current: var[Marked | None] = var(None)
    """The hit that the cursor is on."""
    active: var[SectionName] = var("article")
    """The pane that has, or last had, the focus."""
    searching: var[bool] = var(False)
    """Whether :attr:`hits` are those of a query."""

    def __init__(self, document: Document, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.document = document

    @cached_property
    def mentions(self) -> Mentions:
        """What is named where."""
        from tui.search.mentions import Mentions  # not before the article is on the screen

        return Mentions(self.document.things, self.document.texts)

    def pane(self, name: SectionName) -> Pane:
        """Return a pane by its name."""
        found = self.query_one(f"#{name}")
        assert isinstance(found, Pane)
        return found

    @property
    def panes(self) -> Sequence[Pane]:
        """The panes in reading order."""
        return [self.pane(name) for name in SECTIONS]

    @property
    def keys(self) -> KeyLine:
        """The line of keys."""
        return self.query_one(KeyLine)

    # Where the cursor is.

    def thing_at(self, pane: Pane) -> str:
        """Return the id of what the cursor of a pane is on: an entity, or nothing."""
        if isinstance(pane, ItemList):
            return pane.item
        if isinstance(pane, ArticlePane):
            for reference in self.mentions.within(pane.standing_key):
                if reference.start <= pane.cursor.offset < reference.end:
                    return reference.id
            if pane.item in self.document.things:
                return pane.item
        return ""

    def passage_at(self, pane: Pane) -> tuple[int, int]:
        """Return the index of the passage that the cursor of a pane is in, and the offset there."""
        if self.current is not None and self.current[0] in self.document.ranges[pane.PANE]:
            return self.current[0], self.current[1]
        return pane.standing_key, pane.cursor.offset

    @on(FlowView.Moved)
    def _cursor_moved(self, event: FlowView.Moved) -> None:
        if isinstance(event.view, Pane):
            self.current = None
            self.select(self.thing_at(event.view))

    def select(self, entity_id: str) -> None:
        """Make the thing with this id the selection."""
        self.selection = entity_id
        self.refresh_bindings()
        if len(self.document.texts) > _MANY_PASSAGES:
            self.call_after_refresh(self._mark, entity_id)
        else:
            self._mark(entity_id)

    def _mark(self, entity_id: str) -> None:
        """Mark the mentions of the selection, unless the reader has moved on since."""
        if entity_id == self.selection:
            if not self.searching:
                self.hits = self.mentions.of(entity_id) if entity_id else ()
            self.count()

    def watch_hits(self, hits: tuple[Hit, ...]) -> None:
        self.marks = HitMarks(hits)

    def watch_focused(self, focused: Widget | None) -> None:
        if isinstance(focused, Pane) and self.active != focused.PANE:
            self.active = focused.PANE

    # Walking over hits and mentions.

    def walk(self, hits: Sequence[Hit], direction: int) -> bool:
        """Put the cursor on the next of ``hits``, or the one before; tell whether that wrapped."""
        place = self.passage_at(self.pane(self.active))
        found = step(hits, *place, direction, on_hit=self.current is not None)
        if found is None:
            return False
        index, wrapped = found
        self.go_to(hits[index])
        if wrapped:
            self.keys.say(
                _("Past the end: on from the top.")
                if direction > 0
                else _("Past the top: on from the end.")
            )
        return wrapped

    def go_to(self, hit: Hit, *, focus: bool = True) -> None:
        """Put the cursor on a hit, in whichever pane it is."""
        pane = self.pane(self.document.texts[hit.text].section)
        self.active = pane.PANE
        if focus:
            self.set_focus(pane)
        self.current = (hit.text, hit.start, hit.end)
        pane.jump_to(pane.place_of(hit.text, hit.start))
        self.count()

    # Counts.

    def count(self) -> None:
        """Show in the frame of every pane where its cursor is and how much is marked there."""
        for pane in self.panes:
            texts = []
            if isinstance(pane, ItemList) and not pane.is_empty:
                texts.append("{}/{}".format(*pane.position))
            if self.hits:
                texts.append(self._marked_in(pane.PANE))
            pane.count(" · ".join(texts))
            pane.ticks = self._places_in(pane)

    def _places_in(self, pane: Pane) -> tuple[Place, ...]:
        start, stop = hit_range(self.hits, self.document.ranges[pane.PANE])
        if stop - start > _MOST_TICKS:
            return ()
        return tuple(pane.place_of(hit.text, hit.start) for hit in self.hits[start:stop])

    def _marked_in(self, pane: SectionName) -> str:
        start, stop = hit_range(self.hits, self.document.ranges[pane])
        number = stop - start
        at = self.hit_number()
        count = f"{at - start}/{number}" if start < at <= stop else str(number)
        if self.searching:
            return ngettext("{count} hit", "{count} hits", number).format(count=count)
        return ngettext("{count} mention", "{count} mentions", number).format(count=count)

    def hit_number(self) -> int:
        """Return which of the hits the cursor is on, from 1; 0 when on none."""
        if self.current is None:
            return 0
        return index_at(self.hits, self.current[0], self.current[1]) + 1

    def check_action(self, action: str, parameters: tuple[Any, ...]) -> bool | None:
        if action == "mention":
            return True if self.selection else None
        return super().check_action(action, parameters)

    def action_mention(self, direction: int) -> None:
        """Go to the next mention of the selection, or the one before, across panes."""
        if self.selection:
            self.walk(self.mentions.of(self.selection), direction)
