"""A photo on its card, and on the whole screen: its file drawn in half blocks."""

from __future__ import annotations

from asyncio import to_thread
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from textual import work
from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip

from tui.document.model import Document
from tui.locale import _
from tui.record.model import Entity, Photo
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings
from tui.widgets.picture import PictureView, strips

if TYPE_CHECKING:
    from PIL import Image

_DECODED = (800, 800)
"""The largest width and height that is kept of a photo: what a large terminal shows."""
_FEW_COLOURS = (None, "standard", "windows")


class Drawn(Struct, frozen=True):
    """A photo as rows of a terminal, or a sentence on why it is not shown."""

    rows: tuple[Strip, ...] = ()
    sentence: str = ""


class PhotoFile:
    """The file of a photo: decoded once, redrawn for each size."""

    def __init__(self, folder: str, name: str) -> None:
        self._folder = folder
        self._name = name

    @cached_property
    def _image(self) -> Image.Image:
        from tui.export.images import picture  # needs an extra

        return picture(Path(self._folder), self._name, _DECODED)

    async def drawn(self, app: App[object], columns: int, lines: int) -> Drawn:
        """Return the photo in so many cells at most; it is drawn in a thread."""
        if app.no_color or app.console.color_system in _FEW_COLOURS:
            return Drawn(
                sentence=_("The photo is not shown: it needs a terminal with 256 colours.")
            )
        return await to_thread(self._drawn, columns, lines)

    def _drawn(self, columns: int, lines: int) -> Drawn:
        try:
            from tui.export.half_blocks import half_blocks
            from tui.export.images import PictureError
        except ModuleNotFoundError:
            install = "pip install 'ktcn-tui[photos]'"
            sentence = _("The photo is not shown: install what draws it with {command}.")
            return Drawn(sentence=sentence.format(command=install))
        try:
            return Drawn(strips(half_blocks(self._image, columns, lines)))
        except PictureError:
            sentence = _("The photo is not shown: its file is missing, broken or too large.")
            return Drawn(sentence=sentence)


def photo_file(document: Document, thing: Entity) -> PhotoFile | None:
    """Return the file of a thing if it is a photo that has one."""
    if not document.folder or not isinstance(thing, Photo) or not thing.file:
        return None
    return PhotoFile(document.folder, thing.file)


class PhotoScreen(ModalScreen[None]):
    """A photo on the whole screen."""

    CSS_PATH = "../styles/sheet.tcss"
    BINDINGS = bindings("sheet", "photo.zoom", "help")

    def __init__(self, file: PhotoFile) -> None:
        super().__init__()
        self.file = file

    def compose(self) -> ComposeResult:
        yield PictureView()
        yield KeyLine()

    def on_resize(self) -> None:
        """Draw the photo for the room there is."""
        self._draw()

    @work(group="photo", exclusive=True)
    async def _draw(self) -> None:
        width, height = self.app.size
        drawn = await self.file.drawn(self.app, width, height - 1)
        self.query_one(PictureView).rows = drawn.rows

    def action_close(self) -> None:
        """Go back to the card."""
        if self.is_active:
            self.dismiss(None)

    action_zoom = action_close
