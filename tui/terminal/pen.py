"""Writes cells on a terminal with as few moves and changes of style as it takes."""

from __future__ import annotations

from itertools import groupby

from tui.terminal.cells import Row, is_clump
from tui.terminal.sgr import PLAIN, Style, change, for_blanks


def move(x: int, y: int) -> str:
    """Return the sequence that moves the cursor to a column and row, from 0 (CUP: ECMA-48, 8.3.21).

    Always an absolute place: whatever a terminal did with what was written before, what comes
    next is where it belongs.
    """
    if x:
        return f"\x1b[{y + 1};{x + 1}H"
    return f"\x1b[{y + 1}H" if y else "\x1b[H"


class Pen:
    """Gathers what is to be written, from a plain style on and a cursor that may be unknown."""

    def __init__(self, cursor: tuple[int, int] | None) -> None:
        self._out: list[str] = []
        self._cursor = cursor
        self._style = PLAIN

    def write(self, y: int, start: int, end: int, row: Row) -> None:
        """Write the cells of a row from ``start`` to ``end``; none of them is unknown."""
        characters = row.characters
        place = start
        for style, run in groupby(row.styles[start:end]):
            begin, place = place, place + len(list(run))
            cells = characters[begin:place]
            text = "".join(cells)
            self._switch(for_blanks(self._style, style) if text.isspace() else style)
            if row.clumps and any(map(is_clump, cells)):
                self._write_apart(y, begin, cells)
            else:
                self._put(begin, y, text)
                self._cursor = (place, y)
        if end == len(characters):
            self._cursor = None  # terminals differ in where it is after the last column

    def finish(self, cursor: tuple[int, int]) -> str:
        """Return what was written, then a plain style and the cursor where it is wanted."""
        self._switch(PLAIN)
        self._move(*cursor)
        return "".join(self._out)

    def _write_apart(self, y: int, start: int, cells: list[str]) -> None:
        """Write cells so that each is at its column in terminals with any idea of a clump's width.

        A clump is written over blanks, as it may be narrower than thought, and what follows it
        has a move of its own.
        """
        x = start
        while x < start + len(cells):
            character = cells[x - start]
            width = 1
            if is_clump(character):
                while cells[x - start + width : x - start + width + 1] == [""]:
                    width += 1
                self._put(x, y, " " * width)
                self._cursor = None
                self._put(x, y, character)
                self._cursor = None
            else:
                self._put(x, y, character)
                self._cursor = (x + 1, y)
            x += width

    def _put(self, x: int, y: int, text: str) -> None:
        self._move(x, y)
        self._out.append(text)

    def _switch(self, style: Style) -> None:
        if style is not self._style:
            self._out.append(change(self._style, style))
            self._style = style

    def _move(self, x: int, y: int) -> None:
        if self._cursor != (x, y):
            self._out.append(move(x, y))
            self._cursor = (x, y)
