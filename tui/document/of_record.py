"""A record as a document."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from tui.document.model import SECTIONS, Document
from tui.document.naming import language_of, things_of
from tui.document.summary import summary
from tui.document.today import today as this_day
from tui.record.citation import citation
from tui.record.model import Record


def document(
    record: Record, today: date | None = None, file: str = "", folder: str = ""
) -> Document:
    """Return what is shown of ``record``, in the language of the screen in use.

    Args:
        today: The day that the state of agreements is told for; the real one, if none is given.
        file: What the reader calls the file of the record.
        folder: Where that file lies.
    """
    things = things_of(record)
    day = today or this_day()
    return Document(
        id=record.event.id,
        title=record.event.name,
        summary=summary(record),
        language=language_of(record),
        sections=tuple(
            import_module(f"tui.document.{name}").of_record(record, things, day)
            for name in SECTIONS
        ),
        things=things,
        citation=citation(record),
        abbreviations=record.abbreviations,
        year=record.event.start_date.year,
        record=record,
        file=file,
        folder=folder,
    )
