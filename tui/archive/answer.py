"""What an archive answers to a query, step by step: first what is in view, then all that is known.

Each answer stands for itself and replaces the one before it, so that a reader sees the newest
events at once and exact numbers when they are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.archive.archive import MOST_COUNTED, MOST_IN_FACETS, PAGE, Archive, Count, Facets
from tui.archive.question import Question
from tui.archive.states import VALUES
from tui.archive.store import EventRow
from tui.document.periods import State
from tui.record.problems import RecordError
from tui.search.context import around

AT_ONCE = 2_000
"""The newest events that facets are counted in before anything else."""
MOST_EXACT = 200_000
"""Events of which facets are counted exactly; of more those of the newest are told."""
_WORDS_AROUND = 50

IsCancelled = Callable[[], bool]


class Listed(Struct, frozen=True):
    """An event of a list: how many hits it has, and the words around the first of them."""

    row: EventRow
    hits: int = 0
    words: str = ""
    span: tuple[int, int] = (0, 0)


class Answer(Struct, frozen=True):
    """What is known of a query so far.

    ``after`` is the last candidate that was looked at; none once there are no more. ``count`` is
    how many events there are at least, and whether there may be more; none before it is known.
    """

    question: Question
    listed: tuple[Listed, ...]
    after: EventRow | None = None
    count: Count | None = None
    facets: Facets | None = None

    @property
    def states(self) -> Mapping[State, int]:
        """In how many events there are agreements of each state, in those of the facets."""
        return self.facets.states if self.facets else {}


def answers(
    archive: Archive,
    text: str,
    day: date,
    is_cancelled: IsCancelled,
    first: int = 12,
    page: int = PAGE,
) -> Iterator[Answer]:
    """Yield what is known of a query, more each time.

    Args:
        first: How many events are enough to begin with.
        page: How many are listed then.

    Raises :exc:`tui.archive.errors.QueryError` for a mistake in the query.
    """
    question = archive.ask(text, day)
    limit = page if question.is_exact else first
    found, after = listed(archive, question, None, limit, is_cancelled)
    while not found and not is_cancelled() and (looser := archive.looser(question)):
        question = looser  # what there was had the terms, but not the words
        found, after = listed(archive, question, None, limit, is_cancelled)
    answer = Answer(question, found, after)
    yield answer
    if is_cancelled():
        return
    if after is not None and limit < page:
        more, after = listed(archive, question, after, page - limit, is_cancelled)
        answer = replace(answer, listed=(*found, *more), after=after)
    if question.is_exact:
        yield from _counted(archive, answer, is_cancelled)
    else:
        yield from _read_through(archive, answer, is_cancelled)


def listed(
    archive: Archive,
    question: Question,
    after: EventRow | None,
    limit: int,
    is_cancelled: IsCancelled,
) -> tuple[tuple[Listed, ...], EventRow | None]:
    """Return the next candidates that are wanted, and after which of them to go on, if any.

    Of so many candidates none may be wanted; then the next ones are looked at.
    """
    found: list[Listed] = []
    while not is_cancelled():
        rows = archive.page(question, after, limit)
        if question.is_exact:
            found += map(Listed, rows)
        else:
            found += _seen(archive, question, rows, is_cancelled)
        after = rows[-1] if len(rows) == limit else None
        if found or after is None:
            break
    return tuple(found), after


def _seen(
    archive: Archive, question: Question, rows: tuple[EventRow, ...], is_cancelled: IsCancelled
) -> Iterator[Listed]:
    """Yield the candidates that are wanted, by their files, with the words around the first hit."""
    for row in rows:
        if is_cancelled():
            return
        try:
            seen = archive.look(question, row)
        except RecordError:  # it has gone, or is not an event any more: the next refresh tells it
            continue
        if seen is None:
            continue
        if not seen.hits:
            yield Listed(row)
            continue
        hit = seen.hits[0]
        words = seen.document.texts[hit.text].words
        before, match, behind = around(words, hit.start, hit.end, _WORDS_AROUND)
        span = (len(before), len(before) + len(match))
        yield Listed(row, len(seen.hits), before + match + behind, span)


def _counted(archive: Archive, answer: Answer, is_cancelled: IsCancelled) -> Iterator[Answer]:
    """Yield the answer with numbers that the index knows: capped at once, then exact ones."""
    question = answer.question
    count = archive.count(question)
    answer = replace(answer, count=count, facets=archive.facets(question, AT_ONCE))
    yield answer
    if count[1] and not is_cancelled():
        count = archive.count(question, 1 << 40)[0], False
        answer = replace(answer, count=count)
        yield answer
    if not answer.facets or not answer.facets.capped or is_cancelled():
        return
    if question.is_everything:
        yield replace(answer, facets=archive.totals(question.day))
    else:
        limit = count[0] if count[0] <= MOST_EXACT else MOST_IN_FACETS
        yield replace(answer, facets=archive.facets(question, limit))


def _read_through(archive: Archive, answer: Answer, is_cancelled: IsCancelled) -> Iterator[Answer]:
    """Yield the answer with numbers of the events that have the words, by their files.

    They are told each time there are twice as many, and at the end, or as many as are counted.
    """
    question, after = answer.question, answer.after
    rows = [each.row for each in answer.listed]
    told = 0
    while not is_cancelled():
        is_last = after is None or len(rows) >= MOST_COUNTED
        if is_last or len(rows) >= 2 * told:
            told = len(rows)
            known = archive.facets_of(rows, question.day)
            facets = replace(known, capped=after is not None)
            yield replace(answer, count=(told, after is not None), facets=facets)
        if is_last:
            return
        more, after = listed(archive, question, after, PAGE, is_cancelled)
        rows += [each.row for each in more]


def state_value(state: State, language: str) -> str:
    """Return what a query calls a state, in a language."""
    names = [name for name, meant in VALUES.items() if meant == state]
    return names[1] if language == "en" else names[0]
