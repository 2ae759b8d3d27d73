"""A picture in half blocks: each cell of a terminal shows two pixels, one above the other.

Needs Pillow, the extra ``photos``.
"""

from __future__ import annotations

from typing import TypeAlias

from PIL import Image

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""
Cells: TypeAlias = tuple[tuple[tuple[Colour, Colour], ...], ...]
"""Rows of cells, each with its colours above and below."""


def half_blocks(image: Image.Image, columns: int, lines: int) -> Cells:
    """Return a picture in RGB as cells, at most so many, in its own ratio.

    A cell is taken to be twice as high as it is wide. No picture is made larger than it is.
    """
    small = image.copy()
    small.thumbnail((max(1, columns), max(1, lines) * 2))
    width, height = small.size
    if height % 2:
        height += 1
        small = small.resize((width, height))
    data = small.tobytes()
    pixels: list[Colour] = list(zip(data[::3], data[1::3], data[2::3], strict=True))
    rows = [pixels[start : start + width] for start in range(0, width * height, width)]
    return tuple(
        tuple(zip(above, below, strict=True))
        for above, below in zip(rows[::2], rows[1::2], strict=True)
    )
