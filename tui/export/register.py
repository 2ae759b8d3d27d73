"""The register: every agreement in one row, with who, what, how long, and from which event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import astuple

from tui.document.model import Document
from tui.document.naming import display_name
from tui.export.table import Column, Table
from tui.locale import N_, _
from tui.record.model import Agreement, YearOrDate

COLUMNS = (
    Column(N_("Agreement"), 32),
    Column(N_("Kind"), 24),
    Column(N_("Parties"), 48),
    Column(N_("Scope"), 48),
    Column(N_("Signed"), 12),
    Column(N_("From"), 12),
    Column(N_("Through"), 12),
    Column(N_("State"), 16),
    Column(N_("Event"), 48),
    Column(N_("File"), 24),
)
"""The columns, in the order of the fields of :class:`Row`."""


class Row(Struct, frozen=True):
    """An agreement of the register; ``state`` is that of the day its document was made for."""

    name: str
    kind: str
    parties: tuple[str, ...]
    about: tuple[str, ...]
    signed: date | None
    valid_from: YearOrDate | None
    valid_through: YearOrDate | None
    state: str
    event: str
    file: str


def rows(documents: Iterable[Document]) -> Iterator[Row]:
    """Yield a row for every agreement of the documents, in their order."""
    for document in documents:
        for thing in document.things.values():
            if isinstance(thing, Agreement):
                yield _row(document, thing)


def table(documents: Iterable[Document]) -> Table:
    """Return the agreements of the documents as a table, with headings of the screen's language."""
    return Table(_("Agreements"), COLUMNS, (astuple(row) for row in rows(documents)))


def _row(document: Document, agreement: Agreement) -> Row:
    things = document.things
    parties = (
        display_name(things[party]) if party in things else party for party in agreement.parties
    )
    texts = document.texts_of_things.get(agreement.id, ())
    return Row(
        name=agreement.name,
        kind=agreement.kind,
        parties=tuple(parties),
        about=agreement.about,
        signed=agreement.signed,
        valid_from=agreement.valid_from,
        valid_through=agreement.valid_through,
        state=next((text.label for text in texts if text.kind == "state"), ""),
        event=document.title,
        file=document.file,
    )
