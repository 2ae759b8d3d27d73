"""The photos of a document, redrawn as JPEG for what holds them in itself."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from tui.record.model import Photo

SIZE = (960, 960)
"""The largest width and height of a photo."""
MOST_BYTES = 24 * 1024 * 1024
"""So much of an export may be photos; those after have their captions alone."""


class Drawn(Struct, frozen=True):
    """A photo as JPEG, with its width and height in pixels."""

    data: bytes
    width: int
    height: int


class Photos:
    """The photos whose files lie in a folder; none where it is empty or without Pillow."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._room = MOST_BYTES

    def drawn(self, photo: Photo) -> Drawn | None:
        """Return a photo, or nothing if its file cannot be drawn."""
        if not self._folder or not photo.file:
            return None
        try:
            from tui.export import images
        except ModuleNotFoundError:  # the extra is not installed
            self._folder = ""
            return None
        try:
            image = images.picture(Path(self._folder), photo.file, SIZE)
        except images.PictureError:
            return None
        data = images.jpeg(image)
        if len(data) > self._room:
            return None
        self._room -= len(data)
        return Drawn(data, *image.size)
