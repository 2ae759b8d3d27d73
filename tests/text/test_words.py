"""Words and gaps, and whether one as typed agrees with one as written (S3 to S7)."""

from __future__ import annotations

import pytest

from tui.text.words import (
    PLAIN,
    Script,
    agree,
    divide_word,
    is_and,
    is_gap,
    join_words,
    read_word,
    same_with_i_or_y,
    script_of,
    words,
)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("GS.TS Đỗ Hoài Nam", ["gs", "ts", "do", "hoai", "nam"]),
        ("KH&CN_2021–2025", ["kh", "cn", "2021", "2025"]),
        ("x\u0303in a", ["xin", "a"]),
        ("北京 Bắc", ["北", "京", "bac"]),
        ("A大b", ["a", "大", "b"]),
        ("\u0301 ... 😀", []),
    ],
)
def test_text_is_cut_into_words(text: str, letters: list[str]) -> None:
    assert [word.letters for word in words(text)] == letters


@pytest.mark.parametrize(
    ("typed", "written", "same"),
    [
        ("do", "Đỗ", False),
        ("đô", "Đỗ", False),
        ("đỗ", "Đỗ", True),
        ("đổ", "Đỗ", None),
        ("đơ", "Đỗ", None),
        ("hòa", "hoà", True),
        ("hó", "hoà", None),
        ("hò", "hoà", True),
        ("ho", "hoà", False),
        ("h", "hoà", True),
        ("cáfe", "cafe\u0301", None),
        ("x\u0303", "x\u0303\u0302", False),
        ("hòá", "hoà", None),
    ],
)
def test_marks_that_were_typed_bind(typed: str, written: str, same: bool | None) -> None:
    assert agree(read_word(typed), read_word(written)) is same


@pytest.mark.parametrize(
    ("letters", "other"),
    [("ky", "ki"), ("ti", "ty"), ("quy", "qui"), ("thy", ""), ("tay", ""), ("y", ""), ("ni", "")],
)
def test_i_and_y_are_the_same_in_some_open_syllables_only(letters: str, other: str) -> None:
    assert same_with_i_or_y(letters) == other


@pytest.mark.parametrize("gap", [" ", ", ", " - ", "\n", " \n ", "…", "    ", "(", "\u0303 ", "_"])
def test_spaces_and_punctuation_are_a_gap(gap: str) -> None:
    assert is_gap(gap)


@pytest.mark.parametrize("text", ["", "     ", "\n\n", " \n\n", "😀", " → "])
def test_a_blank_line_or_a_sign_is_no_gap(text: str) -> None:
    assert not is_gap(text)


def test_a_script_is_told_by_what_vietnamese_has_not() -> None:
    assert script_of("do hoai nam – “2021”") == PLAIN
    assert script_of("x\u0303 y\u0302\u0303") == Script("\u0302\u0303", unspaced=False)
    assert script_of("大") == Script("", unspaced=True)


def test_only_va_with_its_tone_or_none_is_and() -> None:
    assert [word for word in ("và", "Va", "vá", "vă", "van") if is_and(read_word(word))] == [
        "và",
        "Va",
    ]


def test_words_are_joined_and_divided_again() -> None:
    parts = [read_word("KH"), read_word("ĐT")]
    whole = join_words(parts)
    assert whole == read_word("KHĐT")
    assert list(divide_word(whole, (2, 2))) == parts
