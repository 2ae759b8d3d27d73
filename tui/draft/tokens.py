"""The words of a block, and the questions that rules ask of them."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from tui.draft import lexicon
from tui.text.syllables import is_syllable

_WORD = re.compile(
    r"[Đđ]/[cC]\b|[Tt]\.[ƯW]\b|(?:T|Th)\.S\b|[^\W_]+(?:[&'’][^\W_]+|(?<=[A-ZĐ])[-–/](?=[A-ZĐ])[^\W_]+)*"
)
_CAPITALS = re.compile(r"(?:[^\W\d_]|[0-9&/’'–-])+")


class Token(Struct, frozen=True, gc=False):
    """A word at ``[start, end)`` of its block; ``gap`` is what stands before it."""

    text: str
    key: str
    start: int
    end: int
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text[0].islower()

    @property
    def number(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[0].isdigit()

    @property
    def acronym(self) -> bool:
        """Whether two of its letters or more are capitals: ``UBND``, ``KH&CN``, ``TPBank``."""
        return (
            sum(map(str.isupper, self.text)) > 1 and "’" not in self.text and "'" not in self.text
        )

    @property
    def vietnamese(self) -> bool:
        """Whether it is a syllable of Vietnamese."""
        return is_syllable(self.text)


class Tokens:
    """The words of a text, by index."""

    def __init__(self, text: str) -> None:
        self.text = text
        found: list[Token] = []
        end = 0
        for match in _WORD.finditer(text):
            word, start = match[0], match.start()
            gap = text[end:start]
            end = start + len(word)
            found.append(Token(word, lexicon.key(word), start, end, gap))
        self._tokens = found
        self._starts = [token.start for token in found]

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index]

    def at(self, place: int) -> int:
        """Return the index of the first word that begins at ``place`` or after."""
        return bisect_left(self._starts, place)

    def gap(self, index: int) -> str:
        """Return what stands before a word; a line feed at the ends of the text."""
        return self._tokens[index].gap if 0 < index < len(self._tokens) else "\n"

    def phrase(self, index: int, count: int) -> str:
        """Return the key of ``count`` words from ``index`` on, or nothing if they do not adjoin."""
        if index + count > len(self._tokens):
            return ""
        part = self._tokens[index : index + count]
        if any(not _adjoins(part[i].key, token) for i, token in enumerate(part[1:])):
            return ""
        return " ".join(token.key for token in part)

    def longest(self, index: int, known: frozenset[str], after: int = 0) -> int:
        """Return how many words from ``index`` on are the longest phrase of ``known``, or 0."""
        tokens = self._tokens
        if not 0 <= index < len(tokens):
            return 0
        phrase = before = tokens[index].key
        most = lexicon.longest(known).get(before, 0)
        if most <= after:
            return 0
        found = int(not after and phrase in known)
        for count in range(1, min(most, len(tokens) - index)):
            token = tokens[index + count]
            if token.gap != " " and not _adjoins(before, token):
                break
            before = token.key
            phrase = f"{phrase} {before}"
            if count >= after and phrase in known:
                found = count + 1
        return found

    def span_text(self, first: int, end: int) -> str:
        """Return the text from the word ``first`` to the end of the word before ``end``."""
        return self.text[self._tokens[first].start : self._tokens[end - 1].end]


def _adjoins(before: str, token: Token) -> bool:
    """Tell whether a word follows one with the key ``before`` in a phrase: *TP. Hà Nội*."""
    return token.gap == " " or (token.gap in (". ", ".") and before in ("tp", "tx", "q"))
