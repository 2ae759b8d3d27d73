"""What the four panes have in common: a frame with a title and counts, and a section to draw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from textual.geometry import Region

from tui.document.model import Document, SectionName
from tui.panes.blocks import section_blocks
from tui.widgets.door import shown
from tui.widgets.flow import Block, Place
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import Lazy


class Pane(FlowView):
    """A framed view of one section of a document."""

    PANE: ClassVar[SectionName]
    NUMBER: ClassVar[int]
    """The key that goes to this pane."""

    def __init__(self, document: Document, classes: str = "pane") -> None:
        super().__init__(id=self.PANE, classes=classes)
        self.document = document
        self._frame_only = False
        self._counted: str | None = None
        self.border_title = shown(self.title)
        self.set_reactive(Pane.blocks, Lazy(self.make_blocks()))
        self.set_reactive(Pane.cursor, self.valid(self.cursor))
        self._places: dict[int, Place] | None = None

    @property
    def title(self) -> str:
        """The number and the name of the pane."""
        return f"{self.NUMBER} {self.document.section(self.PANE).title}"

    def make_blocks(self) -> Iterator[Block]:
        """Yield the content of the pane."""
        return section_blocks(self.document, self.PANE)

    @property
    def is_empty(self) -> bool:
        """Whether the document has nothing for this pane."""
        return not self.document.ranges[self.PANE]

    def place_of(self, text: int, offset: int) -> Place:
        """Return where an offset into the text at this index stands in the flow."""
        if self._places is None:
            self._places = {
                part.key: Place(number, i)
                for number, block in enumerate(self.blocks)
                for i, part in enumerate(block.parts)
                if part.key >= 0
            }
        return self._places[text]._replace(offset=offset)

    def text_to_copy(self) -> str:
        """Return the texts of the item that the cursor is on, with their labels, a line each."""
        texts = (
            self.document.texts[part.key]
            for part in self.blocks[self.cursor.block].parts
            if part.key >= 0
        )
        return "\n".join(" ".join(filter(None, (text.label, text.words))) for text in texts)

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
