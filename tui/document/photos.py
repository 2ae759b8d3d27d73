"""The fourth section: the captions of the photos, and who is in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.document.model import Group, Item, Section, Text
from tui.document.naming import Naming, label, photo_labels
from tui.document.sections import section
from tui.record.model import Entity, Photo, Record


def photos(record: Record, things: Mapping[str, Entity]) -> Section:
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
        in_it = label("photos", "depicts")
        yield naming.names(item, "depicts", photo.depicts, "detail", in_it)
    for field, words in (("credit", photo.credit), ("file", photo.file)):
        if words:
            yield naming.text(item, field, words, "detail", label("photos", field))
