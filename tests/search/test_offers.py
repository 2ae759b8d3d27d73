"""What is offered to a reader who finds nothing (S16)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import many
from tests.search.texts import passages
from tui.search.find import find
from tui.text.near_words import one_slip_apart

LETTERS = "aghnt"
WORD = st.text(LETTERS, min_size=4, max_size=9)


@many
@given(st.lists(WORD, min_size=1, max_size=4, unique=True), st.data())
def test_a_word_with_one_slip_is_offered_as_it_stands(
    words: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    place = data.draw(st.integers(0, len(words[at])))
    letter = data.draw(st.sampled_from(LETTERS + "x"))
    slips = [
        words[at][:place] + letter + words[at][place:],
        words[at][:place] + letter + words[at][place + 1 :],
        words[at][:place] + words[at][place + 1 :],
        words[at][:place] + words[at][place : place + 2][::-1] + words[at][place + 2 :],
    ]
    slip = data.draw(st.sampled_from(slips))
    query = " ".join([*words[:at], slip, *words[at + 1 :]])
    searched = passages(f"x {' '.join(words)} x")
    found = find(searched, query, up_to="joined")
    if slip in words or found.hits or (len(words) == 1 and len(slip) < 4):
        return
    assert found.offer
    offered = found.offer.split()
    assert len(offered) == len(words)
    assert sum(a != b for a, b in zip(offered, query.split(), strict=True)) == 1
    assert all(a == b or one_slip_apart(a, b) for a, b in zip(offered, query.split(), strict=True))
    assert find(searched, found.offer, up_to="strict").hits


@pytest.mark.parametrize(
    ("query", "offered"),
    [("trương tam", "trương tâm"), ("truờng tâm", "trương tâm"), ("trưowng tâm", "trương tâm")],
)
def test_the_word_with_most_of_the_marks_that_were_typed_is_offered(
    query: str, offered: str
) -> None:
    searched = passages("Trường tấm, trượng tám, trương tâm")
    assert find(searched, query, up_to="joined").offer in (offered, "")


def test_a_misspelt_word_is_found_beside_words_that_stand_apart() -> None:
    searched = passages("Tập đoàn Viettel ký với tỉnh Gia Lai", "Gia Lai")
    assert find(searched, "vietel gia lai").offer == "viettel gia lai"
    assert find(searched, "vietel gia lâm").offer == ""


def test_a_number_is_no_misspelt_word() -> None:
    assert find(passages("Nghị quyết 5745"), "5746").offer == ""
    assert find(passages("Nghị quyết 57 của"), "nghị quyết 58 của").offer == ""
