"""What an archive answers to a query, step by step: first what is in view, then all that is known.

Each answer stands for itself and replaces the one before it, so that a reader sees the newest
events at once and exact numbers when they are known.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
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
_TOLD_AGAIN = 4
"""So many times as many events have been looked at when their number is told again."""
_MOST_UNTOLD = 10 * PAGE
"""So many events are looked at in vain, at most, before their number is told: about a second."""
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

    ``after`` is the last candidate that was looked at; none once there are no more. ``vain`` is how
    many were looked at, as long as none had the words. ``count`` is how many events there are at
    least, and whether there may be more; none before it is known.
    """

    question: Question
    listed: tuple[Listed, ...]
    after: EventRow | None = None
    vain: int = 0
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
    answer = yield from _first(archive, question, limit, is_cancelled)
    while not answer.listed and not is_cancelled() and (looser := archive.looser(question)):
        question = looser  # what there was had the terms, but not the words
        answer = yield from _first(archive, question, limit, is_cancelled)
    if is_cancelled():
        return
    yield answer
    found, after = answer.listed, answer.after
    if after is not None and limit < page:
        more, after = listed(archive, question, after, page - limit, is_cancelled)
        answer = replace(answer, listed=(*found, *more), after=after)
    if question.is_exact:
        yield from _counted(archive, answer, is_cancelled)
    else:
        yield from _read_through(archive, answer, is_cancelled)


def _first(
    archive: Archive, question: Question, limit: int, is_cancelled: IsCancelled
) -> Generator[Answer, None, Answer]:
    """Return the first events; yield how many were looked at while none has the words."""
    after, vain, told = None, 0, PAGE
    while not is_cancelled():
        limit = max(limit, PAGE) if vain else limit
        found, after, looked = _looked_at(archive, question, after, limit, is_cancelled)
        vain += looked
        if found or after is None:
            return Answer(question, found, after)
        if vain >= told:
            told = vain + min(vain, _MOST_UNTOLD)
            yield Answer(question, (), after, vain)
    return Answer(question, (), after)


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
    found: tuple[Listed, ...] = ()
    while not is_cancelled():
        found, after, _looked = _looked_at(archive, question, after, limit, is_cancelled)
        if found or after is None:
            break
    return found, after


def _looked_at(
    archive: Archive,
    question: Question,
    after: EventRow | None,
    limit: int,
    is_cancelled: IsCancelled,
) -> tuple[tuple[Listed, ...], EventRow | None, int]:
    """Return those of the next candidates that are wanted, the last if any follow, and how many."""
    rows = archive.page(question, after, limit)
    if question.is_exact:
        found = tuple(map(Listed, rows))
    else:
        found = tuple(_seen(archive, question, rows, is_cancelled))
    return found, rows[-1] if len(rows) == limit else None, len(rows)


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

    They are told when there are much more, and at the end, or once as many as are counted.
    """
    question, after = answer.question, answer.after
    rows = [each.row for each in answer.listed]
    told = 0
    while not is_cancelled():
        is_last = after is None or len(rows) >= MOST_COUNTED
        if is_last or len(rows) >= _TOLD_AGAIN * told:
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
