"""Short forms that the article explains: *Đại học Quốc gia Hà Nội (ĐHQGHN)*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.scan import Place, Scanned
from tui.text.folding import fold
from tui.text.syllables import is_syllable

_WORD = re.compile(r"[^\W_]+(?:[&\-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.;:!?\n()]")
_LOOK_BACK = 140
_MOST_WORDS = 14
_SHORTEST_BRAND = 3
_LEFT_OUT = frozenset("và của các".split())


class Explained(Struct, frozen=True):
    """A short form in parentheses at ``place``; ``long`` is empty if its letters fit no words."""

    short: str
    long: str
    place: Place


def explained(blocks: Iterable[Scanned]) -> tuple[Explained, ...]:
    """Return the short forms that stand in parentheses after what they stand for, each once."""
    found: dict[str, Explained] = {}
    for block in blocks:
        for one in _in_block(block):
            if one.short not in found or (one.long and not found[one.short].long):
                found[one.short] = one
    return tuple(found.values())


def _in_block(block: Scanned) -> Iterator[Explained]:
    for match in lexicon.form("words.short_form").finditer(block.text):
        short = match[1].strip()
        capitals = sum(map(str.isupper, short))
        brand = short.isalpha() and len(short) > _SHORTEST_BRAND and not is_syllable(short)
        if not brand and (capitals < 2 or short.count(" ") > 1 or len(short) > capitals * 3 + 2):
            continue
        if (" " in short and short.istitle()) or lexicon.phrase_key(short) in lexicon.places():
            continue  # Đại học Kyoto (Nhật Bản)
        start = max(0, match.start() - _LOOK_BACK)
        before = block.text[start : match.start()].rstrip()
        long = _long_of(short, before)
        if fold(long) == fold(short):
            long = ""
        yield Explained(short, long, block.place(match.start(1), match.end(1)))


def _long_of(short: str, before: str) -> str:
    """Return the words at the end of ``before`` whose first letters are those of ``short``."""
    letters = list(fold("".join(filter(str.isupper, short))))
    words = list(_WORD.finditer(before))
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        part = before[words[-count].start() :]
        if _STOP.search(part):
            break
        own = [fold(word)[0] for word in _PART.findall(part) if word.lower() not in _LEFT_OUT]
        if own == letters:
            return part.strip(" -–")
        if len(own) > len(letters):
            break
    return ""
