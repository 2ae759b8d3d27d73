"""Borders of graphemes (Unicode UAX #29)."""

from __future__ import annotations

import pytest

from tui.text.graphemes import end_of_grapheme, is_border, start_of_grapheme


@pytest.mark.parametrize(
    "grapheme",
    [
        "ệ",
        "e\u0323\u0302",
        "x\u0303",
        "1\ufe0f\u20e3",
        "👍🏽",
        "👩\u200d🔬",
        "🇻🇳",
        "🇦🇿",
        "\u1112\u1161\u11ab",
        "\ud558\u11ab",
        "\u0915\u094d\u0937\u093f",
        "\u0e19\u0e49",
        "\u0e01\u0e33",
        "\u0600\u0661",
        "\r\n",
    ],
)
def test_a_grapheme_has_no_border_inside(grapheme: str) -> None:
    text = f"a{grapheme}b"
    inside = range(2, len(text) - 1)
    assert [position for position in inside if is_border(text, position)] == []
    assert is_border(text, 1)
    assert is_border(text, len(text) - 1)
    assert all(start_of_grapheme(text, position) == 1 for position in inside)
    assert all(end_of_grapheme(text, position) == len(text) - 1 for position in inside)


@pytest.mark.parametrize(
    "pair",
    ["ab", "á1", "a\n", "\n\u0301", "가각", "中文", "😀😀", "\n\n", "\u0915\u0937", "\u0301\u0915"],
)
def test_other_characters_stand_apart(pair: str) -> None:
    assert is_border(pair, 1)


def test_the_ends_of_a_text_are_borders() -> None:
    assert is_border("", 0)
    assert is_border("\u0301", 0)
    assert is_border("\u0301", 1)
