"""The card of a thing: all that the record says of it, and where it is named."""

from __future__ import annotations

from textual import on

from tui.document.cards import card
from tui.document.model import Document
from tui.screens.card_blocks import OtherCard, card_blocks
from tui.screens.sheet import Sheet
from tui.search.hits import Hit
from tui.search.mentions import Mentions
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings


class CardScreen(Sheet[Hit]):
    """A card; it answers with the mention that the reader wants to go to."""

    BINDINGS = bindings("card")

    def __init__(self, document: Document, mentions: Mentions, thing: str) -> None:
        made = card(document, document.things[thing])
        named = [hit for hit in mentions.of(thing) if document.texts[hit.text].item != thing]
        lines = list(card_blocks(document, made, named))
        super().__init__(made.title, [block for block, _target in lines])
        self.document = document
        self.mentions = mentions
        self.targets = [target for _block, target in lines]
        """Where each block leads."""

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
        text = "\n".join(part.text for part in block.parts)
        self.query_one(KeyLine).copy(text)
