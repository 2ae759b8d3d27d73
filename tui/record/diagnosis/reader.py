"""Going through a text from left to right, and remembering what is wrong in it."""

from __future__ import annotations

import re

from tui.locale import _
from tui.record.diagnosis.places import Lines
from tui.record.diagnosis.scalars import TomlError
from tui.record.problems import MAX_PROBLEMS
from tui.text.cleaning import clean_line

SPACE = re.compile(r"[ \t]*+")
BLANK = re.compile(r"(?:[ \t\n]++|#[^\n\x00-\x08\x0b-\x1f\x7f]*+(?=\n|\Z))*+")
"""White space, line ends and remarks in which no control character stands."""
_COMMENT = re.compile(r"#[^\n]*+")
_LINE = re.compile(r"[^\n]*+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


MAX_SLIPS = MAX_PROBLEMS + 1
"""How many mistakes are remembered: one more than are told, so that this can be said."""


class StopError(Exception):
    """Reading ends here: there are mistakes enough, or values nested too deep."""


class Reader:
    """A text, the place ``at`` which it is read, and its mistakes so far, ``slips``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.slips: list[TomlError] = []
        self._lines: Lines | None = None

    def sees(self, what: str) -> bool:
        """Return whether this stands here."""
        return self.text.startswith(what, self.at)

    def is_done(self) -> bool:
        """Return whether the end of the text is reached."""
        return self.at >= len(self.text)

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Go past a pattern, which matches also nothing."""
        found = pattern.match(self.text, self.at)
        assert found is not None
        self.at = found.end()

    def skip_blank(self) -> int | None:
        """Go past white space, line ends and remarks; return where the line begins if it is new."""
        start = self.at
        self.skip(BLANK)
        while self.sees("#"):
            self.skip_comment()
            self.skip(BLANK)
        line = self.text.rfind("\n", start, self.at)
        return None if line < 0 else line + 1

    def skip_comment(self) -> None:
        """Go past a remark, if there is one."""
        found = _COMMENT.match(self.text, self.at)
        if found is None:
            return
        self.at = found.end()
        if wrong := _CONTROL.search(found[0]):
            at = found.start() + wrong.start()
            why = _("There is a control character, {character}, in this comment.")
            why = why.format(character=clean_line(wrong[0]) or "␍")
            self.slip(at, at + 1, why, _("Remove it."))

    def slip(self, start: int, end: int, why: str, right: str) -> None:
        """Remember a mistake. Raises :exc:`StopError` when there are enough."""
        self.remember(TomlError(start, end, why, right))

    def remember(self, slip: TomlError) -> None:
        """Remember a mistake. Raises :exc:`StopError` when there are enough.

        Where reading went on is a guess, so of two on one line the first alone is told.
        """
        last = self.slips[-1].start if self.slips else -1
        if 0 <= last <= slip.start and "\n" not in self.text[last : slip.start]:
            return
        self.slips.append(slip)
        if len(self.slips) >= MAX_SLIPS:
            raise StopError

    def line_of(self, at: int) -> int:
        """Return the line, from 1, that a place is on."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines.number(at)

    def line_end(self, at: int) -> int:
        """Return where the line ends that a place is on."""
        found = _LINE.match(self.text, at)
        assert found is not None
        return found.end()


LONGEST = 200
"""Code points of a key or a value that are looked at to show it."""


def short(text: str) -> str:
    """Return a part of the file as a sentence can hold it."""
    shown = clean_line(text[:LONGEST])
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
