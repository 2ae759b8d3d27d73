"""The shipped table of abbreviations (S8, S9), and what stands in a text."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from unicodedata import combining, normalize

import pytest

from tests.reliability import case
from tests.work import assert_linear
from tui.text import abbreviations
from tui.text.abbreviations import capitals_only, expand, explain, shipped_table
from tui.text.syllables import is_syllable, syllables

OWN = (("KH&CN", "khoa học và công nghệ"), ("TS", "Tiến sĩ"), ("SKHCN", "Sở Khoa học và Công nghệ"))
FOREIGN_WORDS = {"Internet"}


def bare(text: str) -> str:
    """Return the base letters and digits of ``text`` in small letters."""
    letters = normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in letters if char.isalnum() and not combining(char))


def test_the_table_has_entries_for_every_field() -> None:
    assert len(shipped_table()) >= 120
    shorts = {short for short, _ in shipped_table()}
    assert {"KH&CN", "UBND", "HĐND", "TP.HCM", "GS.TS", "PGS.TS", "ThS", "GD&ĐT", "MTTQ"} <= shorts


@pytest.mark.parametrize("pair", shipped_table(), ids=lambda pair: pair[0])
def test_an_entry_is_nfc_and_spelled_in_vietnamese_syllables(pair: tuple[str, str]) -> None:
    short, long = pair
    assert normalize("NFC", short) == short
    assert normalize("NFC", long) == long
    assert short == short.strip()
    assert long == " ".join(long.split())
    words = set(re.findall(r"\w+", long)) - FOREIGN_WORDS
    assert [word for word in words if not is_syllable(word)] == []


def test_no_short_form_has_two_meanings_even_without_marks_and_separators() -> None:
    shorts = [bare(short) for short, _ in shipped_table()]
    assert len(set(shorts)) == len(shorts)


def test_no_short_form_is_repeated_in_two_sections() -> None:
    content = tomllib.loads(
        Path(abbreviations.__file__).with_suffix(".toml").read_text(encoding="utf-8")
    )
    sections = [section for section in content.values() if isinstance(section, dict)]
    assert len(shipped_table()) == len({short for section in sections for short in section})


def test_a_short_form_that_begins_a_vietnamese_syllable_expands_from_capitals_only() -> None:
    beginnings = {bare(word)[:length] for word in syllables() for length in range(1, 8)}
    words = {short for short, _ in shipped_table() if bare(short) in beginnings}
    assert words <= capitals_only()


def test_capitals_only_names_entries_of_the_table() -> None:
    assert capitals_only() <= {short for short, _ in shipped_table()}


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("KH&CN", "khoa học và công nghệ"),
        ("KHCN", "khoa học và công nghệ"),
        ("KH - CN", "khoa học và công nghệ"),
        ("KH và CN", "khoa học và công nghệ"),
        ("khcn", "khoa học và công nghệ"),
        ("tphcm", "Thành phố Hồ Chí Minh"),
        ("GS. TS", "giáo sư, tiến sĩ"),
        ("ts", "tiến sĩ"),
        ("ThS", "thạc sĩ"),
        ("ths", "thạc sĩ"),
        ("AI", "trí tuệ nhân tạo"),
        ("ai", None),
        ("Ai", None),
        ("tư", None),
        ("TƯ", "Trung ương"),
        ("iot", "Internet vạn vật"),
        ("ban", None),
        ("", None),
        ("&", None),
    ],
)
def test_expand(short: str, long: str | None) -> None:
    assert expand(short) == long


def test_the_events_own_table_comes_first() -> None:
    assert expand("ts", OWN) == "Tiến sĩ"
    assert expand("SKHCN", OWN) == "Sở Khoa học và Công nghệ"
    assert expand("TS", (("TS", "thí sinh"), ("T.S", "tiến sĩ"))) == "thí sinh"


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("PGS.TS Bùi Tất Thắng", ["PGS.TS"]),
        ("GS. TS. Đỗ Hoài Nam và TS Trần Quang Tuấn", ["GS. TS", "TS"]),
        ("Sở KHCN và UBND, HĐND thành phố", ["KHCN", "UBND", "HĐND"]),
        ("Sở KH &\nCN", ["KH & CN"]),
        ("Bộ KH và CN", ["KH và CN"]),
        ("Bộ VH,TT&DL; Bộ LĐ-TB&XH", ["VH,TT&DL", "LĐ-TB&XH"]),
        ("CMCN 4.0 và CMCN", ["CMCN 4.0", "CMCN"]),
        ("KH&CN, KHCN, KH&CN", ["KH&CN"]),
        ("Nghị quyết số 45-NQ/TW", ["NQ", "TW"]),
        ("THS. Nguyễn Văn An, ThS. Lê Ai", ["THS"]),
        ("ai ban hành ts", []),
        ("KH\n\nCN", []),
        ("KH    &    CN", []),
        ("KHCNX", []),
        ("", []),
        ("và", []),
    ],
)
def test_explain_gives_what_stands_in_the_text(text: str, shorts: list[str]) -> None:
    assert [short for short, _ in explain(text)] == shorts


def test_explain_prefers_the_events_own_meaning() -> None:
    assert explain("TS Trần Quang Tuấn", OWN) == (("TS", "Tiến sĩ"),)


@case("Search: twice the text, at most 2.5 times the work")
def test_explain_is_linear_in_the_length_of_the_text() -> None:
    assert_linear(lambda times: lambda: explain("GS và " * times), 500)
