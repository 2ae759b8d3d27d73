"""What the driver writes of hostile texts: every row of them is understood."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.hostile.strings import HOSTILE
from tests.reliability import case
from tui.terminal.frames import Frames
from tui.text.cleaning import clean_line

WIDTH = 40


def row(text: str, sgr: str = "1") -> str:
    """Return a row as Textual writes it: a blank, the text in bold, blanks up to the edge."""
    blanks = " " * (WIDTH - 2 - cell_len(text))
    return f"\x1b[1;1H\x1b[2m \x1b[0m\x1b[{sgr}m{text}\x1b[0m\x1b[2m{blanks}|\x1b[0m\x1b[1;1H"


def shortened(text: str) -> str:
    """Return the beginning of a text that fits into the row."""
    text = clean_line(text)
    while cell_len(text) > WIDTH - 4:
        text = text[:-1]
    return text


@case("Hostile strings: what of them reaches the terminal is measured as the terminal does")
@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_row_with_a_hostile_text_is_understood(name: str) -> None:
    """Marks after marks, and marks that begin a text, had every frame written as it came."""
    text = shortened(HOSTILE[name])
    frames = Frames(WIDTH, 2)
    assert frames.compress(row(text)) != row(text)
    assert frames.compress(row(text)) == ""
    again = frames.compress(row(text).replace("|", "/"))
    assert "/" in again
    assert len(again) < 40


def test_a_style_belongs_to_its_cell_whatever_combines_with_it() -> None:
    frames = Frames(10, 1)
    frames.compress(f"\x1b[1;1H\x1b[1m字\x1b[0m\x1b[4m\u0301b\x1b[0m{' ' * 7}\x1b[1;1H")
    written = frames.compress(f"\x1b[1;1H\x1b[1m字\x1b[0m\x1b[4m\u0301c\x1b[0m{' ' * 7}\x1b[1;1H")
    assert written == "\x1b[4m\x1b[1;3Hc\x1b[m\x1b[H"
