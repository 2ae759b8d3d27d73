"""What no text may hold that reaches a terminal; told by Unicode's properties, not by our code."""

from __future__ import annotations

import re
from unicodedata import category

MOST_MARKS = 4
_VISIBLE_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Format characters that are seen: Prepended_Concatenation_Mark, Unicode 15, PropList.txt."""
_FORBIDDEN = {
    "Cc": "control",
    "Cf": "format",
    "Cs": "surrogate",
    "Co": "private use",
    "Zl": "line separator",
    "Zp": "paragraph separator",
}
_NOT_SEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")
"""Letters and marks without a shape: Other_Default_Ignorable_Code_Point."""


def harm(text: str, *, allowed: str = "") -> list[str]:
    """Return what in ``text`` can drive or mislead a terminal; ``allowed`` characters aside."""
    found: list[str] = []
    marks = 0
    for place, char in enumerate(text):
        if char < "\x7f" and (char >= " " or char in allowed):
            marks = 0
            continue
        kind = category(char)
        marks = marks + 1 if kind.startswith("M") else 0
        what = ""
        if char in allowed or char in _VISIBLE_FORMATS:
            continue
        if kind in _FORBIDDEN:
            what = _FORBIDDEN[kind]
        elif ord(char) & 0xFFFE == 0xFFFE or "\ufdd0" <= char <= "\ufdef":
            what = "noncharacter"
        elif "\U000e0000" <= char <= "\U000e00ff" or "\U000e01f0" <= char <= "\U000e0fff":
            what = "tag"
        elif _NOT_SEEN.match(char):
            what = "not seen"
        elif marks == MOST_MARKS + 1:
            what = "too many marks"
        if what:
            around = text[max(0, place - 20) : place + 20]
            found.append(f"{what} U+{ord(char):04X} at {place}, in {around!a}")
    return found
