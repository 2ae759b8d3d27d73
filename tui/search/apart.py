"""Words that stand apart: a query in two to four parts, all in one text, in any order (S14).

*chủ tịch nguyễn văn tùng* is in "Chủ tịch UBND thành phố Hải Phòng Nguyễn Văn Tùng". Each part is
found by the strict rules. What belongs together is a paragraph, a caption, or all that is said of
one participant or agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations, pairwise

from msgspec.structs import replace

from tui.document.model import Text
from tui.document.texts import SEPARATOR, Texts
from tui.search.hits import APART, Hit
from tui.search.query import parse_query
from tui.search.readings import readings
from tui.search.scan import Scope, hits_of
from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.syllables import is_syllable
from tui.text.words import is_and, same_with_i_or_y, script_of, word_pattern

MOST_PARTS = 4
_MOST_WORDS = 12
_MOST_TEXTS = 600
"""Texts with the rarest word of the query; of more the first are looked at."""
_MOST_LETTERS = 150_000
_NEAR = 3
_NOT_FAR = 6
"""How many words may be between syllables that are a part each, and between one and a longer part
where it has no capital."""
_FAR = 200
"""Code points between which there are more words than count."""
_FUNCTION_WORDS = frozenset("cua va o tai ve voi cho la cac nhung do nam ngay thang tu den".split())


class Apart:
    """The parts of one query, found in the texts that may have all of them."""

    def __init__(self, query: str, scope: Scope) -> None:
        self._text = canonical(query)
        folded = fold(self._text)
        runs = word_pattern(script_of(folded)).finditer(folded)
        self._spans = [run.span() for run in runs]
        self._query = query
        self._scope = scope
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
        return [index for index, gap in enumerate(gaps, 1) if any(map(str.isspace, gap))]

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
        """Return the hits of all parts in a unit, or none if a lone syllable is far from others.

        *nguyễn tùng* is Nguyễn Văn Tùng, but *quảng bình* is not where Quảng Ninh and a Bình are.
        """
        parts = [self._part(*span)[unit] for span in spans]
        lone = [last - first == 1 and self._is_syllable(first) for first, last in spans]
        words = self._near.texts
        kept: list[list[Hit]] = []
        for index, (hits, alone) in enumerate(zip(parts, lone, strict=True)):
            if alone:
                others = [hit for i, part in enumerate(parts) if i != index for hit in part]
                most = _NEAR if all(lone) else _NOT_FAR
                hits = [
                    hit
                    for hit in hits
                    if (not all(lone) and words[hit.text].words[hit.start].isupper())
                    or any(_words_between(hit, other, words) <= most for other in others)
                ]
            kept.append(hits)
        return [hit for hits in kept for hit in hits] if all(kept) else []

    def _is_syllable(self, index: int) -> bool:
        """Tell whether a word may be a piece of a name: a syllable, but not *của* or *tại*."""
        word = self._written((index, index + 1)).lower()
        return is_syllable(word) and fold(word) not in _FUNCTION_WORDS

    def _part(self, first: int, last: int) -> dict[int, list[Hit]]:
        """Return the hits of the words ``[first, last)`` by unit."""
        if (first, last) not in self._hits:
            found: dict[int, list[Hit]] = {}
            for hit in hits_of(self._written((first, last)) + self._end(last), self._near)[0]:
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
    def _units(self) -> list[list[int]]:
        """The indices of the texts that belong together, of those with the rarest word."""
        texts = self._scope.texts
        units: dict[int, list[int]] = {}
        letters = 0
        for index in self._candidates():
            unit = _unit(texts, index)
            if unit.start not in units and self._has_all_words(unit):
                units[unit.start] = [*unit]
                letters += sum(len(texts[i].words) for i in unit)
            if len(units) >= _MOST_TEXTS or letters > _MOST_LETTERS:
                break
        return [units[start] for start in sorted(units)]

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

    def _has_all_words(self, unit: range) -> bool:
        """Tell whether the texts of a unit have the letters of all words of the query."""
        texts = self._scope.texts
        start, last = texts.starts[unit[0]], unit[-1]
        folded = texts.folded[start : texts.starts[last] + len(texts[last].words)]
        return all(any(letters in folded for letters in choice) for choice in self._options)

    def _candidates(self) -> Iterator[int]:
        """Yield the indices of the texts with the word of the query that the fewest have."""
        rarest: list[int] = []
        most = _MOST_TEXTS
        for choice in self._options:
            places = {place for letters in choice for place in self._places(letters, most)}
            if not rarest or len(places) < len(rarest):
                rarest = sorted(places)
                most = len(rarest)
        texts = self._scope.texts
        yield from dict.fromkeys(texts.at(place) for place in rarest)

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

    def _places(self, letters: str, most: int) -> Iterator[int]:
        """Yield the first place of these letters in each text that has them, at most so many."""
        folded = self._scope.texts.folded
        place = folded.find(letters)
        count = 0
        while place >= 0 and count < most:
            count += 1
            yield place
            end = folded.find(SEPARATOR, place)
            place = folded.find(letters, end) if end >= 0 else -1


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


def _unit(texts: Texts, index: int) -> range:
    """Return the indices of what belongs together with the text at ``index``."""
    text: Text = texts[index]
    if text.section == "article":
        return range(index, index + 1)
    first, last = index, index + 1
    while first and _belong_together(texts[first - 1], text):
        first -= 1
    while last < len(texts) and _belong_together(texts[last], text):
        last += 1
    return range(first, last)


def _belong_together(a: Text, b: Text) -> bool:
    return a.section == b.section and a.item == b.item
