"""How the panes of a column share its rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.document.model import SECTIONS, SectionName
from tui.panes.pane_group import shared


def test_panes_that_fit_have_what_they_want_and_the_last_the_rest() -> None:
    wanted: dict[SectionName, int] = {"participants": 5, "agreements": 8, "photos": 4}
    rows = shared(30, wanted, "article")
    assert rows == {"participants": 5, "agreements": 8, "photos": 17}


def test_where_they_are_short_of_room_the_pane_that_is_read_has_most() -> None:
    wanted: dict[SectionName, int] = {"participants": 900, "agreements": 200, "photos": 150}
    rows = shared(33, wanted, "agreements")
    assert rows == {"participants": 5, "agreements": 23, "photos": 5}


def test_while_another_column_is_read_they_share_alike() -> None:
    wanted: dict[SectionName, int] = {"participants": 900, "agreements": 200, "photos": 150}
    assert set(shared(33, wanted, "article").values()) == {11}


@given(
    st.integers(6, 200),
    st.lists(st.integers(3, 400), min_size=3, max_size=3),
    st.sampled_from(SECTIONS),
)
def test_all_rows_are_given_and_no_pane_is_without_its_frame(
    height: int, heights: list[int], active: SectionName
) -> None:
    rows = shared(height, dict(zip(SECTIONS[1:], heights, strict=True)), active)
    assert sum(rows.values()) == height
    assert min(rows.values()) >= 2
