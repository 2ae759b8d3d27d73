"""A section of a document as the blocks of a flow: the one way to draw a text by its kind."""

from __future__ import annotations

from collections.abc import Iterator

from tui.document.model import Document, Item, Kind, SectionName, Text
from tui.widgets.flow import Block, Part

_LOOKS: dict[Kind, tuple[str, str, int]] = {
    "headline": ("title", "", 0),
    "heading": ("heading", "", 0),
    "paragraph": ("text", "", 0),
    "quote": ("quote", "", 2),
    "attribution": ("detail", "— ", 2),
    "entry": ("text", "• ", 0),
    "photo": ("detail", "▣ ", 0),
    "name": ("title", "", 0),
    "detail": ("detail", "", 2),
    "caption": ("text", "", 2),
    "point": ("detail", "• ", 2),
    "period": ("text", "", 2),
    "state": ("label", "", 2),
    "fact": ("text", "", 0),
    "role": ("label", "· ", 2),
}
"""The look of each kind, the sign before it, and by how many cells it is set in."""


def section_blocks(document: Document, name: SectionName) -> Iterator[Block]:
    """Yield the blocks of a section; the keys of the parts are indices in ``document.texts``."""
    section = document.section(name)
    key = document.ranges[name].start
    if section.nothing:
        yield Block((Part(section.nothing, look="label"),))
    for number, group in enumerate(section.groups):
        if group.heading:
            yield Block((Part(group.heading, look="heading"),), gap=int(number > 0))
        for item in group.items:
            gap = int(not group.heading and name == "article")
            yield Block(tuple(_parts(item, key)), id=item.id, gap=gap)
            key += len(item.texts)


def _parts(item: Item, key: int) -> Iterator[Part]:
    for number, text in enumerate(item.texts):
        yield part(text, key + number)


def part(text: Text, key: int = -1) -> Part:
    """Return a text as a part of a flow; without words of the record it is a label."""
    look, sign, indent = _LOOKS[text.kind]
    if text.field == "number":
        sign = "▣ "
    if not text.words:
        return Part(text.label, key, look, sign, indent)
    label = f"{text.label} " if text.label else ""
    return Part(text.words, key, look, sign + label, indent)
