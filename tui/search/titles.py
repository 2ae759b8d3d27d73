"""What stands before people's names in one text: honorifics, offices and forms of address."""

from __future__ import annotations

import re

from tui.search.gazetteer import WIDEST_GAP, Occurrence
from tui.search.matching import Searched
from tui.text.words import is_gap

_DEPUTY = re.compile(r"(?<![^\W_])pho[\W_]{1,4}$")
_NAME_BEFORE = re.compile(r"(?<![^\W_])([^\W_]+) $")
_LOOK_BACK = 40


class Titles:
    """The titles in a text, by where they end; each position has the longest first."""

    def __init__(self, text: Searched) -> None:
        self._text = text
        self._by_end: dict[int, list[Occurrence]] = {}

    def add(self, title: Occurrence) -> None:
        """Add a title; those that begin earlier are added before."""
        self._by_end.setdefault(title.end, []).append(title)

    def before(self, start: int) -> list[Occurrence]:
        """Return the titles right before a name that begins at ``start``."""
        for end in range(start - 1, max(0, start - WIDEST_GAP) - 1, -1):
            if end in self._by_end and is_gap(self._text.folded[end:start]):
                return self._by_end[end]
        return []

    def is_deputy(self, title: Occurrence) -> bool:
        """Tell whether an office is another's: *Phó Giám đốc Nam* is no *Giám đốc*."""
        before = self._text.folded[max(0, title.start - _LOOK_BACK) : title.start]
        return _DEPUTY.search(before) is not None

    def is_inside_name(self, title: Occurrence) -> bool:
        """Tell whether a form of address is a piece of a name: *Nguyễn Anh Tuấn*."""
        shown = self._text.shown
        before = _NAME_BEFORE.search(shown, max(0, title.start - _LOOK_BACK), title.start)
        return before is not None and before[1][0].isupper() and shown[title.start].isupper()
