"""The photos: what they show and who is in them. No picture is ever opened."""

from __future__ import annotations

from typing import ClassVar

from tui.document.model import SectionName
from tui.locale import N_
from tui.panes.pane import Pane
from tui.record.model import Photo
from tui.widgets.item_list import ItemList


class PhotosPane(ItemList, Pane):
    """The captions."""

    PANE: ClassVar[SectionName] = "photos"
    NUMBER: ClassVar[int] = 4
    HELP = N_("The captions of the photos, and who is in each.")

    def text_to_copy(self) -> str:
        """Return the caption of the photo that the cursor is on."""
        photo = self.document.things.get(self.item)
        return photo.caption if isinstance(photo, Photo) else ""
