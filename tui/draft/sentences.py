"""Sentences of a text, as spans."""

from __future__ import annotations

import re
from bisect import bisect_right

from tui.draft.lexicon import CAPITAL

_END = re.compile(rf"[.!?…]+(?:[/.]*)[”\"’»)]*\s+(?=[“\"‘«(–-]?\s?(?:{CAPITAL}|\d))")
_ABBREVIATION = re.compile(
    r"(?:^|[^\w])(?:TP|Tp|TX|GS|PGS|TS|T\.S|ThS|Ths|TSKH|BS|BSCKI{1,2}|BSNT|KS|KTS|LS|DS|VS|TTND|TTƯT|NGND|NGƯT|NSND|NSƯT|Q|P|St|Mr|Mrs|Ms|Dr|Th|Đ|NXB|v\.v|[A-ZĐ])$"
)


def sentence_starts(text: str) -> list[int]:
    """Return where the sentences of ``text`` begin; the first is at 0."""
    starts = [0]
    for match in _END.finditer(text):
        before = text[max(0, match.start() - 6) : match.start()]
        if match[0][0] == "." and _ABBREVIATION.search(before):
            continue
        starts.append(match.end())
    return starts


class Sentences:
    """The sentences of one text; asked by a place in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = sentence_starts(text)

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, place: int) -> tuple[int, int]:
        """Return the span of the sentence that ``place`` is in."""
        index = bisect_right(self.starts, place) - 1
        after = self.starts[index + 1 : index + 2]
        return self.starts[index], after[0] if after else len(self.text)

    def spans(self) -> list[tuple[int, int]]:
        """Return the spans of all sentences."""
        return list(zip(self.starts, [*self.starts[1:], len(self.text)], strict=True))
