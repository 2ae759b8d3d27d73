"""What an index takes of one event: plain values that go from one process to another."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from tui.archive.identity import Names, identified, organization_key, person_key
from tui.archive.scan import Found
from tui.archive.schema import FAR
from tui.archive.terms import Terms
from tui.document.of_record import document
from tui.document.periods import first_day, last_day, period
from tui.record.model import Agreement, Record

_ANY_DAY = date.min
"""The state of agreements on a day is told in labels, which are not searched."""


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
    """The terms, with spaces between; one may stand there twice."""
    rare: tuple[str, ...]
    """Those of acronyms and of the file's own abbreviations."""


class Broken(Struct, frozen=True, array_like=True):
    """A file that is not an event; its mistakes are read again when they are asked for."""

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
    texts = document(record, _ANY_DAY).texts
    rare = terms.rare(texts)
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
        agreements=tuple(_signed(a, organizations) for a in record.agreements),
        depicted=tuple(
            (who[id_], number)
            for number, photo in enumerate(record.photos)
            for id_ in dict.fromkeys(photo.depicts)
        ),
        photos=len(record.photos),
        terms=" ".join((terms.of(texts), *rare)),
        rare=tuple(rare),
    )


def _signed(agreement: Agreement, organizations: dict[str, str]) -> Signed:
    start, through = days_of(agreement)
    return Signed(
        id=agreement.id,
        name=agreement.name or agreement.kind or agreement.id,
        kind=agreement.kind,
        parties=tuple(dict.fromkeys(organizations[party] for party in agreement.parties)),
        start=start,
        through=through,
        period=period(agreement),
    )


def days_of(agreement: Agreement) -> tuple[int, int]:
    """Return the first and the last day of an agreement as ordinals.

    What is not given is as early, or as late, as can be; both are 0 where nothing is given.
    """
    first, last = first_day(agreement), last_day(agreement)
    if first is None and last is None:
        return 0, 0
    return first.toordinal() if first else 1, last.toordinal() if last else FAR
