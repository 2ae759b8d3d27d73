"""Where in an article something may have been missed."""

from __future__ import annotations

from tui.draft import lexicon
from tui.draft.entries import entries
from tui.draft.finding.scan import Place
from tui.draft.model import Draft


def next_unread(draft: Draft, after: Place) -> Place | None:
    """Return the next words with capitals after a place in which nothing was found.

    It is where something that was missed most likely stands.
    """
    taken: dict[int, list[tuple[int, int]]] = {}
    for entry, facts in entries(draft):
        if facts.place and entry.kind not in ("caption", "name"):
            taken.setdefault(facts.place.block, []).append((facts.place.start, facts.place.end))
    blocks = draft.article.blocks
    for index in range(max(0, after.block), len(blocks)):
        spans = sorted(taken.get(index, ()))
        first = after.end if index == after.block else 0
        for match in lexicon.form("words.name").finditer(blocks[index].text, first):
            if not any(start < match.end() and end > match.start() for start, end in spans):
                return Place(index, *match.span())
    return None
