"""Keys that come before the screen has answered the one before them."""

from __future__ import annotations

import re

import pytest

from tests.reliability import case
from tests.terminal.programs import KTCN, MARKED
from tests.terminal.pty_harness import END_OF_FRAME, Terminal


@pytest.mark.parametrize("opened", ["/", "\x06"])
def test_words_typed_in_one_go_with_the_key_of_the_search_are_its_words(opened: str) -> None:
    """Fast fingers and slow lines: the words went to the pane, where q quits and z zooms."""
    with MARKED.ready_in() as terminal:
        terminal.answer(f"{opened}quoc khanh\r")
        assert "/quoc khanh" in terminal.text
        terminal.answer("\x1b[27u/khoa hoc")
        assert "/khoa hoc" in terminal.text


def test_words_typed_in_one_go_with_the_key_of_the_palette_are_its_words() -> None:
    with KTCN.ready_in() as terminal:
        terminal.send("\x10quy")
        terminal.wait_until("quy")
        assert not terminal.text.startswith("ktcn-tui")


def seen(terminal: Terminal) -> tuple[str, str]:
    """Return where the reader is: the line with the cursor, and the line of keys or of the search.

    Panes that follow may be scrolled to other lines of the same: it depends on the words searched
    for on the way, and those typed in one go are searched for at once.
    """
    x, y = terminal.cursor
    return terminal.lines[y][x : x + 20], terminal.lines[-1]


@case("Input: keys that come in one read do what they do one by one")
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("/khoa\r\x1b[27u/do hoai", "/do hoai"),
        ("?\x1b[27u2j", "2/13"),
        ("\x10tat thang\r", "Người: PGS.TS Bùi Tất Thắng"),
    ],
)
def test_keys_in_one_read_do_what_they_do_one_by_one(keys: str, shown: str) -> None:
    """Each was passed on before the one before it had moved the focus.

    More such keys are in :mod:`tests.screens.test_typing_ahead`.
    """
    size = {"columns": 120, "rows": 36}
    with MARKED.ready_in(**size) as together, MARKED.ready_in(**size) as apart:
        together.answer(keys)
        for key in re.findall("\x1b\\[27u|.|\r", keys):
            apart.answer(key)
        assert shown in together.text
        assert seen(together) == seen(apart)


def test_a_letter_and_its_hits_are_drawn_in_one_frame() -> None:
    """The letter was drawn first and its hits a frame later: two waits of 16 ms instead of one."""
    with MARKED.ready_in(columns=120, rows=36) as terminal:
        terminal.answer("/")
        for letter in "do hoai":
            assert terminal.answer(letter).count(END_OF_FRAME) == 1, letter


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("\x1bOR", "⏎ tới đó"),
        ("\n", "Tổ chức: Sở Khoa học và Công nghệ Hải Phòng"),  # as the terminal gives an Enter
    ],
)
def test_keys_typed_before_the_first_frame_are_acted_on(keys: str, shown: str) -> None:
    """Enter and F3 did nothing: no names had been found, and an Enter was taken for Ctrl+J."""
    with KTCN.start(columns=120, rows=36) as terminal:
        terminal.send(keys)
        terminal.wait_until(shown)
