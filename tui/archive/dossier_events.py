"""The first section of a dossier: its events by date, each with the sentences that name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from tui.archive.identity import IDENTIFIED, identified
from tui.archive.origins import Origins
from tui.archive.schema import PERSON
from tui.archive.sentences import sentences_with
from tui.archive.store import EntityRow, EventRow, Store
from tui.document import relations
from tui.document.model import Document, Group, Item, Reference, Section, Text
from tui.document.of_record import document
from tui.document.words import BEHIND_THE_ARTICLE
from tui.locale import _
from tui.record.model import Entity, Organization, Person, Photo, Record
from tui.record.problems import RecordError
from tui.search.mentions import Mentions
from tui.text.written_dates import short_date

_SAYING = frozenset(("headline", "heading", "paragraph", "quote", "entry"))
_MOST_SENTENCES = 12
"""Sentences of one event; a speech may name its own house in each."""


class Saying(Struct, frozen=True):
    """A sentence of an event, the spans in it that name the subject, and where it stands."""

    words: str
    spans: tuple[tuple[int, int], ...]
    text: Text


class Told(Struct, frozen=True):
    """What an event tells of the subject."""

    event: EventRow
    sayings: tuple[Saying, ...] = ()
    photos: tuple[Photo, ...] = ()


def told(store: Store, entity: EntityRow, event: EventRow) -> Told:
    """Return what an event tells of an entity; nothing where its file is not an event any more."""
    try:
        record = store.record(event)
    except RecordError:
        return Told(event)
    ids = set(local_ids(store, entity, event, record))
    shown = document(record, date.min)
    photos = tuple(photo for photo in record.photos if not ids.isdisjoint(photo.depicts))
    return Told(event, tuple(_sayings(shown, ids)), photos)


def local_ids(store: Store, entity: EntityRow, event: EventRow, record: Record) -> list[str]:
    """Return what a file calls an entity: the ids of those of its things that are it."""
    names = {name for name, _n in store.spellings(entity.id)}
    for generic, place in store.generics.names_of(entity.id):
        if store.entities((place,))[place].name == event.place:
            names.update(name for name, _n in store.spellings(generic))
    things: Sequence[Person | Organization] = (
        record.people if entity.sort == PERSON else record.organizations
    )
    if entity.key.startswith(IDENTIFIED):
        own = [thing.id for thing in things if identified(thing.identifier) == entity.key]
        if own:
            return own
    return [thing.id for thing in things if not thing.identifier and thing.name in names]


def _sayings(shown: Document, ids: Iterable[str]) -> Iterable[Saying]:
    """Yield the sentences of the article that name one of some things."""
    mentions = Mentions(shown.things, shown.texts)
    spans: dict[int, list[tuple[int, int]]] = {}
    for id_ in ids:
        for hit in mentions.of(id_):
            spans.setdefault(hit.text, []).append((hit.start, hit.end))
    found = 0
    for index in sorted(spans):
        text = shown.texts[index]
        if text.section != "article" or text.kind not in _SAYING:
            continue
        for first, last in sentences_with(text.words, spans[index]):
            if found == _MOST_SENTENCES:
                return
            found += 1
            inside = [
                (s - first, e - first) for s, e in sorted(spans[index]) if first <= s and e <= last
            ]
            yield Saying(text.words[first:last], tuple(inside), text)


def told_section(
    subject: Entity,
    sayings: Iterable[Told],
    rest: Iterable[EventRow],
    things: Mapping[str, Entity],
    origins: Origins,
) -> Section:
    """Return the events of a subject as a section: those that were read, then the others.

    Behind them stands who of ``things`` signed with whom, if the subject is an organisation.
    """
    items: list[Item] = []
    for saying in sayings:
        items.append(_event(saying.event, origins))
        for number, sentence in enumerate(saying.sayings):
            items.append(_sentence(number, subject, saying.event, sentence, origins))
    for event in rest:
        items.append(_event(event, origins))
    signed = relations.matrix_items(things) if isinstance(subject, Organization) else ()
    groups = (
        Group("events", tuple(items)),
        Group(relations.NAME, signed, _(BEHIND_THE_ARTICLE[relations.NAME])),
    )
    filled = tuple(group for group in groups if group.items)
    return Section("article", _("Events"), filled, "" if items else _("No events yet."))


def event_item(event: EventRow) -> str:
    """Return the id of the item of an event, the same however much else is listed."""
    return f"event[{event.shard}.{event.docid}]"


def _event(event: EventRow, origins: Origins) -> Item:
    item = event_item(event)
    day = short_date(date.fromordinal(event.day))
    texts = [Text("article", item, "text", event.name, (), "heading", day)]
    if event.place:
        texts.append(Text("article", item, "location", event.place, (), "detail"))
    for text in texts:
        origins.add(text, event)
    return Item(item, tuple(texts))


def _sentence(
    number: int, subject: Entity, event: EventRow, saying: Saying, origins: Origins
) -> Item:
    item = f"{event_item(event)}.{number}"
    references = tuple(Reference(start, end, subject.id) for start, end in saying.spans)
    text = Text("article", item, "text", saying.words, references, "paragraph")
    origins.add(text, event, saying.text.section, saying.text.item, saying.text.field)
    return Item(item, (text,))
