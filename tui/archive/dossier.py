"""A dossier: the document of one person or organisation, out of all events that speak of it.

It opens, is searched, printed and exported as an event is. Where each of its lines comes from is
known besides, so that one can go there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from time import monotonic

from msgspec import Struct

from tui.archive.archive import Archive, Facet
from tui.archive.dossier_agreements import agreements_section
from tui.archive.dossier_events import Told, told, told_section
from tui.archive.dossier_people import Companions, companions, people_section
from tui.archive.gathering import (
    FIRST,
    Limits,
    agreements_of,
    count_in_force,
    first_day,
    newest_events,
)
from tui.archive.origins import Origin, Origins
from tui.archive.progress import Progress
from tui.archive.register import Agreement
from tui.archive.schema import PERSON
from tui.archive.store import EntityRow, EventRow, Store
from tui.document.model import Document, Group, Item, Section, SectionName
from tui.document.naming import Naming
from tui.document.sections import title_of
from tui.locale import _, ngettext, number
from tui.record import model
from tui.record.model import Entity
from tui.text.written_dates import short_date

ALL = Limits()
READ_AT_ONCE = 20
"""Events that are read before a dossier is shown; the others follow."""
MOST_EVENTS = 2_000
"""Events that a dossier lists, the newest."""
_LISTED_FIRST = 100
_SHOWN_AT = frozenset((READ_AT_ONCE, 200))
"""When so many events are read, what they say is shown before the others are."""


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
    return gathered.dossier([told(*event) for event in gathered.events[:read]])


def dossiers(archive: Archive, about: Facet, day: date) -> Iterator[Dossier | Progress]:
    """Yield the dossier of a person or an organisation, more each time, and how far it has come.

    The first is what the tables know, the last has all. Who wants no more stops asking.
    """
    yield _Gathered(archive, about, day, _LISTED_FIRST, FIRST).dossier(())
    gathered = _Gathered(archive, about, day, MOST_EVENTS, ALL)
    start = monotonic()
    sayings: list[Told] = []
    for event in gathered.events:
        sayings.append(told(*event))
        done, total = len(sayings), len(gathered.events)
        if done in _SHOWN_AT and done < total:
            yield gathered.dossier(sayings)
        yield Progress(done, total, monotonic() - start)
    yield gathered.dossier(sayings)


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
        self.about = about
        self.day = day
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
        self.limits = limits
        self.count = sum(entity.events for _store, entity in known)
        self.years = [date.fromordinal(found).year for found in _days(known, self.events)]
        if about.sort == PERSON:
            self.in_force = sum(a.state in ("in-force", "ending") for a in self.agreements)
        else:
            self.in_force = sum(count_in_force(store, entity, day) for store, entity in known)
        self.numbers = {store.number: entity.id for store, entity in known}
        """Of the subject, in each index."""
        self.subject = _thing(about, known)

    def dossier(self, sayings: Sequence[Told]) -> Dossier:
        """Return the dossier, with what those of the events say that were read."""
        origins = Origins()
        rest = [row for _store, _entity, row in self.events[len(sayings) :]]
        things: dict[str, Entity] = {self.subject.id: self.subject}
        agreements = agreements_section(
            self.agreements, self.day, things, origins, self.subject, self.numbers
        )
        sections = (
            told_section(self.subject, sayings, rest, things, origins),
            people_section(self.subject, self.companions, self.day, things, origins),
            agreements,
            _photos(self.subject, sayings, things, origins),
        )
        document = Document(
            id=self.subject.id,
            title=self.about.name,
            summary=self._summary(),
            language="vi",
            sections=sections,
            things=things,
        )
        return Dossier(
            about=self.about,
            document=document,
            origins=origins.by_text,
            unread=len(rest),
            unlisted=self.count - len(self.events),
        )

    def _summary(self) -> str:
        """Return how much there is, in a line."""
        count = ngettext("{n} event", "{n} events", self.count).format(n=number(self.count))
        parts = [count]
        if len(self.events) < self.count:
            listed = len(self.events)
            forms = ngettext("the newest {n} listed", "the newest {n} listed", listed)
            parts.append(forms.format(n=number(listed)))
        if self.years:
            parts.append("–".join(dict.fromkeys(map(str, self.years))))
        if self.in_force:
            forms = ngettext("{n} agreement in force", "{n} agreements in force", self.in_force)
            parts.append(forms.format(n=number(self.in_force)))
        if told := self._agreements_listed():
            parts.append(told)
        return " · ".join(parts)

    def _agreements_listed(self) -> str:
        """Return which agreements are listed, where these may not be all."""
        most = self.limits.agreements
        if self.about.sort == PERSON and self.count > most:
            told = _("agreements of its newest {n} events listed")
        elif self.about.sort != PERSON and len(self.agreements) >= most:
            told = _("the {n} agreements that end last listed")
        else:
            return ""
        return told.format(n=number(most))


def _days(
    known: Sequence[tuple[Store, EntityRow]], newest: Sequence[tuple[Store, EntityRow, EventRow]]
) -> list[int]:
    """Return the days of the first event of somebody and of the last; none where there is none."""
    firsts = [day for store, entity in known if (day := first_day(store, entity))]
    return [min(firsts), newest[0][2].day] if firsts and newest else []


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
    nothing = "" if items else _("No photos yet.")
    name: SectionName = "photos"
    return Section(name, title_of(name), groups, nothing)
