"""What a terminal shows of the bytes written to it, by pyte: usual screen and alternate screen."""

from __future__ import annotations

import re

import pyte

_ALTERNATE = re.compile(rb"\x1b\[\?1049([hl])")
_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][\d;]*[A-Za-z]|\x1b\[\?[\d;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_WHOLE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[^\[\]])")


class Display:
    """Screens of ``columns`` × ``rows``."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screens = {name: pyte.Screen(columns, rows) for name in "hl"}
        self._streams = {name: pyte.ByteStream(self._screens[name]) for name in "hl"}
        self._in_use = "l"  # of the alternate screen (DECSET 1049): "h" it, "l" the usual one

    def feed(self, written: bytes) -> int:
        """Show what was written; return how much of it.

        A sequence that is cut at the end waits for its rest.
        """
        cut = written.rfind(b"\x1b", max(0, len(written) - 256))
        if cut >= 0 and not _WHOLE.match(written[cut:]):
            written = written[:cut]
        for part in _ALTERNATE.split(_NOT_FOR_PYTE.sub(b"", written)):
            if part in (b"h", b"l"):
                self._in_use = part.decode()
            else:
                self._streams[self._in_use].feed(part)
        return len(written)

    def resize(self, columns: int, rows: int) -> None:
        """Give both screens another size."""
        for screen in self._screens.values():
            screen.resize(rows, columns)

    @property
    def lines(self) -> list[str]:
        """The rows, without the blanks at their ends."""
        return [line.rstrip() for line in self._screens[self._in_use].display]

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The cells with their colours, row by row."""
        screen = self._screens[self._in_use]
        return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        cursor = self._screens[self._in_use].cursor
        return cursor.x, cursor.y
