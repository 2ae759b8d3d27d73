"""A list of items: the cursor goes from item to item."""

from __future__ import annotations

from tui.widgets.flow import Place
from tui.widgets.flow_view import FlowView


class ItemList(FlowView):
    """A list whose cursor is on a block with an id; blocks without one are headings."""

    ALLOW_SELECT = False

    @property
    def position(self) -> tuple[int, int]:
        """Which item the cursor is on, from 1, and how many there are."""
        before = sum(1 for block in self.blocks[: self.cursor.block + 1] if block.id)
        return before, before + sum(1 for b in self.blocks[self.cursor.block + 1 :] if b.id)

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
        while 0 <= block < len(self.blocks):
            if self.blocks[block].id:
                return Place(block)
            block += 1 if direction > 0 else -1
        return None
