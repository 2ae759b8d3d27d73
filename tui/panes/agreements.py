"""The agreements: who with whom, about what, for how long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from tui.document.model import Document, SectionName
from tui.locale import N_
from tui.panes.blocks import section_blocks
from tui.panes.pane import Pane
from tui.panes.periods import Axis, axis
from tui.record.model import Agreement
from tui.widgets.door import shown
from tui.widgets.flow import Block, Part
from tui.widgets.item_list import ItemList


class AgreementsPane(ItemList, Pane):
    """What was signed."""

    PANE: ClassVar[SectionName] = "agreements"
    NUMBER: ClassVar[int] = 3
    HELP = N_("What was signed, by whom and for how long. The bars share one axis of years.")

    def __init__(self, document: Document, classes: str = "pane") -> None:
        self.axis: Axis | None = axis(
            thing for thing in document.things.values() if isinstance(thing, Agreement)
        )
        super().__init__(document, classes)
        if self.axis is not None:
            self.border_title = shown(f"{self.title} ─ {self.axis.scale()}")

    def make_blocks(self) -> Iterator[Block]:
        for block in section_blocks(self.document, self.PANE):
            thing = self.document.things.get(block.id)
            bar = self.axis.bar(thing) if self.axis and isinstance(thing, Agreement) else ""
            yield replace(block, parts=tuple(self._with_bar(block.parts, bar))) if bar else block

    def _with_bar(self, parts: tuple[Part, ...], bar: str) -> Iterator[Part]:
        for part in parts:
            is_period = part.key >= 0 and self.document.texts[part.key].kind == "period"
            yield replace(part, prefix=f"{bar} ", prefix_look="bar") if is_period else part
