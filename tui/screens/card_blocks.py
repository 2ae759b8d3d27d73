"""The blocks of a card, and where each leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tui.document.cards import Card
from tui.document.model import Document
from tui.locale import _
from tui.panes.blocks import parts_of
from tui.screens.photo import Drawn
from tui.screens.results import snippet
from tui.search.hits import Hit
from tui.widgets.flow import Block, Part


class OtherCard(Struct, frozen=True):
    """The card of another thing, by its id."""

    thing: str


INDENT = 2
"""The cells by which a photo is set in."""
Target: TypeAlias = Hit | OtherCard | None
"""Where a line of a card leads: to a mention, to another card, or nowhere."""


def card_blocks(
    document: Document, card: Card, mentions: Iterable[Hit]
) -> Iterator[tuple[Block, Target]]:
    """Yield the blocks of a card, each with its target; a heading has no id."""
    yield Block(tuple(parts_of(card.facts)), id="facts"), None
    for group in card.groups:
        yield _heading(group.heading), None
        for number, item in enumerate(group.items):
            target = OtherCard(item.id) if item.id in document.things else None
            yield Block(tuple(parts_of(item.texts)), id=f"{group.heading} {number}"), target
    section = ""
    for number, hit in enumerate(mentions):
        text = document.texts[hit.text]
        if text.section != section:
            section = text.section
            title = document.section(text.section).title
            yield _heading(_("Named in: {pane}").format(pane=title)), None
        yield Block((snippet(hit, text),), id=f"mention {number}"), hit


def with_photo(facts: Block, drawn: Drawn) -> Block:
    """Return the first block of a card with a photo, or a sentence in its place, under its name."""
    photo = Part(drawn.sentence, look="label", indent=INDENT, rows=drawn.rows)
    name, *others = facts.parts
    return replace(facts, parts=(name, photo, *others))


def _heading(title: str) -> Block:
    return Block((Part(title, look="heading"),), gap=1, heading=True)
