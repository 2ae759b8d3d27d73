"""Colours and attributes of text, and the shortest SGR sequence (ECMA-48, 8.3.117) between two.

The sequences read are those that Textual writes: attributes that are switched on, colours of 16,
256 and 16 million, and the reset.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_ATTRIBUTES = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53")
_BITS = {code: 1 << place for place, code in enumerate(_ATTRIBUTES)}
_ON_A_BLANK = sum(_BITS[code] for code in ("4", "7", "9", "21", "51", "52", "53"))
"""What is seen of a character that has no ink: lines and the reversed colours."""
_OFF = {
    "22": _BITS["1"] | _BITS["2"],
    "23": _BITS["3"],
    "24": _BITS["4"],
    "25": _BITS["5"] | _BITS["6"],
    "27": _BITS["7"],
    "28": _BITS["8"],
    "29": _BITS["9"],
}
"""Codes that switch attributes off; of the others terminals think differently, a reset is sure."""
_SURE = sum(_OFF.values())
_PARAMETER = re.compile(
    r"(?:(?P<colour>[34]8;(?:5;\d{1,3}|2;\d{1,3};\d{1,3};\d{1,3})|[34][0-79]|9[0-7]|10[0-7])"
    r"|(?P<reset>0?)|(?P<attribute>[1-9]|21|5[1-3]))(?:;|$)"
)


class NotUnderstoodError(ValueError):
    """What was to be written is nothing whose effect on the screen is known here."""


class Style(NamedTuple):
    """Attributes, as bits, and the parameters of the two colours; "" is the terminal's own."""

    attributes: int = 0
    foreground: str = ""
    background: str = ""


PLAIN = Style()


@lru_cache(4096)
def styled(parameters: str) -> Style:
    """Return the style that the SGR sequence with ``parameters`` makes of plain text.

    Raises:
        NotUnderstoodError: for a parameter that is not known here.
    """
    attributes, foreground, background = PLAIN
    place = 0
    while place <= len(parameters):
        match = _PARAMETER.match(parameters, place)
        if match is None:
            raise NotUnderstoodError(parameters)
        if code := match["attribute"]:
            attributes |= _BITS[code]
        elif colour := match["colour"]:
            if colour in ("39", "49"):
                colour = ""
            if match["colour"].startswith(("4", "10")):
                background = colour
            else:
                foreground = colour
        else:
            attributes, foreground, background = PLAIN
        if match.end() == len(parameters) and not match[0].endswith(";"):
            break
        place = match.end()
    return Style(attributes, foreground, background)


@lru_cache(4096)
def change(old: Style, new: Style) -> str:
    """Return the shortest sequence that makes ``new`` of ``old``, "" when they are the same."""
    if old == new:
        return ""
    whole = [code for code, bit in _BITS.items() if new.attributes & bit]
    whole += [colour for colour in new[1:] if colour]
    from_plain = ";".join(["0", *whole]) if whole else ""
    if (old.attributes & ~new.attributes) & ~_SURE:
        return f"\x1b[{from_plain}m"
    step = []
    left = old.attributes
    for off, bits in _OFF.items():
        if left & ~new.attributes & bits:
            step.append(off)
            left &= ~bits
    step += [code for code, bit in _BITS.items() if new.attributes & ~left & bit]
    if old.foreground != new.foreground:
        step.append(new.foreground or "39")
    if old.background != new.background:
        step.append(new.background or "49")
    shortest = from_plain[2:] if old == PLAIN else min(from_plain, ";".join(step), key=len)
    return f"\x1b[{shortest}m"


@lru_cache(4096)
def for_blanks(old: Style, new: Style) -> Style:
    """Return the style nearest to ``old`` in which blanks look as they do in ``new``.

    A blank has no ink: its text colour, and being bold or italic, are not seen.
    """
    if new.attributes & _ON_A_BLANK:
        return new
    if old.attributes & _ON_A_BLANK:
        return Style(new.attributes, old.foreground, new.background)
    return Style(old.attributes, old.foreground, new.background)
