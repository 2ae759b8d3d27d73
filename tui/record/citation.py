"""How to cite the record of an event."""

from __future__ import annotations

from tui.record.model import Record
from tui.text.written_dates import short_date


def citation(record: Record) -> str:
    """Return publisher or organiser, title, place, date and the source's address in one line."""
    event, source = record.event, record.source
    names = {organization.id: organization.name for organization in record.organizations}
    author = source.publisher or event.organizer
    date = short_date(source.date_published or event.start_date)
    parts = [
        names.get(author, author),
        f"“{source.title or event.name}”",
        ", ".join(part for part in (event.location, date) if part),
        source.url,
    ]
    return ". ".join(part for part in parts if part) + "."
