"""What is on the terminal's screen, so that only what changes is written.

Textual writes whole widgets and whole screens again, also where nothing changed; over SSH that is
what a reader waits for. Each string that it writes is read here into cells, compared with those
that the terminal shows, and written as the differing spans alone. What is not understood is
passed on as it is, and what the screen shows counts as unknown after it.

Columns and rows are counted from 0 here, and from 1 in the sequences (CUP: ECMA-48, 8.3.21).
"""

from __future__ import annotations

import re

from tui.terminal.cells import Chunk, Row
from tui.terminal.pen import Pen
from tui.terminal.sgr import NotUnderstoodError
from tui.terminal.spans import changed_spans

_BEGIN, END_OF_FRAME = "\x1b[?2026h", "\x1b[?2026l"
"""What encloses the parts of a frame, as a terminal draws them at once."""
_MOVE = re.compile(r"\x1b\[(\d{1,5});(\d{1,5})H")
_NOT_ON_THE_SCREEN = re.compile(r"\x07|\x1b\]52;[^\x07\x1b]*\x07")
"""The bell and a copy."""


class Frames:
    """The screen of a terminal of ``width`` columns and ``height`` rows, unknown at first.

    :meth:`forget` may be called from a signal's handler, all else only from one thread.
    """

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._forgotten = True
        self._rows: list[Row] = []
        self._sources: dict[int, list[Chunk]] = {}
        self._cursor: tuple[int, int] | None = None
        self._begun = self._open = False

    def forget(self) -> None:
        """Take the screen as unknown: each cell of the next frame is written."""
        self._forgotten = True

    def resize(self, width: int, height: int) -> None:
        """Take note of the terminal's size; the screen is unknown when it is another one."""
        if (width, height) != self._size:
            self._size = (width, height)
            self._forgotten = True

    def compress(self, data: str) -> str:
        """Return what has the effect of ``data``, which is "" when it changes nothing."""
        if data == _BEGIN:
            self._begun = True
            return ""
        if data == END_OF_FRAME:
            self._begun = False
            written, self._open = self._open, False
            return END_OF_FRAME if written else ""
        if _NOT_ON_THE_SCREEN.fullmatch(data) is None:
            data = self._frame(data)
        if data and self._begun:
            self._begun, self._open = False, True
            return _BEGIN + data
        return data

    def _frame(self, data: str) -> str:
        if self._forgotten:
            self._forgotten = False
            self._clear()
        try:
            chunks, cursor = self._read(data)
            rows = {
                y: self._rows[y].with_chunks(parts)
                for y, parts in chunks.items()
                if self._sources.get(y) != parts
            }
        except NotUnderstoodError:
            self._clear()
            return data
        pen = Pen(self._cursor)
        for y in sorted(rows):
            for start, end in changed_spans(self._rows[y], rows[y], y):
                pen.write(y, start, end, rows[y])
            self._rows[y] = rows[y]
            self._sources[y] = chunks[y]
        self._cursor = cursor
        return pen.finish(cursor)

    def _clear(self) -> None:
        width, height = self._size
        self._rows = [Row(width) for _ in range(height)]
        self._sources = {}
        self._cursor = None

    def _read(self, data: str) -> tuple[dict[int, list[Chunk]], tuple[int, int]]:
        """Return what a frame writes in each row, and where it leaves the cursor."""
        before, *parts = _MOVE.split(data)
        if before or not parts or parts[-1]:
            raise NotUnderstoodError(data)
        width, height = self._size
        chunks: dict[int, list[Chunk]] = {}
        x = y = 0
        for row, column, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            x, y = int(column) - 1, int(row) - 1
            if not (0 <= x < width and 0 <= y < height):
                raise NotUnderstoodError(data)
            if text.endswith("\n") and y + 1 < height:
                text = text[:-1]  # a move follows, and nothing scrolls
            if text:
                chunks.setdefault(y, []).append((x, text))
        return chunks, (x, y)
