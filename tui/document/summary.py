"""An event in one line: when, where, and how much the record holds of what."""

from __future__ import annotations

from tui.document.words import PARTS_OF_DAY
from tui.locale import _, ngettext, number
from tui.record.model import Record
from tui.text.written_dates import short_date


def summary(record: Record) -> str:
    """Return when and where the event was and what the record counts, in one line."""
    event = record.event
    days = [short_date(day) for day in (event.start_date, event.end_date) if day]
    parts = ["–".join(dict.fromkeys(days))]
    if event.part_of_day:
        parts.append(_(PARTS_OF_DAY[event.part_of_day]))
    parts.append(event.location)
    for forms, things in (
        (ngettext("{n} person", "{n} people", len(record.people)), record.people),
        (
            ngettext("{n} organisation", "{n} organisations", len(record.organizations)),
            record.organizations,
        ),
        (ngettext("{n} agreement", "{n} agreements", len(record.agreements)), record.agreements),
        (ngettext("{n} photo", "{n} photos", len(record.photos)), record.photos),
    ):
        parts.append(forms.format(n=number(len(things))) if things else "")
    return " · ".join(filter(None, parts))
