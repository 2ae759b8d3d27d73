"""Keys that come before the screen has answered the one before them."""

from __future__ import annotations

import pytest

from tests.terminal.programs import KTCN


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
