"""Dates in Vietnamese text (S10)."""

from __future__ import annotations

from datetime import date

import pytest

from tui.text.dates import find_dates, read_date
from tui.text.folding import fold
from tui.text.written_dates import short_date


def dates(text: str) -> list[tuple[str, int, int, int | None]]:
    return [
        (text[span.start : span.end], span.day, span.month, span.year)
        for span in find_dates(text, fold(text))
    ]


@pytest.mark.parametrize(
    "form",
    [
        "18/01/2022",
        "18/1/2022",
        "18-01-2022",
        "18.1.2022",
        "18 / 1 / 2022",
        "18\u20111\u20112022",
        "１８/０１/２０２２",
        "2022-01-18",
        "2022-1-18",
        "ngày 18 tháng 1 năm 2022",
        "Ngày 18 tháng 01 năm 2022",
        "ngay 18 thang 1 nam 2022",
        "NGÀY 18 THÁNG 1 NĂM 2022",
        "18 tháng 1 năm 2022",
        "ngày 18 tháng 1, năm 2022",
        "ngày 18 tháng 1/2022",
        "ngày\n18 tháng\u00a01 năm 2022",
        "ngày 18/01/2022",
        "ngày 18/1 năm 2022",
        "ngày 18-1-2022",
    ],
)
def test_a_date_is_found_whole_in_every_form(form: str) -> None:
    assert dates(f"Sáng {form}, tại") == [(form, 18, 1, 2022)]
    span = read_date(f" {form}. ")
    assert span is not None
    assert (span.day, span.month, span.year) == (18, 1, 2022)


@pytest.mark.parametrize(
    "form", ["18/1", "18/01", "ngày 18/1", "ngày 18-1", "ngày 18.01", "ngày 18 tháng 1"]
)
def test_a_date_without_a_year_is_found(form: str) -> None:
    assert dates(f"Từ {form} đến") == [(form, 18, 1, None)]


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2022",
        "29/2/2022",
        "1/18/2022",
        "0/1/2022",
        "18/0/2022",
        "18/13",
        "118/01/2022",
        "18/01/20223",
        "18/01-2022",
        "5/18/1/2022",
        "18/1/2022/5",
        "a18/1",
        "18-1",
        "18.1",
        "2-3 người",
        "18 tháng 1 lần",
        "ngày 18 thắng 1",
        "ngầy 18-1",
        "18:01:2022",
        "2022-02-30",
        "12022-01-18",
        "12/2021",
        "ngày\n\n18-1",
    ],
)
def test_near_misses_are_no_dates(text: str) -> None:
    assert dates(text) == []


def test_the_29th_of_february_is_a_date_in_leap_years_and_without_a_year() -> None:
    assert dates("29/2/2024; 29/2; 29/2/2023") == [
        ("29/2/2024", 29, 2, 2024),
        ("29/2", 29, 2, None),
    ]


def test_ranges_of_days_give_the_dates_that_are_written_out() -> None:
    assert dates("ngày 18-20/1/2022") == [("20/1/2022", 20, 1, 2022)]
    assert dates("ngày 8-10/1/2022") == [("10/1/2022", 10, 1, 2022)]
    assert dates("18/1-20/1") == [("18/1", 18, 1, None), ("20/1", 20, 1, None)]
    assert dates("18/1/2022 - 20/1/2022") == [
        ("18/1/2022", 18, 1, 2022),
        ("20/1/2022", 20, 1, 2022),
    ]


@pytest.mark.parametrize("query", ["18-1", "18.1", "18 tháng 1", "18/1"])
def test_a_query_may_leave_out_the_year_in_any_form(query: str) -> None:
    span = read_date(query)
    assert span is not None
    assert (span.day, span.month, span.year) == (18, 1, None)


@pytest.mark.parametrize(
    "query",
    ["", "18", "2022", "18/1 và", "lễ 18/1", "18/1 19/1", "31/2", "ngáy 18/1 x", "1/1" * 99],
)
def test_other_queries_are_not_wholly_a_date(query: str) -> None:
    assert read_date(query) is None


def test_a_date_is_written_with_two_digits_for_day_and_month() -> None:
    assert short_date(date(2022, 1, 8)) == "08/01/2022"


def test_digits_without_end_are_looked_through_in_time() -> None:
    assert len(dates("18/1/" * 20_000)) <= 20_000
    assert dates("9" * 100_000) == []
