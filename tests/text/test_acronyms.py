"""Acronyms of a text and how it divides them (S8)."""

from __future__ import annotations

import pytest

from tui.text.acronyms import MAX_PARTS, Acronyms, is_acronym_joint, is_written_short
from tui.text.folding import fold


def acronyms(text: str) -> Acronyms:
    return Acronyms(text, fold(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("KHCN", (4,)),
        ("KH&CN", (2, 2)),
        ("KH & CN", (2, 2)),
        ("KH-CN", (2, 2)),
        ("KH\u2011CN", (2, 2)),
        ("KH, CN", (2, 2)),
        ("KH và CN", (2, 2)),
        ("K.H.C.N.", (1, 1, 1, 1)),
        ("ＫＨ&ＣＮ", (2, 2)),
    ],
)
def test_an_acronym_is_found_however_it_is_divided(text: str, parts: tuple[int, ...]) -> None:
    assert acronyms(text).divisions("khcn") == {parts}


@pytest.mark.parametrize(
    "text", ["KH CN", "kh&cn", "Kh&Cn", "KH / CN", "KH\n\nCN", "xKH&CN", "KH&CNx"]
)
def test_what_is_not_in_capitals_or_not_joined_is_none(text: str) -> None:
    assert acronyms(text).divisions("khcn") == frozenset()


def test_consecutive_parts_are_an_acronym_too() -> None:
    found = acronyms("Sở KH&CN, UBND")
    assert found.divisions("khcn") == {(2, 2)}
    assert found.divisions("cnubnd") == {(2, 4)}
    assert found.divisions("khubnd") == frozenset()


def test_a_prefix_is_divided_as_its_acronym_is() -> None:
    found = acronyms("KH&CN và KHKT")
    assert found.divisions_of_prefix("khc") == {(2, 1)}
    assert found.divisions_of_prefix("kh") == {(2,)}
    assert found.divisions_of_prefix("x") == frozenset()


def test_a_row_of_capitals_without_end_costs_no_more_than_its_length() -> None:
    found = acronyms("A.B." * 20_000)
    assert max(map(len, found.letters())) == MAX_PARTS


def test_words_in_capitals_are_too_long_for_an_acronym() -> None:
    assert acronyms("ABCDEFG-HIJKLMN").letters() == {"abcdefg", "hijklmn"}


def test_what_joins_the_parts_of_an_acronym() -> None:
    assert all(map(is_acronym_joint, [".", "&", ",", "-", ". ", " & ", " va ", " - "]))
    assert not any(map(is_acronym_joint, ["", " ", "/", "  &", "\n\n", " vay "]))


@pytest.mark.parametrize(
    ("written", "short", "is_short"),
    [
        ("CA", "CA", True),
        ("ca", "CA", False),
        ("Ca", "CA", False),
        ("ThS", "ThS", True),
        ("Tp", "TP", True),
        ("ts", "TS", True),
        ("ubnd", "UBND", True),
        ("vast", "VAST", False),
        ("VAST", "VAST", True),
        ("Tp.HCM", "TP.HCM", True),
    ],
)
def test_short_acronyms_are_written_in_capitals(written: str, short: str, is_short: bool) -> None:
    assert is_written_short(written, short) is is_short
