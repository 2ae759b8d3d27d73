"""The agreements of a document on an axis."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.export.events import EMPTY, FULL
from tui.document.of_record import document
from tui.document.periods import SIGNS
from tui.document.timeline import LONGEST_AXIS, Bar, Timeline, bars, blocks, scale, timeline
from tui.record.model import Agreement, Organization, YearOrDate

TODAY = date(2024, 7, 1)


def of(*periods: tuple[YearOrDate | None, YearOrDate | None], today: date = TODAY) -> Timeline:
    agreements = tuple(
        Agreement(id=f"a{n}", parties=("so", "vien"), valid_from=begin, valid_through=end)
        for n, (begin, end) in enumerate(periods)
    )
    made = timeline(document(replace(FULL, agreements=agreements), today), today)
    assert made is not None
    return made


def test_without_a_period_there_is_none() -> None:
    assert timeline(document(EMPTY), TODAY) is None


def test_years_are_whole_and_the_axis_reaches_to_today() -> None:
    made = of((2020, 2021))
    (bar,) = bars(made).values()
    assert (made.first, made.last) == (2020, 2024)
    assert (bar.start, bar.end, bar.state) == (0.0, 0.4, "expired")
    assert made.today == pytest.approx(0.9, abs=0.001)
    assert made.ticks() == ((0.0, 2020), (0.2, 2021), (0.4, 2022), (0.6, 2023), (0.8, 2024))


def test_an_end_that_is_not_given_runs_on() -> None:
    (bar,) = bars(of((2023, None))).values()
    assert (bar.end, bar.is_cut_after, bar.is_cut_before) == (1.0, True, False)


def test_an_agreement_without_a_period_has_no_bar() -> None:
    bar = bars(of((2023, 2024), (None, None)))["a1"]
    assert (bar.start, bar.end, bar.state) == (0.0, 0.0, "")


def test_one_row_an_agreement_grouped_by_partner() -> None:
    parties = (("so", "vien"), ("so", "truong"), ("vien", "so"))
    record = replace(
        FULL,
        organizations=(*FULL.organizations, Organization(id="truong", name="Trường")),
        agreements=tuple(
            Agreement(id=f"a{n}", parties=each, valid_from=2024 - n)
            for n, each in enumerate(parties)
        ),
    )
    made = timeline(document(record, TODAY), TODAY)
    assert made is not None
    assert [(each.name, [bar.agreement for bar in each.bars]) for each in made.partners] == [
        ("Viện", ["a2", "a0"]),
        ("Trường", ["a1"]),
    ]


def test_partners_without_any_period_stand_last() -> None:
    record = replace(
        FULL,
        agreements=(
            Agreement(id="a0", parties=("so", "vien")),
            Agreement(id="a1", parties=("so", "truong"), valid_from=2024),
        ),
        organizations=(*FULL.organizations, Organization(id="truong", name="Trường")),
    )
    made = timeline(document(record, TODAY), TODAY)
    assert made is not None
    assert [each.name for each in made.partners] == ["Trường", "Viện"]


def test_many_years_are_ticked_every_second_or_fifth() -> None:
    assert [year for _place, year in of((2000, 2035)).ticks()] == [*range(2000, 2036, 5)]


def test_a_bar_has_blocks_exact_to_an_eighth() -> None:
    bar = Bar("a", "in-force", 0.25, 0.6)
    assert blocks(bar, 10) == "  ████    "
    assert blocks(bar, 12) == "   ████▎    "
    assert blocks(replace(bar, end=bar.start), 4) == "    "


def test_a_line_stands_at_today_beside_the_bars() -> None:
    bar = Bar("a", "expired", 0.0, 0.4)
    assert blocks(bar, 10, 0.75) == "████   │  "
    assert blocks(bar, 10, 0.3) == "████      "
    assert blocks(replace(bar, end=0.0), 4, 1.0) == "    "  # it gives no period


YEARS = st.none() | st.integers(1, 9999) | st.dates()


@given(st.lists(st.tuples(YEARS, YEARS), min_size=1, max_size=5), st.dates(), st.integers(1, 200))
def test_every_bar_stands_on_the_axis(
    periods: list[tuple[YearOrDate | None, YearOrDate | None]], today: date, cells: int
) -> None:
    agreements = tuple(
        Agreement(id=f"a{n}", parties=("so", "vien"), valid_from=begin, valid_through=end)
        for n, (begin, end) in enumerate(periods)
    )
    made = timeline(document(replace(FULL, agreements=agreements), today), today)
    if made is None:
        assert periods == [(None, None)] * len(periods)
        return
    assert made.first <= made.last <= made.first + LONGEST_AXIS
    assert made.ticks()
    for bar in bars(made).values():
        assert 0 <= bar.start <= 1
        assert 0 <= bar.end <= 1
        assert bar.state in SIGNS or bar.state == ""
        assert len(blocks(bar, cells, made.today)) == cells


def test_the_scale_has_the_years_at_its_ends_and_a_mark_at_today() -> None:
    made = Timeline(first=2021, last=2025, today=0.7, partners=())
    line = scale(made, 40)
    assert len(line) == 40
    assert line.startswith("2021")
    assert line.endswith("2025")
    assert line.index("▼") == 28
    assert "2023" in scale(made, 60)
    for cells in range(30):
        assert len(scale(made, cells)) == cells
