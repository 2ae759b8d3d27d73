"""The photos: what they show and who is in them. No picture is ever opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from tui.locale import N_, _
from tui.panes.pane import Pane
from tui.search.passages import PaneName, Passage
from tui.widgets.flow import Block, Part
from tui.widgets.item_list import ItemList


class PhotosPane(ItemList, Pane):
    """The captions."""

    PANE: ClassVar[PaneName] = "photos"
    NUMBER: ClassVar[int] = 4
    HELP = N_("The captions of the photos, and who is in each.")

    def text_to_copy(self) -> str:
        """Return the caption of the photo that the cursor is on."""
        captions = {photo.id: photo.caption for photo in self.index.record.photos}
        return captions.get(self.item, "")

    def make_blocks(self) -> Iterator[Block]:
        for item, passages in self.items():
            yield Block(tuple(self._parts(passages)), id=item)

    def _parts(self, passages: list[tuple[int, Passage]]) -> Iterator[Part]:
        labels = {
            "credit": _("photo by:") + " ",
            "file": _("file:") + " ",
        }
        for key, passage in passages:
            if passage.field == "number":
                yield Part(passage.text, key, "title", "▣ ")
            elif passage.field == "caption":
                yield Part(passage.text, key, "text", "", 2)
            elif passage.field.startswith("depicts"):
                yield Part(passage.text, key, "detail", _("in it:") + " ", 2)
            else:
                yield Part(passage.text, key, "detail", labels[passage.field], 2)
