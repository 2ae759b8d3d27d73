"""Breaking text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.wrapping import wrap


def cells(text: str) -> int:
    """A measure good enough for these texts: CJK takes two cells, combining marks none."""
    return sum(
        2 if "\u2e80" <= c <= "\u9fff" else 0 if "\u0300" <= c <= "\u036f" else 1 for c in text
    )


def lines(text: str, width: int, used: int = 0) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, cells, used=used)]


def test_a_text_that_fits_is_one_line() -> None:
    assert lines("Hải Phòng", 9) == ["Hải Phòng"]
    assert lines("", 9) == [""]


def test_breaks_at_spaces_only() -> None:
    assert lines("giai đoạn 2021-2025 tại Hải Phòng", 12) == [
        "giai đoạn",
        "2021-2025",
        "tại Hải",
        "Phòng",
    ]


def test_several_spaces_at_a_break_belong_to_no_line() -> None:
    assert lines("a TS  Nam", 7) == ["a TS", "Nam"]


def test_a_no_break_space_does_not_break() -> None:
    assert lines("ở Hà\u00a0Nội", 6) == ["ở", "Hà\u00a0Nội"]


def test_a_word_wider_than_the_column_is_broken() -> None:
    assert lines("https://example", 6) == ["https:", "//exam", "ple"]


def test_line_feeds_end_lines() -> None:
    assert lines("một\n\nhai", 20) == ["một", "", "hai"]


def test_the_first_line_can_be_shorter() -> None:
    assert lines("Sở Khoa học", 8, used=4) == ["Sở", "Khoa học"]
    assert lines("nghiên cứu", 8, used=4) == ["", "nghiên", "cứu"]


@pytest.mark.parametrize(
    "name", ["GS.TS Đỗ Hoài Nam", "PGS.TS Bùi Tất Thắng", "TS Trần Quang Tuấn"]
)
def test_a_name_is_not_torn_from_its_honorific(name: str) -> None:
    assert lines(f"phát biểu của {name}", 20) == ["phát biểu của", name]


@pytest.mark.parametrize("width", [8, 10])
def test_a_name_wider_than_the_column_is_torn_all_the_same(width: int) -> None:
    assert lines("GS.TS Đỗ Hoài Nam", width) == ["GS.TS Đỗ", "Hoài Nam"]


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("a TS khoa", 7, ["a TS", "khoa"]),  # no name at all
        ("a TS Nam, Giám", 12, ["a TS Nam,", "Giám"]),  # a name ends with a comma
        ("a TS Nam đọc", 10, ["a TS Nam", "đọc"]),  # or before a small letter
        ("a TS A B C D E", 12, ["a TS A B C D", "E"]),  # or after four words
        ("a TS A B C D E", 11, ["a", "TS A B C D", "E"]),
        ("xTS Nam", 4, ["xTS", "Nam"]),
    ],
)
def test_an_honorific_is_kept_with_a_name_and_nothing_else(
    text: str, width: int, broken: list[str]
) -> None:
    assert lines(text, width) == broken


def test_wide_characters_are_measured() -> None:
    assert lines("中文中文 ab", 5) == ["中文", "中文", "ab"]


@given(st.text(alphabet="ab ĐỗNam中\u0301\n", max_size=80), st.integers(1, 30), st.integers(0, 30))
def test_lines_fit_and_lose_nothing_but_spaces(text: str, width: int, used: int) -> None:
    spans = wrap(text, width, cells, used=min(used, width))
    end = 0
    for number, (start, stop) in enumerate(spans):
        assert end <= start <= stop
        assert set(text[end:start]) <= {" ", "\n"}
        room = width - (min(used, width) if number == 0 else 0)
        clusters = len([c for c in text[start:stop] if cells(c)])
        assert cells(text[start:stop]) <= room or clusters == 1
        end = stop
    assert set(text[end:]) <= {" ", "\n"}
