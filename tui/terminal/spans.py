"""Which cells of a row are to be written, when it is to become another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, groupby
from operator import is_not, ne, or_

from tui.terminal.cells import UNKNOWN, Row, is_clump
from tui.terminal.pen import move
from tui.terminal.sgr import change, for_blanks

_LONGEST_GAP = 10
"""Cells between two spans; for more of them a move is surely shorter than writing them again."""


def changed_spans(old: Row, new: Row, y: int) -> list[tuple[int, int]]:
    """Return the spans [start, end) of row ``y`` that are to be written, in order.

    Spans are one where writing what is between them again costs no more bytes than a move. From
    a clump that changes on, the whole row is written: a terminal may have had it reach further.
    """
    before, after = old.characters, new.characters
    style_before, style_after = old.styles, new.styles
    # Loops in C find what may differ; in most rows that is little.
    differ = map(or_, map(ne, before, after), map(is_not, style_before, style_after))
    changed = [
        column
        for column in compress(count(), differ)
        if before[column] != after[column] or style_before[column] != style_after[column]
    ]
    if not changed:
        return []
    if (old.clumps or new.clumps) and any(
        is_clump(before[column]) or is_clump(after[column]) for column in changed
    ):
        return list(_known(new, changed[0]))
    spans = []
    start = end = changed[0]
    for column in changed:
        if column > end and not (column - end <= _LONGEST_GAP and _joined(new, end, column, y)):
            spans.append((start, end))
            start = column
        end = column + 1
    spans.append((start, end))
    return spans


def _known(row: Row, start: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of known cells from ``start`` on, or from the clump that it is in."""
    characters = row.characters
    while characters[start] == "":
        start -= 1
    columns = range(start, len(characters))
    for known, cells in groupby(columns, lambda column: characters[column] != UNKNOWN):
        if known:
            span = list(cells)
            yield span[0], span[-1] + 1


def _joined(row: Row, start: int, end: int, y: int) -> bool:
    """Whether to write the cells between two spans again, instead of a move."""
    cells = row.characters[start:end]
    if UNKNOWN in cells or (row.clumps and any(map(is_clump, cells))):
        return False
    styles = row.styles[start - 1 : end + 1]
    style = styles[0]
    cost = len("".join(cells).encode()) - len(change(style, styles[-1]))
    if styles.count(style) < len(styles):
        for character, wanted in zip(cells, styles[1:], strict=False):
            if wanted is not style:
                next_style = for_blanks(style, wanted) if character == " " else wanted
                cost += len(change(style, next_style))
                style = next_style
        cost += len(change(style, styles[-1]))
    return cost <= len(move(end, y))
