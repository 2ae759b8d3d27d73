"""What an archive answers to a query, step by step: first what is in view, then all that is known.

Each answer stands for itself and replaces the one before it, so that a reader sees the newest
events at once and exact numbers when they are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.archive.archive import MOST_IN_FACETS, PAGE, Archive, Count, Facets
from tui.archive.question import Question
from tui.archive.states import VALUES
from tui.archive.store import EventRow
from tui.document.periods import State
from tui.record.problems import RecordError
from tui.search.context import around

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
    the number of events, or of candidates until ``is_counted``, and none before it is known.
    """

    question: Question
    listed: tuple[Listed, ...]
    after: EventRow | None = None
    count: Count | None = None
    is_counted: bool = False
    facets: Facets | None = None
    states: Mapping[State, int] = {}
    """In how many events there are agreements of each state, in those of the facets."""


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
    answer = Answer(question, found, after)
    yield answer
    if is_cancelled():
        return
    if after is not None and limit < page:
        more, after = listed(archive, question, after, page - limit, is_cancelled)
        answer = replace(answer, listed=(*found, *more), after=after)
    count = archive.count(question) if after is not None else (len(answer.listed), False)
    answer = replace(
        answer,
        count=count,
        is_counted=after is None or (question.is_exact and not count[1]),
        facets=archive.facets(question),
        states=archive.states(question, day),
    )
    yield answer
    yield from _exactly(archive, answer, day, is_cancelled)


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
        except RecordError:  # it has gone, or is no event any more: the next refresh tells it
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


def _exactly(
    archive: Archive, answer: Answer, day: date, is_cancelled: IsCancelled
) -> Iterator[Answer]:
    """Yield the answer with exact numbers, where they are not known and can be."""
    question = answer.question
    if answer.count is None or is_cancelled():
        return
    if not answer.is_counted:
        count = _counted(archive, answer, is_cancelled)
        if count is not None:
            answer = replace(answer, count=(count, False), is_counted=True)
            yield answer
    total = answer.count[0] if answer.count else 0
    capped = answer.facets is not None and answer.facets.capped
    if not capped or total > MOST_EXACT or is_cancelled():
        return
    limit = max(total, MOST_IN_FACETS)
    facets, states = archive.facets(question, limit), archive.states(question, day, limit)
    yield replace(answer, facets=facets, states=states)


def _counted(archive: Archive, answer: Answer, is_cancelled: IsCancelled) -> int | None:
    """Return how many events there are; none where too many files would have to be read for it."""
    question = answer.question
    if question.is_exact:
        return archive.count(question, 1 << 40)[0]
    if answer.count is None or answer.count[1]:
        return None
    total, after = len(answer.listed), answer.after
    while after is not None:
        more, after = listed(archive, question, after, PAGE, is_cancelled)
        total += len(more)
        if is_cancelled():
            return None
    return total


def state_value(state: State, language: str) -> str:
    """Return what a query calls a state, in a language."""
    names = [name for name, meant in VALUES.items() if meant == state]
    return names[1] if language == "en" else names[0]
