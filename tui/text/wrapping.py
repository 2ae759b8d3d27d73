"""Breaking text into lines at spaces, keeping a name and its honorific on one line if they fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from tui.text.cleaning import UNFAMILIAR

Measure: TypeAlias = Callable[[str], int]
"""Tells how many terminal cells a string takes."""

# A text with any other character may have some that are not one cell wide, and is measured.
_MAYBE_NOT_ONE_CELL = (
    "[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u0386-\u03ff\u0400-\u045f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u2400-\u2426\u2500-\u25fc\ufffd]"
)

_honorific = re.compile(
    r"(?<![^\s(])"
    r"(?:(?:TSKH|PGS|GS|TS|ThS|BS|KS|LS|CN|NSND|NSƯT|NGND|NGƯT|[Ôô]ng|[Bb]à)\b[.,]? ?)+"
    r"(?<= )"
).finditer

_LONGEST_NAME = 4
"""The most words of a name that are kept together with its honorific."""


def has_one_cell_each(text: str) -> bool:
    """Tell whether each code point of ``text`` takes one cell; if not for sure, it is measured."""
    return not UNFAMILIAR.search(text) or not re.search(_MAYBE_NOT_ONE_CELL, text)


def wrap(text: str, width: int, measure: Measure, *, used: int = 0) -> list[tuple[int, int]]:
    """Break ``text`` into lines that fit a column.

    Lines break at U+0020 and at line feeds; only a word wider than the column is broken inside.

    Args:
        text: The text, of any number of lines.
        width: The width of the column in cells.
        measure: The width of a string in cells.
        used: Cells of the first line that are already taken.

    Returns:
        The span ``[start, end)`` of each line. Spaces at a break belong to no line.
    """
    width = max(1, width)
    if len(text) <= width - used and "\n" not in text and has_one_cell_each(text):
        return [(0, len(text))]
    simple = has_one_cell_each(text)
    breaker = _PlainBreaker(text, width) if simple else _Breaker(text, width, measure)
    lines: list[tuple[int, int]] = []
    start = 0
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        lines.extend(breaker.lines(start, end, 0 if lines else used))
        if end == len(text):
            return lines
        start = end + 1


class _PlainBreaker:
    """Breaks text in which every code point takes one cell."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = width
        self.glued = frozenset(_glued_spaces(text))

    def fitting(self, start: int, end: int, room: int) -> int:
        """Return how far, up to ``end``, a line from ``start`` reaches in ``room`` cells."""
        return min(end, start + room)

    def lines(self, start: int, end: int, used: int) -> Iterator[tuple[int, int]]:
        text = self.text
        while True:
            limit = self.fitting(start, end, max(0, self.width - used))
            if limit >= end:
                yield start, end
                return
            cut = self.cut(start, limit)
            if cut < 0 and used:
                yield start, start
            else:
                if cut < 0:
                    cut = max(limit, start + 1)
                yield start, start + len(text[start:cut].rstrip(" "))
                start = cut
                while start < end and text[start] == " ":
                    start += 1
                if start == end:
                    return
            used = 0

    def cut(self, start: int, limit: int) -> int:
        """Return the last space to break at in ``(start, limit]``, or -1."""
        space = last = self.text.rfind(" ", start + 1, limit + 1)
        while space in self.glued:
            space = self.text.rfind(" ", start + 1, space)
        return last if space < 0 else space


class _Breaker(_PlainBreaker):
    """Breaks text with characters of no cell or of two."""

    def __init__(self, text: str, width: int, measure: Measure) -> None:
        super().__init__(text, width)
        self.measure = measure

    def fitting(self, start: int, end: int, room: int) -> int:
        text, measure = self.text, self.measure
        low = min(end, start + room // 2)
        while low < end:
            # One more cluster: a character, and those that have no width or are joined to it.
            after = low + 1
            while after < end and (measure(text[after]) == 0 or text[after - 1] == "\u200d"):
                after += 1
            if measure(text[start:after]) > room:
                return low
            low = after
        return low


def _glued_spaces(text: str) -> Iterator[int]:
    """Yield the offsets of the spaces between an honorific and a name, and within that name."""
    for match in _honorific(text):
        if not text[match.end() : match.end() + 1].isupper():
            continue
        yield from (i for i in range(match.start(), match.end()) if text[i] == " ")
        space = match.end()
        for _ in range(_LONGEST_NAME - 1):
            space = text.find(" ", space + 1)
            if space < 0 or not text[space + 1 : space + 2].isupper():
                break
            if not text[space - 1].isalpha():
                break
            yield space
