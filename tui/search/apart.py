"""Words that stand apart: a query in two to four parts, all in one text, in any order (S14).

*chủ tịch nguyễn văn tùng* is in "Chủ tịch UBND thành phố Hải Phòng Nguyễn Văn Tùng". Each part is
found by the strict rules. What belongs together is a paragraph, a caption, or all that is said of
one participant or agreement.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations, pairwise

from msgspec.structs import replace

from tui.document.texts import Texts
from tui.search.hits import APART, SUBSET, Hit
from tui.search.one_name import of_one_name
from tui.search.query import parse_query
from tui.search.readings import readings
from tui.search.scan import Scope, merged_hits, spans_of
from tui.search.units import Units
from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.number_words import ORDINALS
from tui.text.syllables import has_letters_of_syllable, is_syllable
from tui.text.words import is_and, same_with_i_or_y, script_of, word_pattern

MOST_PARTS = 4
_MOST_WORDS = 12
_NEAR = 3
_NOT_FAR = 6
"""How many words may be between syllables that are a part each, and between one and a longer part
where it has no capital."""
_SHORT_NUMBER = 2
_FAR = 200
"""Code points between which there are more words than count."""
_ORDINALS = frozenset(map(fold, ORDINALS))
_FUNCTION_WORDS = frozenset("cua va o tai ve voi cho la cac nhung do nam ngay thang tu den".split())


class Apart:
    """The parts of one query, found in the texts that may have all of them."""

    def __init__(self, query: str, scope: Scope, units: Units) -> None:
        self._text = canonical(query)
        folded = fold(self._text)
        runs = word_pattern(script_of(folded)).finditer(folded)
        self._spans = [run.span() for run in runs]
        self._query = query
        self._scope = scope
        self._all_units = units
        self._hits: dict[tuple[int, int], dict[int, list[Hit]]] = {}

    def find(self) -> tuple[tuple[Hit, ...], str]:
        """Return the hits of the fewest parts that one text has, and how the query was parted."""
        count = len(self._spans)
        if not 2 <= count <= _MOST_WORDS or not self._units:
            return (), ""
        for parts in range(2, min(MOST_PARTS, count) + 1):
            found: dict[int, list[Hit]] = {}
            reading = ""
            for cuts in combinations(self._cuts, parts - 1):
                spans = [*pairwise((0, *cuts, count))]
                for unit in self._with_all(spans) - found.keys():
                    hits = self._near_enough(spans, unit)
                    if hits:
                        found[unit] = hits
                        reading = reading or " · ".join(map(self._written, spans))
            if found:
                return self._as_hits(found.values(), reading), reading
        return (), ""

    @cached_property
    def _cuts(self) -> list[int]:
        """The words before which there is a space, so that the query may be parted there."""
        gaps = [self._text[a[1] : b[0]] for a, b in pairwise(self._spans)]
        return [
            index
            for index, gap in enumerate(gaps, 1)
            if any(map(str.isspace, gap)) and not self._is_in_ordinal(index)
        ]

    @cached_property
    def _words(self) -> list[str]:
        """The words of the query, folded."""
        return [fold(self._text[start:end]) for start, end in self._spans]

    def _is_in_ordinal(self, index: int) -> bool:
        """Tell whether a word belongs to the one before: *lần thứ ba* is one number."""
        words = self._words
        if words[index - 1] == "lan" and words[index] == "thu":
            return _is_number(words[index + 1 : index + 2])
        return words[index - 1] == "thu" and _is_number(words[index : index + 1])

    def _with_all(self, spans: Sequence[tuple[int, int]]) -> set[int]:
        """Return the units that have every part."""
        units: set[int] | None = None
        for span in spans:
            here = self._part(*span).keys()
            units = set(here) if units is None else units & here
            if not units:
                return set()
        return units or set()

    def _near_enough(self, spans: Sequence[tuple[int, int]], unit: int) -> list[Hit]:
        """Return the hits of all parts in a unit, or none if a lone word is far from others.

        *nguyễn tùng* is Nguyễn Văn Tùng, but *quảng bình* is not where Quảng Ninh and a Bình are.
        """
        parts = [self._part(*span)[unit] for span in spans]
        lone = [last - first == 1 and self._is_lone(first) for first, last in spans]
        words = self._near.texts
        kept: list[list[Hit]] = []
        for index, (hits, alone) in enumerate(zip(parts, lone, strict=True)):
            if alone:
                others = sorted(hit for i, part in enumerate(parts) if i != index for hit in part)
                most = _NEAR if all(lone) else _NOT_FAR
                is_name = not all(lone) and self._may_be_name(spans[index][0])
                hits = [
                    hit
                    for hit in hits
                    if (is_name and words[hit.text].words[hit.start].isupper())
                    or any(
                        _words_between(hit, other, words) <= most
                        for other in _beside(hit, others)
                        if hit.text == other.text or not all(lone)
                    )
                ]
                if self._has_marks:
                    hits = [hit for hit in hits if hit.rank != SUBSET]
            kept.append(hits)
        kept = of_one_name(kept, lone, words)
        return [hit for hits in kept for hit in hits] if all(kept) else []

    @cached_property
    def _has_marks(self) -> bool:
        """Whether marks were typed, so that a syllable has no others than those."""
        return not self._text.isascii()

    def _is_lone(self, index: int) -> bool:
        """Tell whether a word says little where it stands alone: a syllable, a short number."""
        word = self._written((index, index + 1)).lower()
        return _may_be_syllable(word) or (word.isdigit() and len(word) <= _SHORT_NUMBER)

    def _may_be_name(self, index: int) -> bool:
        """Tell whether a word may be a piece of a name: a syllable, but not *của* or *tại*."""
        word = self._written((index, index + 1)).lower()
        return _may_be_syllable(word) and fold(word) not in _FUNCTION_WORDS

    def _part(self, first: int, last: int) -> dict[int, list[Hit]]:
        """Return the hits of the words ``[first, last)`` by unit."""
        if (first, last) not in self._hits:
            found: dict[int, list[Hit]] = {}
            written = self._written((first, last)) + self._end(last)
            spans = spans_of(written, self._near, wide=True)
            for hit in merged_hits(spans, self._near)[0]:
                found.setdefault(self._unit_of[hit.text], []).append(hit)
            self._hits[first, last] = found
        return self._hits[first, last]

    def _written(self, span: tuple[int, int]) -> str:
        return self._text[self._spans[span[0]][0] : self._spans[span[1] - 1][1]]

    def _end(self, last: int) -> str:
        """Return what follows a part: it is of whole words, unless it may go on as the query."""
        start, end = self._spans[-1]
        goes_on = last == len(self._spans) and end == len(self._text) and end - start > 1
        return "" if goes_on else " "

    def _as_hits(self, found: Iterable[list[Hit]], reading: str) -> tuple[Hit, ...]:
        hits: list[Hit] = []
        numbers = self._numbers
        for hit in sorted(hit for of_unit in found for hit in of_unit):
            if not hits or (numbers[hit.text], hit.start) >= (hits[-1].text, hits[-1].end):
                reason = hit.reason or reading
                hits.append(replace(hit, text=numbers[hit.text], rank=APART, reason=reason))
        return tuple(hits)

    # The texts that may have all parts: those with the rarest word.

    @cached_property
    def _units(self) -> list[range]:
        return self._all_units.having(self._options) if self._options else []

    @cached_property
    def _numbers(self) -> list[int]:
        return [index for unit in self._units for index in unit]

    @cached_property
    def _unit_of(self) -> list[int]:
        return [number for number, unit in enumerate(self._units) for _ in unit]

    @cached_property
    def _near(self) -> Scope:
        texts = self._scope.texts
        near = Texts(
            [texts[index] for index in self._numbers],
            abbreviations=texts.abbreviations,
            year=texts.year,
        )
        return self._scope.of(near)

    @cached_property
    def _options(self) -> list[set[str]]:
        """For each word of the query, letters of which one must be in the text with it.

        There are none if the texts do not have one of the words at all.
        """
        options: list[set[str]] = []
        for choice in self._choices():
            options.append({letters for letters in choice if self._scope.has_letters(letters)})
            if not options[-1]:
                return []
        return options

    def _choices(self) -> Iterator[set[str]]:
        """Yield, for each word of the query, letters of which one must be in the text with it."""
        query = parse_query(self._query)
        words = [word for word in query.words if not is_and(word)]
        options = [{_stem(word.letters)} for word in words]
        for reading in readings(query, self._scope.texts.acronyms, self._scope.expansions):
            if reading.words == query.words:
                continue
            letters = {word.letters for word in reading.words}
            longest = max((word.letters for word in reading.words), key=len)
            for option, word in zip(options, words, strict=True):
                if word.letters not in letters:
                    option.add(_stem(longest))
        yield from options


def _is_number(words: Sequence[str]) -> bool:
    """Tell whether a word, if there is one, is a number as it follows *thứ*."""
    return any(word in _ORDINALS or word.isdigit() for word in words)


def _may_be_syllable(word: str) -> bool:
    """Tell whether a word is a syllable, perhaps one without its marks."""
    return is_syllable(word) or (word.isascii() and has_letters_of_syllable(word))


def _beside(hit: Hit, others: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the others that may be the nearest to a hit: the last before, the first behind it.

    Args:
        hit: A hit.
        others: Hits in reading order.
    """
    at = bisect_left(others, hit)
    yield from others[max(0, at - 1) : at + 1]
    yield from others[:1]
    yield from others[-1:]


def _words_between(a: Hit, b: Hit, texts: Texts) -> int:
    """Return how many words are between two hits; none if they are in two texts of one thing."""
    if a.text != b.text:
        return 0
    first, second = sorted((a, b))
    between = texts[a.text].words[first.end : max(first.end, second.start)]
    return len(between.split()) if len(between) < _FAR else _FAR


def _stem(letters: str) -> str:
    """Return the letters of a word that it has in every spelling."""
    return letters[:-1] if same_with_i_or_y(letters) else letters
