"""The agreements: who with whom, about what, for how long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from tui.export.labels import PANE_TITLES
from tui.locale import N_, _
from tui.panes.pane import Pane
from tui.panes.periods import Axis, axis
from tui.record.model import Agreement
from tui.search.event_index import EventIndex
from tui.search.passages import PaneName, Passage
from tui.widgets.door import shown
from tui.widgets.flow import Block, Part
from tui.widgets.item_list import ItemList


class AgreementsPane(ItemList, Pane):
    """What was signed."""

    PANE: ClassVar[PaneName] = "agreements"
    NUMBER: ClassVar[int] = 3
    HELP = N_("What was signed, by whom and for how long. The bars share one axis of years.")

    def __init__(self, index: EventIndex, classes: str = "pane") -> None:
        self.axis: Axis | None = axis(index.record.agreements)
        super().__init__(index, classes)
        if self.axis is not None:
            self.border_title = shown(
                f"{self.NUMBER} {_(PANE_TITLES[self.PANE])} ─ {self.axis.scale()}"
            )

    def make_blocks(self) -> Iterator[Block]:
        for agreement, (item, passages) in zip(
            self.index.record.agreements, self.items(), strict=True
        ):
            yield Block(tuple(self._parts(agreement, passages)), id=item)

    def _parts(self, agreement: Agreement, passages: list[tuple[int, Passage]]) -> Iterator[Part]:
        with_ = _("with:") + " "
        for number, (key, passage) in enumerate(passages):
            if passage.field.startswith("parties"):
                if number == 0:
                    yield Part(passage.text, key, "title")
                else:
                    yield Part(passage.text, key, "detail", with_, 2)
            elif passage.field == "period":
                bar = self.axis.bar(agreement) if self.axis else ""
                yield Part(passage.text, key, "text", f"{bar} " if bar else "", 2, (), "bar")
            elif passage.field == "signed":
                yield Part(passage.text, key, "detail", _("signed:") + " ", 2)
            elif passage.field.startswith("about"):
                yield Part(passage.text, key, "detail", "• ", 2)
            else:
                yield Part(passage.text, key, "text", "", 2)
