"""A picture on the screen: half blocks, in the colours of the pixels above and below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.export.half_blocks import Cells, Colour


def strips(cells: Cells) -> tuple[Strip, ...]:
    """Return the rows of a picture, ready to be drawn; made in a thread, as it takes a while."""
    return tuple(Strip(_segments(row), len(row)) for row in cells)


def _segments(row: Iterable[tuple[Colour, Colour]]) -> list[Segment]:
    return [Segment("▀" * len([*run]), _style(*colours)) for colours, run in groupby(row)]


@lru_cache(4096)
def _style(above: Colour, below: Colour) -> Style:
    return Style(color=Color.from_rgb(*above), bgcolor=Color.from_rgb(*below))


class PictureView(Widget):
    """Shows a picture in the middle of the room it has."""

    ALLOW_SELECT = False

    rows: reactive[Sequence[Strip]] = reactive(())
    """The rows of the picture."""

    def render_line(self, y: int) -> Strip:
        """Return a row of the view."""
        base = self.visual_style.rich_style
        width, height = self.content_size
        number = y - max(0, height - len(self.rows)) // 2
        if not 0 <= number < len(self.rows):
            return Strip.blank(width, base)
        row = self.rows[number]
        left = Segment(" " * (max(0, width - row.cell_length) // 2), base)
        return Strip([left, *row]).adjust_cell_length(width, base)
