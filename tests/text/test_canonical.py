"""Canonical text (search.md, S1)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Literal
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.canonical import INVISIBLE, canonical
from tui.text.cleaning import MAX_DECOMPOSED, clean

MARKS = "\u0300\u0301\u0302\u0309\u031b\u0323\u0327\u0344\u0f71\u0f72\u0f73\u0f75\u0f81\u3099"
TEXTS = st.text() | st.text("aeoưđ \r\n가\u1100\u1161" + MARKS + INVISIBLE, max_size=80)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Hải Phòng", "Hải Phòng"),
        (normalize("NFD", "Đỗ Hoài Nam"), "Đỗ Hoài Nam"),
        ("Đô\u0303 Hoa\u0300i", "Đỗ Hoài"),  # the form of Windows-1258
        ("a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg", "abcdefg"),
        ("e\u200d\u0302", "ê"),
        ("a\r\nb\r\nc", "a\nb\nc"),
        ("ế\r\nb", "ế\nb"),
        ("a\r\r\nb", "a\nb"),
        ("a\r\u200b\nb", "a\nb"),
        ("a\rb\nc", "a\rb\nc"),
    ],
)
def test_canonical(text: str, expected: str) -> None:
    assert canonical(text) == expected


@given(TEXTS)
def test_is_idempotent(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(TEXTS)
def test_is_nfc_of_what_is_left(text: str) -> None:
    kept = "".join(char for char in text if char not in INVISIBLE)
    while "\r\n" in kept:
        kept = kept.replace("\r\n", "\n")
    assert canonical(text) == normalize("NFC", kept)


@given(st.text(MARKS, min_size=31, max_size=120))
def test_orders_long_runs_of_marks_as_unicode_does(marks: str) -> None:
    assert canonical("e" + marks) == normalize("NFC", "e" + marks)


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0f73\u0f71", "\u0344\u0316", "\u0f81"])
@pytest.mark.parametrize("of", [canonical, clean])
def test_no_long_run_of_unordered_marks_is_normalized(
    marks: str, of: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """unicodedata sorts by insertion: 5 s for 64,000 unordered marks, and none for ordered ones."""
    given_to_it: list[str] = []

    def watched(form: Literal["NFC"], text: str) -> str:
        given_to_it.append(text)
        return normalize(form, text)

    monkeypatch.setattr("tui.text.canonical.normalize", watched)
    of("e" + marks * 100)
    assert given_to_it
    for text in given_to_it:
        for is_mark, run in groupby(text, lambda char: combining(char) > 0):
            classes = [*map(combining, run)]
            assert not is_mark or len(classes) <= MAX_DECOMPOSED or classes == sorted(classes)


def test_returns_without_a_line_feed_are_passed_over_once() -> None:
    """The expression ``\\r+\\n`` would take hours for this; a string is split and stripped once."""
    returns = "\r" * 4_000_000
    assert canonical(returns) == returns
