"""Pictures of a record: opened with bounds, as somebody else's, and only ever redrawn.

Needs Pillow, the extra ``photos``. Nothing of a file but its pixels is used.
"""

from __future__ import annotations

import os
import stat
import struct
import warnings
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageOps

from tui.record.reading import READING

FORMATS = ("JPEG", "PNG", "WEBP")
"""The formats that are read. None of them starts a program, as Pillow does for EPS."""
MAX_BYTES = 32 * 1024 * 1024
MAX_PIXELS = 64_000_000
"""The largest picture; a JPEG of that size is decoded at a part of its width and height."""
MAX_DECODED = 12_500_000
"""The most pixels that are decoded, in 50 MB: a photo of 4032 × 3024."""
MAX_SCANNED = 200_000_000
"""Pixels times scans of a progressive JPEG, each of which goes over all pixels again."""

_ORIENTATION = 0x0112
"""The tag of EXIF that says which side is up."""
_SCAN = b"\xff\xda"
_BROKEN = (
    *(OSError, SyntaxError, ValueError, EOFError, ArithmeticError, LookupError, TypeError),
    *(struct.error, zlib.error, Image.DecompressionBombError),
)
"""What Pillow raises for files that are broken, or are not pictures."""


class PictureError(Exception):
    """A file is not a picture that is drawn."""


def picture(folder: Path, name: str, size: tuple[int, int]) -> Image.Image:
    """Return a picture, upright and in RGB, that fits into ``size``.

    Args:
        folder: The folder of the record.
        name: The path of the file from there on.
        size: The largest width and height.

    Raises:
        PictureError: There is no such file inside the folder, or it is none of :data:`FORMATS`, or
            too large, or broken.
    """
    try:
        with _opened(folder, name) as file:
            return _decoded(file, size)
    except _BROKEN as error:
        raise PictureError(name) from error


def jpeg(image: Image.Image) -> bytes:
    """Return a picture as JPEG."""
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=82, optimize=True, progressive=True)
    return buffer.getvalue()


def _opened(folder: Path, name: str) -> BinaryIO:
    """Open a regular file that lies in the folder, be it by way of links."""
    root = folder.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise PictureError(name)
    descriptor = os.open(path, READING)
    file = os.fdopen(descriptor, "rb")
    state = os.fstat(descriptor)
    if not stat.S_ISREG(state.st_mode) or state.st_size > MAX_BYTES:
        file.close()
        raise PictureError(name)
    return file


def _decoded(file: BinaryIO, size: tuple[int, int]) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its size is looked at below, its tags are not
        with Image.open(file, formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PictureError
            _refuse_many_scans(image, file)
            image.draft("RGB", size)
            if image.width * image.height > MAX_DECODED:
                raise PictureError
            return _upright(_small(image, max(size)), size)


def _small(image: Image.Image, longest: int) -> Image.Image:
    """Return a picture that is no longer nor higher, on white; it is decoded here."""
    orientation: object = None
    with suppress(*_BROKEN):  # what a broken tag says of the way up
        orientation = image.getexif().get(_ORIENTATION)
    alpha = image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info
    small = image if image.mode in ("RGB", "RGBA") else image.convert("RGBA" if alpha else "RGB")
    small.thumbnail((longest, longest))
    made = Image.new("RGB", small.size, "white")
    made.paste(small, mask=small.getchannel("A") if small.mode == "RGBA" else None)
    made.getexif()[_ORIENTATION] = orientation if orientation in range(1, 9) else 1
    return made


def _upright(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    turned = ImageOps.exif_transpose(image)
    turned.thumbnail(size)
    return turned


def _refuse_many_scans(image: Image.Image, file: BinaryIO) -> None:
    """Raise an error for a JPEG that is small as a file and endless work."""
    if image.format != "JPEG" or not image.info.get("progressive"):
        return
    place = file.tell()
    file.seek(0)
    scans = file.read(MAX_BYTES).count(_SCAN)
    file.seek(place)
    pixels = image.width * image.height
    if pixels > MAX_DECODED or pixels * scans > MAX_SCANNED:
        raise PictureError
