"""Pictures as cells of a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tui.export.half_blocks import half_blocks

RED, BLUE = (255, 0, 0), (0, 0, 255)


def striped(width: int, height: int) -> Image.Image:
    """Return a picture whose rows are red and blue in turn."""
    image = Image.new("RGB", (width, height))
    for y in range(height):
        image.paste((RED, BLUE)[y % 2], (0, y, width, y + 1))
    return image


def test_a_cell_has_the_pixel_above_and_the_one_below() -> None:
    assert half_blocks(striped(3, 4), 80, 24) == (((RED, BLUE),) * 3,) * 2


def test_the_ratio_is_kept_in_what_room_there_is() -> None:
    wide = half_blocks(Image.new("RGB", (400, 100)), 40, 24)
    assert (len(wide[0]), len(wide)) == (40, 5)
    tall = half_blocks(Image.new("RGB", (100, 400)), 40, 10)
    assert (len(tall[0]), len(tall)) == (5, 10)


def test_the_last_of_an_odd_number_of_rows_fills_its_cell() -> None:
    assert half_blocks(Image.new("RGB", (2, 1), RED), 80, 24) == (((RED, RED),) * 2,)


@given(*(st.integers(1, 300) for _ in range(2)), *(st.integers(0, 60) for _ in range(2)))
def test_no_picture_is_larger_than_its_room(
    width: int, height: int, columns: int, lines: int
) -> None:
    rows = half_blocks(Image.new("RGB", (width, height)), columns, lines)
    assert 1 <= len(rows) <= max(1, lines)
    assert {len(row) for row in rows} <= {*range(1, max(1, columns) + 1)}
    assert len({len(row) for row in rows}) == 1
