"""The states of agreements in an index are those that an event shows."""

from __future__ import annotations

from datetime import date
from operator import le

from hypothesis import given
from hypothesis import strategies as st

from tui.archive.entry import days_of
from tui.archive.states import VALUES, of_state, read_days, state_of
from tui.document.periods import state
from tui.record.model import Agreement

DAY = date(2024, 6, 30)
days = st.dates(date(2015, 1, 1), date(2030, 12, 31))
moments = st.one_of(st.none(), st.integers(2015, 2030), days)
agreements = st.builds(
    Agreement,
    id=st.just("a"),
    parties=st.just(("x", "y")),
    signed=st.one_of(st.none(), days),
    valid_from=moments,
    valid_through=moments,
).filter(lambda agreement: le(*days_of(agreement)))
"""Agreements as they are loaded: none ends before it begins."""


@given(agreements, days)
def test_a_state_is_that_of_the_event(agreement: Agreement, day: date) -> None:
    start, through = days_of(agreement)
    assert state_of(start, through, day) == state(agreement, day)


@given(agreements, days)
def test_who_asks_for_a_state_gets_it(agreement: Agreement, day: date) -> None:
    start, through = days_of(agreement)
    found = state(agreement, day)
    for wanted in ("in-force", "ending", "expired", "to-come", ""):
        is_asked = found == wanted or (wanted == "in-force" and found == "ending")
        assert of_state(wanted, day).has(start, through) == is_asked


def test_states_are_asked_for_in_two_languages() -> None:
    for value, wanted in VALUES.items():
        assert read_days(value, DAY) == of_state(wanted, DAY)


def test_a_day_may_be_written_in_any_form() -> None:
    expected = read_days("2024-06-30", DAY)
    for value in ("30/06/2024", "30-6-2024", "ngày 30 tháng 6 năm 2024", "hôm nay", "HOM NAY"):
        assert read_days(value, DAY) == expected
    for value in ("30/06", "0000", "2024-13-01", "", "mai"):
        assert read_days(value, DAY) is None
