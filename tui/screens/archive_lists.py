"""What the two lists and the header of an archive screen show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.style import Style

from tui.archive.answer import Listed
from tui.archive.store import EventRow
from tui.locale import _, ngettext, number
from tui.panes.archive_events import event_blocks, list_ends, nothing_found, sentence
from tui.panes.archive_facets import Choice, facet_lines, written
from tui.text.cleaning import clean_line
from tui.widgets.door import shown
from tui.widgets.flow import Block, Place
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import has
from tui.widgets.pane_tabs import PaneTabs
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.screens.archive import ArchiveScreen


class ArchiveLists:
    """Fills the lists of an archive screen and knows what their cursors are on."""

    def __init__(self, screen: ArchiveScreen) -> None:
        self.screen = screen
        self._listed: tuple[Listed, ...] = ()
        self._choices: tuple[Choice | None, ...] = ()
        self.wanted: Listed | None = None
        """The event that the cursor is to stand on once it is listed."""
        self._opened: frozenset[str] = frozenset()
        """The sorts of facets that are listed whole."""
        self._query = ""
        """The query of which events are listed."""

    @property
    def listed(self) -> Listed | None:
        """The event that the cursor is on."""
        item = self.screen.events.item
        return self._listed[int(item)] if item else None

    @property
    def choice(self) -> Choice | None:
        """The facet that the cursor is on."""
        block = self.screen.facets.cursor.block
        return self._choices[block] if block < len(self._choices) else None

    def step(self, direction: int) -> Listed | None:
        """Move to the next event of the list, or the one before; return it if there is one."""
        item = self.screen.events.item
        place = int(item) + direction if item else -1
        if not 0 <= place < len(self._listed):
            return None
        self._go_to(place)
        return self._listed[place]

    def _go_to(self, place: int) -> None:
        events = self.screen.events
        block = next((n for n, b in enumerate(events.blocks) if b.id == str(place)), 0)
        events.place_cursor(events.valid(Place(block)))
        self.count()

    # Filling.

    def show(self, *, is_new: bool) -> None:
        """Show what is known of the query.

        Args:
            is_new: Whether it is another query, or of other files: the cursor stays on the event
                it was on, or goes to the first.
        """
        screen, answer = self.screen, self.screen.asker.answer
        if answer is None or screen.keeper.archive is None:
            self.show_sentence(self._why_nothing())
            return
        before, at = self.listed or self.wanted, self._at
        if answer.listed is not self._listed or is_new:
            self._listed = answer.listed
            blocks = tuple(event_blocks(answer.listed)) or sentence(self._why_nothing())
            if screen.asker.is_full:
                blocks += sentence(list_ends(len(answer.listed)))
            _fill(self.screen.events, blocks)
            self.screen.events.cursor_stays = bool(answer.listed)
            if is_new:
                self._stay_on(before, at)
        if answer.facets is not None:
            self._show_facets()
        self.show_header()
        self.count()

    @property
    def _at(self) -> tuple[int, int]:
        """Which of the events the cursor is on, and in which row of the view; -1 out of view."""
        events = self.screen.events
        if not events.item or not events.scroller.shows(events.cursor):
            return int(events.item or 0), -1
        return int(events.item), events.cursor_lines().start - events.scroll_offset.y

    def _stay_on(self, before: Listed | None, at: tuple[int, int]) -> None:
        """Put the cursor on an event, in the same row, if it is listed still; else on the first.

        Of the same query it is one that has gone: the next one takes its place.
        """
        path = before.row.path if before else b""
        rows = (place for place, each in enumerate(self._listed) if each.row.path == path)
        query, self._query = self._query, self.screen.asker.query
        place, row = next(rows, -1), at[1]
        if place < 0:
            place = min(at[0], len(self._listed) - 1) if query == self._query else 0
        self._go_to(place)
        events = self.screen.events
        if query == self._query and row >= 0 and at[0]:
            events.scroll_at_once(max(0, events.cursor_lines().start - row))

    def in_view(self) -> tuple[EventRow, ...]:
        """Return the events that are in view."""
        events = self.screen.events
        blocks = {line.block for y in events.in_view() if (line := events.flow.line(y))}
        ids = (events.blocks[block].id for block in sorted(blocks))
        return tuple(self._listed[int(id_)].row for id_ in ids if id_)

    def _show_facets(self) -> None:
        facets, answer = self.screen.facets, self.screen.asker.answer
        if answer is None:
            return
        stood = facets.item
        lines = list(facet_lines(answer, self._opened))
        self._choices = tuple(choice for _block, choice in lines)
        _fill(facets, tuple(block for block, _choice in lines))
        block = next((n for n, (b, _c) in enumerate(lines) if b.id and b.id == stood), 0)
        facets.place_cursor(facets.valid(Place(block)))

    def open_all(self, sort: str) -> None:
        """List all facets of a sort."""
        self._opened |= {sort}
        place = self.screen.facets.cursor
        self._show_facets()
        self.screen.facets.move_cursor(self.screen.facets.valid(place))

    def show_sentence(self, text: str) -> None:
        """Show a sentence in place of events."""
        self._listed = ()
        _fill(self.screen.events, sentence(text))
        self.screen.events.cursor_stays = False
        self.show_header()
        self.count()

    def _why_nothing(self) -> str:
        keeper = self.screen.keeper
        if keeper.mistake:
            return keeper.mistake
        if keeper.opened is None:
            return _("The index is being built for the first time.")
        if self.screen.asker.query.strip():
            answer = self.screen.asker.answer
            return nothing_found(answer.vain if answer else 0)
        if keeper.broken:
            forms = ngettext(
                "There is no event here: {n} file cannot be read as one. Ctrl+E says why.",
                "There is no event here: {n} files cannot be read as one. Ctrl+E says why.",
                keeper.broken,
            )
            return forms.format(n=number(keeper.broken))
        return _("There is no event file here: no name ends in .toml.")

    # The frames and the header.

    def count(self) -> None:
        """Show in the frames and on the tabs how many events there are, and where the cursor is."""
        screen, answer = self.screen, self.screen.asker.answer
        query = screen.asker.query.strip()
        told = f"1 {_('Events')}" + (f": {clean_line(query)}" if query else "")
        _frame(screen.facets, f"2 {_('Facets')}")
        at = int(screen.events.item) + 1 if screen.events.item else 0
        total = written(answer.count) if answer and answer.count is not None else ""
        counted = f"{number(at)}/{total}" if at and total else total
        _frame(screen.events, told, counted)
        screen.query_one(PaneTabs).counts = {"events": counted}

    def show_header(self) -> None:
        """Show what archive it is, how much of it there is, and how new that is."""
        screen = self.screen
        query = clean_line(screen.asker.query.strip())
        # Where no frame says it, and no bar.
        is_told = screen.has_class("-two-columns") or screen.search.is_open
        parts = [f"/ {query}" if query and not is_told else self._total(), screen.status]
        if screen.keeper.broken:
            forms = ngettext("{n} broken file", "{n} broken files", screen.keeper.broken)
            parts.append(forms.format(n=number(screen.keeper.broken)) + " (Ctrl+E)")
        told = " · ".join(filter(None, parts))
        name = clean_line(screen.keeper.name)
        screen.query_one("#header", TextLine).content = shown((name, Style(bold=True)), "\n", told)

    def _total(self) -> str:
        total = self.screen.keeper.total
        if total is None:
            return ""
        if total == 1:
            return _("One event; Enter opens it.")
        return ngettext("{n} event", "{n} events", total).format(n=number(total))


def _fill(view: FlowView, blocks: tuple[Block, ...]) -> None:
    """Show blocks, the cursor where it is if it can stand there."""
    cursor = view.cursor
    view.blocks = blocks
    view.cursor = view.valid(cursor) if has(blocks, 0) else Place()


def _frame(view: FlowView, title: str, subtitle: str = "") -> None:
    """Write on the frame of a list what is not there yet: all of it is redrawn for that."""
    frame = shown(title), shown(subtitle)
    if (view.border_title, view.border_subtitle) != tuple(part.markup for part in frame):
        view.border_title, view.border_subtitle = frame
