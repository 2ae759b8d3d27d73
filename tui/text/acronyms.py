"""An index of the acronyms of a text, in which ``KHCN`` and ``KH&CN`` are one (search.md, S8)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TypeAlias

from tui.text.abbreviations import capitals_only
from tui.text.folding import fold

Parts: TypeAlias = tuple[int, ...]
"""The number of letters in each part of an acronym: ``KH&CN`` is ``(2, 2)``."""

JOINT = r"(?: ?[.&,\-]{1,2}(?: |\n(?!\n))?|[ \n]va[ \n](?!\n))"
"""A pattern, for folded text, of what may separate the parts: ``. & , -`` or *và*."""

MAX_PARTS = 6
MAX_LETTERS = 12

_PART = re.compile("[A-ZĐĂÂÊÔƠƯ\uff21-\uff3a]+(?!\\w)")
_JOINT = re.compile(JOINT)
_VOWELS = frozenset("aeiouy")
_NO_PARTS: frozenset[Parts] = frozenset()


def is_acronym_joint(separator: str) -> bool:
    """Tell whether ``separator``, which is folded, may separate two parts of an acronym (S8)."""
    return _JOINT.fullmatch(separator) is not None


def is_written_short(written: str, short: str) -> bool:
    """Tell whether ``written`` is the acronym ``short`` and not a word of the same letters.

    An acronym that could be a word must be in capitals: ``CA`` is *công an*, ``ca`` is a word. No
    word is spelt ``Tp`` or ``ubnd``.
    """
    letters = [character for character in written if character.isalnum()]
    if short in capitals_only():
        return "".join(letters).isupper()
    return (
        len(letters) > 3
        or _VOWELS.isdisjoint(fold(written))
        or sum(map(str.isupper, letters)) > 1
        or letters == [character for character in short if character.isalnum()]
    )


class Acronyms:
    """The acronyms of a text by their letters.

    Any consecutive parts count as an acronym, so ``KH&CN, UBND`` has ``khcn`` too. An acronym has
    at most :data:`MAX_PARTS` parts and :data:`MAX_LETTERS` letters.
    """

    def __init__(self, text: str, folded: str) -> None:
        found: dict[str, set[Parts]] = {}
        for run in dict.fromkeys(_runs(text, folded)):
            for letters, parts in _consecutive(run):
                found.setdefault(letters, set()).add(parts)
        self._divisions = found
        self._letters = sorted(found)

    def letters(self) -> frozenset[str]:
        """Return the folded letters of all acronyms."""
        return frozenset(self._divisions)

    def divisions(self, letters: str) -> frozenset[Parts]:
        """Return the ways in which the text divides an acronym, given by its folded letters."""
        return frozenset(self._divisions.get(letters, _NO_PARTS))

    def divisions_of_prefix(self, prefix: str) -> frozenset[Parts]:
        """Return the ways in which the text divides ``prefix`` where it begins an acronym."""
        found: set[Parts] = set()
        for index in range(bisect_left(self._letters, prefix), len(self._letters)):
            letters = self._letters[index]
            if not letters.startswith(prefix):
                break
            found.update(_cut(parts, len(prefix)) for parts in self._divisions[letters])
        return frozenset(found)


def _runs(text: str, folded: str) -> Iterator[tuple[str, ...]]:
    """Yield each run of joined parts in capitals, folded, in reading order."""
    run: list[str] = []
    end = -1
    for match in _PART.finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        if run and not _JOINT.fullmatch(folded, end, start):
            yield tuple(run)
            run = []
        end = match.end()
        run.append(folded[start:end])
    if run:
        yield tuple(run)


def _consecutive(run: tuple[str, ...]) -> Iterator[tuple[str, Parts]]:
    for first in range(len(run)):
        letters = ""
        for last in range(first, min(first + MAX_PARTS, len(run))):
            letters += run[last]
            if len(letters) > MAX_LETTERS:
                break
            yield letters, tuple(map(len, run[first : last + 1]))


def _cut(parts: Parts, letters: int) -> Parts:
    """Return how the first ``letters`` letters are divided."""
    cut: list[int] = []
    for part in parts:
        if letters <= 0:
            break
        cut.append(min(part, letters))
        letters -= part
    return tuple(cut)
