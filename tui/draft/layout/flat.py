"""Paragraphs that have lost their line ends: captions, and the name of the writer, within them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from tui.draft import lexicon
from tui.draft.article import Block
from tui.draft.layout.captions import LONGEST
from tui.draft.sentences import sentence_starts

_SPACE = re.compile(rf"(?<=[\w)”\"]) (?={lexicon.CAPITAL})")
_LONG = 400


def split(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, those paragraphs in parts which have captions within them."""
    for block in blocks:
        if block.kind != "paragraph":
            yield block
            continue
        yield from _parts(block)


def _parts(block: Block) -> Iterator[Block]:
    text, end = block.text, 0
    for first, last, caption_end in sorted(_captions(text)):
        if first < end:
            continue
        if text[end:first].strip():
            yield replace(block, text=text[end:first].strip())
        credit = text[caption_end:last].strip()
        yield Block("caption", text[first:caption_end].strip(), block.line, credit, doubt=True)
        end = last
    if text[end:].strip():
        yield replace(block, text=text[end:].strip())


def _captions(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where captions begin, where their credits end, and where these begin."""
    if len(text) < _LONG:
        return
    starts = sentence_starts(text)
    end = 0
    for credit in lexicon.form("credits.within").finditer(text):
        before = [start for start in starts if end <= start < credit.start()][-1:]
        # A sentence of a few letters is the end of one that a full stop divides.
        first = before[0] if before else end
        if 15 < credit.start() - first < LONGEST:
            yield first, credit.end(), credit.start()
            end = credit.end()
    yield from _without_credit(text, starts)


def _without_credit(text: str, starts: list[int]) -> Iterator[tuple[int, int, int]]:
    begins = lexicon.form("captions.flat_start")
    after = lexicon.form("captions.flat_after")
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        if not begins.match(text, start):
            continue
        for space in _SPACE.finditer(text, start, min(following, start + LONGEST)):
            at = space.start()
            if after.match(text, at + 1) and at - start > 25:
                yield start, at, at
                break
        else:
            if start == 0 and after.match(text, following) and following < LONGEST:
                yield start, following, following


def take_writer(blocks: list[Block]) -> list[Block]:
    """Return the blocks, the name of the writer at the end as a block of its own."""
    last = blocks[-1] if blocks else None
    match = (
        lexicon.form("words.writer_at_end").search(last.text)
        if last and last.kind == "paragraph"
        else None
    )
    if not last or not match or len(match[1]) > 60:
        return blocks
    rest = replace(last, text=last.text[: match.start(1)].rstrip())
    return [*blocks[:-1], rest, Block("byline", match[1], last.line)]
