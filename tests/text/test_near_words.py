"""Suggestions for misspelt words, and the budget that bounds them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.budget import Budget
from tui.text.near_words import LONGEST, nearest, one_slip_apart

KEYS = ("name", "start_date", "end_date", "location", "in_language", "keywords")
WORDS = st.text("abcd-", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nmae", "name"),
        ("Name", "name"),
        ("startdate", "start_date"),
        ("start_dates", "start_date"),
        ("locaton", "location"),
        ("keyword", "keywords"),
        ("language", "in_language"),
        ("organizer", ""),
        ("x", ""),
        ("", ""),
        ("location" * 20, ""),
    ],
)
def test_a_misspelt_word_has_a_near_one(word: str, meant: str) -> None:
    assert nearest(word, KEYS) == meant


def test_the_nearest_is_named_and_the_first_of_equals() -> None:
    assert nearest("so-khcm", ("so-khdt", "so-khcn", "so-khct")) == "so-khcn"


@given(WORDS, st.lists(WORDS, max_size=8))
def test_a_known_word_is_its_own_nearest(word: str, others: list[str]) -> None:
    assert nearest(word, [*others, word]) == word


def _distance(a: str, b: str) -> int:
    """Optimal string alignment, by its definition."""
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return _distance(a[1:], b[1:])
    ways = [_distance(a[1:], b), _distance(a, b[1:]), _distance(a[1:], b[1:])]
    if a[:2] == b[1::-1]:
        ways.append(_distance(a[2:], b[2:]))
    return 1 + min(ways)


@given(st.text("abc", min_size=1, max_size=5), st.lists(st.text("abc", max_size=5), max_size=5))
def test_nearest_is_what_the_definition_says(word: str, known: list[str]) -> None:
    def is_near(other: str) -> bool:
        longer = max(len(word), len(other))
        return _distance(word, other) <= min((longer + 1) // 3, longer - 1)

    near = [other for other in known if is_near(other)]
    assert nearest(word, known) == min(near, key=lambda other: _distance(word, other), default="")


def test_alike_ids_exhaust_the_budget_and_no_more() -> None:
    """140 ids of 100 letters, all alike, took 35 seconds."""
    choice = random.Random(1).choice
    ids = ["".join(choice("ab") for _ in range(LONGEST)) for _ in range(140)]
    budget = Budget(100_000)
    found = [
        nearest("".join(choice("ab") for _ in range(LONGEST)), ids, budget) for _ in range(140)
    ]
    assert budget.is_exhausted
    assert budget.spent == budget.units
    assert set(found[20:]) == {""}


def test_a_budget_stays_exhausted() -> None:
    budget = Budget(3)
    assert budget.spend(2)
    assert budget.spent == 2
    assert budget.spend()
    assert not budget.is_exhausted
    assert not budget.spend(5)
    assert not budget.spend(0)
    assert budget.is_exhausted


@given(WORDS, WORDS)
def test_one_slip_is_what_the_nearest_word_is_measured_by(a: str, b: str) -> None:
    alphabet = "abcd-"
    swapped = {a[:i] + a[i + 1] + a[i] + a[i + 2 :] for i in range(len(a) - 1)}
    shorter = {a[:i] + a[i + 1 :] for i in range(len(a))}
    longer = {a[:i] + letter + a[i:] for i in range(len(a) + 1) for letter in alphabet}
    other = {a[:i] + letter + a[i + 1 :] for i in range(len(a)) for letter in alphabet}
    near = (swapped | shorter | longer | other) - {a}
    assert one_slip_apart(a, b) == (b in near)
    assert all(one_slip_apart(a, word) for word in near)
    assert not one_slip_apart(a, a)
