"""Canonical text: the form that is shown, measured and that spans refer to (search.md, S1)."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from unicodedata import category, combining, normalize

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters that S1 drops: zero-width spaces and joiners, the soft hyphen."""

_CHANGING = INVISIBLE + "\r"
_DROPPED = dict.fromkeys(map(ord, INVISIBLE))
# Compiled when it is first needed, by :mod:`re`, as few texts have any of this.
_MAYBE_MARKS = "[^\x00-\u02ff\u1e00-\u1eff]{31}"
_SPLIT = {0xF73: "\u0f71\u0f72", 0xF75: "\u0f71\u0f74", 0xF81: "\u0f71\u0f80"}
"""Characters of combining class 0 that decompose into marks only, and their decompositions."""


def canonical(text: str) -> str:
    """Return ``text`` in NFC, without :data:`INVISIBLE`, with LF for CRLF (S1); idempotent."""
    if text.isascii():
        return _with_line_feeds(text)
    # Dropped first: a joiner between a letter and its mark would keep them from composing.
    text = without_invisible(text)
    if re.search(_MAYBE_MARKS, text):
        # normalize() takes quadratic time over unordered marks: 5 s for 64,000 of them.
        text = _long_runs().sub(_with_ordered_marks, text)
    return normalize("NFC", text)


def without_invisible(text: str) -> str:
    """Return ``text`` without :data:`INVISIBLE`, with LF for CRLF."""
    if not any(map(text.__contains__, _CHANGING)):
        return text
    return _with_line_feeds(text.translate(_DROPPED))


def _with_line_feeds(text: str) -> str:
    """Return ``text`` with LF for CRLF, and for CR CRLF, in one pass whatever it holds."""
    if "\r" not in text:
        return text
    *lines, last = text.split("\n")
    return "\n".join([*(line.rstrip("\r") for line in lines), last])


@cache
def marks() -> str:
    """Return all combining marks as ranges for a character class of a regular expression.

    Collecting them takes some 20 ms and few texts need them, so it is done on first use.
    """
    ranges: list[list[int]] = []
    # Planes 0 and 1, and the variation selectors; there are no marks elsewhere.
    for code in (*range(0x300, 0x20000), *range(0xE0100, 0xE01F0)):
        if category(chr(code)).startswith("M"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


@cache
def _long_runs() -> re.Pattern[str]:
    return re.compile(f"[{marks()}]{{31,}}")


def _with_ordered_marks(run: re.Match[str]) -> str:
    """Return a run of marks in canonical order (The Unicode Standard, section 3.11, D108)."""
    text: list[str] = []
    for _, group in groupby(run[0].translate(_SPLIT), lambda char: combining(char) > 0):
        text.extend(sorted(group, key=combining))
    return "".join(text)
