"""Hits: where texts have what was looked for, and how it was found."""

from __future__ import annotations

from msgspec import Struct

from tui.search.rules import Rule


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


class Found(Struct, frozen=True):
    """What a query found.

    ``hits`` are in reading order, disjoint and on borders of graphemes (S13); ``has_more`` says
    that there are more of them than are given. ``rule`` is the step by which they were found, and
    ``reading`` how the query was read, where that is not as it was typed: by ``keys`` it is the
    Vietnamese of which those of ``method``, Telex or VNI, were typed. ``offer`` is what the reader
    may have meant when there is no hit.
    """

    hits: tuple[Hit, ...] = ()
    has_more: bool = False
    rule: Rule = "strict"
    reading: str = ""
    method: str = ""
    offer: str = ""
