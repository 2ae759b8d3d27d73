"""Folding is one character to one (search.md, S2)."""

from __future__ import annotations

from unicodedata import category, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.canonical import canonical
from tui.text.folding import fold, fold_character


@pytest.mark.parametrize(
    ("shown", "folded"),
    [
        ("Đỗ Hoài Nam", "do hoai nam"),
        ("đĐðÐ", "dddd"),
        ("ＨＡ　ＮＯＩ－２", "ha noi-2"),
        ("\u2010\u2011\u2012\u2013\u2014\u2212", "------"),
        ("a\u00a0b\u202fc\u2009d\te", "a b c d e"),
        ("a\nb", "a\nb"),
        ("“đ” ‘đ’ „đ‟ ‚đ‛", "\"d\" 'd' \"d\" 'd'"),
        ("İıßẞſς", "iıßßsσ"),
        ("각 가", "각 가"),
        ("x\u0303", "x\u0303"),
        ("≠", "≠"),
        ("\U0001d400😀\U00010400", "\U0001d400😀\U00010400"),
        ("", ""),
    ],
)
def test_letters_dashes_spaces_and_quotes_fold(shown: str, folded: str) -> None:
    assert fold(shown) == folded


def test_each_character_of_the_basic_plane_folds_to_one_that_stays() -> None:
    plane = "".join(map(chr, range(0x10000)))
    folded = fold(plane)
    assert len(folded) == len(plane)
    assert fold(folded) == folded
    wrong = [c for c, f in zip(plane, folded, strict=True) if f != fold_character(c)]
    assert wrong == []


def test_every_vietnamese_letter_folds_to_a_to_z() -> None:
    letters = [
        normalize("NFC", base + tone)
        for base in "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ"
        for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
        if base not in "đĐ" or not tone
    ]
    assert len(set(letters)) == 146
    assert all(fold(letter) in "adeiouy" for letter in letters)


def test_no_space_or_dash_is_left() -> None:
    left = [
        c
        for c in map(chr, range(0x10000))
        if (category(c) in ("Zs", "Pd") or c.isspace()) and fold(c) not in " -\n"
    ]
    assert left == []


@settings(max_examples=1000, deadline=None)
@given(st.text())
def test_folding_keeps_the_length_and_is_idempotent(text: str) -> None:
    text = canonical(text)
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_a_long_text_folds_as_a_short_one_does() -> None:
    """Long texts are folded by a table, short ones character by character."""
    text = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x11000)]))
    assert fold(text * 4) == fold(text) * 4
