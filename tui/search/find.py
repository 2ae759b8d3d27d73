"""Finding what a reader types: the one search for the bar, the command line and mentions.

The rules S1 to S13 are those of docs/search.md: what is typed binds, what is left out is free.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tui.document.texts import Texts
from tui.locale import _
from tui.search.expansions import Expansions
from tui.search.hits import ABBREVIATION, EXACT, SUBSET, TELEX, Hit
from tui.search.matching import Searched, matches
from tui.search.query import parse_query
from tui.search.readings import Reading, readings
from tui.text.dates import DateSpan, read_date
from tui.text.graphemes import end_of_grapheme, start_of_grapheme

_Span = tuple[int, int, int, str]
"""Start, end, rank and reason."""


class Found(Struct, frozen=True):
    """What a query found.

    ``hits`` are in reading order, disjoint and on borders of graphemes (S13). ``reading`` is the
    Vietnamese that the query was read as when taken for the keys of ``method``, Telex or VNI;
    otherwise both are empty.
    """

    hits: tuple[Hit, ...] = ()
    reading: str = ""
    method: str = ""


def find(passages: Texts, query: str, *, telex: bool = True) -> Found:
    """Return where ``passages`` have what ``query`` says; any string is a query.

    Only when nothing is found, and ``telex`` is true, is the query read as Telex or VNI.
    """
    hits = _hits(passages, query)
    if hits or not telex or '"' in query:
        return Found(hits)
    from tui.text.telex import decode, is_unmistakable, method  # when nothing is found

    reading = decode(query)
    if not reading or not is_unmistakable(query):
        return Found()
    hits = _hits(passages, reading.strip() + " ")  # whole words: *cow* is not the *cơ* of *cơm*
    if not hits:
        return Found()
    keys = method(query)
    reason = _("typed in {method}").format(method=keys)
    return Found(
        tuple(Hit(hit.text, hit.start, hit.end, TELEX, hit.reason or reason) for hit in hits),
        reading.strip(),
        keys,
    )


def by_rank(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return ``hits`` with the closest matches first, else in reading order (S12)."""
    return tuple(sorted(hits, key=lambda hit: (hit.rank, hit)))


def _hits(passages: Texts, text: str) -> tuple[Hit, ...]:
    query = parse_query(text)
    if query.signs:
        return _as_hits(passages, _sign_spans(passages, query.signs))
    spans: list[_Span] = []
    searched = Searched(passages.text, passages.folded, passages.script)
    expansions = Expansions(passages.abbreviations)
    for reading in readings(query, passages.acronyms, expansions):
        spans = _merged(spans, list(_spans(reading, searched)))
    date = None if any(query.exact) else read_date(text)
    if date:
        spans = _merged(_date_spans(passages, date, spans), spans)
    return _as_hits(passages, spans)


def _spans(reading: Reading, text: Searched) -> Iterator[_Span]:
    if reading.reasons:
        reason = "; ".join(reading.reasons)
        for start, end, _same in matches(reading, text):
            yield start, end, ABBREVIATION, reason
    else:
        for start, end, same in matches(reading, text):
            yield start, end, EXACT if same else SUBSET, ""


def _sign_spans(passages: Texts, signs: str) -> Iterator[_Span]:
    """Yield where the text has ``signs``, which are no words and are looked for as they are."""
    start = passages.folded.find(signs)
    while start >= 0:
        end = start + len(signs)
        yield start, end, EXACT, ""
        start = passages.folded.find(signs, end)


def _date_spans(passages: Texts, date: DateSpan, literal: Sequence[_Span]) -> list[_Span]:
    """Return where the text has ``date``, in any form, whole (S10)."""
    day, month, year = passages.day_of(date)
    reason = f"{day:02}/{month:02}" + (f"/{year:04}" if year is not None else "")
    starts_as_typed = {start for start, _end, rank, _reason in literal if rank == EXACT}
    return [
        (start, end, EXACT, "")
        if starts_as_typed.intersection(range(start, end))
        else (start, end, ABBREVIATION, reason)
        for start, end in passages.dates.get((day, month, year), ())
    ]


def _merged(first: list[_Span], more: list[_Span]) -> list[_Span]:
    """Return the spans of ``first``, and of ``more`` what does not overlap them, in order."""
    if not first or not more:
        return first or more
    starts = [span[0] for span in first]
    merged = first.copy()
    for span in more:
        after = bisect_left(starts, span[1])
        if not after or first[after - 1][1] <= span[0]:
            merged.append(span)
    return sorted(merged)


def _as_hits(passages: Texts, spans: Iterable[_Span]) -> tuple[Hit, ...]:
    """Return disjoint hits on borders of graphemes for ``spans``, which are sorted."""
    shown, folded, starts = passages.text, passages.folded, passages.starts
    hits: list[Hit] = []
    previous = 0
    for start, end, rank, reason in spans:
        if start < previous:
            continue
        if not folded[max(0, start - 1) : end + 1].isascii():
            start = start_of_grapheme(shown, start)
            end = end_of_grapheme(shown, end)
        index = passages.at(start)
        hits.append(Hit(index, start - starts[index], end - starts[index], rank, reason))
        previous = end
    return tuple(hits)
