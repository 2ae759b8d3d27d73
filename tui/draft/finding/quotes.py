"""Whose words a block is: of a quote, and of a paragraph that is mostly quoted speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.draft import lexicon
from tui.draft.finding.people import FoundPerson, Seen
from tui.draft.finding.scan import Place, Scanned

_QUOTED = re.compile(r"\s*[“\"«](?P<words>.*)[”\"»]", re.DOTALL)
_MOSTLY = 0.6
_LAST_SENTENCE = 400
_PAUSE = " .,;:–-"


def speakers(
    blocks: Sequence[Scanned], people: Sequence[FoundPerson]
) -> Iterator[tuple[int, int, Place]]:
    """Yield (person, block, place): whose words a block is, by index, and where that is told."""
    named: dict[int, list[tuple[Seen, int]]] = {}
    for index, person in enumerate(people):
        for seen in person.seen + person.given:
            named.setdefault(seen.block.index, []).append((seen, index))
    before: Scanned | None = None
    for block in blocks:
        if (quote := _quote(block)) is not None:
            speaker = _told_after(block, quote, named.get(block.index, ()))
            if speaker is None and before and not block.text[quote.end() :].strip(_PAUSE):
                speaker = _told_before(before, named.get(before.index, ()))
            if speaker is not None:
                seen, index = speaker
                yield index, block.index, seen.place
        before = block


def _quote(block: Scanned) -> re.Match[str] | None:
    """Return the speech that a block begins with, if it is most of the block."""
    if block.block.kind == "quote":
        return _QUOTED.match(block.text) or re.match(r".*", block.text, re.DOTALL)
    quote = _QUOTED.match(block.text) if block.block.kind == "paragraph" else None
    return quote if quote and quote.end() >= _MOSTLY * len(block.text) else None


def _told_after(
    block: Scanned, quote: re.Match[str], named: Sequence[tuple[Seen, int]]
) -> tuple[Seen, int] | None:
    """*“…”, ông A nhấn mạnh*: the one person named after the quote, who says it."""
    after = [one for one in named if one[0].mention.name.left >= quote.end()]
    rest = block.text[quote.end() :]
    says = rest.lstrip().startswith(("-", "–")) or lexicon.form("roles.says").search(rest)
    return after[0] if says and len({index for _, index in after}) == 1 else None


def _told_before(before: Scanned, named: Sequence[tuple[Seen, int]]) -> tuple[Seen, int] | None:
    """*Ông A nhấn mạnh:* at the end of the block before: the last person named there."""
    if not before.text.rstrip().endswith(":"):
        return None
    start = max(before.sentences.starts[-1], len(before.text) - _LAST_SENTENCE)
    last = [one for one in named if one[0].mention.name.left >= start]
    return max(last, key=lambda one: one[0].mention.name.left) if last else None
