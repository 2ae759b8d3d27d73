"""Texts as names are looked up in them: words, with the abbreviations among them spelt out.

``Sở KH&CN``, ``Sở KHCN`` and ``Sở Khoa học và Công nghệ`` are the same tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from tui.search.expansions import Expansions, key_of_word
from tui.text.acronyms import MAX_LETTERS, MAX_PARTS, is_acronym_joint, is_written_short
from tui.text.words import (
    Word,
    is_and,
    is_gap,
    read_word,
    script_of,
    word_pattern,
    words,
)


class Token(Struct, frozen=True):
    """A word of a text at ``[start, end)``; those of one abbreviation share its span."""

    key: str
    """The folded letters, spelt alike where i and y are (S5)."""
    word: Word
    start: int
    end: int
    joined: bool
    """Whether no more than a gap is between it and the token before (S7)."""
    conjoined: bool
    """Whether *và* or ``&`` is between them."""
    is_first: bool
    """Whether the token begins what is written at its span; false inside an abbreviation."""
    is_last: bool
    is_capital: bool
    """Whether it is written with a capital."""


class Tokenizer:
    """Takes texts apart by the same abbreviations and acronyms."""

    def __init__(self, expansions: Expansions, acronyms: frozenset[str] = frozenset()) -> None:
        self.expansions = expansions
        self.acronyms = acronyms
        """The folded letters of acronyms that are one token however they are divided (S8)."""

    def tokens(self, text: str, folded: str) -> list[Token]:
        """Return the tokens of canonical ``text``, whose folded form is ``folded``."""
        found: list[Token] = []
        runs = list(word_pattern(script_of(folded)).finditer(folded))
        end = index = 0
        conjoined = False
        joined = True
        while index < len(runs):
            start = runs[index].start()
            separator = folded[end:start]
            joined = joined and (not separator or is_gap(separator))
            conjoined = conjoined or "&" in separator
            word = read_word(text[start : runs[index].end()])
            if found and is_and(word):
                conjoined = True
                end = runs[index].end()
                index += 1
                continue
            count, parts = self._abbreviation(text, folded, runs, index)
            end = runs[index + count - 1].end()
            for i, (part, after_and) in enumerate(parts or ((word, False),)):
                found.append(
                    Token(
                        key=key_of_word(part.letters),
                        word=part,
                        start=start,
                        end=end,
                        joined=joined or i > 0,
                        conjoined=conjoined if i == 0 else after_and,
                        is_first=i == 0,
                        is_last=i == max(0, len(parts) - 1),
                        is_capital=text[start].isupper(),
                    )
                )
            index += count
            joined, conjoined = True, False
        return found

    def _abbreviation(
        self, text: str, folded: str, runs: Sequence[re.Match[str]], index: int
    ) -> tuple[int, tuple[tuple[Word, bool], ...]]:
        """Return how many runs the abbreviation at ``index`` takes, and its words spelt out.

        The second is empty, and the first 1, if there is none.
        """
        best: tuple[int, tuple[tuple[Word, bool], ...]] = (1, ())
        start, end = runs[index].span()
        if not text[start].isupper():
            return best
        letters = ""
        for count, run in enumerate(runs[index : index + 2 * MAX_PARTS], 1):
            if letters and run[0] == "va":
                continue
            if letters and not is_acronym_joint(folded[end : run.start()]):
                break
            letters += run[0]
            end = run.end()
            if len(letters) > MAX_LETTERS:
                break
            spelt_out = self._spelt_out(letters, text[start:end])
            best = (count, spelt_out) if spelt_out else best
        return best

    def _spelt_out(self, letters: str, written: str) -> tuple[tuple[Word, bool], ...]:
        for expansion in self.expansions.of_short(letters):
            if is_written_short(written, expansion.short):
                return _words_of_long(expansion.long)
        if letters in self.acronyms and is_written_short(written, letters):
            return ((read_word(letters), False),)
        return ()


@lru_cache(512)
def _words_of_long(long: str) -> tuple[tuple[Word, bool], ...]:
    """Return the words of a long form but *và*, each with whether *và* or ``&`` stood before it."""
    found: list[tuple[Word, bool]] = []
    after_and = False
    for word in words(long.replace("&", " và ")):
        if is_and(word):
            after_and = True
        else:
            found.append((word, after_and))
            after_and = False
    return tuple(found)
