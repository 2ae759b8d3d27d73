"""A section of a document as the blocks of a flow: the one way to draw a text by its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.document.model import Document, Item, Kind, SectionName, Text
from tui.document.periods import SIGNS
from tui.document.timeline import Timeline, bars, blocks, scale
from tui.locale import _
from tui.locale import number as written
from tui.panes.list_form import ListForm, listed
from tui.widgets.flow import Block, Part


class Axis(Struct, frozen=True):
    """A timeline drawn in so many cells."""

    timeline: Timeline
    cells: int


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


def section_blocks(
    document: Document,
    name: SectionName,
    form: ListForm | None = None,
    *,
    axis: Axis | None = None,
    gap: int = 0,
) -> Iterator[Block]:
    """Yield the blocks of a section; the keys of the parts are indices in ``document.texts``.

    Args:
        form: In which form the items are listed.
        axis: The axis of years, for a section of agreements.
        gap: How many blank lines stand between the items of a list.
    """
    form = form or ListForm()
    section = document.section(name)
    key = document.ranges[name].start
    if section.nothing:
        yield Block((Part(section.nothing, look="label"),))
    if axis is not None:
        yield Block((axis_part(axis),), heading=True)
    shown = 0
    for group in section.groups:
        keys: dict[str, int] = {}
        for item in group.items:
            keys[item.id] = key
            key += len(item.texts)
        items = listed(document, group, form)
        if group.heading and items:
            heading = f"{group.heading} · {written(len(items))}" if group.counted else group.heading
            above = int(shown > 0)
            yield Block((Part(heading, look="heading"),), gap=above, heading=True)
        in_article = not group.heading and name == "article"
        for number, item in enumerate(items):
            above = int(in_article) or (gap if number else 0)
            shown += 1
            yield _block(item, keys[item.id], form, axis, above)
    if form.only is not None and not shown:
        yield Block((Part(_("No item here has these words."), look="label"),))


def _block(item: Item, key: int, form: ListForm, axis: Axis | None, gap: int) -> Block:
    parts = list(parts_of(item.texts, key))
    if axis is not None:
        period = next((i for i, text in enumerate(item.texts) if text.kind == "period"), -1)
        if period >= 0:
            parts[period] = with_bar(parts[period], item.id, axis)
    if form.short:
        parts = [_in_one_line(parts)]
    heading = item.texts[0].kind in ("heading", "headline")
    return Block(tuple(parts), id=item.id, gap=gap, heading=heading)


def axis_part(axis: Axis) -> Part:
    """Return the axis, to stand over the bars."""
    return Part(scale(axis.timeline, axis.cells), look="label", indent=2)


def with_bar(part: Part, agreement: str, axis: Axis) -> Part:
    """Return a part with the bar of an agreement and the sign of its state before it."""
    bar = bars(axis.timeline)[agreement]
    prefix = f"{blocks(bar, axis.cells)} {SIGNS.get(bar.state, ' ')} "
    return replace(part, prefix=prefix, prefix_look="bar", indent=2)


def _in_one_line(parts: list[Part]) -> Part:
    """Return the first part of an item alone, with its period or what is said first of it."""
    period = next((each for each in parts if each.suffix), None)
    said = period.text if period else parts[1].text if len(parts) > 1 else ""
    return replace(parts[0], one_line=True, suffix=said.partition("\n")[0])


def parts_of(texts: Sequence[Text], key: int | None = None) -> Iterator[Part]:
    """Yield texts as the parts of a block; the state of an agreement stands behind its period.

    Args:
        texts: The texts of an item.
        key: The index of the first in the document's texts, if they are to be marked.
    """
    for number, text in enumerate(texts):
        if text.kind == "state":
            continue
        made = part(text, -1 if key is None else key + number)
        after = texts[number + 1 : number + 2]
        if text.kind == "period" and after and after[0].kind == "state":
            made = replace(made, suffix=after[0].label)
        yield made


def part(text: Text, key: int = -1) -> Part:
    """Return a text as a part of a flow; without words of the record it is a label."""
    look, sign, indent = _LOOKS[text.kind]
    if text.field == "number":
        sign = "▣ "
    if not text.words:
        return Part(text.label, key, look, sign, indent)
    label = f"{text.label} " if text.label else ""
    return Part(text.words, key, look, sign + label, indent)
