"""The two lines at the head of the event screen."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from tui.locale import N_, _, ngettext
from tui.record.model import Record
from tui.text.dates import short_date
from tui.widgets.door import shown

_PARTS_OF_DAY = {
    "morning": N_("morning"),
    "noon": N_("noon"),
    "afternoon": N_("afternoon"),
    "evening": N_("evening"),
}


def event_header(record: Record) -> Content:
    """Return the name of the event, and below it when, where, and how much there is of what."""
    event = record.event
    dates = [short_date(event.start_date)]
    if event.end_date is not None and event.end_date != event.start_date:
        dates.append(short_date(event.end_date))
    facts = [
        " – ".join(dates),
        _(_PARTS_OF_DAY[event.part_of_day]) if event.part_of_day else "",
        event.location,
        *_counts(record),
    ]
    return shown((event.name, Style(bold=True)), "\n", " · ".join(fact for fact in facts if fact))


def _counts(record: Record) -> list[str]:
    people, organizations = len(record.people), len(record.organizations)
    agreements, photos = len(record.agreements), len(record.photos)
    return [
        ngettext("{n} person", "{n} people", people).format(n=people),
        ngettext("{n} organisation", "{n} organisations", organizations).format(n=organizations),
        ngettext("{n} agreement", "{n} agreements", agreements).format(n=agreements),
        ngettext("{n} photo", "{n} photos", photos).format(n=photos),
    ]
