"""Which cells of a row are to be written, when it is to become another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui.terminal.cells import UNKNOWN, Row, is_clump
from tui.terminal.pen import move
from tui.terminal.sgr import change, for_blanks

_LONGEST_GAP = 10
"""Cells between two spans, in which a move is surely shorter than writing them again."""


def changed_spans(old: Row, new: Row, y: int) -> list[tuple[int, int]]:
    """Return the spans [start, end) of row ``y`` that are to be written, in order.

    Spans are one where writing what is between them again costs no more bytes than a move. From
    a clump that changes on, the whole row is written: a terminal may have had it reach further.
    """
    changed = [
        column
        for column, (was, now, style_was, style_now) in enumerate(
            zip(old.characters, new.characters, old.styles, new.styles, strict=True)
        )
        if (was != now or (style_was is not style_now and style_was != style_now))
        and now != UNKNOWN
        and not (now == was == " " and for_blanks(style_was, style_now) == style_was)
    ]
    if not changed:
        return []
    if (old.clumps or new.clumps) and any(
        is_clump(old.characters[column]) or is_clump(new.characters[column]) for column in changed
    ):
        return list(_known(new, changed[0]))
    spans = []
    start = end = changed[0]
    for column in changed:
        if column > end and not _joined(new, end, column, y):
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
    if end - start > _LONGEST_GAP:
        return False
    style = before = row.styles[start - 1]
    cost = 0
    for character, wanted in zip(row.characters[start:end], row.styles[start:end], strict=True):
        if character == UNKNOWN or is_clump(character):
            return False
        next_style = for_blanks(style, wanted) if character == " " else wanted
        cost += len(change(style, next_style)) + len(character.encode())
        style = next_style
    after = row.styles[end]
    return cost + len(change(style, after)) - len(change(before, after)) <= len(move(end, y))
