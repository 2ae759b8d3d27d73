"""What a review looks at: the things of a draft as one kind of value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from tui.draft.finding.scan import Place
from tui.draft.model import Doubt, Draft, DraftAbbreviation, DraftAgreement, Thing

ThingKind: TypeAlias = Literal["person", "organization", "agreement", "document", "abbreviation"]
EntryKind: TypeAlias = ThingKind | Literal["name", "date", "place", "caption"]

FIELDS: dict[ThingKind, str] = {
    "person": "people",
    "organization": "organizations",
    "agreement": "agreements",
    "document": "documents",
    "abbreviation": "abbreviations",
}
"""The field of a draft that holds the things of each kind."""


class Entry(Struct, frozen=True, order=True):
    """One thing to look at: by the key of a thing, or by the index of the block of a caption."""

    kind: EntryKind
    key: int = 0

    @property
    def id(self) -> str:
        """What a list calls it."""
        return f"{self.kind}-{self.key}"


class Facts(Struct, frozen=True):
    """What an entry is called, where it was read, and why it wants a look."""

    name: str
    place: Place | None
    doubt: Doubt
    thing: Thing | None = None


def things(draft: Draft, kind: ThingKind) -> tuple[Thing, ...]:
    """Return the things of a kind."""
    found: tuple[Thing, ...] = getattr(draft, FIELDS[kind])
    return found


def entries(draft: Draft) -> Iterator[tuple[Entry, Facts]]:
    """Yield all that a draft has to look at, kind by kind."""
    event = draft.event
    if event.name_place:
        yield Entry("name"), Facts(event.name, event.name_place, event.name_doubt)
    day = f"{event.start_date:%d/%m/%Y}"
    yield Entry("date"), Facts(day, event.date_place, event.date_doubt)
    if event.location:
        yield Entry("place"), Facts(event.location, event.location_place, "")
    for kind in FIELDS:
        for thing in things(draft, kind):
            yield Entry(kind, thing.key), _facts(thing)
    for index, block in enumerate(draft.article.blocks):
        if block.kind == "caption":
            doubt: Doubt = "form of a caption" if block.doubt else ""
            yield (
                Entry("caption", index),
                Facts(block.text, Place(index, 0, len(block.text)), doubt),
            )


def _facts(thing: Thing) -> Facts:
    if isinstance(thing, DraftAgreement):
        name = thing.kind
    else:
        name = thing.short if isinstance(thing, DraftAbbreviation) else thing.name
    return Facts(name, thing.place, thing.doubt, thing)


def thing_of(draft: Draft, entry: Entry) -> Thing | None:
    """Return the thing that an entry stands for, if it is one and still there."""
    kind = entry.kind
    if kind == "name" or kind == "date" or kind == "place" or kind == "caption":
        return None
    return next((one for one in things(draft, kind) if one.key == entry.key), None)


def place_of(draft: Draft, entry: Entry) -> Place | None:
    """Return where in the article an entry was read."""
    if entry.kind == "name":
        return draft.event.name_place
    if entry.kind == "date":
        return draft.event.date_place
    if entry.kind == "place":
        return draft.event.location_place
    if entry.kind == "caption":
        return Place(entry.key, 0, len(draft.article.blocks[entry.key].text))
    thing = thing_of(draft, entry)
    return thing.place if thing else None
