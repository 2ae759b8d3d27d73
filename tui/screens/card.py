"""The card of a thing: all that the record says of it, and where it is named."""

from __future__ import annotations

from textual import on, work
from textual.reactive import var

from tui.document.cards import card
from tui.document.model import Document
from tui.screens.card_blocks import INDENT, OtherCard, card_blocks, with_photo
from tui.screens.photo import PhotoFile, PhotoScreen, photo_file
from tui.screens.sheet import Sheet
from tui.search.hits import Hit
from tui.search.mentions import Mentions
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings

_FEWEST_LINES = 4
"""So many lines a photo has at least; else it has half of the screen."""


class CardScreen(Sheet[Hit]):
    """A card; it answers with the mention that the reader wants to go to."""

    BINDINGS = bindings("card", "photo.zoom")

    is_drawn: var[bool] = var(False, bindings=True)
    """Whether it shows a photo."""

    def __init__(self, document: Document, mentions: Mentions, thing: str) -> None:
        made = card(document, document.things[thing])
        named = [hit for hit in mentions.of(thing) if _says_more(document, thing, hit)]
        lines = list(card_blocks(document, made, named))
        self.lines = [block for block, _target in lines]
        """What it says, without the photo."""
        super().__init__(made.title, self.lines)
        self.photo = photo_file(document, document.things[thing])
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

    # The photo.

    def on_resize(self) -> None:
        """Draw the photo for the room there is."""
        if self.photo is not None:
            self._draw(self.photo)

    @work(group="photo", exclusive=True)
    async def _draw(self, photo: PhotoFile) -> None:
        lines = max(_FEWEST_LINES, self.app.size.height // 2)
        drawn = await photo.drawn(self.app, self.columns - INDENT, lines)
        facts, *others = self.lines
        self.items.blocks = [with_photo(facts, drawn), *others]
        self.is_drawn = bool(drawn.rows)
        self.fit(self.query_one("#sheet"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the whole screen to a photo that is shown."""
        return self.is_drawn if action == "zoom" else super().check_action(action, parameters)

    def action_zoom(self) -> None:
        """Give the photo the whole screen."""
        if self.photo is not None:
            self.app.push_screen(PhotoScreen(self.photo))

    def _go_on(self, hit: Hit | None) -> None:
        if hit is not None:
            self.dismiss(hit)

    def action_copy(self) -> None:
        """Copy the text that the cursor is on."""
        block = self.lines[self.items.cursor.block]
        text = "\n".join(part.text for part in block.parts)
        self.query_one(KeyLine).copy(text)


def _says_more(document: Document, thing: str, hit: Hit) -> bool:
    """Tell whether a mention says what the card does not.

    The lists of the card have all that the file ties to the thing: parties, offices, who is in a
    photo. What is read stays: the article, and names in captions.
    """
    text = document.texts[hit.text]
    is_tied = any(each.id == thing and each.start == hit.start for each in text.references)
    return text.item != thing and (text.section == "article" or not is_tied)
