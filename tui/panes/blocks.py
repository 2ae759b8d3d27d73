"""A section of a document as the blocks of a flow: the one way to draw a text by its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from msgspec import Struct
from msgspec.structs import replace

from tui.document.model import Document, Item, Kind, SectionName, Text
from tui.document.periods import SIGNS
from tui.document.timeline import Bar, Timeline, bars, blocks, scale
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
    "row": ("text", "", 0),
    "role": ("label", "· ", 2),
}
"""The look of each kind, the sign before it, and by how many cells it is set in."""


class Row(Struct, frozen=True):
    """What a block is made of: a heading, a sentence, or an item whose first text has a key."""

    heading: str = ""
    sentence: str = ""
    item: Item | None = None
    key: int = -1
    gap: int = 0


def section_rows(
    document: Document, name: SectionName, form: ListForm, *, gap: int = 0
) -> tuple[Row, ...]:
    """Return the rows of a section, of which its blocks are made when they are asked for.

    Args:
        document: What is shown.
        name: The section.
        form: In which form the items are listed.
        gap: How many blank lines stand between the items of a list.
    """
    section = document.section(name)
    key = document.ranges[name].start
    rows = [Row(sentence=section.nothing)] if section.nothing else []
    shown = 0
    for group in section.groups:
        keys: dict[str, int] = {}
        for item in group.items:
            keys[item.id] = key
            key += len(item.texts)
        items = listed(document, group, form)
        if group.heading and items:
            heading = f"{group.heading} · {written(len(items))}" if group.counted else group.heading
            rows.append(Row(heading=heading, gap=int(shown > 0)))
        in_article = not group.heading and name == "article"
        for number, item in enumerate(items):
            above = int(in_article) or (gap if number else 0)
            rows.append(Row(item=item, key=keys[item.id], gap=above))
        shown += len(items)
    if form.only is not None and not shown:
        rows.append(Row(sentence=_("No item here has these words.")))
    return tuple(rows)


class RowBlocks(Sequence[Block]):
    """The blocks of rows, each made when it is first asked for."""

    def __init__(self, rows: Sequence[Row], form: ListForm, axis: Axis | None = None) -> None:
        # An empty row stands for the axis, which is the heading over all bars.
        self.rows = rows if axis is None or form.short else (Row(), *rows)
        self.form = form
        self.axis = axis
        self._bars = {} if axis is None else bars(axis.timeline)
        self._made: dict[int, Block] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        if index not in self._made:
            self._made[index] = self._block(self.rows[index])
        return self._made[index]

    def _block(self, row: Row) -> Block:
        if row.item is None:
            if row.heading:
                return Block((Part(row.heading, look="heading"),), gap=row.gap, heading=True)
            if self.axis is not None and not row.sentence:
                return Block((axis_part(self.axis),), heading=True)
            return Block((Part(row.sentence, look="label"),), gap=row.gap)
        texts = row.item.texts
        parts = list(parts_of(texts, row.key))
        bar = self._bars.get(row.item.id)
        if self.form.short:
            parts = [_in_one_line(parts, SIGNS.get(bar.state, "") if bar else "")]
        elif self.axis is not None and bar is not None:
            period = next((i for i, text in enumerate(texts) if text.kind == "period"), -1)
            if period >= 0:
                parts[period] = with_bar(parts[period], bar, self.axis)
        heading = texts[0].kind in ("heading", "headline")
        return Block(tuple(parts), id=row.item.id, gap=row.gap, heading=heading)


def axis_part(axis: Axis) -> Part:
    """Return the axis, to stand over the bars."""
    return Part(scale(axis.timeline, axis.cells), look="label", indent=2)


def with_bar(part: Part, bar: Bar, axis: Axis) -> Part:
    """Return a part with a bar on an axis and the sign of its state before it."""
    drawn = blocks(bar, axis.cells, axis.timeline.today)
    prefix = f"{drawn} {SIGNS.get(bar.state, ' ')} "
    return replace(part, prefix=prefix, prefix_look="bar", indent=2)


def _in_one_line(parts: list[Part], sign: str) -> Part:
    """Return the first part of an item alone, with its period or what is said first of it.

    A period has the sign of its state before it, and the state in words behind it.
    """
    period = next((each for each in parts if each.suffix), None)
    if period:
        said = f"{sign} {period.text}  {period.suffix}".strip()
    else:
        said = parts[1].text if len(parts) > 1 else ""
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
