"""Where in a file something stands: lines, columns and the line itself as it may be shown."""

from __future__ import annotations

from tui.text.cleaning import clean

WINDOW = 160
"""Code points of a line that are kept around what is meant, when the line is longer."""


class Places:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def line_and_column(self, at: int) -> tuple[int, int]:
        """Return the line and the column of a code point, both from 1."""
        if at < self._at:
            self._at, self._line = 0, 1
        # Places are asked for in the order of the file: each line is counted once.
        self._line += self._text.count("\n", self._at, at)
        self._at = at
        return self._line, at - self._text.rfind("\n", 0, at)

    def source(self, start: int, end: int) -> tuple[str, tuple[int, int]]:
        """Return the line on which ``[start, end)`` begins, cleaned, and the span of it there."""
        line_start = self._text.rfind("\n", 0, start) + 1
        line_end = self._text.find("\n", start)
        line_end = len(self._text) if line_end < 0 else line_end
        end = min(end, line_end)
        first = max(line_start, start - WINDOW // 2)
        last = min(line_end, max(start + WINDOW // 2, first + WINDOW))
        before, meant, after = (
            clean(part).replace("\n", " ")
            for part in (
                self._text[first:start],
                self._text[start : min(end, last)],
                self._text[min(end, last) : last],
            )
        )
        before = before.lstrip() if first == line_start else f"…{before}"
        after = after.rstrip() if last == line_end else f"{after}…"
        return before + meant + after, (len(before), len(before) + len(meant))
