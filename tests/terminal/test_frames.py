"""What is written after comparing with the screen shows the same as what Textual wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import pyte
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from tui.terminal.cells import SIMPLE
from tui.terminal.frames import Frames
from tui.terminal.output import without_colours

WIDTH, HEIGHT = 18, 4
BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"


class Part(NamedTuple):
    """A text that a frame writes: where, and with which parameters of SGR."""

    x: int
    y: int
    segments: Sequence[tuple[str, str]]

    def __str__(self) -> str:
        texts = (f"\x1b[{sgr}m{text}\x1b[0m" if sgr else text for sgr, text in self.segments)
        return f"\x1b[{self.y + 1};{self.x + 1}H" + "".join(texts)


def frame(*parts: Part, cursor: tuple[int, int] = (0, 0)) -> str:
    """Return what Textual's display writes: the rows from the top, then the cursor's place."""
    return "\n".join(map(str, parts)) + f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H"


def line(text: str, y: int = 0, x: int = 0, sgr: str = "") -> Part:
    return Part(x, y, [(sgr, text)])


def seen(before: str, cell: pyte.screens.Char, after: str) -> object:
    """Return a cell without the colour of the ink where there is no ink.

    Half a wide character is a blank, which pyte does not know.
    """
    data = cell.data
    if wcwidth(data[:1] or "x") == 2 and after or not data and wcwidth(before[:1] or "x") < 2:
        data = " "
    if data != " " or cell.underscore or cell.strikethrough or cell.reverse:
        return cell._replace(data=data)
    return cell.bg


class Shown:
    """A terminal that shows what it is given."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)
        self.stream.feed("\x1b[?7l")

    def cells(self) -> list[list[object]]:
        """What is seen in each cell."""
        return [
            [seen(row[x - 1].data, row[x], row[x + 1].data) for x in range(WIDTH)]
            for row in (self.screen.buffer[y] for y in range(HEIGHT))
        ]

    @property
    def cursor(self) -> tuple[int, int]:
        return self.screen.cursor.x, self.screen.cursor.y


def assert_same(raw: Shown, compressed: Shown) -> None:
    assert compressed.cells() == raw.cells()
    assert compressed.cursor == raw.cursor


COLOURS = ["", "31", "97", "38;5;120", "38;2;1;2;3", "38;2;200;2;3", "39"]
GROUNDS = ["", "42", "107", "48;5;17", "48;2;9;8;7", "48;2;9;8;70", "49"]
sgrs = st.builds(
    lambda attributes, *colours: ";".join([*sorted(attributes), *filter(None, colours)]),
    st.frozensets(st.sampled_from("134579"), max_size=2),
    st.sampled_from(COLOURS),
    st.sampled_from(GROUNDS),
)
simple_texts = st.text(st.sampled_from("ab  —│ễĐ"), min_size=1, max_size=8)
any_texts = st.lists(
    st.sampled_from(["a", " ", "ễ", "e\u0302", "漢", "字", "e", "👍a"]), min_size=1, max_size=8
).map("".join)


@st.composite
def parts(draw: st.DrawFn, texts: st.SearchStrategy[str], y: int) -> Part:
    x = draw(st.integers(0, WIDTH - 1))
    room = WIDTH - x
    segments = []
    for sgr, text in draw(st.lists(st.tuples(sgrs, texts), min_size=1, max_size=4)):
        room -= cell_len(text)
        if room < 0:
            break
        segments.append((sgr, text))
    return Part(x, y, segments)


def frames(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    rows = st.lists(st.integers(0, HEIGHT - 1), min_size=1, max_size=4).map(sorted)
    written = rows.flatmap(lambda places: st.tuples(*(parts(texts, y) for y in places)))
    cursors = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))

    def made(some: tuple[Part, ...], cursor: tuple[int, int]) -> str:
        # As Textual has it: parts of one row follow each other without a line feed.
        whole = ""
        for part, following in zip(some, [*some[1:], None], strict=True):
            whole += str(part) + ("\n" if following and following.y != part.y else "")
        return whole + f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H"

    return st.builds(made, written, cursors)


@settings(max_examples=60, deadline=None)
@given(st.lists(frames(simple_texts), min_size=1, max_size=4))
def test_the_screen_is_the_one_that_was_asked_for(sequence: list[str]) -> None:
    raw, compressed, shadow = Shown(), Shown(), Frames(WIDTH, HEIGHT)
    for one in sequence:
        raw.stream.feed(one)
        compressed.stream.feed(shadow.compress(one))
        assert_same(raw, compressed)
        assert shadow.compress(one) == ""


@settings(max_examples=60, deadline=None)
@given(st.lists(frames(any_texts), min_size=1, max_size=4))
@example([frame(line("漢漢")), frame(line("a", x=1))])
@example([frame(line("漢漢")), frame(line("a", x=2), cursor=(3, 0)), frame(line("漢字"))])
def test_the_screen_is_right_with_wide_and_combining_characters(sequence: list[str]) -> None:
    raw, compressed, shadow = Shown(), Shown(), Frames(WIDTH, HEIGHT)
    for one in sequence:
        raw.stream.feed(one)
        compressed.stream.feed(shadow.compress(one))
        assert_same(raw, compressed)
