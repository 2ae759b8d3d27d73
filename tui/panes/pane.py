"""What the four panes have in common: a frame with a title and counts, and passages to draw."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from itertools import groupby
from typing import Any, ClassVar

from textual.geometry import Region

from tui.export.labels import EMPTY_PANES, PANE_TITLES
from tui.locale import _
from tui.search.event_index import EventIndex
from tui.search.passages import PaneName, Passage
from tui.widgets.door import shown
from tui.widgets.flow import Block, Part, Place
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import Lazy


class Pane(FlowView):
    """A framed view of the passages of one pane."""

    PANE: ClassVar[PaneName]
    NUMBER: ClassVar[int]
    """The key that goes to this pane."""

    def __init__(self, index: EventIndex, classes: str = "pane") -> None:
        super().__init__(id=self.PANE, classes=classes)
        self.index = index
        self._frame_only = False
        self._counted: str | None = None
        self.border_title = shown(f"{self.NUMBER} {_(PANE_TITLES[self.PANE])}")
        self.set_reactive(Pane.blocks, Lazy(self.make_blocks()) or self._nothing())
        self.set_reactive(Pane.cursor, self.valid(self.cursor))
        self._places: dict[int, Place] | None = None

    @abstractmethod
    def make_blocks(self) -> Iterator[Block]:
        """Yield the content of the pane."""

    def _nothing(self) -> tuple[Block, ...]:
        return (Block((Part(_(EMPTY_PANES[self.PANE]), look="label"),)),)

    @property
    def is_empty(self) -> bool:
        """Whether the event has nothing for this pane."""
        return not self.index.ranges[self.PANE]

    def items(self) -> Iterator[tuple[str, list[tuple[int, Passage]]]]:
        """Yield each item with its passages and their indices."""
        indices = self.index.ranges[self.PANE]
        numbered = ((i, self.index.passages[i]) for i in indices)
        for item, group in groupby(numbered, key=lambda entry: entry[1].item):
            yield item, list(group)

    def place_of(self, passage: int, offset: int) -> Place:
        """Return where an offset into the passage at this index stands in the flow."""
        if self._places is None:
            self._places = {
                part.key: Place(number, i)
                for number, block in enumerate(self.blocks)
                for i, part in enumerate(block.parts)
                if part.key >= 0
            }
        return self._places[passage]._replace(offset=offset)

    def text_to_copy(self) -> str:
        """Return the text of the item that the cursor is on, a line each."""
        parts = self.blocks[self.cursor.block].parts
        return "\n".join(part.text for part in parts if part.key >= 0)

    def count(self, text: str) -> None:
        """Show ``text`` at the end of the frame; only the frame is drawn again."""
        if text != self._counted:
            self._counted = text
            self._frame_only = True
            self.border_subtitle = shown(text)
            self._frame_only = False

    def refresh(self, *regions: Region, **how: Any) -> Pane:
        """Refresh, but draw only the lower edge when nothing else has changed.

        Setting a border subtitle redraws a widget whole; over a slow line four panes of it at each
        move of the cursor would be felt.
        """
        if self._frame_only and not regions:
            size = self.size
            regions = (Region(-1, size.height, self.outer_size.width, 1),)
        return super().refresh(*regions, **how)
