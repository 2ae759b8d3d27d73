"""The things of a record that the cursor can be on, and what they are called."""

from __future__ import annotations

from tui.record.model import Agreement, Document, Entity, Organization, Person, Photo, Record


def entities(record: Record) -> dict[str, Entity]:
    """Return all people, organisations, agreements, photos and documents by id, in that order."""
    return {
        entity.id: entity
        for group in (
            record.people,
            record.organizations,
            record.agreements,
            record.photos,
            record.documents,
        )
        for entity in group
    }


def photo_word(record: Record) -> str:
    """Return the word for a photo in the language of the record."""
    return "Ảnh" if is_vietnamese(record) else "Photo"


def is_vietnamese(record: Record) -> bool:
    """Tell whether the texts of the record are Vietnamese."""
    return record.event.in_language.lower().partition("-")[0] == "vi"


def person_name(person: Person) -> str:
    """Return the name of a person with the honorific before it."""
    return f"{person.honorific_prefix} {person.name}" if person.honorific_prefix else person.name


def display_name(entity: Entity) -> str:
    """Return what to call an entity in a title: never empty.

    A photo is called by its caption; an agreement without a name by its kind.
    """
    match entity:
        case Person():
            return person_name(entity)
        case Organization() | Document():
            return entity.name
        case Agreement():
            return entity.name or entity.kind or entity.id
        case Photo():
            return entity.caption or entity.id
