"""Keys that come before the screen has answered the one before them."""

from __future__ import annotations

import pytest

from tests.terminal.programs import KTCN

END_OF_FRAME = b"\x1b[?2026l"


@pytest.mark.parametrize("opened", ["/", "\x06"])
def test_words_typed_in_one_go_with_the_key_of_the_search_are_its_words(opened: str) -> None:
    """Fast fingers and slow lines: the words went to the pane, where q quits and z zooms."""
    with KTCN.ready_in() as terminal:
        terminal.send(f"{opened}quoc khanh\r")
        terminal.wait_until("/quoc khanh")
        terminal.send("\x1b[27u")
        terminal.settle()
        terminal.send("/khoa hoc")
        terminal.wait_until("/khoa hoc")


def test_words_typed_in_one_go_with_the_key_of_the_palette_are_its_words() -> None:
    with KTCN.ready_in() as terminal:
        terminal.send("\x10quy")
        terminal.wait_until("quy")
        assert not terminal.text.startswith("ktcn-tui")


def test_a_letter_and_its_hits_are_drawn_in_one_frame() -> None:
    """The letter was drawn first and its hits a frame later: two waits of 16 ms instead of one."""
    with KTCN.ready_in(columns=120, rows=36) as terminal:
        terminal.send("/")
        terminal.settle()
        for letter in "do hoai":
            before = len(terminal.log)
            terminal.send(letter)
            terminal.settle()
            assert terminal.log[before:].count(END_OF_FRAME) == 1, letter
