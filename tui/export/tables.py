"""The sections that are tables: the participants, the agreements or the photos, one a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.document.model import Document, Item, SectionName
from tui.document.naming import kind_name
from tui.document.participants import role_names
from tui.document.sections import title_of
from tui.export import register
from tui.export.table import Cell, Column, Table
from tui.locale import N_
from tui.record.model import Organization, Person, Photo

PARTICIPANTS = (
    Column(N_("Name"), 40),
    Column(N_("Kind"), 16),
    Column(N_("Group"), 24),
    Column(N_("Positions"), 48),
    Column(N_("Other names"), 32),
    Column(N_("Role"), 24),
    Column(N_("Event"), 48),
    Column(N_("File"), 24),
)
PHOTOS = (
    Column(N_("Photo"), 12),
    Column(N_("Caption"), 64),
    Column(N_("In the photo"), 40),
    Column(N_("Photographer"), 24),
    Column(N_("File of the photo"), 24),
    Column(N_("Event"), 48),
    Column(N_("File"), 24),
)
TABLES: tuple[SectionName, ...] = ("agreements", "participants", "photos")
"""The sections that are tables; the first is what is meant when none is named."""


def table(section: SectionName, documents: Iterable[Document]) -> Table:
    """Return one of :data:`TABLES`, with headings in the language of the screen."""
    match section:
        case "agreements":
            return register.table(documents)
        case "participants":
            return Table(title_of(section), PARTICIPANTS, _participants(documents))
        case "photos":
            return Table(title_of(section), PHOTOS, _photos(documents))
    raise ValueError(section)


def _participants(documents: Iterable[Document]) -> Iterator[tuple[Cell, ...]]:
    for document in documents:
        for group in document.section("participants").groups:
            for item in group.items:
                thing = document.things.get(item.id)
                if not isinstance(thing, Person | Organization):
                    continue
                yield (
                    item.texts[0].words,
                    kind_name(thing),
                    group.heading,
                    _words(item, "positions"),
                    thing.alternate_names,
                    role_names(thing),
                    document.title,
                    document.file,
                )


def _photos(documents: Iterable[Document]) -> Iterator[tuple[Cell, ...]]:
    for document in documents:
        for group in document.section("photos").groups:
            for item in group.items:
                thing = document.things.get(item.id)
                if not isinstance(thing, Photo):
                    continue
                yield (
                    item.texts[0].words,
                    thing.caption,
                    tuple(
                        text.words[each.start : each.end]
                        for text in item.texts
                        if text.field == "depicts"
                        for each in text.references
                    ),
                    thing.credit,
                    thing.file,
                    document.title,
                    document.file,
                )


def _words(item: Item, field: str) -> tuple[str, ...]:
    """Return the words of the texts of one field of an item."""
    return tuple(text.words for text in item.texts if text.field.partition("[")[0] == field)
