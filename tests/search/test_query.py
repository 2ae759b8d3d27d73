"""A query taken apart."""

from __future__ import annotations

import pytest

from tui.search.query import parse_query


@pytest.mark.parametrize(
    ("text", "letters", "joints", "open_end"),
    [
        ("Đỗ Hoài", ["do", "hoai"], ("gap",), True),
        ("đỗ ", ["do"], (), False),
        ("đỗ\u00a0", ["do"], (), False),
        ("đỗ.", ["do"], (), True),
        ("đỗ. ", ["do"], (), False),
        ("KH&CN", ["kh", "cn"], ("and",), True),
        ("2021–2025", ["2021", "2025"], ("gap",), True),
        ("大学", ["大", "学"], ("close",), True),
        ("&", ["va"], (), False),
        ('"hải ph"', ["hai", "ph"], ("gap",), False),
        ("", [], (), False),
    ],
)
def test_words_and_what_joins_them(
    text: str, letters: list[str], joints: tuple[str, ...], open_end: bool
) -> None:
    query = parse_query(text)
    assert [word.letters for word in query.words] == letters
    assert query.joints == joints
    assert query.open_end is open_end


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ('"a b" c', (True, True, False)),
        ('a "b c"', (False, True, True)),
        ('a "b', (False, False)),
        ('"a" "b', (True, False)),
        ("“a” b", (True, False)),
        ("＂a＂", (True,)),
        ("'a'", (False,)),
    ],
)
def test_words_in_quotes_are_exact(text: str, exact: tuple[bool, ...]) -> None:
    assert parse_query(text).exact == exact


@pytest.mark.parametrize(
    ("text", "signs"),
    [("%", "%"), (" → ", "→"), ("“", ""), ("\u0301", ""), ("-\n-", ""), ("a%", ""), ("😀", "😀")],
)
def test_a_query_without_words_is_its_signs(text: str, signs: str) -> None:
    assert parse_query(text).signs == signs
