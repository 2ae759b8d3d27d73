"""The card of a thing: all that the record says of it, and where it is named."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.document.cards import card
from tui.document.model import Document
from tui.locale import N_
from tui.screens.card_blocks import OtherCard, card_blocks
from tui.screens.sheet import Sheet
from tui.search.hits import Hit
from tui.search.mentions import Mentions
from tui.widgets.door import shown
from tui.widgets.flow import Block
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine


class CardScreen(Sheet[Hit]):
    """A card; it answers with the mention that the reader wants to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", N_("copy"), id="card.copy", tooltip=N_("Copy the line of the card")),
    ]

    def __init__(self, document: Document, mentions: Mentions, thing: str) -> None:
        super().__init__()
        self.document = document
        self.mentions = mentions
        self.card = card(document, document.things[thing])
        lines = list(card_blocks(document, self.card, mentions.of(thing)))
        self.targets = [target for _block, target in lines]
        """Where each block leads."""
        self._blocks = tuple(block for block, _target in lines)

    def heading(self) -> Content:
        return shown(self.card.title)

    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    @on(FlowView.Chosen)
    def _chosen(self, event: FlowView.Chosen) -> None:
        """Go to a mention, or on to the card of another thing."""
        if not self.is_active:  # closed by another key a moment before
            return
        match self.targets[event.view.cursor.block]:
            case Hit() as hit:
                self.dismiss(hit)
            case OtherCard(thing):
                self.app.push_screen(CardScreen(self.document, self.mentions, thing), self._go_on)

    def _go_on(self, hit: Hit | None) -> None:
        if hit is not None:
            self.dismiss(hit)

    def action_copy(self) -> None:
        """Copy the text that the cursor is on."""
        block = self.items.blocks[self.items.cursor.block]
        self.query_one(KeyLine).copy("\n".join(part.text for part in block.parts))
