"""Roman numerals up to 89, as congresses, terms and quarters are counted."""

from __future__ import annotations

import re

_VALUES = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NUMERAL = re.compile("(?=.)(xl|l?x{0,3})(ix|iv|v?i{0,3})")
MOST = 89


def roman(number: int) -> str:
    """Return the numeral of ``number``, or '' when it is out of range."""
    if not 1 <= number <= MOST:
        return ""
    numeral = ""
    for value, letters in _VALUES:
        while number >= value:
            numeral += letters
            number -= value
    return numeral


def arabic(numeral: str) -> int:
    """Return what a numeral, in any case, stands for, or 0 when it is none."""
    match = _NUMERAL.fullmatch(numeral.lower())
    if match is None:
        return 0
    rest, total = match[0].upper(), 0
    for value, letters in _VALUES:
        while rest.startswith(letters):
            total += value
            rest = rest.removeprefix(letters)
    return total
