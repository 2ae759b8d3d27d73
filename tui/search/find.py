"""Finding what a reader types: the one search for the bar, the command line and the palette.

The rules S1 to S17 are those of docs/search.md: what is typed binds, what is left out is free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tui.document.texts import Texts
from tui.locale import _
from tui.search.hits import KEYS, SUBSET, Hit
from tui.search.rules import RULES, Rule
from tui.search.scan import Scope, hits_of

Closeness: TypeAlias = Callable[[Hit], int]


class Found(Struct, frozen=True):
    """What a query found.

    ``hits`` are in reading order, disjoint and on borders of graphemes (S13); ``has_more`` says
    that there are more of them than are given. ``rule`` is the step by which they were found, and
    ``reading`` how the query was read, where that is not as it was typed: by ``keys`` it is the
    Vietnamese of which those of ``method``, Telex or VNI, were typed. ``offer`` is what the reader
    may have meant when there is no hit.
    """

    hits: tuple[Hit, ...] = ()
    has_more: bool = False
    rule: Rule = "strict"
    reading: str = ""
    method: str = ""
    offer: str = ""


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
    hits, has_more = hits_of(query, scope)
    if hits or among is not None or '"' in query:
        return Found(hits, has_more)
    if RULES.index(up_to) < RULES.index("keys"):
        return Found()
    return _by_keys(query, scope)


def _by_keys(query: str, scope: Scope) -> Found:
    """Return what the query finds as the keys of Telex or VNI."""
    from tui.text.telex import decode, is_unmistakable, method  # needed only when nothing is found

    reading = decode(query)
    if not reading or not is_unmistakable(query):
        return Found()
    hits, has_more = hits_of(reading.strip() + " ", scope)  # *cow* is not the *cơ* of *cơm*
    if not hits:
        return Found()
    keys = method(query)
    reason = _("typed in {method}").format(method=keys)
    typed = tuple(replace(hit, rank=KEYS, reason=hit.reason or reason) for hit in hits)
    return Found(typed, has_more, "keys", reading.strip(), keys)


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
