"""People whom a text names in full and a record does not list: *ông Nam* may mean each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from tui.search.name_words import is_family_name, place_at, spelt, words_before
from tui.text.proper_names import NAMED_AFTER, OFFICES, PLACE_KINDS, SCHOOLS, spelling

_UPPER = "A-ZÀ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_CAPITALS = re.compile(rf"(?<!\w)[{_UPPER}][^\W_]*(?: [{_UPPER}][^\W_]*){{1,6}}(?: [^\W_]+)?")
"""A run of words with capitals, and the word behind it."""
_CALLED_AFTER = NAMED_AFTER | PLACE_KINDS | SCHOOLS


def strangers(text: str, known: Iterable[str]) -> frozenset[str]:
    """Return how the given names are spelt of those whom a text names in full, ``known`` apart.

    *ông Nam* may mean each of them.
    """
    words = [spelt(name) for name in known]
    names = {" ".join(name[first:]) for name in words for first in range(max(1, len(name) - 1))}
    found: set[str] = set()
    given: dict[str, str] = {}
    for match in _CAPITALS.finditer(text):
        run = match[0]
        if run not in given:
            given[run] = _given_of_stranger(run, names)
        if given[run] and given[run] not in found:
            before = [*map(spelling, words_before(text, match.start())[-2:])]
            if _CALLED_AFTER.isdisjoint((*before[-1:], " ".join(before))):
                found.add(given[run])
    return frozenset(found)


def _given_of_stranger(run: str, known: Set[str]) -> str:
    """Return how the given name is spelt of someone not ``known`` whom a run of capitals names."""
    words = _without_office(run.split())
    full = [
        [*map(spelling, words[first:])]
        for first in range(len(words) - 1)
        if is_family_name(words[first]) and not place_at(words[first:])
    ]
    return full[0][-1] if full and not any(" ".join(name) in known for name in full) else ""


def _without_office(words: list[str]) -> list[str]:
    """Return a run of capitals up to the office, the acronym or the small letters in it."""
    for index in range(1, len(words)):
        pair = " ".join(map(spelling, words[index : index + 2]))
        if not words[index][0].isupper() or words[index].isupper() or pair in OFFICES:
            return words[:index]
    return words
