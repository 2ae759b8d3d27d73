"""The mark on a line that wants a look, and how many a file has."""

from __future__ import annotations

import re

from tui.record.limits import STRING

DOUBT = "# ?"
"""Stands at the end of a line, before what is doubtful about it."""

_TEXT_OR_DOUBT = re.compile(rf"{STRING}|(?P<doubt>#[ \t]*\?)|#[^\n]*")


def count_doubts(text: str) -> int:
    """Return how many lines of an event file are marked; what stands in strings does not count."""
    return sum(match["doubt"] is not None for match in _TEXT_OR_DOUBT.finditer(text))
