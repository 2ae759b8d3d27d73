"""The words around a name in a text, and whether they are family names or places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tui.text.folding import WORD, fold
from tui.text.proper_names import FAMILY_NAMES, PLACE_KINDS, PLACES, spelling

_NEXT = re.compile(r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?|[-\u2010\u2011](?=\w))([^\W_]+)")
_BEFORE = re.compile(r"(?:(?<![^\W_])[^\W_]+[ \u00a0\t]{1,3}){1,6}$")
LOOK_BACK = 80
_MOST_WORDS = 6
"""How far before a name, and how many words after it, are looked at."""


def words_in(text: str) -> list[str]:
    return WORD.findall(text)[:_MOST_WORDS]


def spelt(text: str) -> list[str]:
    return [*map(spelling, words_in(text))]


def phrase(text: str) -> str:
    """Return the folded words of a text, parted by single spaces."""
    return " ".join(WORD.findall(fold(text)))


def words_after(text: str, end: int) -> list[str]:
    """Return the words after a name that nothing but white space parts from it and each other."""
    found: list[str] = []
    while len(found) < _MOST_WORDS and (match := _NEXT.match(text, end)):
        found.append(match[1])
        end = match.end()
    return found


def words_before(text: str, start: int) -> list[str]:
    """Return the words before a name that nothing but white space parts from it and each other."""
    found = _BEFORE.search(text[max(0, start - LOOK_BACK) : start])
    return found[0].split() if found else []


def is_capital(word: str) -> bool:
    return word[0].isupper()


def is_family_name(word: str, *, bare: bool = False) -> bool:
    if not word[0].isupper():
        return False
    return spelling(word) in FAMILY_NAMES or (bare and fold(word) in _bare_family_names())


@cache
def _bare_family_names() -> frozenset[str]:
    return frozenset(map(fold, FAMILY_NAMES))


def place_at(words: Sequence[str]) -> str:
    """Return the place that these words begin with, or ''."""
    if not words or not words[0][0].isupper():
        return ""
    for length in (3, 2, 1):
        place = " ".join(map(spelling, words[:length]))
        if place in PLACES:
            return place
    return ""


def place_kind(words: Sequence[str]) -> int:
    """Return how many of these words say of what kind a place is: *tỉnh*, *thành phố*."""
    for length in (2, 1):
        if " ".join(map(spelling, words[:length])) in PLACE_KINDS:
            return length
    return 0
