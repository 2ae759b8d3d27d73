"""The photos of a record in the page: drawn anew and held in it as ``data:``."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import htpy as h

from tui.record.model import Photo

SIZE = (960, 960)
"""The largest width and height of a photo in the page."""
MOST_BYTES = 24 * 1024 * 1024
"""So much of the page may be photos; those after have their captions alone."""


class Pictures:
    """The photos of a record whose files lie in a folder; none without one or without Pillow."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._room = MOST_BYTES

    def image(self, photo: Photo) -> h.VoidElement | None:
        """Return a photo, or nothing if its file cannot be drawn."""
        if self._folder is None or not photo.file:
            return None
        try:
            from tui.export import images
        except ModuleNotFoundError:  # the extra is not installed
            self._folder = None
            return None
        try:
            drawn = images.picture(self._folder, photo.file, SIZE)
        except images.PictureError:
            return None
        data = images.jpeg(drawn)
        if len(data) > self._room:
            return None
        self._room -= len(data)
        width, height = map(str, drawn.size)
        source = f"data:image/jpeg;base64,{b64encode(data).decode()}"
        return h.img(src=source, alt=photo.caption, width=width, height=height)
