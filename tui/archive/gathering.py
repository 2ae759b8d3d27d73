"""What an index knows of one person or organisation, for a dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from tui.archive.database import Row
from tui.archive.identity import IDENTIFIED, unmarked
from tui.archive.register import COLUMNS, Agreement, agreements, party_condition
from tui.archive.schema import PERSON
from tui.archive.selection import Selection
from tui.archive.store import EntityRow, EventRow, Store, marks

MOST_PARTNERS = 100
_MOST_ALIKE = 400
_ORDER = {"in-force": 0, "ending": 0, "to-come": 1, "": 2, "expired": 3}


class Office(Struct, frozen=True):
    """An office as events tell of it: who holds it where, from the first day to the last."""

    person: EntityRow
    organization: EntityRow | None
    title: str
    former: bool
    first: int
    last: int
    docid: int
    """The newest event that tells of it."""


class Partner(Struct, frozen=True):
    """An organisation with which agreements were signed: how many, and until when at most."""

    entity: EntityRow
    agreements: int
    through: int


class Limits(Struct, frozen=True):
    """How much is gathered. A dossier of a body in a hundred thousand events is shown in parts."""

    agreements: int = 500
    """Those that end last."""
    signed: int = 50_000
    """Agreements, those that end last, of which partners are counted."""
    positions: int = 2_000
    """The latest."""


FIRST = Limits(agreements=60, signed=1_000, positions=200)
"""What is gathered before a dossier is first shown."""


def agreements_of(store: Store, entity: EntityRow, day: date, limit: int) -> list[Agreement]:
    """Return the agreements to which an organisation is a party: those in force first.

    Of a person they are those of the events in which it takes part.
    """
    if entity.sort == PERSON:
        events = store.events(Selection(store.events_of(entity.id)), limit)
        docids = [row.docid for row in events]
        sql = f"SELECT {COLUMNS} FROM agreement a WHERE a.docid IN ({marks(docids)})"
        rows = store.database.rows(sql, docids)
    else:
        condition, parameters = party_condition(store, (entity.id,))
        sql = (
            f"SELECT {COLUMNS} FROM party q JOIN agreement a ON a.id = q.agreement "
            f"WHERE {condition} ORDER BY q.through DESC LIMIT ?"
        )
        rows = store.database.rows(sql, (*parameters, limit))
        rows = list({row[0]: row for row in rows}.values())  # it may be a party by two names
    known = store.events_by_number(int(row[1]) for row in rows)
    found = agreements(store, rows, day, known)
    return sorted(found, key=lambda a: (_ORDER[a.state], -a.event.day, a.through))


def count_in_force(store: Store, entity: EntityRow, day: date) -> int:
    """Return how many agreements of an organisation are in force on a day."""
    condition, parameters = party_condition(store, (entity.id,))
    sql = (
        "SELECT count(DISTINCT a.id) FROM party q JOIN agreement a ON a.id = q.agreement "
        f"WHERE {condition} AND q.through >= ? AND a.start <= ?"
    )
    on = day.toordinal()
    return int(store.database.rows(sql, (*parameters, on, on))[0][0])


def offices(store: Store, entity: EntityRow, limit: int) -> list[Office]:
    """Return the offices of a person, the latest first, or those held in an organisation."""
    columns = "SELECT q.person, q.day, q.docid, q.organization, q.title, q.former, e.place "
    tables = "FROM position q JOIN event e ON e.docid = q.docid "
    if entity.sort == PERSON:
        sql = columns + tables + "WHERE q.person = ? ORDER BY q.day DESC LIMIT ?"
        rows = store.database.rows(sql, (entity.id, limit))
    else:
        parts, parameters = ["q.organization = ?"], [entity.id]
        for generic, place in store.generics.names_of(entity.id):
            parts.append("(q.organization = ? AND e.place = ?)")
            parameters += [generic, place]
        sql = columns + tables + f"WHERE {' OR '.join(parts)} ORDER BY q.day DESC LIMIT ?"
        rows = store.database.rows(sql, (*parameters, limit))
    return _offices(store, rows)


def _offices(store: Store, rows: Iterable[Row]) -> list[Office]:
    held: defaultdict[tuple[int, int, str, int], list[tuple[int, int]]] = defaultdict(list)
    for person, day, docid, organization, title, former, place in rows:
        body = store.generics.entity(organization, place)
        held[person, body, title, former].append((day, docid))
    known = store.entities(id_ for person, body, *_rest in held for id_ in (person, body))
    return [
        Office(
            person=known[person],
            organization=known.get(body),
            title=title,
            former=bool(former),
            first=min(times)[0],
            last=max(times)[0],
            docid=max(times)[1],
        )
        for (person, body, title, former), times in held.items()
    ]


def partners(store: Store, entity: EntityRow, limit: int) -> list[Partner]:
    """Return with whom an organisation has signed, the most frequent first."""
    condition, parameters = party_condition(store, (entity.id,))
    sql = (
        "SELECT o.entity, o.place, count(*), max(o.through) FROM (SELECT q.agreement, q.entity "
        f"FROM party q WHERE {condition} ORDER BY q.through DESC LIMIT ?) m JOIN party o ON "
        "o.agreement = m.agreement AND o.entity <> m.entity GROUP BY o.entity, o.place"
    )
    parameters.append(limit)
    counts: defaultdict[int, int] = defaultdict(int)
    latest: defaultdict[int, int] = defaultdict(int)
    for id_, place, count, through in store.database.rows(sql, parameters):
        other = store.generics.entity(id_, place)
        counts[other] += count
        latest[other] = max(latest[other], through)
    order = sorted(counts, key=lambda id_: (-counts[id_], -latest[id_], id_))[:MOST_PARTNERS]
    known = store.entities(order)
    return [Partner(known[id_], counts[id_], latest[id_]) for id_ in order if id_ in known]


def newest_events(store: Store, entity: EntityRow, limit: int) -> list[EventRow]:
    """Return the events of an entity, the newest first."""
    return store.events(Selection(store.events_of(entity.id)), limit)


def first_day(store: Store, entity: EntityRow) -> int:
    """Return the day of the first event of an entity, or 0."""
    match = store.database.match(store.events_of(entity.id))
    sql = f"SELECT e.day FROM {match.tables} WHERE {match.condition} ORDER BY {match.docid} LIMIT 1"
    return next((int(row[0]) for row in store.database.rows(sql, match.parameters)), 0)


def may_be_same(store: Store, entity: EntityRow, limit: int = 10) -> list[EntityRow]:
    """Return who may be the same under another writing; it is never joined by itself.

    A person of the same name with other marks, or an organisation whose name goes on where this
    one ends, or the other way round.
    """
    if entity.key.startswith(IDENTIFIED):
        return []
    words = unmarked(entity.key).split()
    found = store.named(words, "", entity.sort, _MOST_ALIKE)
    return [other for other in found if other.id != entity.id and _is_alike(entity, other)][:limit]


def _is_alike(entity: EntityRow, other: EntityRow) -> bool:
    if entity.sort == PERSON:
        return unmarked(entity.key) == unmarked(other.key)
    return other.key.startswith(entity.key + " ") and other.key.count(" ") <= (
        entity.key.count(" ") + 2
    )


def may_be_several(found: Iterable[Office]) -> bool:
    """Tell whether offices do not fit one person: held in several bodies at the same time."""
    spans: defaultdict[int, tuple[int, int]] = defaultdict(lambda: (1 << 62, 0))
    together: defaultdict[int, set[int]] = defaultdict(set)
    for office in found:
        if office.organization is None or office.former:
            continue
        first, last = spans[office.organization.id]
        spans[office.organization.id] = min(first, office.first), max(last, office.last)
        together[office.docid].add(office.organization.id)
    bodies = sorted(spans)
    return any(
        max(spans[one][0], spans[two][0]) < min(spans[one][1], spans[two][1])
        and not any({one, two} <= group for group in together.values())
        for i, one in enumerate(bodies)
        for two in bodies[i + 1 :]
    )
