"""The marks of a letter: quality marks (breve, circumflex, horn, the bar of đ) and tone marks.

Marks are combining characters. Unicode does not decompose đ; its bar is U+0335 here. In other
languages every combining mark that is no Vietnamese tone counts as a quality mark.
"""

from __future__ import annotations

from functools import cache
from unicodedata import category, normalize

TONES = {
    "huyền": "\N{COMBINING GRAVE ACCENT}",
    "hỏi": "\N{COMBINING HOOK ABOVE}",
    "ngã": "\N{COMBINING TILDE}",
    "sắc": "\N{COMBINING ACUTE ACCENT}",
    "nặng": "\N{COMBINING DOT BELOW}",
}
"""The tone marks by name, in the order of dictionaries; the level tone (ngang) has no mark."""

BAR = "\N{COMBINING SHORT STROKE OVERLAY}"
"""Stands for the bar of đ."""

NONE: frozenset[str] = frozenset()
TONE_MARKS = frozenset(TONES.values())


@cache
def quality_and_tone(character: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the quality marks and the tone marks of a character of any script."""
    if character in "đĐðÐ":
        return frozenset(BAR), NONE
    found = frozenset(mark for mark in normalize("NFD", character) if is_mark(mark))
    return found - TONE_MARKS, found & TONE_MARKS


def is_mark(character: str) -> bool:
    """Tell whether ``character`` is a combining mark."""
    return category(character)[0] == "M"


def split_tone(text: str) -> tuple[str, str]:
    """Return ``text``, in NFC, without its tone marks, and these marks in order."""
    letters = normalize("NFD", text)
    tones = "".join(mark for mark in letters if mark in TONE_MARKS)
    if not tones:
        return text, ""
    bare = "".join(mark for mark in letters if mark not in TONE_MARKS)
    return normalize("NFC", bare), tones


def with_tone(letter: str, tone: str) -> str:
    """Return ``letter``, a vowel without a tone, with a tone mark, in NFC."""
    return normalize("NFC", letter + tone)
