"""The calendar of the ends of agreements, read by a reader of calendars."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.export.events import EMPTY, FULL
from tests.export.hostile import everything, the_bundled_event
from tui.document.model import Document
from tui.document.of_record import document
from tui.export.errors import NothingToExportError
from tui.export.formats.ics import render
from tui.export.options import Options
from tui.record.model import Record
from tui.text.cleaning import clean


def events(shown: Document) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(render(shown, Options()))
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    return list(calendar.events)


def test_each_agreement_ends_on_a_whole_day() -> None:
    found = events(the_bundled_event())
    assert [each.decoded("dtstart") for each in found] == [date(2025, 12, 31)] * 3
    assert "dtend" not in found[0]
    assert found[0]["summary"] == (
        "Ends: Thỏa thuận hợp tác (Sở Khoa học và Công nghệ Hải Phòng – Viện Kinh tế Việt Nam)"
    )


def test_the_alarm_is_90_days_before() -> None:
    (alarm,) = events(the_bundled_event())[0].walk("valarm")
    assert alarm.decoded("trigger") == timedelta(days=-90)


def test_uids_stay_and_differ() -> None:
    uids = [each["uid"] for each in events(the_bundled_event())]
    assert uids == [each["uid"] for each in events(the_bundled_event())]
    assert len(set(uids)) == 3


def test_an_agreement_without_an_end_is_left_out() -> None:
    endless = replace(FULL.agreements[0], id="kt", valid_through=None)
    assert len(events(document(replace(FULL, agreements=(*FULL.agreements, endless))))) == 1


@pytest.mark.parametrize(
    "record", [EMPTY, replace(FULL, agreements=())], ids=["empty", "no agreements"]
)
def test_without_any_end_there_is_no_calendar(record: Record) -> None:
    with pytest.raises(NothingToExportError):
        render(document(record), Options())


def test_hostile_strings_stay_in_their_values() -> None:
    shown = everything()
    found = events(shown)
    assert len(found) == len([each for each in render(shown, Options()).split("\r\n")
                              if each == "BEGIN:VEVENT"])  # fmt: skip
    assert len(found) > 50


@given(st.text(min_size=1).map(clean).filter(str.strip))
def test_any_text_is_read_back_and_every_line_is_short(text: str) -> None:
    record = replace(FULL, agreements=(replace(FULL.agreements[0], name=text),))
    shown = document(record)
    (event,) = events(shown)
    assert event["summary"] == f"Ends: {text} (Sở – Viện)".replace("\r", "")
    assert all(len(line.encode()) <= 75 for line in render(shown, Options()).split("\r\n"))
