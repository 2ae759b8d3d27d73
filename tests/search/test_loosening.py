"""A query is loosened only when all stricter rules find nothing, and no work is without bound."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import many
from tests.search.test_properties import texts_and_queries
from tests.search.texts import passages
from tui.search.expansions import Expansions
from tui.search.find import find
from tui.search.rules import RULES
from tui.search.scan import MOST_HITS
from tui.search.typed import typed
from tui.search.wider import rewritings
from tui.text.canonical import canonical
from tui.text.roman import MOST, arabic, roman


@many
@given(texts_and_queries())
def test_what_the_strict_rules_find_stays_and_a_step_waits_for_those_before(
    drawn: tuple[list[str], str],
) -> None:
    texts, query = drawn
    searched = passages(*texts)
    found = find(searched, query)
    strict = find(searched, query, up_to="strict")
    if strict.hits:
        assert found == strict
    elif found.hits:
        before = RULES[RULES.index(found.rule) - 1]
        assert find(searched, query, up_to=before).hits == ()
        assert find(searched, query, up_to=found.rule) == found


@many
@given(texts_and_queries())
def test_what_is_offered_finds_something_and_is_offered_for_nothing_found(
    drawn: tuple[list[str], str],
) -> None:
    texts, query = drawn
    searched = passages(*texts)
    found = find(searched, query)
    if found.offer:
        assert not found.hits
        assert find(searched, found.offer, up_to="apart").hits


@given(st.text(max_size=60))
def test_any_string_is_rewritten_in_canonical_form_a_bounded_number_of_times(query: str) -> None:
    written = [*rewritings(query, Expansions())]
    assert len(written) == len(set(written)) <= 64
    assert all(text == canonical(text) for text in written)


def test_numerals_are_read_as_they_are_written() -> None:
    assert [arabic(roman(number)) for number in range(1, MOST + 1)] == [*range(1, MOST + 1)]
    assert [roman(n) for n in (4, 9, 14, 16, 40, 89)] == ["IV", "IX", "XIV", "XVI", "XL", "LXXXIX"]
    assert [arabic(word) for word in ("", "iiii", "vx", "a", "x1", "xvi")] == [0, 0, 0, 0, 0, 16]
    assert (roman(0), roman(MOST + 1)) == ("", "")


def test_a_numeral_is_not_the_beginning_of_a_greater_one() -> None:
    texts = passages("Nghị quyết Đại hội XVI và kế hoạch quý II/2023")
    assert [find(texts, query).hits for query in ("đại hội 15", "quý 1")] == [(), ()]
    assert find(texts, "đại hội 16").reading == "đại hội XVI"


def test_three_of_something_is_no_form_of_address() -> None:
    texts = passages("Bốn đề án của tỉnh, theo bà Lâm Hải Giang")
    assert find(texts, "ba đề án").hits == ()
    assert find(texts, "ba lam giang").hits != ()


def test_no_more_hits_are_given_where_words_stand_apart_than_elsewhere() -> None:
    found = find(passages("Phạm Anh Tuấn, x " * 6_000), "tuấn anh phạm")
    assert found.rule == "apart"
    assert (len(found.hits), found.has_more) == (MOST_HITS, True)


def calls(work: Callable[[], object]) -> int:
    """Return how many calls some work makes: what it costs, whatever the machine."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize(
    "query",
    ["a b", "không có ở đây", "haiphong", "vietel", "lần thứ 99", "6501", "chủ tịch nguyễn nam x"],
)
def test_twice_the_text_takes_twice_the_work(query: str) -> None:
    sizes = []
    for n in (100, 200):
        searched = passages(*["Chủ tịch Nguyễn Văn Nam ở Hải Phòng nói a c."] * n)
        sizes.append(calls(partial(find, searched, query)))
    assert sizes[1] <= 2.5 * sizes[0]


@pytest.mark.parametrize(
    "piece", ["x ", "tp ", "q1 ", "2021 đến ", "số 1 ", "a-b ", "khoa học và ", "lần thứ 1 "]
)
def test_a_long_query_that_finds_nothing_costs_no_more_than_its_length(piece: str) -> None:
    searched = passages("Hải Phòng")
    sizes = [calls(partial(find, searched, piece * n + "zz")) for n in (60, 120)]
    assert sizes[1] <= 2.5 * sizes[0] + 100_000


def test_a_word_that_is_written_otherwise_takes_its_marks_with_it() -> None:
    """Marks of Mongolian stayed behind and stood on the word in its place, ever more of them."""
    query = typed("\u1829\u180b\u180c viện", Expansions())
    assert query.with_other(0, 1, "hội") == "hội viện"
