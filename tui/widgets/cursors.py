"""Where the cursor of a flow can stand: on an item, or on a line and the names in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from tui.widgets.flow import Block, Flow, Line, Place
from tui.widgets.lazy import has


class Cursor(Protocol):
    """What a view asks about the places of its cursor. Lines are counted from the top."""

    def lines(self, flow: Flow, place: Place) -> range:
        """Return the lines that show a cursor at ``place``."""

    def step(self, flow: Flow, place: Place, steps: int) -> Place | None:
        """Return the place that is so many steps of the arrow keys away, if there is one."""

    def nearest(self, flow: Flow, y: int, direction: int) -> Place | None:
        """Return the first place at line ``y`` or, from there, in ``direction``."""

    def valid(self, blocks: Sequence[Block], place: Place) -> Place | None:
        """Return ``place`` if a cursor can stand there, else one near by, if there is any."""

    def heading(self, blocks: Sequence[Block], place: Place, direction: int) -> Place | None:
        """Return the place at the next heading, or the one before, if there is one."""

    def at_cell(self, flow: Flow, y: int, column: int) -> Place | None:
        """Return the place at a cell of line ``y``, counted from the beginning of its text."""


class ItemCursor:
    """Goes from item to item; blocks without an id are headings and are passed over."""

    def lines(self, flow: Flow, place: Place) -> range:
        return flow.block_lines(place.block)

    def step(self, flow: Flow, place: Place, steps: int) -> Place | None:
        return _item(flow.blocks, place.block + steps, steps)

    def nearest(self, flow: Flow, y: int, direction: int) -> Place | None:
        block = flow.block_at(y)
        return _item(flow.blocks, block, direction) or _item(flow.blocks, block, -direction)

    def valid(self, blocks: Sequence[Block], place: Place) -> Place | None:
        block = place.block
        if not has(blocks, block):
            block = len(blocks) - 1
        elif blocks[block].id:
            return place
        return _item(blocks, block, 1) or _item(blocks, block, -1)

    def heading(self, blocks: Sequence[Block], place: Place, direction: int) -> Place | None:
        """Return the first item under the heading."""
        block = _heading(blocks, place.block, direction)
        if direction < 0 and block is not None:  # that of the group it is in: on to the one before
            block = _heading(blocks, block, direction)
        return None if block is None else _item(blocks, block, 1)

    def at_cell(self, flow: Flow, y: int, column: int) -> Place | None:
        return self.nearest(flow, y, -1)


class LineCursor:
    """Goes from line to line, on the first name of a line that has one."""

    def __init__(self, names: Callable[[int], Sequence[tuple[int, int]]]) -> None:
        self.names = names
        """Gives the sorted spans of the names in the text with this key."""

    def lines(self, flow: Flow, place: Place) -> range:
        y = flow.line_of(place)
        return range(y, y + 1)

    def step(self, flow: Flow, place: Place, steps: int) -> Place | None:
        return self.nearest(flow, flow.line_of(place) + steps, steps)

    def nearest(self, flow: Flow, y: int, direction: int) -> Place | None:
        while y >= 0 and (line := flow.line(y)) is not None:
            if line.part >= 0:
                return self._on_line(flow, line)
            y += 1 if direction > 0 else -1
        return None

    def valid(self, blocks: Sequence[Block], place: Place) -> Place | None:
        if has(blocks, place.block):
            return place
        return Place(len(blocks) - 1) if has(blocks, 0) else None

    def heading(self, blocks: Sequence[Block], place: Place, direction: int) -> Place | None:
        block = _heading(blocks, place.block, direction)
        return None if block is None else Place(block)

    def at_cell(self, flow: Flow, y: int, column: int) -> Place | None:
        line = flow.lines[y]
        if line.part < 0:
            return self.nearest(flow, y, -1)
        offset = line.start + max(0, column)
        for start, end in self.names_in(flow, line):
            if start <= offset < end:
                return Place(line.block, line.part, max(start, line.start))
        return Place(line.block, line.part, line.start)

    def names_in(self, flow: Flow, line: Line) -> Iterable[tuple[int, int]]:
        """Return the spans of the names in the text that a line is of."""
        key = flow.blocks[line.block].parts[line.part].key
        return self.names(key) if key >= 0 else ()

    def name_from(self, blocks: Sequence[Block], place: Place, direction: int) -> Place | None:
        """Return the place of the next name in the text, or of the one before."""
        block, part = place.block, place.part
        while block >= 0 and has(blocks, block):
            parts = blocks[block].parts
            while 0 <= part < len(parts):
                key = parts[part].key
                starts = [start for start, _ in self.names(key)] if key >= 0 else []
                if (block, part) == place[:2]:
                    starts = [s for s in starts if (s - place.offset) * direction > 0]
                if starts:
                    return Place(block, part, starts[0] if direction > 0 else starts[-1])
                part += direction
            block += direction
            part = 0 if direction > 0 or block < 0 else (len(blocks[block].parts) - 1)
        return None

    def _on_line(self, flow: Flow, line: Line) -> Place:
        """Return the place of the first name that begins on the line, or the line's start."""
        for start, _end in self.names_in(flow, line):
            if line.start <= start < line.end:
                return Place(line.block, line.part, start)
        return Place(line.block, line.part, line.start)


def _item(blocks: Sequence[Block], block: int, direction: int) -> Place | None:
    """Return the first item from ``block`` on in ``direction``."""
    while block >= 0 and has(blocks, block):
        if blocks[block].id:
            return Place(block)
        block += 1 if direction > 0 else -1
    return None


def _heading(blocks: Sequence[Block], block: int, direction: int) -> int | None:
    """Return the next block from ``block`` that is a heading."""
    block += direction
    while block >= 0 and has(blocks, block):
        if blocks[block].heading:
            return block
        block += direction
    return None
