"""Where texts have what a query says by the strict rules S1 to S13 of docs/search.md."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from tui.document.texts import Texts
from tui.search.expansions import Expansions
from tui.search.hits import ABBREVIATION, EXACT, SUBSET, Hit
from tui.search.matching import Searched, matches
from tui.search.query import parse_query
from tui.search.readings import Reading, readings
from tui.text.dates import DateSpan, read_date
from tui.text.graphemes import end_of_grapheme, start_of_grapheme
from tui.text.marks import is_mark
from tui.text.words import is_and, same_with_i_or_y

MOST_HITS = 10_000
"""Nobody walks over more hits; 4 MiB of one letter have two million."""

_CHECK_EVERY = 1_000
Span: TypeAlias = tuple[int, int, int, str]
"""Start, end, rank and reason of a hit in the joined text."""


class SearchCancelledError(Exception):
    """The search was given up, as its answer is not wanted any more."""


class Scope:
    """The texts that are searched, all or some, and whether the search is given up."""

    def __init__(
        self,
        texts: Texts,
        among: range | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.texts = texts
        self.expansions = Expansions(texts.abbreviations)
        self.start, self.end = 0, len(texts.text)
        if among is not None:
            among = range(len(texts))[among.start : among.stop]
            self.start = texts.starts[among[0]] if among else self.end
            self.end = texts.end(among[-1]) if among else self.end
        self._is_cancelled = is_cancelled
        self._known: dict[str, bool] = {}
        self._spans: dict[object, list[Span]] = {}
        self.names: dict[tuple[str, ...], list[str]] = {}
        """The names of the texts that were found by their initials (S18)."""

    def of(self, texts: Texts) -> Scope:
        """Return the scope of other texts of the same document."""
        return Scope(texts, None, self._is_cancelled)

    def has(self, reading: Reading) -> bool:
        """Tell whether the letters of all words of a reading stand in the texts at all.

        That is seen much sooner than where they stand one after another.
        """
        if self.texts.script.marks:
            return True
        return all(self.has_letters(word.letters) for word in reading.words if not is_and(word))

    def spans(self, reading: Reading) -> list[Span]:
        """Return the spans of a reading; several ways to write a query have the same ones."""
        key = (reading.words, reading.joints, reading.exact, reading.open_end, reading.shorts)
        if key not in self._spans:
            found = self.checked(_spans(reading, self.searched))
            self._spans[key] = [*islice(found, MOST_HITS + 1)]
        return self._spans[key]

    @property
    def looked_for(self) -> int:
        """How many readings have been looked for."""
        return len(self._spans)

    def has_letters(self, letters: str) -> bool:
        """Tell whether the letters of a word stand in the texts."""
        stem = letters[:-1] if same_with_i_or_y(letters) else letters
        if stem not in self._known:
            if self.start == 0 and self.end == len(self.texts.text):
                self._known[stem] = stem in self.texts.vocabulary
            else:
                self._known[stem] = self.texts.folded.find(stem, self.start, self.end) >= 0
        return self._known[stem]

    @property
    def searched(self) -> Searched:
        """The text to search."""
        texts = self.texts
        return Searched(texts.text, texts.folded, texts.script, self.start, self.end)

    def check(self) -> None:
        """Raise :exc:`SearchCancelledError` if the search is given up."""
        if self._is_cancelled is not None and self._is_cancelled():
            raise SearchCancelledError

    def checked(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Yield the spans, asking now and then whether the search is given up."""
        for number, span in enumerate(spans):
            if number % _CHECK_EVERY == 0:
                self.check()
            yield span


def hits_of(text: str, scope: Scope) -> tuple[tuple[Hit, ...], bool]:
    """Return the hits of a query in reading order, and whether there are more."""
    return merged_hits(spans_of(text, scope), scope)


def merged_hits(found: Iterable[list[Span]], scope: Scope) -> tuple[tuple[Hit, ...], bool]:
    """Return the hits of spans, the first before later ones, and whether there are more."""
    hits = tuple(as_hits(scope.texts, _merged(found)))
    return hits[:MOST_HITS], len(hits) > MOST_HITS


def spans_of(text: str, scope: Scope, *, wide: bool = False) -> list[list[Span]]:
    """Return the spans that each reading of a query has, what is most to the point first.

    ``wide`` takes for dates what only may be one (S10, wider).
    """
    query = parse_query(text)
    if query.signs:
        return [[*islice(scope.checked(_sign_spans(scope, query.signs)), MOST_HITS + 1)]]
    found = [
        scope.spans(reading)
        for reading in readings(query, scope.texts.acronyms, scope.expansions)
        if scope.has(reading)
    ]
    date = None if any(query.exact) else read_date(text, wide=wide)
    if date:
        literal = [span for spans in found for span in spans]
        found.insert(0, [*islice(_date_spans(scope, date, literal, wide=wide), MOST_HITS + 1)])
    return found


def _spans(reading: Reading, text: Searched) -> Iterator[Span]:
    if reading.reasons:
        reason = "; ".join(reading.reasons)
        for start, end, _same in matches(reading, text):
            yield start, end, ABBREVIATION, reason
    else:
        for start, end, same in matches(reading, text):
            yield start, end, EXACT if same else SUBSET, ""


def _sign_spans(scope: Scope, signs: str) -> Iterator[Span]:
    """Yield where the text has ``signs``, which are not words, whatever marks stand on them."""
    marks = scope.texts.script.any_marks
    pattern = re.compile(marks.join(re.escape(sign) for sign in signs if not is_mark(sign)))
    for match in pattern.finditer(scope.texts.folded, scope.start, scope.end):
        yield match.start(), match.end(), EXACT, ""


def _date_spans(
    scope: Scope, date: DateSpan, literal: Sequence[Span], *, wide: bool
) -> Iterator[Span]:
    """Yield where the text has ``date``, in any form, whole (S10)."""
    texts = scope.texts
    day, month, year = texts.day_of(date)
    dates = texts.wide_dates if wide else texts.dates
    reason = f"{day:02}/{month:02}" + (f"/{year:04}" if year is not None else "")
    starts_as_typed = {start for start, _end, rank, _reason in literal if rank == EXACT}
    for start, end in dates.get((day, month, year), ()):
        if scope.start <= start < scope.end:
            if starts_as_typed.intersection(range(start, end)):
                yield start, end, EXACT, ""
            else:
                yield start, end, ABBREVIATION, reason


def _merged(found: Iterable[list[Span]]) -> list[Span]:
    """Return the spans of all lists, those of a later list where they overlap no earlier, in order.

    Behind the end of a list that was cut off the others are cut off too.
    """
    merged: list[Span] = []
    last: int | None = None
    for spans in found:
        if len(spans) > MOST_HITS:
            last = min(spans[-1][0], last) if last is not None else spans[-1][0]
        merged = _with(merged, spans)
    return merged if last is None else [span for span in merged if span[0] <= last]


def _with(first: list[Span], more: list[Span]) -> list[Span]:
    if not first or not more:
        return first or more
    starts = [span[0] for span in first]
    merged = first.copy()
    for span in more:
        after = bisect_left(starts, span[1])
        if not after or first[after - 1][1] <= span[0]:
            merged.append(span)
    return sorted(merged)


def as_hits(texts: Texts, spans: Iterable[Span]) -> Iterator[Hit]:
    """Yield disjoint hits on borders of graphemes for ``spans``, which are sorted."""
    shown, folded, starts = texts.text, texts.folded, texts.starts
    previous = 0
    for start, end, rank, reason in spans:
        if start < previous:
            continue
        if not folded[max(0, start - 1) : end + 1].isascii():
            start = start_of_grapheme(shown, start)
            end = end_of_grapheme(shown, end)
        index = texts.at(start)
        yield Hit(index, start - starts[index], end - starts[index], rank, reason)
        previous = end
