"""A row of the screen as cells, and which characters every terminal shows in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, partial

from rich.cells import cell_len

from tui.terminal.sgr import PLAIN, NotUnderstoodError, Style, styled
from tui.text.cleaning import UNFAMILIAR

SIMPLE = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u1e00-\u1f15\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218b\u2190-\u22ff\u23ce"
    "\u2500-\u25fc\u2713\u2717\u2800-\u28ff"
)
"""Characters, as a regular expression's class, that are one column wide wherever they are shown.

Whoever writes East Asian languages may have told the terminal to show lines and arrows in two; no
program that draws boxes is legible there.
"""
_IDEOGRAPHS = (
    "\u2e80-\u2fd5\u3041-\u3096\u3105-\u312f\u3131-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
_MARKS = "\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
_CLUMP = (
    f"[{_IDEOGRAPHS}]?[{_MARKS}]+|[{_IDEOGRAPHS}]"
    f"|[^{SIMPLE}{_IDEOGRAPHS}{_MARKS}][^{SIMPLE}{_IDEOGRAPHS}]*"
)
"""A character that fills two columns everywhere, marks over a letter, or a run of others.

A run is not taken apart, since terminals join its characters in ways of their own. The expression
is compiled when it is first needed, as that takes milliseconds.
"""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")

UNKNOWN = "\0"
"""Stands in a cell of which it is not known what the terminal shows."""

Chunk = tuple[int, str]
"""A column and what is written from it on: text, each part of it between SGR and a reset."""


@cache
def _not_simple() -> re.Pattern[str]:
    return re.compile(f"[^{SIMPLE}\x1b]")


def _is_simple(text: str) -> bool:
    """Tell whether all of a text, but for its SGR, is of :data:`SIMPLE`."""
    is_familiar = not UNFAMILIAR.search(text.replace("\x1b", "")) and "\n" not in text
    return is_familiar or _not_simple().search(text) is None


class Row:
    """The cells of a row.

    ``characters``: what is in each cell, :data:`UNKNOWN`, or "" in a cell that the clump before it
    also fills. A clump is one or more characters of whose width terminals may think differently,
    with the one before them when they combine with it; ``clumps`` tells whether there are any.
    ``styles`` belong to the cells.
    """

    __slots__ = ("characters", "clumps", "styles")

    def __init__(self, width: int) -> None:
        """Make a row of ``width`` cells of which nothing is known."""
        self.characters = [UNKNOWN] * width
        self.styles: list[Style] = [PLAIN] * width
        self.clumps = False

    def with_chunks(self, chunks: Iterable[Chunk]) -> Row:
        """Return the row after ``chunks`` were written in it.

        Raises:
            NotUnderstoodError: for anything but text and styles, or when it does not fit.
        """
        row = Row(0)
        row.characters = self.characters.copy()
        row.styles = self.styles.copy()
        row.clumps = self.clumps
        for column, text in chunks:
            row._write(column, text)
        row.clumps = row.clumps and any(map(is_clump, row.characters))
        return row

    def _write(self, column: int, chunk: str) -> None:
        plain, *parts = chunk.split("\x1b[")
        simple = _is_simple(chunk) and chunk.count("\x1b") == len(parts)
        characters: list[str] = []
        append = characters.extend if simple else partial(_append, characters)
        append(plain)
        styles = [PLAIN] * len(characters)
        style = PLAIN
        for part in parts:
            parameters, end, text = part.partition("m")
            # Textual resets after each text, so that a style always starts from plain text.
            if parameters in ("0", "") and end:
                style = PLAIN
            elif style is PLAIN and end:
                style = styled(parameters)
            else:
                raise NotUnderstoodError(part)
            if text:
                append(text)
                styles += [style] * (len(characters) - len(styles))
        end_column = column + len(characters)
        if style is not PLAIN or end_column > len(self.characters):
            raise NotUnderstoodError(chunk)
        if self.clumps:
            self._cut(column, end_column)
        self.characters[column:end_column] = characters
        self.styles[column:end_column] = styles
        self.clumps = self.clumps or not simple

    def _cut(self, start: int, end: int) -> None:
        """Blank the clumps of which only a part is about to be overwritten, as terminals do."""
        characters = self.characters
        head = start
        while characters[head] == "":
            head -= 1
        characters[head:start] = " " * (start - head)
        while end < len(characters) and characters[end] == "":
            characters[end] = " "
            end += 1


def is_clump(character: str) -> bool:
    """Whether a cell's character is a clump, or the cell belongs to one."""
    if len(character) != 1:
        return True
    return character != UNKNOWN and not _is_simple(character)


def _append(characters: list[str], text: str) -> None:
    """Append the cells of ``text``, in which there may be clumps, to ``characters``."""
    if _CONTROL.search(text):
        raise NotUnderstoodError(text)
    place = 0
    for match in re.finditer(_CLUMP, text):
        characters.extend(text[place : match.start()])
        clump = match[0]
        width = cell_len(clump)
        if not cell_len(clump[0]):
            cells = _last(characters)
            if not cells:
                raise NotUnderstoodError(text)  # what it combines with is not known
            clump = cells[0] + clump
            # Textual measures each text by itself: one that only adds marks has no width.
            width = cell_len(clump) if match.start() else len(cells)
        characters.append(clump)
        characters.extend([""] * (width - 1))
        place = match.end()
    characters.extend(text[place:])


def _last(characters: list[str]) -> list[str]:
    """Take the last character or clump, with all of its cells, away from ``characters``."""
    start = len(characters) - 1
    while start > 0 and not characters[start]:
        start -= 1
    cells = characters[start:] if characters else []
    del characters[len(characters) - len(cells) :]
    return cells
