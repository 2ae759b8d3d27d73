"""A dossier: the document of one person or organisation, out of all events that speak of it.

It opens, is searched, printed and exported as an event is. Where each of its lines comes from is
known besides, so that one can go there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from tui.archive.archive import Archive, Facet
from tui.archive.dossier_agreements import agreements_section
from tui.archive.dossier_events import Told, told, told_section
from tui.archive.dossier_people import Companions, companions, people_section
from tui.archive.gathering import Limits, agreements_of, newest_events
from tui.archive.origins import Origin, Origins
from tui.archive.register import Agreement
from tui.archive.schema import PERSON
from tui.archive.store import EntityRow, Store
from tui.document.model import Document, Group, Item, Section, SectionName
from tui.document.naming import Naming
from tui.document.words import SECTION_TITLES
from tui.locale import _, ngettext, number
from tui.record import model
from tui.record.model import Entity
from tui.text.dates import short_date

ALL = Limits()
READ_AT_ONCE = 20
"""Events that are read before a dossier is shown; the others follow."""
MOST_EVENTS = 2_000
"""Events that a dossier lists, the newest."""


class Dossier(Struct, frozen=True):
    """A dossier. ``origins`` tells of a text, by item and field, where in which event it stands.

    ``unread`` is how many of its events were not read for it, and ``unlisted`` how many not listed.
    """

    about: Facet
    document: Document
    origins: Mapping[tuple[str, str], Origin]
    unread: int = 0
    unlisted: int = 0


def dossier(
    archive: Archive,
    about: Facet,
    day: date,
    *,
    read: int = READ_AT_ONCE,
    most: int = MOST_EVENTS,
    limits: Limits = ALL,
) -> Dossier:
    """Return the dossier of a person or an organisation, with states on a day.

    Args:
        read: How many of its events, the newest, are read for what they say.
        most: How many are listed.
        limits: How much else is gathered, :data:`FIRST` to be quick.
    """
    gathered = _Gathered(archive, about, day, most, limits)
    origins = Origins()
    sayings = [told(store, entity, row) for store, entity, row in gathered.events[:read]]
    rest = [row for _store, _entity, row in gathered.events[read:]]
    things: dict[str, Entity] = {gathered.subject.id: gathered.subject}
    sections = (
        told_section(gathered.subject, sayings, rest, origins),
        people_section(gathered.subject, gathered.companions, things, origins),
        agreements_section(
            gathered.agreements, day, things, origins, gathered.subject, gathered.numbers
        ),
        _photos(gathered.subject, sayings, things, origins),
    )
    document = Document(
        id=gathered.subject.id,
        title=about.name,
        summary=gathered.summary(),
        language="vi",
        sections=sections,
        things=things,
    )
    return Dossier(
        about=about,
        document=document,
        origins=origins.by_text,
        unread=len(rest),
        unlisted=max(0, gathered.count - len(gathered.events)),
    )


def about(archive: Archive, sort: str, key: str) -> Facet | None:
    """Return whom a key means in all indexes of an archive."""
    found = [next(iter(store.by_key(sort, key)), None) for store in archive.stores]
    known = [entity for entity in found if entity]
    if not known:
        return None
    events = sum(entity.events for entity in known)
    return Facet(sort, key, known[0].name, events, tuple(found))


class _Gathered:
    """What all indexes know of somebody."""

    def __init__(
        self, archive: Archive, about: Facet, day: date, most: int, limits: Limits
    ) -> None:
        self.day = day
        self.count = about.events
        known: list[tuple[Store, EntityRow]] = [
            (store, entity)
            for store, entity in zip(archive.stores, about.entities, strict=True)
            if entity
        ]
        self.events = sorted(
            (
                (store, entity, row)
                for store, entity in known
                for row in newest_events(store, entity, most)
            ),
            key=lambda event: (-event[2].day, event[2].shard, -event[2].docid),
        )[:most]
        self.agreements: list[Agreement] = [
            agreement
            for store, entity in known
            for agreement in agreements_of(store, entity, day, limits.agreements)
        ]
        self.companions: list[Companions] = [
            companions(store, entity, limits) for store, entity in known
        ]
        self.numbers = {store.number: entity.id for store, entity in known}
        """Of the subject, in each index."""
        self.subject = _thing(about, known)

    def summary(self) -> str:
        """Return how much there is, in a line."""
        count = ngettext("{n} event", "{n} events", self.count)
        parts = [count.format(n=number(self.count))]
        if self.events:
            years = [date.fromordinal(self.events[i][2].day).year for i in (-1, 0)]
            parts.append("–".join(dict.fromkeys(map(str, years))))
        in_force = sum(a.state in ("in-force", "ending") for a in self.agreements)
        if in_force:
            forms = ngettext("{n} agreement in force", "{n} agreements in force", in_force)
            parts.append(forms.format(n=number(in_force)))
        return " · ".join(parts)


def _thing(
    about: Facet, known: Sequence[tuple[Store, EntityRow]]
) -> model.Person | model.Organization:
    names: dict[str, None] = {}
    for store, entity in known:
        names.update(dict.fromkeys(name for name, _n in store.spellings(entity.id)))
    names.pop(about.name, None)
    kind = model.Person if about.sort == PERSON else model.Organization
    return kind(id="subject", name=about.name, alternate_names=tuple(names)[:20])


def _photos(
    subject: Entity, sayings: Iterable[Told], things: dict[str, Entity], origins: Origins
) -> Section:
    naming = Naming("photos", things)
    items: list[Item] = []
    for saying in sayings:
        for photo in saying.photos:
            id_ = f"p{saying.event.shard}-{saying.event.docid}-{photo.id}"
            things[id_] = model.Photo(id=id_, caption=photo.caption, depicts=(subject.id,))
            day = short_date(date.fromordinal(saying.event.day))
            texts = (
                naming.text(id_, "caption", photo.caption or saying.event.name, "name", day),
                naming.text(id_, "event", saying.event.name, "detail", _("event:")),
            )
            for text in texts:
                origins.add(text, saying.event, "photos", photo.id, "caption")
            items.append(Item(id_, texts))
    groups = (Group("photos", tuple(items)),) if items else ()
    nothing = "" if items else _("No photo is known.")
    name: SectionName = "photos"
    return Section(name, _(SECTION_TITLES[name]), groups, nothing)
