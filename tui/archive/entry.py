"""What an index takes of one event: plain values that go from one process to another."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from tui.archive.identity import Names, identified, organization_key, person_key
from tui.archive.scan import Found
from tui.archive.terms import Terms
from tui.record.groups import Group
from tui.record.model import Agreement, Record, YearOrDate
from tui.search.record_passages import period, record_passages

FAR = date.max.toordinal()
"""The end of an agreement that gives none but has a beginning."""


class Mention(Struct, frozen=True, array_like=True):
    """An organisation or a person as a file has it."""

    key: str
    name: str


class Held(Struct, frozen=True, array_like=True):
    """An office: the key of who holds it, its title, the key of the organisation, or ''."""

    person: str
    title: str
    organization: str
    former: bool


class Signed(Struct, frozen=True, array_like=True):
    """An agreement; days are ordinals, and both 0 where the file gives no period at all."""

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    start: int
    through: int
    period: str


class Entry(Struct, frozen=True, array_like=True):
    """An event as the index takes it."""

    file: Found
    day: int
    id: str
    name: str
    place: str
    organizations: tuple[Mention, ...]
    people: tuple[Mention, ...]
    positions: tuple[Held, ...]
    agreements: tuple[Signed, ...]
    depicted: tuple[tuple[str, int], ...]
    """Keys of who is on photos, each with the number of the photo from 0."""
    photos: int
    terms: str
    """The terms, a space between them."""


class Broken(Struct, frozen=True, array_like=True):
    """A file that is no event; its mistakes are read again when they are asked for."""

    file: Found


def entry(record: Record, file: Found, terms: Terms) -> Entry:
    """Return what the index takes of a record."""
    own = record.abbreviations
    organizations = {
        body.id: identified(body.identifier)
        if body.identifier
        else organization_key(body.name, own)
        for body in record.organizations
    }
    people = {
        person.id: identified(person.identifier) if person.identifier else person_key(person.name)
        for person in record.people
    }
    names = Names(organizations, own)
    who = {**people, **organizations}
    return Entry(
        file=file,
        day=record.event.start_date.toordinal(),
        id=record.event.id,
        name=record.event.name,
        place=record.event.location,
        organizations=tuple(Mention(organizations[o.id], o.name) for o in record.organizations),
        people=tuple(Mention(people[p.id], p.name) for p in record.people),
        positions=tuple(
            Held(
                people[person.id],
                position.title,
                names.of(position.organization) if position.organization else "",
                position.former,
            )
            for person in record.people
            for position in person.positions
        ),
        agreements=tuple(_signed(a, organizations, record) for a in record.agreements),
        depicted=tuple(
            (who[id_], number)
            for number, photo in enumerate(record.photos)
            for id_ in dict.fromkeys(photo.depicts)
        ),
        photos=len(record.photos),
        terms=" ".join(terms.of(record_passages(record, _participants(record)))),
    )


def _participants(record: Record) -> tuple[Group, ...]:
    """Return the participants in no order: terms have none, and sorting takes time."""
    return (Group("people", (*record.people, *record.organizations)),)


def _signed(agreement: Agreement, organizations: dict[str, str], record: Record) -> Signed:
    start, through = term_of(agreement, record)
    return Signed(
        id=agreement.id,
        name=agreement.name or agreement.kind or agreement.id,
        kind=agreement.kind,
        parties=tuple(dict.fromkeys(organizations[party] for party in agreement.parties)),
        start=start,
        through=through,
        period=period(agreement),
    )


def term_of(agreement: Agreement, record: Record) -> tuple[int, int]:
    """Return the first and the last day of an agreement, as ordinals.

    Without a beginning it runs from the day it was signed or else of the event, without an end for
    ever; an agreement that gives neither says nothing of being in force: both are 0.
    """
    if agreement.valid_from is None and agreement.valid_through is None:
        return 0, 0
    first = agreement.valid_from or agreement.signed or record.event.start_date
    through = agreement.valid_through
    last = FAR if through is None else _day(through, 12, 31)
    return min(_day(first, 1, 1), last), last


def _day(moment: YearOrDate, month: int, day: int) -> int:
    return (moment if isinstance(moment, date) else date(moment, month, day)).toordinal()
