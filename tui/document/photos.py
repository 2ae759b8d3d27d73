"""The fourth section: the captions of the photos, and who is in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tui.document.model import Group, Item, Section, Text
from tui.document.naming import Naming, photo_labels
from tui.document.sections import SectionWords, section
from tui.locale import N_, _
from tui.record.model import Entity, Photo, Record

WORDS = SectionWords(
    title=N_("Photo captions"),
    nothing=N_("This record has no photos."),
    about=N_("The captions of the photos, and who is in each."),
)


def of_record(record: Record, things: Mapping[str, Entity], _today: date) -> Section:
    """Return the photos of a record as a section."""
    naming = Naming("photos", things)
    labels = photo_labels(record)
    items = tuple(
        Item(photo.id, tuple(_texts(photo, labels[photo.id], naming))) for photo in record.photos
    )
    return section("photos", [Group("photos", items)])


def _texts(photo: Photo, name: str, naming: Naming) -> Iterator[Text]:
    item = photo.id
    yield naming.own(item, "number", name, "name")
    if photo.caption:
        yield naming.text(item, "caption", photo.caption, "caption")
    if photo.depicts:
        yield naming.names(item, "depicts", photo.depicts, "detail", _("in it:"))
    if photo.credit:
        yield naming.text(item, "credit", photo.credit, "detail", _("photo by:"))
    if photo.file:
        yield naming.text(item, "file", photo.file, "detail", _("file:"))
