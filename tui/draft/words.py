"""The words of an article, by which a review moves edges and selects."""

from __future__ import annotations

import re

from tui.draft.article import Article, Block
from tui.draft.finding.scan import Place

_WORD = re.compile(r"[^\W_]+(?:[&.'’/-][^\W_]+)*")


def words(block: Block) -> list[tuple[int, int]]:
    """Return the spans of the words of a block."""
    return [match.span() for match in _WORD.finditer(block.text)]


def with_edge(article: Article, place: Place, *, right: bool, step: int) -> Place | None:
    """Return a place one edge of which has moved by ``step`` words; at least one word stays."""
    spans = words(article.blocks[place.block])
    inside = [i for i, (start, end) in enumerate(spans) if start < place.end and end > place.start]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    if right:
        last = min(max(last + step, first), len(spans) - 1)
    else:
        first = max(min(first + step, last), 0)
    return Place(place.block, spans[first][0], spans[last][1])


def word_from(article: Article, place: Place, direction: int) -> Place | None:
    """Return the first word that begins at ``place`` or after; or ends before it, backwards."""
    block = place.block
    while 0 <= block < len(article.blocks):
        spans = words(article.blocks[block])
        if block == place.block and direction > 0:
            spans = [span for span in spans if span[0] >= place.start]
        elif block == place.block:
            spans = [span for span in spans if span[1] <= place.start]
        if spans:
            return Place(block, *spans[0 if direction > 0 else -1])
        block += direction
    return None
