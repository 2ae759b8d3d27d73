"""What belongs together where the words of a query stand apart (S14).

That is a paragraph, a caption, or all that is said of one participant or agreement.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.document.model import Text
from tui.document.texts import SEPARATOR, Texts

_MOST_TEXTS = 600
"""Texts with the rarest word of the query; of more the first are looked at."""
_MOST_LETTERS = 150_000


class Units:
    """The units of texts, and which of them have certain words. What was seen is remembered."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._places: dict[str, list[int]] = {}
        self._units: dict[int, range] = {}
        self._folded: dict[int, str] = {}

    def having(self, words: Sequence[set[str]]) -> list[range]:
        """Return the units that have all words, as the indices of their texts, in reading order.

        Args:
            words: For each word the letters of which one must be in the unit.
        """
        found: dict[int, range] = {}
        letters = 0
        words = sorted(words, key=self._count)
        for index in self._candidates(words):
            unit = self._unit(index)
            if unit.start in found:
                continue
            folded = self._folded[unit.start]
            if all(any(each in folded for each in choice) for choice in words):
                found[unit.start] = unit
                letters += len(folded)
            if letters > _MOST_LETTERS:
                break
        return [found[start] for start in sorted(found)]

    def _unit(self, index: int) -> range:
        """Return the indices of what belongs together with the text at ``index``."""
        if index in self._units:
            return self._units[index]
        unit = _around(self.texts, index)
        self._units.update(dict.fromkeys(unit, unit))
        start, end = self.texts.starts[unit.start], self.texts.end(unit[-1])
        self._folded[unit.start] = self.texts.folded[start:end]
        return unit

    def _candidates(self, words: Sequence[set[str]]) -> list[int]:
        """Return the indices of the texts with the first word, which the fewest have."""
        places = sorted({place for letters in words[0] for place in self._having(letters)})
        return [*dict.fromkeys(self.texts.at(place) for place in places[:_MOST_TEXTS])]

    def _count(self, choice: set[str]) -> int:
        """Return how many texts have one of these letters, as far as they are counted."""
        return sum(len(self._having(letters)) for letters in choice)

    def _having(self, letters: str) -> list[int]:
        """Return the first place of these letters in each text that has them, at most so many."""
        if letters not in self._places:
            folded = self.texts.folded
            found: list[int] = []
            place = folded.find(letters)
            while place >= 0 and len(found) < _MOST_TEXTS:
                found.append(place)
                end = folded.find(SEPARATOR, place)
                place = folded.find(letters, end) if end >= 0 else -1
            self._places[letters] = found
        return self._places[letters]


def _around(texts: Texts, index: int) -> range:
    text: Text = texts[index]
    first, last = index, index + 1
    if text.section == "article":
        return range(first, last)
    while first and _belong_together(texts[first - 1], text):
        first -= 1
    while last < len(texts) and _belong_together(texts[last], text):
        last += 1
    return range(first, last)


def _belong_together(a: Text, b: Text) -> bool:
    return a.section == b.section and a.item == b.item
