"""The sentence in which a name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

_END = re.compile(r'[.!?…]["”»’)]*\s+(?=["“«(]*[^\W\d_a-z])|\n+')
"""A sentence ends before a capital; small letters go on with it."""
_SHORT = re.compile(r"(?:^|[\s(“])(?:(?:[A-ZĐ]{1,4}|Tp|Ths?|ThS)\.)+$")
"""What ends with a full stop and is an abbreviation: ``TP.``, ``GS.TS.``, ``Th.S.``"""


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans ``[start, end)`` of the sentences of a text, white space apart."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        stop = match.start() + len(match[0].rstrip())
        if match[0].startswith(".") and _SHORT.search(text, max(start, stop - 20), stop):
            continue
        spans.append((start, stop))
        start = match.end()
    spans.append((start, len(text.rstrip())))
    return [(first, last) for first, last in spans if first < last]


def sentences_with(text: str, hits: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of the sentences in which one of some spans begins, in order."""
    starts = sorted(start for start, _end in hits)
    return [
        (first, last)
        for first, last in sentences(text)
        if any(first <= start < last for start in starts)
    ]
