"""The card of a thing: all that the record says of it, and where it is named."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.locale import N_, _
from tui.record.entities import display_name
from tui.screens.card_blocks import card_blocks
from tui.screens.kinds import kind_name
from tui.screens.sheet import Sheet
from tui.search.event_index import EventIndex
from tui.search.passages import Hit
from tui.widgets.door import shown
from tui.widgets.flow import Block
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine


class CardScreen(Sheet[Hit]):
    """A card; it answers with the mention that the reader wants to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", N_("copy"), id="card.copy", tooltip=N_("Copy the line of the card")),
    ]

    def __init__(self, index: EventIndex, entity_id: str) -> None:
        super().__init__()
        self.index = index
        self.entity = index.entities[entity_id]

    def heading(self) -> Content:
        return shown(f"{kind_name(self.entity)}: {display_name(self.entity)}")

    def blocks(self) -> tuple[Block, ...]:
        return card_blocks(self.index, self.entity)

    @on(FlowView.Chosen)
    def _chosen(self, event: FlowView.Chosen) -> None:
        """Go to a mention, or on to the card of another thing."""
        item = event.view.item
        if not self.is_active:  # closed by another key a moment before
            return
        if item.startswith("@"):
            self.dismiss(self.index.mentions.of(self.entity.id)[int(item[1:])])
        elif item in self.index.entities:
            self.app.push_screen(CardScreen(self.index, item), self._go_on)

    def _go_on(self, hit: Hit | None) -> None:
        if hit is not None:
            self.dismiss(hit)

    def action_copy(self) -> None:
        """Copy the text that the cursor is on."""
        block = self.items.blocks[self.items.cursor.block]
        text = "\n".join(part.text for part in block.parts)
        self.app.copy_to_clipboard(text)
        self.query_one(KeyLine).say(_("Copied: {text}").format(text=" ".join(text.split())))
