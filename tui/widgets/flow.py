"""A flow: blocks of text laid out in lines of a given width, without any widget.

A block is what a list calls an item and an article a paragraph; its parts are the texts in it.
Laying out is one pass of plain string work, so that thousands of blocks cost milliseconds, and a
widget renders only the lines in view.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import Struct
from rich.cells import cell_len

from tui.text.wrapping import wrap
from tui.widgets.lazy import has

if TYPE_CHECKING:
    from textual.strip import Strip

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Spans ``[start, end)`` of a text in code points, sorted and disjoint."""


class Part(Struct, frozen=True):
    """A text of a block, broken into lines of its own.

    ``key`` is the number under which marks for this text are looked up, or -1 for a text that has
    none. ``prefix`` stands before the first line, and the others hang below its end. ``suffix``
    stands behind the last line if there is room for it. With ``one_line`` both are cut to one line.
    ``spans`` are marked always. ``rows`` are lines that are drawn already, in place of a text.
    """

    text: str
    key: int = -1
    look: str = "detail"
    prefix: str = ""
    indent: int = 0
    spans: Spans = ()
    prefix_look: str = "label"
    suffix: str = ""
    one_line: bool = False
    rows: tuple[Strip, ...] = ()


class Block(Struct, frozen=True):
    """Parts that belong together. ``id`` says what it is about; without one it is a heading that
    the cursor of a list passes over. ``gap`` blank lines stand before it, except at the top.
    ``heading`` says that it stands at the head of the blocks after it."""

    parts: tuple[Part, ...]
    id: str = ""
    gap: int = 0
    heading: bool = False


class Place(NamedTuple):
    """A place in a flow: an offset in code points into a part of a block."""

    block: int = 0
    part: int = 0
    offset: int = 0


class Line(NamedTuple):
    """A line: the span ``[start, end)`` of a part's text. ``part`` is -1 on a blank line."""

    block: int
    part: int
    start: int
    end: int
    lead: int
    """Cells before the text: indent and prefix, or the space below them."""
    first: bool
    """Whether it is the first line of its part."""


_NEAR = 200
"""So many blocks are laid out in some milliseconds."""


class Flow:
    """Blocks laid out in lines of ``width`` cells, each line when it is first asked for."""

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        self.blocks = blocks
        self.width = width
        self._lines: list[Line] = []
        self._tops: list[int] = []
        """The first line of each block that is laid out."""

    @property
    def is_whole(self) -> bool:
        """Whether all blocks are laid out."""
        return not has(self.blocks, len(self._tops))

    def is_near(self, block: int) -> bool:
        """Tell whether a block is laid out, or soon will be."""
        return block < len(self._tops) + _NEAR

    @property
    def lines(self) -> Sequence[Line]:
        """All lines."""
        self._lay_out(len(self.blocks))
        return self._lines

    def up_to(self, stop: int) -> int:
        """Return ``stop``, or how many lines there are if they are fewer."""
        while len(self._lines) < stop and not self.is_whole:
            self._lay_out(len(self._tops) + 1)
        return min(stop, len(self._lines))

    def line(self, y: int) -> Line | None:
        """Return line ``y``, or None when there are not as many; only those before it are made."""
        return self._lines[y] if y < self.up_to(y + 1) else None

    def __bool__(self) -> bool:
        """Whether there is a line."""
        return self.up_to(1) > 0

    def _lay_out(self, blocks: int) -> None:
        """Lay out the first ``blocks`` blocks."""
        lines, tops = self._lines, self._tops
        for number in range(len(tops), blocks):
            block = self.blocks[number]
            if number:
                lines.extend([Line(number, -1, 0, 0, 0, False)] * block.gap)
            tops.append(len(lines))
            for part in range(len(block.parts)):
                lines.extend(self._part_lines(number, part))

    def _part_lines(self, block: int, number: int) -> Iterator[Line]:
        part = self.blocks[block].parts[number]
        if part.rows:
            for row in range(len(part.rows)):
                yield Line(block, number, row, row + 1, part.indent, row == 0)
            return
        indent = part.indent if part.indent * 4 <= self.width else 0
        lead = indent + (cell_len(part.prefix) if part.prefix else 0)
        # Text never hangs in less than half of the column: below a long prefix it begins left.
        hang = lead if lead * 2 <= self.width else min(indent, self.width // 4)
        first = True
        for start, end in wrap(part.text, self.width - hang, cell_len, used=lead - hang):
            yield Line(block, number, start, end, lead if first else hang, first)
            if part.one_line:
                return
            first = False

    def block_lines(self, block: int) -> range:
        """Return the lines of a block, without the gap before it."""
        after = block + 1
        if has(self.blocks, after):
            self._lay_out(after + 1)
            return range(self._tops[block], self._tops[after] - self.blocks[after].gap)
        self._lay_out(after)
        return range(self._tops[block], len(self._lines))

    def line_of(self, place: Place) -> int:
        """Return the line that holds ``place``: the last that begins at or before it."""
        lines = self.block_lines(place.block)
        found = lines.start
        for y in lines:
            line = self._lines[y]
            if (line.part, line.start) > (place.part, place.offset):
                break
            found = y
        return found

    def place_at(self, y: int) -> Place:
        """Return where the first text of an item begins, from line ``y`` on."""
        while (line := self.line(y)) is not None:
            if line.part >= 0 and self.blocks[line.block].id:
                return Place(line.block, line.part, line.start)
            y += 1
        return Place()

    def block_at(self, y: int) -> int:
        """Return the block at line ``y``, or the one before a gap."""
        self.up_to(y + 1)
        return max(0, bisect_right(self._tops, y) - 1)
