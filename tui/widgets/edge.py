"""The right edge of a view: a mark of what is in view, and ticks for what is to be found.

Textual's scrollbar is a widget; four of them on a screen cut every line in pieces, and cost a
fifth of the time until the first of them is seen.
"""

from __future__ import annotations

from collections.abc import Iterable

THUMB, TICK, BLANK = "▐", "•", " "
"""What stands at the edge: lines in view, lines that are marked out of view, neither."""


def thumb(top: int, height: int, total: int) -> range:
    """Return the rows of a view of ``height`` rows that show which of ``total`` lines are in it.

    ``top`` is the first line in view. The range is empty when all lines are in view.
    """
    if total <= height or height <= 0:
        return range(0)
    length = max(1, height * height // total)
    hidden, room = total - height, height - length
    start = min(room, -(-top * room // hidden))  # at the end only when the last line is in view
    return range(start, start + length) if top < hidden else range(room, height)


def ticked(lines: Iterable[int], top: int, height: int, total: int) -> frozenset[int]:
    """Return the rows to whose share of ``total`` lines one of ``lines`` out of view belongs."""
    if total <= height:
        return frozenset()
    in_view = range(top, top + height)
    return frozenset(line * height // total for line in lines if line not in in_view)


def edge(row: int, in_view: range, ticks: frozenset[int]) -> str:
    """Return the character at the edge of a row of the view."""
    if row in in_view:
        return THUMB
    return TICK if row in ticks else BLANK
