"""Hits: where texts have what was looked for."""

from __future__ import annotations

from msgspec import Struct


class Hit(Struct, frozen=True, order=True):
    """A span ``[start, end)``, in code points, of the words of the text with index ``text``.

    ``rank`` is how closely it matched (rule S12): one of :data:`EXACT`, :data:`SUBSET`,
    :data:`ABBREVIATION`, :data:`KEYS`, :data:`APART`, :data:`JOINED`. ``reason`` says in one phrase
    why it matched where that is not plain to see, such as ``KH&CN = khoa học và công nghệ``;
    otherwise it is empty.
    """

    text: int
    start: int
    end: int
    rank: int = 0
    reason: str = ""


EXACT, SUBSET, ABBREVIATION, KEYS, APART, JOINED = range(6)

RANKS = ("exact", "more-marks", "abbreviation", "keys", "apart", "joined")
"""What the ranks are called where programs read them."""
