"""Canonical text: the one form that is shown, measured and pointed into (search.md, S1)."""

from __future__ import annotations

import re
from itertools import groupby
from unicodedata import combining, normalize

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters without a width that S1 drops: zero-width spaces and joiners, the soft hyphen."""

_CHANGING = re.compile(f"[{INVISIBLE}\r]")
_DROPPED = dict.fromkeys(map(ord, INVISIBLE))
_RETURNS_AND_FEED = re.compile("(?<!\r)\r+\n")
_LONG_RUN = re.compile("[^\x00-\u02ff]{31,}")
_SPLIT = {0xF73: "\u0f71\u0f72", 0xF75: "\u0f71\u0f74", 0xF81: "\u0f71\u0f80"}
"""The characters of combining class 0 that decompose into marks only."""


def canonical(text: str) -> str:
    """Return ``text`` in NFC, without :data:`INVISIBLE`, each CRLF made LF (S1); idempotent."""
    if text.isascii():
        return _RETURNS_AND_FEED.sub("\n", text) if "\r" in text else text
    if _CHANGING.search(text):
        # Dropped first: a joiner between a letter and its mark would keep them from composing.
        text = _RETURNS_AND_FEED.sub("\n", text.translate(_DROPPED))
    # normalize() takes quadratic time over unordered marks: 5 s for 64,000 of them.
    return normalize("NFC", _LONG_RUN.sub(_with_ordered_marks, text))


def _with_ordered_marks(run: re.Match[str]) -> str:
    """Return the run with its marks in canonical order (Unicode 3.11, D108)."""
    text: list[str] = []
    for _, group in groupby(run[0].translate(_SPLIT), lambda char: combining(char) > 0):
        text.extend(sorted(group, key=combining))
    return "".join(text)
