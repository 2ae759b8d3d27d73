"""The marks of a letter: quality (breve, circumflex, horn, the bar of đ) and tone.

A tone is a combining character, as is a quality mark; the bar of đ, which Unicode does not take
apart, is written U+0335 here. Of other scripts and languages every combining mark is a quality.
"""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

TONES = {
    "huyền": "\N{COMBINING GRAVE ACCENT}",
    "hỏi": "\N{COMBINING HOOK ABOVE}",
    "ngã": "\N{COMBINING TILDE}",
    "sắc": "\N{COMBINING ACUTE ACCENT}",
    "nặng": "\N{COMBINING DOT BELOW}",
}
"""The tone marks by name, in the order of the dictionary; the level tone has no mark."""

BAR = "\N{COMBINING SHORT STROKE OVERLAY}"
"""Stands for the bar of đ."""

_TONE_MARKS = frozenset(TONES.values())


@cache
def marks(letter: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the quality marks and the tones of one character, of any script."""
    if letter in "đĐðÐ":
        return frozenset(BAR), frozenset()
    found = frozenset(mark for mark in normalize("NFD", letter) if combining(mark))
    return found - _TONE_MARKS, found & _TONE_MARKS


def split_tone(text: str) -> tuple[str, str]:
    """Return NFC ``text`` without its tones, in NFC, and the tones in their order."""
    letters = normalize("NFD", text)
    tones = "".join(mark for mark in letters if mark in _TONE_MARKS)
    if not tones:
        return text, ""
    bare = "".join(mark for mark in letters if mark not in _TONE_MARKS)
    return normalize("NFC", bare), tones


def with_tone(letter: str, tone: str) -> str:
    """Return ``letter``, a vowel without a tone, with the combining character ``tone``, in NFC."""
    return normalize("NFC", letter + tone)
