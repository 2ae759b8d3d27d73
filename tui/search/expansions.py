"""Which abbreviations there are to read a query with: the event's own, then the shipped (S9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cache, cached_property

from msgspec import Struct

from tui.record.model import Abbreviation
from tui.text.abbreviations import capitals_only, shipped_table
from tui.text.acronyms import MAX_LETTERS, MAX_PARTS, is_acronym_joint, is_written_short
from tui.text.folding import WORD, fold
from tui.text.words import same_with_i_or_y


class Expansion(Struct, frozen=True):
    """A short form and what it stands for."""

    short: str
    long: str
    capitals_only: bool = False
    """Whether the short form is a word when written in small letters, as ``AI`` is."""


class Expansions:
    """Abbreviations, to be looked up by their short and by their long form."""

    def __init__(self, own: Iterable[Abbreviation] = ()) -> None:
        given = [Expansion(pair.short, pair.long) for pair in own]
        self._by_short, self._by_long = _tables(given) if given else _shipped()
        self.lengths: tuple[int, ...] = tuple(sorted({len(key) for key in self._by_long}))
        """How many words, *và* apart, the long forms have."""
        self.shorts: Set[str] = self._by_short.keys()
        """The folded letters of all short forms."""

    def of_short(self, letters: str) -> Sequence[Expansion]:
        """Return what stands behind a short form, given by its folded letters alone."""
        return self._by_short.get(letters, ())

    def of_long(self, words: Sequence[str]) -> Sequence[Expansion]:
        """Return what is short for these words, given by :func:`key_of_word` without *và*."""
        return self._by_long.get(tuple(words), ())

    @cached_property
    def beginnings(self) -> frozenset[tuple[str, ...]]:
        """The first two words of all long forms, or the only one."""
        return frozenset(key[:2] for key in self._by_long)

    def spelt_out(self, text: str) -> str:
        """Return canonical ``text`` with what stands behind its short forms, the longest of them.

        A short form begins with a capital there, and is written as one (S8).
        """
        folded = fold(text)
        runs = [match.span() for match in WORD.finditer(folded)]
        pieces: list[str] = []
        written = index = 0
        while index < len(runs):
            count, long = self._short_at(text, folded, runs[index : index + 2 * MAX_PARTS])
            if long:
                pieces += [text[written : runs[index][0]], long]
                written = runs[index + count - 1][1]
            index += count
        return "".join(pieces) + text[written:]

    def _short_at(self, text: str, folded: str, runs: list[tuple[int, int]]) -> tuple[int, str]:
        """Return of how many of these words the longest short form is, and what it stands for."""
        best = (1, "")
        start, end = runs[0]
        letters = ""
        for count, run in enumerate(runs if text[start].isupper() else (), 1):
            word = folded[slice(*run)]
            if letters and word == "va":
                continue
            if letters and not is_acronym_joint(folded[end : run[0]]):
                break
            letters += word
            end = run[1]
            if len(letters) > MAX_LETTERS:
                break
            for expansion in self.of_short(letters):
                if is_written_short(text[start:end], expansion.short):
                    best = (count, expansion.long)
                    break
        return best


def key_of_word(letters: str) -> str:
    """Return the folded letters of a word, spelt alike where i and y are (S5)."""
    return (same_with_i_or_y(letters) or letters) if letters.endswith("y") else letters


_Tables = tuple[dict[str, list[Expansion]], dict[tuple[str, ...], list[Expansion]]]


@cache
def _shipped() -> _Tables:
    return _tables([])


def _tables(own: list[Expansion]) -> _Tables:
    """Return the tables by short and by long form; the event's own meaning of a short form wins."""
    words = capitals_only()
    shipped = [Expansion(short, long, short in words) for short, long in shipped_table()]
    expansions = (*own, *shipped)
    shorts = ["".join(each) for each in _words(each.short for each in expansions)]
    taken = frozenset(shorts[: len(own)])
    by_short: dict[str, list[Expansion]] = {}
    by_long: dict[tuple[str, ...], list[Expansion]] = {}
    longs = _words(each.long for each in expansions)
    for number, (letters, long) in enumerate(zip(shorts, longs, strict=True)):
        if letters and long and (number < len(own) or letters not in taken):
            by_short.setdefault(letters, []).append(expansions[number])
            by_long.setdefault(tuple(map(key_of_word, long)), []).append(expansions[number])
    return by_short, by_long


def _words(texts: Iterable[str]) -> list[list[str]]:
    """Return the folded words of each text, without *và*; all texts are folded in one piece."""
    folded = fold("\n".join(text.replace("\n", " ") for text in texts)).split("\n")
    return [[word for word in WORD.findall(text) if word != "va"] for text in folded]
