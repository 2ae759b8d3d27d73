"""What a citation of an event is made of, for the formats of reference managers."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from tui.document.model import Document
from tui.export.errors import NothingToExportError
from tui.locale import _


class Citation(Struct, frozen=True):
    """The facts that :func:`tui.record.citation.citation` writes in one line.

    ``publisher`` is the newspaper of a report; of an event without a source, ``author`` is who
    held it.
    """

    key: str
    title: str
    author: str
    publisher: str
    place: str
    day: date
    url: str
    language: str
    keywords: tuple[str, ...]
    event: str

    @property
    def is_report(self) -> bool:
        """Whether a published report is cited, not the event itself."""
        return bool(self.publisher or self.url)


def citation(document: Document) -> Citation:
    """Return the citation of a document of a record.

    Raises:
        NothingToExportError: The document is gathered from many records.
    """
    record = document.record
    if record is None:
        raise NothingToExportError(_("This is gathered from many events; cite one of them."))
    event, source = record.event, record.source
    names = {organization.id: organization.name for organization in record.organizations}
    return Citation(
        key=event.id,
        title=source.title or event.name,
        author=names.get(event.organizer, ""),
        publisher=names.get(source.publisher, source.publisher),
        place=event.location,
        day=source.date_published or event.start_date,
        url=source.url,
        language=event.in_language,
        keywords=event.keywords,
        event=event.name,
    )
