"""The screen on which a draft is reviewed: the article, and beside it what was found in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.reactive import var
from textual.screen import Screen

from tui.draft import review as steps
from tui.draft.entries import Entry, Facts
from tui.draft.finding.scan import Place
from tui.draft.model import Draft
from tui.draft.review import Review
from tui.draft.unread import next_unread
from tui.locale import _, ngettext
from tui.screens.breakpoints import HORIZONTAL, VERTICAL
from tui.screens.day_prompt import DayPrompt
from tui.screens.mouse_selection import selected_place
from tui.screens.review_blocks import article_blocks, found_spans, list_blocks
from tui.widgets.cursors import ItemCursor, LineCursor
from tui.widgets.door import shown
from tui.widgets.flow import Place as FlowPlace
from tui.widgets.flow import Spans
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings

Save: TypeAlias = Callable[[Draft], str]
"""Writes a draft to its file; returns a sentence that says why that failed, or nothing."""


class ReviewScreen(Screen[None]):
    """Reviews a draft and writes it where the reader said, and nothing else."""

    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS = bindings("review")

    review: var[Review | None] = var(None, init=False)
    """The draft, and where the reader is in it."""

    def __init__(self, draft: Draft, save: Save) -> None:
        super().__init__()
        self.save = save
        self.written: Draft | None = None
        """The draft as it was last written."""
        self.asked = False
        """Whether the reader was asked about work that is not written."""
        self.spans: dict[int, Spans] = {}
        self.article = FlowView(LineCursor(self.spans_of), id="review-article")
        self.found = FlowView(ItemCursor(), id="review-found")
        self.found.cursor_stays = True
        self.set_reactive(ReviewScreen.review, steps.start(draft))

    @property
    def state(self) -> Review:
        """The review as it is now."""
        assert self.review is not None
        return self.review

    def spans_of(self, block: int) -> Spans:
        """Return where things were found in a block of the article."""
        return self.spans.get(block, ())

    def compose(self) -> ComposeResult:
        self.article.border_title = shown(_("Article"))
        self.found.border_title = shown(_("Found"))
        yield self.article
        yield self.found
        yield KeyLine()

    def on_mount(self) -> None:
        self.set_focus(self.found)
        self.show()

    def watch_review(self, before: Review | None, after: Review | None) -> None:
        if self.is_mounted and before is not after:
            self.asked = False
            self.show()

    def show(self) -> None:
        """Show the state: the list, the spans in the article, the current one lit."""
        review, facts = self.state, self.state.facts
        self.spans = found_spans(facts, review)
        self.article.blocks = article_blocks(review.draft.article)
        self.article.painter.forget()
        self.article.refresh()
        self.found.blocks = list_blocks(review, facts)
        self._show_current(facts)
        left = len(review.left)
        told = ngettext("{n} left", "{n} left", left).format(n=left)
        self.found.border_subtitle = shown(told)
        self.refresh_bindings()
        if review.selecting:
            self.query_one(KeyLine).say(
                _("← → words, ↑ ↓ lines, ] [ edges; a adds, d takes the day, u cancels.")
            )

    def _show_current(self, facts: Mapping[Entry, Facts]) -> None:
        entry = self.state.current
        for index, block in enumerate(self.found.blocks):
            if block.id == entry.id:
                self.found.place_cursor(FlowPlace(index))
        place = self.state.selecting or facts[entry].place
        self.article.current = (place.block, place.start, place.end) if place else None
        if place:
            self.article.jump_to(FlowPlace(place.block, 0, place.start))

    # Moving.

    @on(FlowView.Moved)
    def _moved(self, event: FlowView.Moved) -> None:
        """Follow the cursor of the list; in the article, go to what stands where it is."""
        if event.view is self.found:
            self._go_to(lambda entry, _place: entry.id == self.found.item)
        elif self.state.selecting:
            self.review = steps.select(self.state, self._from_here())
        else:
            cursor = self.article.cursor
            self._go_to(
                lambda _entry, place: (
                    place is not None
                    and place.block == cursor.block
                    and place.start <= cursor.offset < place.end
                    and _entry.kind not in ("caption", "name")
                )
            )

    def _go_to(self, wanted: Callable[[Entry, Place | None], bool]) -> None:
        for entry, fact in self.state.facts.items():
            if wanted(entry, fact.place):
                self.set_reactive(ReviewScreen.review, steps.go_to(self.state, entry))
                self._show_current(self.state.facts)
                return

    def action_step(self, direction: int) -> None:
        """Go to the next doubtful entry or the one before."""
        self._decide(steps.step(steps.without_selection(self.state), direction))

    # Deciding.

    def action_keep(self) -> None:
        """Keep the entry; while selecting, add what is selected."""
        self._decide(steps.keep(self.state))

    def action_leave_out(self) -> None:
        """Leave the entry out."""
        self._decide(steps.leave_out(self.state))

    def action_keep_rest(self) -> None:
        """Keep all that is left."""
        self.review = steps.keep_rest(self.state)

    def action_undo(self) -> None:
        """Undo the last change."""
        self._decide(steps.undo(self.state))

    def _decide(self, review: Review) -> None:
        """Take a decision; the list has the focus again after words were selected."""
        if self.state.selecting and not review.selecting:
            self.set_focus(self.found)
        self.review = review

    def action_edge(self, side: str, words: int) -> None:
        """Move an edge of the entry by a word."""
        self.review = steps.move_edge(self.state, right=side == "right", step=words)

    def action_role(self) -> None:
        """Give the entry the next role, or the next kind."""
        self.review = steps.change_role(self.state)

    def action_merge(self) -> None:
        """Merge the entry with the one that the reader goes to."""
        self.review = steps.start_merging(self.state)
        if self.state.merging:
            self.query_one(KeyLine).say(_("Merge with: j and k move, m merges, u cancels."))

    def action_select(self) -> None:
        """Begin to select words of the article by keys."""
        review = steps.select(self.state, self._from_here())
        if review.selecting:
            self.set_focus(self.article)
            self.review = review

    def action_select_word(self, step: int) -> None:
        """Select the next word of the article, or the one before."""
        self.review = steps.move_selection(self.state, step)

    def action_day(self) -> None:
        """Take the day of the event from what is selected, or ask for it."""
        place = self._selected()
        if place is None:
            day = self.state.draft.event.start_date
            self.app.push_screen(DayPrompt(day), self._give_day)
            return
        review = steps.day_from(self.state, place)
        if review is None:
            self.query_one(KeyLine).say(_("The selected words are not a date."))
            return
        self.clear_selection()
        self._decide(review)

    def _give_day(self, day: date | None) -> None:
        if day:
            self.review = steps.give_day(self.state, day)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "select_word":
            return self.state.selecting is not None
        return super().check_action(action, parameters)

    def action_add(self) -> None:
        """Add what is selected, or the next words with capitals in which nothing was found."""
        place = self._selected() or next_unread(self.state.draft, self._from_here())
        if place is None:
            self.query_one(KeyLine).say(_("Select the words in the article, then press the key."))
            return
        self.clear_selection()
        self._decide(steps.add(self.state, place))

    def _from_here(self) -> Place:
        cursor = self.article.cursor
        return Place(cursor.block, cursor.offset, cursor.offset)

    def _selected(self) -> Place | None:
        """Return what is selected in the article, by keys or by the mouse."""
        return self.state.selecting or selected_place(self.article)

    # Writing and leaving.

    def action_write(self) -> None:
        """Write the event file."""
        failed = self.save(self.state.draft)
        if not failed:
            self.written = self.state.draft
        self.query_one(KeyLine).say(failed or _("Written. q leaves."))

    def action_leave(self) -> None:
        """Leave; ask once when there is work that is not written; while selecting, leave that."""
        if self.state.selecting:
            self.action_undo()
            return
        if self.written == self.state.draft or self.asked:
            self.app.exit(0)
            return
        self.asked = True
        self.query_one(KeyLine).say(_("Not written yet: w writes, q again leaves without writing."))
