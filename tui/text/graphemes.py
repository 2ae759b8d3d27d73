"""Grapheme boundaries: where a span may begin and end (search.md, S13; Unicode UAX #29).

Every border found here is a boundary of UAX #29. A few of its boundaries are left out, such as
those before some Myanmar vowel signs and between adjacent flags: the rules are shorter, need no
data tables, and look only at the characters around a position.
"""

from __future__ import annotations

from unicodedata import category, combining

ZERO_WIDTH_JOINER = "\u200d"
_JOINED_BEFORE = frozenset("\u0e33\u0eb3\u200c\u200d\uff9e\uff9f") | frozenset(
    map(chr, (*range(0x1F3FB, 0x1F400), *range(0xE0020, 0xE0080)))
)
"""Characters that are not marks and never begin a grapheme."""

_PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd"
    "\U000111c2\U000111c3\U000113d1\U0001193f\U00011941\U00011a3a\U00011d46\U00011f02"
) | frozenset(map(chr, range(0x11A84, 0x11A8A)))
"""Characters that belong to the one after them (``Grapheme_Cluster_Break=Prepend``)."""

_VIRAMA = 9
"""The combining class of viramas, which join two consonants of an Indic script."""


def is_border(text: str, position: int) -> bool:
    """Tell whether a grapheme begins or ends at ``position`` of ``text``."""
    if not 0 < position < len(text):
        return True
    before, after = text[position - 1], text[position]
    if before < "\x80" and after < "\x80":
        return before != "\r" or after != "\n"
    if after in _JOINED_BEFORE or before in _PREPENDED or category(after)[0] == "M":
        return category(before) in ("Cc", "Zl", "Zp") or before in "\n\r"
    if before == ZERO_WIDTH_JOINER or (_is_regional(before) and _is_regional(after)):
        return False
    if _is_hangul(before) and _is_hangul(after):
        return _is_whole_hangul(before) and _is_whole_hangul(after)
    return not (category(after) == "Lo" and _is_joined_by_virama(text, position))


def start_of_grapheme(text: str, position: int) -> int:
    """Return the last border at or before ``position``."""
    while not is_border(text, position):
        position -= 1
    return position


def end_of_grapheme(text: str, position: int) -> int:
    """Return the first border at or after ``position``."""
    while not is_border(text, position):
        position += 1
    return position


def _is_regional(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def _is_hangul(character: str) -> bool:
    code = ord(character)
    return 0x1100 <= code <= 0x11FF or 0xA960 <= code <= 0xA97F or 0xAC00 <= code <= 0xD7FF


def _is_whole_hangul(character: str) -> bool:
    return 0xAC00 <= ord(character) <= 0xD7A3


def _is_joined_by_virama(text: str, position: int) -> bool:
    """Tell whether the marks before ``position`` join it to the consonant before them."""
    joined = False
    for at in range(position - 1, -1, -1):
        if category(text[at])[0] != "M" and text[at] != ZERO_WIDTH_JOINER:
            break
        joined = joined or combining(text[at]) == _VIRAMA
    return joined
