"""Any string is a query, and none takes long."""

from __future__ import annotations

import pytest

from tests.search.texts import passages
from tests.work import work
from tui.search.find import find

LENGTH = 20_000
MOST_WORK = 500 * LENGTH
"""Far more than any of these takes, and far less than one that grows with the square would."""


def much(piece: str) -> str:
    return piece * (LENGTH // len(piece))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (much("a"), much("a")),
        (much("a ") + "b", much("a ")),
        (much("a ") + "á", much("a ")),
        ("a b", much("a")),
        ("a b", "a" + much(".")),
        (much("&"), much("& ")),
        ("x " + "và " * 40 + "y", much("x & va ")),
        (" & và ".join("x" * 20) + " y", much("x & va & ")),
        (much("KH&CN "), much("KH&CN ")),
        ("ts " * 60 + "x", much("tiến sĩ ")),
        ("A.B.C.D.E.F.G", much("A.B.")),
        (much('"'), much('"')),
        (much('"a" '), much('"a" ')),
        (much("-"), much("-")),
        (much("1/1/"), much("1/1/")),
        (much("18 "), much("ngày 18 ")),
        ("a" + much("\u0323"), "a" + much("\u0323\u0301")),
        (much("x\u0303"), much("x\u0303")),
        ("a", much("\u0303") + "a"),
        (much("中"), much("中")),
        ("中文", much("中")),
        ("क", much("क्")),
        ("\u1100", much("\u1100\u1161")),
        ("🇻🇳", much("🇻🇳")),
        (much("\n"), much("\n")),
        (much("\x00"), much("\x00")),
        (much("ddoox "), "x"),
        (much("d"), "x"),
        ("a" + much(" ") + "b", "a b"),
        ("\ud800", "a \ud800 b"),
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_a_hostile_query_in_a_hostile_text_is_answered(query: str, text: str) -> None:
    searched = passages(text)
    assert work(lambda: find(searched, query)) < MOST_WORK
