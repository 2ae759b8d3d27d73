"""Asks an archive as the reader types, in workers; an answer to an earlier query is dropped."""

from __future__ import annotations

from asyncio import Event, wait_for
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.worker import Worker, WorkerCancelled, get_current_worker

from tui.archive.answer import Answer, Listed, answers, listed
from tui.archive.archive import PAGE, Archive
from tui.archive.errors import ArchiveError, QueryError
from tui.archive.store import EventRow
from tui.archive.whom import Completion, completions
from tui.document.today import today

if TYPE_CHECKING:
    from tui.screens.archive import ArchiveScreen

MOST_LISTED = 5_000
"""Events that a list holds; who wants older ones narrows the query."""
_LINES_OF_AN_EVENT = 4
"""With the words around its first hit; of shorter ones the rest follows at once."""
_PATIENCE = 0.5
"""Seconds after which nobody waits for a frame any more."""


class ArchiveAsker:
    """Has the query of an archive screen and what is known of it."""

    def __init__(self, screen: ArchiveScreen) -> None:
        self.screen = screen
        self.query = ""
        self.answer: Answer | None = None
        """What is known of the query; none until the first answer, or for a mistake."""
        self._reading: Worker[None] | None = None
        self._asked = 0
        """How often was asked; an answer carries the number of its question."""
        self._answered_to = 0

    @property
    def archive(self) -> Archive | None:
        """The archive, once it is open."""
        return self.screen.keeper.archive

    def ask_at_once(self) -> None:
        """Take the newest events into the first paint; the rest follows in a worker."""
        if self.archive is not None:
            found = self.archive.everything()
            with suppress(ArchiveError):  # the worker says it, or mends it
                rows, after = listed(self.archive, found, None, PAGE, lambda: False)
                self.answer = Answer(found, rows, after)

    def ask(self, query: str, *, cursor: int = -1, again: bool = False) -> None:
        """Ask for the events of a query; the screen is told each time more is known.

        Args:
            cursor: Where the reader types, who is told too how the query may go on there.
            again: The files have changed: list as many events as were listed, all at once.
        """
        self.query = query
        if self.archive is None:
            return
        self._asked += 1
        listed_now = len(self.answer.listed) if again and self.answer else 0
        rows = self.screen.events.content_size.height // _LINES_OF_AN_EVENT + 1
        page = min(MOST_LISTED, max(PAGE, listed_now))
        first = page if again else max(4, rows)
        work = partial(self._ask, self.archive, self._asked, query, cursor, first, page)
        self.screen.run_worker(work, thread=True, exclusive=True, group="ask")

    def _ask(
        self, archive: Archive, asked: int, query: str, cursor: int, rows: int, page: int
    ) -> None:
        worker = get_current_worker()
        offered = _completed(archive, query, cursor) if cursor >= 0 else ()
        known = answers(archive, query, today(), lambda: worker.is_cancelled, rows, page)
        try:
            for answer in known:
                self._tell(self._answered, asked, answer, offered)
        except QueryError as error:
            self._tell(self._mistaken, asked, str(error), offered)
        except ArchiveError as error:
            self._tell(self.screen.status_changed, str(error))

    async def _answered(self, asked: int, answer: Answer, offered: tuple[Completion, ...]) -> None:
        """Show an answer and what is offered in one frame; wait until it is drawn.

        The worker that waits for this would otherwise read further files while it is drawn.
        """
        if asked != self._asked:
            return
        before = self.answer
        is_more = before is not None and asked == self._answered_to
        if is_more and before and len(before.listed) > len(answer.listed):
            answer = replace(answer, listed=before.listed, after=before.after)
        self.answer = answer
        self._answered_to = asked
        self.screen.show_completions(self.query, offered)
        self.screen.show_answer(is_new=not is_more)
        if self.screen.is_current:
            drawn = Event()
            self.screen.call_after_refresh(drawn.set)
            with suppress(TimeoutError):  # it has been left meanwhile
                await wait_for(drawn.wait(), _PATIENCE)

    def _mistaken(self, asked: int, sentence: str, offered: tuple[Completion, ...]) -> None:
        if asked == self._asked:
            self.answer = None
            self.screen.show_completions(self.query, offered)
            self.screen.show_mistake(sentence)

    # Further pages.

    @property
    def has_more(self) -> bool:
        """Whether there are older events than those that are listed."""
        return self.answer is not None and self.answer.after is not None

    @property
    def is_full(self) -> bool:
        """Whether there are older events for which the list has no room."""
        return self.has_more and self.answer is not None and len(self.answer.listed) >= MOST_LISTED

    def read_on(self) -> None:
        """List more events, in a worker, if there are any and there is room for them."""
        answer = self.answer
        if (
            self.archive is None
            or answer is None
            or answer.after is None
            or (self._reading is not None and not self._reading.is_finished)
            or len(answer.listed) >= MOST_LISTED
        ):
            return
        work = partial(self._read_on, self.archive, answer)
        self._reading = self.screen.run_worker(work, thread=True, exclusive=True, group="more")

    async def wait_for_more(self) -> None:
        """List more events, and wait until they are."""
        self.read_on()
        if self._reading is not None:
            with suppress(WorkerCancelled):  # another query was asked
                await self._reading.wait()

    def _read_on(self, archive: Archive, answer: Answer) -> None:
        worker = get_current_worker()
        try:
            limit = PAGE if not answer.question.is_exact else max(PAGE, len(answer.listed))
            more, after = listed(
                archive, answer.question, answer.after, limit, lambda: worker.is_cancelled
            )
            self._tell(self._longer, answer, more, after)
        except ArchiveError as error:
            self._tell(self.screen.status_changed, str(error))

    def _longer(self, of: Answer, more: tuple[Listed, ...], after: EventRow | None) -> None:
        answer = self.answer
        if answer is not None and answer.question == of.question and answer.after == of.after:
            self.answer = replace(answer, listed=(*answer.listed, *more), after=after)
            self.screen.show_answer(is_new=False)

    def _tell(self, then: Callable[..., object], *values: object) -> None:
        if not get_current_worker().is_cancelled:
            self.screen.app.call_from_thread(then, *values)


def _completed(archive: Archive, query: str, cursor: int) -> tuple[Completion, ...]:
    """Return how a query may go on."""
    with suppress(ArchiveError):  # the answer to the query says it
        return tuple(completions(archive, query, cursor)) if query.strip() else ()
    return ()
