"""Cleaning (format.md, Rules): after it, no text can drive a terminal."""

from __future__ import annotations

import os
from unicodedata import category, is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reliability import case
from tui.text.canonical import INVISIBLE, canonical
from tui.text.cleaning import MAX_MARKS, UNFAMILIAR, clean, clean_line

VISIBLE_FORMAT_CHARACTERS = (
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Signs that stand before Arabic and Kaithi numbers; Unicode classes them as format characters."""

ODD = "\x00\x07\x08\t\n\v\f\r\x1b\x7f\x85\x90\x9b\u2028\u2029\u061c\u202e\u2066\u034f\ufff9\ue000"
ODD += "\U000e0041\ufffe\ud800\u3164\u0301\u0323\u0344\u20e3\ufe0f\U000e0100"
TEXTS = st.text(st.characters()) | st.text("aêđ " + ODD + INVISIBLE, max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở KH&CN – “Hải Phòng” … 2021–2025", "Sở KH&CN – “Hải Phòng” … 2021–2025"),
        ("a\x00b\x1b[31m\x08\x7f", "a␀b␛[31m␈␡"),
        ("a\x1b]52;c;YQ==\x07", "a␛]52;c;YQ==␇"),
        ("a\tb", "a b"),
        ("a\vb\fc", "a␋b␌c"),
        ("a\rb\r\nc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\r\r\nb", "a\nb"),
        ("\x80\x9b31m\x9d\x9f", "��31m��"),
        ("a\u202eb\u2066c\u2069\u200e\u200f\u061c", "a�b�c����"),
        ("\U000e0001\U000e0068\U000e007f", "���"),
        ("\ufff9a\ufffab\ufffb", "�a�b�"),
        ("\ufdd0\ufffe\uffff\U0001fffe\U0010ffff", "�����"),
        ("\ue000\U000f0000\U0010eeee\u0305", "���\u0305"),
        ("\udcff\ud800", "��"),
        ("\u3164\uffa0\u115f\u180e\u2800", "����\u2800"),
        ("a" + "\u0316" * 500, "a" + "\u0316" * 4),
        ("\u0301" * 9 + "漢" + "\u0301" * 9, "\u0301" * 4 + "漢" + "\u0301" * 4),
        ("аб\u0301вгд漢字です", "аб\u0301вгд漢字です"),
        ("葛\U000e0100城 ❤\ufe0f", "葛\U000e0100城 ❤\ufe0f"),
        ("👨\u200d👩\u200d👧 👍🏽 🇻🇳 1\ufe0f\u20e3", "👨👩👧 👍🏽 🇻🇳 1\ufe0f\u20e3"),
        ("a\u200bb\ufeff\u00ad", "ab"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Đỗ \n\t Hoài\u00a0\u2003Nam\r\n", "Đỗ Hoài Nam"),
        ("a\u2028b\x85c\x1cd", "a b c␜d"),
        ("\u200b \ufeff", ""),
    ],
)
def test_clean_line(text: str, expected: str) -> None:
    assert clean_line(text) == expected


@case("Cleaning: what is clean stays as it is")
@given(TEXTS)
def test_cleaning_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(TEXTS)
def test_clean_text_is_canonical(text: str) -> None:
    assert canonical(clean(text)) == clean(text)
    assert is_normalized("NFC", clean(text))


@case("Cleaning: never more than four marks after one another")
@given(TEXTS)
def test_marks_come_in_short_runs(text: str) -> None:
    run = 0
    for char in clean(text):
        run = run + 1 if category(char).startswith("M") else 0
        assert run <= MAX_MARKS


@case("Cleaning: no character of plane {plane} drives a terminal")
@pytest.mark.parametrize("plane", range(17))
def test_no_character_of_a_plane_drives_a_terminal(plane: int) -> None:
    characters = map(chr, range(plane << 16, (plane + 1) << 16))
    cleaned = clean(" ".join(characters))
    odd = {char for char in set(cleaned) if category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}}
    assert odd <= {"\n", *VISIBLE_FORMAT_CHARACTERS}


def test_familiar_characters_need_no_cleaning() -> None:
    for char in map(chr, range(0x10000)):
        if not UNFAMILIAR.search(char):
            assert canonical(char) == char
            assert char == "\n" or category(char)[0] not in "MC"


def test_an_undecodable_file_name_can_be_shown() -> None:
    assert clean_line(os.fsdecode(b"s\xe1\xbb\x9f-\xff.toml")) == "sở-�.toml"


@case("Cleaning: megabytes of what is harmful, which quadratic work would never end")
@pytest.mark.parametrize(
    "text", ["\r", "\x1b", "\u200b\r", "a\u0301\u0316", "漢", "\ue000", "\u0f73"]
)
def test_megabytes_of_what_is_harmful_are_cleaned(text: str) -> None:
    """Quadratic work would never end here: ``\\r+\\n`` took minutes over a megabyte of returns."""
    cleaned = clean(text * 500_000)
    assert clean(cleaned) == cleaned
