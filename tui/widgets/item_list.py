"""A list of items: the cursor goes from item to item."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui.widgets.flow import Block, Place
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import has


class ItemList(FlowView):
    """A list whose cursor is on a block with an id; blocks without one are headings."""

    ALLOW_SELECT = False

    _numbered: Sequence[Block] = ()
    _items: Sequence[int] = ()
    """The blocks of :attr:`_numbered` that are items."""

    @property
    def position(self) -> tuple[int, int]:
        """Which item the cursor is on, from 1, and how many there are."""
        if self._numbered is not self.blocks:
            self._numbered = self.blocks
            self._items = [number for number, block in enumerate(self.blocks) if block.id]
        return bisect_right(self._items, self.cursor.block), len(self._items)

    def cursor_lines(self, cursor: Place) -> range:
        return self.flow.block_lines(cursor.block)

    def step(self, cursor: Place, lines: int) -> Place:
        return self._item(cursor.block + lines, lines) or cursor

    def nearest(self, y: int, direction: int) -> Place | None:
        block = self.flow.block_at(y)
        return self._item(block, direction) or self._item(block, -direction)

    def valid(self, place: Place) -> Place:
        place = super().valid(place)
        if self.blocks and not self.blocks[place.block].id:
            return self._item(place.block, 1) or self._item(place.block, -1) or place
        return place

    def _item(self, block: int, direction: int) -> Place | None:
        """Return the first item from ``block`` on in ``direction``."""
        while block >= 0 and has(self.blocks, block):
            if self.blocks[block].id:
                return Place(block)
            block += 1 if direction > 0 else -1
        return None
