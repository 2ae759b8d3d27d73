"""Folding text for comparison, one character to one (search.md, S2).

Folded text has the length of the original, so a span found in one is a span of the other.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category, normalize

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits."""

_SPECIAL = {
    **dict.fromkeys("đĐðÐ", "d"),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("“”„‟", '"'),
    "\N{MINUS SIGN}": "-",
}
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_PAGES = bytes.fromhex(
    "00 01 02 03 04 05 06 09 0a 0b 0f 10 13 14 16 18 1b 1c 1e 1f 20 21 22 24 2c 2e 30"
    "a6 a7 ab fb fe ff"
)
"""The pages of 256 code points in which any character folds; a test checks all other pages."""
_LONG = 200_000
"""The length from which building the whole table pays off."""
_expected: list[str] = []
"""The table, where many texts are to be folded."""


def fold(text: str) -> str:
    """Return the folded form of canonical ``text``, of the same length.

    Letters become lower-case base letters, ``đ`` becomes ``d``, full-width forms become ASCII,
    dashes ``-``, spaces other than line feeds a plain space, curly quotes straight ones.
    Characters beyond the basic plane stay as they are.
    """
    return text.translate(_table() if _expected or len(text) >= _LONG else _folded)


def expect_many() -> None:
    """Make folding quicker for who has hundreds of texts to fold."""
    _expected.append(_table())


def fold_character(character: str) -> str:
    """Return the one character that ``character`` folds to."""
    special = _SPECIAL.get(character)
    if special:
        return special
    kind = category(character)
    if kind == "Pd":
        return "-"
    if character.isspace() and character != "\n":
        return " "
    if ord(character) in _FULL_WIDTH:
        character = chr(ord(character) - _FULL_WIDTH.start + ord("!"))
    elif kind[0] == "L":
        parts = normalize("NFD", character)
        if len(parts) > 1 and all(category(mark)[0] == "M" for mark in parts[1:]):
            character = parts[0]
    caseless = character.casefold()
    return caseless if len(caseless) == 1 else character.lower()


class _Folded(dict[int, str]):
    """What characters fold to, by code point; filled as characters are met."""

    def __missing__(self, code_point: int) -> str:
        character = chr(code_point)
        folded = fold_character(character) if code_point < 0x10000 else character
        return self.setdefault(code_point, folded)


_folded = _Folded()


@cache
def _table() -> str:
    """Return what each character of the basic plane folds to, as a string by code point.

    ``str.translate`` is more than twice as fast with a string as with a dictionary. To build it
    quickly, all characters are decoded at once, and only :data:`_PAGES` are folded.
    """
    code_points = bytearray(0x20000)
    code_points[::2] = bytes(range(0x100)) * 0x100
    code_points[1::2] = b"".join(bytes([page]) * 0x100 for page in range(0x100))
    pages = [
        code_points[at : at + 0x200].decode("utf-16-le", "surrogatepass")
        for at in range(0, 0x20000, 0x200)
    ]
    for page in _PAGES:
        pages[page] = "".join(map(fold_character, pages[page]))
    return "".join(pages)
