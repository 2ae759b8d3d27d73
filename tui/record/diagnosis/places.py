"""Where in a file something stands: lines, columns and the line itself as it may be shown."""

from __future__ import annotations

from itertools import accumulate

from tui.text.cleaning import clean

WINDOW = 160
"""Code points of a line that are kept around what is meant, when the line is longer."""
_STEP = 4096
"""Code points between two places whose lines are known beforehand."""


class Lines:
    """The lines of a text: each place costs a few thousand code points at most."""

    def __init__(self, text: str) -> None:
        self._text = text
        steps = range(0, len(text), _STEP)
        self._before = [0, *accumulate(text.count("\n", at, at + _STEP) for at in steps)]
        """How many line feeds stand before each step."""
        last = (text.rfind("\n", at, at + _STEP) for at in steps)
        self._last = [-1, *accumulate(last, max)]
        """Where the last line feed before each step stands."""

    def number(self, at: int) -> int:
        """Return the line, from 1, that a place is on."""
        step = at // _STEP
        return self._before[step] + self._text.count("\n", step * _STEP, at) + 1

    def start(self, at: int) -> int:
        """Return where the line begins that a place is on."""
        step = at // _STEP
        return max(self._last[step], self._text.rfind("\n", step * _STEP, at)) + 1


class Places:
    """What is told of the places of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)

    def line_and_column(self, at: int) -> tuple[int, int]:
        """Return the line and the column of a code point, both from 1."""
        return self._lines.number(at), at - self._lines.start(at) + 1

    def source(self, start: int, end: int) -> tuple[str, tuple[int, int]]:
        """Return the line on which ``[start, end)`` begins, cleaned, and the span of it there."""
        first_of_line = self._lines.start(start)
        first = max(first_of_line, start - WINDOW // 2)
        farthest = max(start + WINDOW // 2, first + WINDOW)
        last = self._text.find("\n", start, farthest + 1)
        is_whole = last >= 0 or farthest >= len(self._text)
        last = last if last >= 0 else min(farthest, len(self._text))
        meant_until = max(start, min(end, last))
        before, meant, after = (
            clean(part).replace("\n", " ")
            for part in (
                self._text[first:start],
                self._text[start:meant_until],
                self._text[meant_until:last],
            )
        )
        before = before.lstrip() if first == first_of_line else f"…{before}"
        after = after.rstrip() if is_whole else f"{after}…"
        return before + meant + after, (len(before), len(before) + len(meant))
