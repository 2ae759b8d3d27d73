"""Finding what a reader types: the one search for the bar, the command line and the palette.

The rules S1 to S18 are those of docs/search.md: what is typed binds, what is left out is free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from tui.document.texts import Texts
from tui.search.hits import SUBSET, Found, Hit
from tui.search.query import parse_query
from tui.search.rules import RULES, Rule
from tui.search.scan import Scope, hits_of

Closeness: TypeAlias = Callable[[Hit], int]

_FIRST_STEP, _LAST_STEP = 8_000, 256_000
"""How many letters are looked through for the first hits, at first and at last; see
:func:`first_found`. All steps together take a few milliseconds."""

_FEW, _SHORT = 1_000, 2_000_000
"""How many hits, in texts of how many letters, are found in no time too."""


def find(
    texts: Texts,
    query: str,
    *,
    up_to: Rule = RULES[-1],
    among: range | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Found:
    """Return where texts have what a query says; any string is a query.

    Args:
        texts: The texts to search.
        query: What was typed.
        up_to: How far the query may be loosened while nothing is found.
        among: The indices of the texts to look at, such as those in view; all unless given.
            Among some the query is not loosened, as it may find something in the others.
        is_cancelled: Asked now and then; once it is true there is no answer.

    Raises:
        SearchCancelledError: ``is_cancelled`` was true.
    """
    scope = Scope(texts, among, is_cancelled)
    found = Found(*hits_of(query, scope))
    if found.hits or among is not None or '"' in query:
        return found
    from tui.search.loosening import loosened  # not when words are found as they were typed

    return loosened(query, up_to, scope)


def first_found(texts: Texts, query: str, start: int) -> tuple[range, Found]:
    """Return the first hits of a query from a text on, as far as they are found in no time.

    They are those that :func:`find` gives of the same texts. A screen shows them with the letter
    that was typed, and looks for the rest behind that.

    Args:
        texts: The texts to search.
        query: What was typed; it is not loosened.
        start: The index of the text to begin with.

    Returns:
        The texts that were looked at, and what they have: a stretch of some thousand letters, or
        all where there seem to be few hits; an empty range where none are near.
    """
    for among in _steps(texts, start):
        hits, _ = hits_of(query, Scope(texts, among))
        if hits:
            letters = texts.end(among[-1]) - texts.starts[among[0]]
            if len(hits) * len(texts.text) <= _FEW * letters and _may_be_few(texts, query):
                return range(len(texts)), find(texts, query, up_to="strict")
            return among, Found(hits, has_more=True)
    return range(0), Found()


def _may_be_few(texts: Texts, query: str) -> bool:
    """Tell whether texts have the letters of the longest word of a query in few places.

    A stretch may have fewer hits than all the others, and each thousand hits take 1.5 ms.
    """
    if len(texts.text) > _SHORT:
        return False
    longest = max((word.letters for word in parse_query(query).words), key=len, default="")
    return not longest or texts.folded.count(longest) <= _FEW


def _steps(texts: Texts, start: int) -> Iterator[range]:
    """Yield stretches of texts, each twice as long as the one before."""
    letters = _FIRST_STEP
    while start < len(texts) and letters <= _LAST_STEP:
        stop = texts.at(texts.starts[start] + letters) + 1
        if texts.end(stop - 1) - texts.starts[start] > 2 * _LAST_STEP:
            return  # a text as long as a file
        yield range(start, stop)
        start = stop
        letters *= 2


def by_rank(hits: Iterable[Hit], closeness: Closeness | None = None) -> tuple[Hit, ...]:
    """Return ``hits`` with the closest matches first, else in reading order (S12)."""
    if closeness is None:
        return tuple(sorted(hits, key=lambda hit: (hit.rank, hit)))
    return tuple(sorted(hits, key=lambda hit: (hit.rank, closeness(hit), hit)))


def closeness(texts: Texts, query: str) -> Closeness:
    """Return how to tell, among hits of one rank, the closest ones to a query (S12).

    Whole words come before the beginnings of words, and the capitals that were typed before others.
    """
    typed = "".join(filter(str.isalnum, query))

    def of(hit: Hit) -> int:
        if hit.rank > SUBSET:
            return 0
        text = texts[hit.text].words
        written = filter(str.isalnum, text[hit.start : hit.end])
        is_prefix = hit.end < len(text) and text[hit.end].isalnum()
        same = all(a.isupper() == b.isupper() for a, b in zip(typed, written, strict=False))
        return 2 * is_prefix + (not same)

    return of
