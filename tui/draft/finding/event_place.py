"""Where the event is held: what follows *tại* near the beginning of the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tui.draft import lexicon
from tui.draft.finding.phrases import Name
from tui.draft.finding.scan import Place, Scanned

_LONGEST_PLACE = 110
_LONGEST_NAME = 60
_MOST_WORDS = 6
_HOLDS = (" tổ chức", " phối hợp", " đã tổ chức", " long trọng tổ chức", " trọng thể tổ chức")
_WORD = re.compile(r"[^\W_]+")
_LEAD = 250
"""After the first paragraph, the place stands so near the beginning of one."""
_BESIDE = 80
"""What is said beside, in parentheses, and what a place is of stand so near before it."""


def event_place(blocks: Sequence[Scanned]) -> Place | None:
    """Return where the event was held: what follows *tại* in one of the first paragraphs."""
    paragraphs = [block for block in blocks if block.block.kind == "paragraph"]
    for order, block in enumerate(paragraphs[:3]):
        if lexicon.form("captions.gallery").match(block.text.lower()):
            continue
        taken = [
            (phrase.start, phrase.end) for phrase in block.phrases if not isinstance(phrase, Name)
        ]
        _start, end = block.sentences.span(0)
        last = min(end, _LEAD) if order else len(block.text)
        for match in re.finditer(r"\b[Tt]ại (?=\S)", block.text[:last]):
            at = bisect_right(taken, (match.start(), 0)) - 1
            before = block.text[max(0, match.start() - _BESIDE) : match.start()]
            if before.count("(") > before.count(")"):
                continue  # said beside
            if lexicon.form("places.not_after").search(before):
                continue
            if order and at >= 0 and taken[at][1] == match.start() - 1:
                continue  # *xây dựng Trường A tại tỉnh B*: where that is
            if at >= 0 and taken[at][0] < match.start() < taken[at][1]:
                continue  # a part of an office: Đại sứ Nhật Bản tại Việt Nam
            length = _place_length(block.text, match.end())
            if length:
                end = match.end() + length
                bodies = (body.end for body in block.bodies if match.end() <= body.start < end)
                return block.place(match.end(), max(end, *bodies, 0))
    return None


def _place_length(text: str, start: int) -> int:
    rest = text[start : start + _LONGEST_PLACE + 40]
    if lexicon.form("places.no_place").match(rest) or not _may_be_venue(rest):
        return 0
    stop = lexicon.form("places.end").search(rest)
    length = len(rest[: stop.start()].rstrip(" -–")) if stop else min(len(rest), 60)
    length = min(length, _known_place(rest) or length)
    length += _further(rest, length)
    return length if 2 < length < _LONGEST_PLACE else 0


def _known_place(rest: str) -> int:
    """Return how long the name of a place is with which a text begins, if small letters follow."""
    words = list(_WORD.finditer(rest[:_LONGEST_NAME]))[:_MOST_WORDS]
    units = lexicon.keys("places", "units")
    for count in range(len(words), 0, -1):
        for first in (0, 1, 2):
            unit = lexicon.phrase_key(rest[: words[first].start()]) if first < count else "-"
            if unit and unit.rstrip(".") not in units:
                continue
            end = words[count - 1].end()
            name = lexicon.phrase_key(rest[words[first].start() : end])
            if name in lexicon.places():
                small = rest[end : end + 1] == " " and rest[end + 1 : end + 2].islower()
                return end if small else 0
    return 0


def _may_be_venue(rest: str) -> bool:
    first = rest.split()[:3]
    venues = lexicon.keys("places", "venues")
    return (
        rest[0].isupper()
        or rest[:2] == "TP"
        or any(lexicon.phrase_key(" ".join(first[:count])) in venues for count in (1, 2, 3))
    )


def _further(rest: str, length: int) -> int:
    """Return how much longer the address is: *, thành phố Trà Vinh* or *, Hà Nội* after it."""
    more = 0
    unit, name = lexicon.form("places.unit_after"), lexicon.form("places.name_after")
    while match := unit.match(rest, length + more):
        if rest.startswith(_HOLDS, match.end(1)):
            break  # *tại Hội trường A, tỉnh B tổ chức*: the province does
        more = match.end(1) - length
    match = name.match(rest, length + more)
    if match and lexicon.phrase_key(match[1].strip()) in lexicon.places():
        more = match.start(1) + len(match[1].rstrip()) - length
    return more
