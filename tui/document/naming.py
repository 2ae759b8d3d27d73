"""What the things of a record are called, and texts that name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.document.model import Kind, Reference, SectionName, Text
from tui.document.words import KINDS, PHOTO
from tui.locale import _, in_language
from tui.record.model import Agreement, Document, Entity, Organization, Person, Photo, Record

BETWEEN_NAMES = "  ·  "
"""Stands between the names of one text: five characters, so that no query matches across (S7)."""


def things_of(record: Record) -> dict[str, Entity]:
    """Return all people, organisations, agreements, photos and documents by id, in that order."""
    return {
        thing.id: thing
        for group in (
            record.people,
            record.organizations,
            record.agreements,
            record.photos,
            record.documents,
        )
        for thing in group
    }


def person_name(person: Person) -> str:
    """Return the name of a person with the honorific before it."""
    return f"{person.honorific_prefix} {person.name}" if person.honorific_prefix else person.name


def display_name(thing: Entity) -> str:
    """Return what to call a thing in a title: never empty.

    A photo is called by its caption; an agreement without a name by its kind.
    """
    match thing:
        case Person():
            return person_name(thing)
        case Organization() | Document():
            return thing.name
        case Agreement():
            return thing.name or thing.kind or thing.id
        case Photo():
            return thing.caption or thing.id


def kind_name(thing: Entity) -> str:
    """Return what a thing is, in a word."""
    return _(KINDS[type(thing)])


def language_of(record: Record) -> str:
    """Return the language of the texts of a record, without its region: ``vi`` for ``vi-VN``."""
    return record.event.in_language.lower().partition("-")[0]


def photo_labels(record: Record) -> dict[str, str]:
    """Return what each photo is called, by its id: ``Ảnh 1``."""
    label = in_language(language_of(record), PHOTO)
    return {photo.id: label.format(number=n) for n, photo in enumerate(record.photos, 1)}


def photo_name(texts: Iterable[Text]) -> str:
    """Return what a photo is called, ``Ảnh 1``, out of its texts; empty without one."""
    return next((text.words for text in texts if text.field == "number"), "")


class Naming:
    """Makes the texts of one section that name things of the record."""

    def __init__(self, section: SectionName, things: Mapping[str, Entity]) -> None:
        self.section = section
        self.things = things

    def text(
        self,
        item: str,
        field: str,
        words: str,
        kind: Kind,
        label: str = "",
        references: tuple[Reference, ...] = (),
    ) -> Text:
        """Return a text of this section."""
        return Text(self.section, item, field, words, references, kind, label)

    def own(self, item: str, field: str, words: str, kind: Kind, label: str = "") -> Text:
        """Return a text that is what ``item`` is itself called."""
        return self.text(item, field, words, kind, label, (Reference(0, len(words), item),))

    def named(self, item: str, field: str, id_or_name: str, kind: Kind, label: str = "") -> Text:
        """Return a text that is a name, tied to the thing when it is given by its id."""
        return self.names(item, field, (id_or_name,), kind, label)

    def names(
        self, item: str, field: str, ids_or_names: Iterable[str], kind: Kind, label: str = ""
    ) -> Text:
        """Return one text of several names, each tied to its thing when given by its id."""
        pairs = (
            (each, "") if (thing := self.things.get(each)) is None else (display_name(thing), each)
            for each in ids_or_names
        )
        return self.joined(item, field, pairs, kind, label)

    def joined(
        self, item: str, field: str, pairs: Iterable[tuple[str, str]], kind: Kind, label: str = ""
    ) -> Text:
        """Return one text of names, each with the id that it is tied to, or with an empty one."""
        words = ""
        references = []
        for name, thing in pairs:
            words += BETWEEN_NAMES if words else ""
            if thing:
                references.append(Reference(len(words), len(words) + len(name), thing))
            words += name
        return self.text(item, field, words, kind, label, tuple(references))
