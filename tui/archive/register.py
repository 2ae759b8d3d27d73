"""The register: the agreements of all events, with their parties, periods and states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tui.archive.archive import Archive, newest_first
from tui.archive.database import Row
from tui.archive.expression import EVERYTHING
from tui.archive.question import Question
from tui.archive.selection import Days, Selection
from tui.archive.states import in_force as days_in_force
from tui.archive.states import state_of
from tui.archive.store import EntityRow, EventRow, Store, marks
from tui.document.periods import State

PAGE = 200
COLUMNS = "a.id, a.docid, a.local, a.name, a.kind, a.start, a.through, a.period"


class Party(Struct, frozen=True):
    """A party to an agreement, by its number in the index and by its name."""

    entity: int
    name: str


class Agreement(Struct, frozen=True):
    """An agreement of the register. ``id`` is its own in the file of its event."""

    event: EventRow
    id: str
    name: str
    kind: str
    parties: tuple[Party, ...]
    start: int
    through: int
    period: str
    state: State


class Wanted(Struct, frozen=True):
    """Which agreements of an event are wanted, in one index."""

    selection: Selection
    days: tuple[Days, ...] = ()
    kinds: tuple[int, ...] = ()
    parties: tuple[tuple[int, ...], ...] = ()
    """Of each group of organisations one must be a party."""


def register(
    archive: Archive, question: Question, day: date, days: Sequence[Days] = ()
) -> Iterator[Agreement]:
    """Yield the agreements of the events of a question, the newest first, states on a day.

    An organisation or a kind in the question is that of the agreement itself. Words are looked for
    in the event.
    """
    if question.is_exact:
        yield from _exactly(archive, question, day, days)
        return
    for row, _seen in archive.found(question):
        store = archive.stores[row.shard]
        wanted = _wanted(store, question, days)
        yield from _of_events(store, wanted, day, {row.docid: row})


def count_agreements(archive: Archive, question: Question, day: date) -> tuple[int, int] | None:
    """Return how many agreements a register has, and how many of them are in force on a day.

    None where the files of the events would have to be read for it.
    """
    if not question.is_exact:
        return None
    total = in_force = 0
    for store in archive.stores:
        wanted = _wanted(store, question, ())
        total += _count(store, wanted)
        in_force += _count(store, replace(wanted, days=(*wanted.days, days_in_force(day))))
    return total, in_force


def _count(store: Store, wanted: Wanted) -> int:
    condition, parameters = _condition(store, wanted)
    if wanted.selection.expression == EVERYTHING:
        sql = f"SELECT count(*) FROM agreement a WHERE {condition}"
        return int(store.database.rows(sql, parameters)[0][0])
    match = store.database.match(wanted.selection.expression)
    sql = (
        f"SELECT count(*) FROM agreement a WHERE {condition} AND a.docid IN "
        f"(SELECT {match.docid} FROM {match.tables} WHERE {match.condition})"
    )
    return int(store.database.rows(sql, (*parameters, *match.parameters))[0][0])


def _exactly(
    archive: Archive, question: Question, day: date, days: Sequence[Days]
) -> Iterator[Agreement]:
    pages = [_pages(store, _wanted(store, question, days), day) for store in archive.stores]
    if len(pages) == 1:
        yield from pages[0]
        return
    from heapq import merge

    yield from merge(*pages, key=lambda agreement: newest_first(agreement.event))


def _wanted(store: Store, question: Question, days: Sequence[Days]) -> Wanted:
    selection = question.selections[store.number]
    kinds: tuple[int, ...] = ()
    parties: list[tuple[int, ...]] = []
    for meant in question.meant:
        ids = tuple(sorted(meant.entities[store.number]))
        if meant.field == "kind" and not meant.refused:
            kinds = ids
        elif meant.field == "organization" and not meant.refused:
            parties.append(ids)
    events = Selection(selection.expression)
    return Wanted(events, (*question.days, *days), kinds, tuple(parties))


def _pages(store: Store, wanted: Wanted, day: date) -> Iterator[Agreement]:
    before = 0
    while docids := _events(store, wanted, before):
        rows = store.events_by_number(docids)
        yield from _of_events(store, wanted, day, rows)
        before = min(docids)


def _events(store: Store, wanted: Wanted, before: int) -> list[int]:
    """Return the numbers of the next events that have wanted agreements, the newest first."""
    condition, parameters = _condition(store, wanted)
    if wanted.selection.expression == EVERYTHING:
        bound = " AND a.docid < ?" if before else ""
        sql = (
            f"SELECT DISTINCT a.docid FROM agreement a WHERE {condition}{bound} "
            "ORDER BY a.docid DESC LIMIT ?"
        )
        found = store.database.rows(sql, (*parameters, *([before] if before else []), PAGE))
        return [int(row[0]) for row in found]
    match = store.database.match(wanted.selection.expression)
    bound = f" AND {match.docid} < ?" if before else ""
    sql = (
        f"SELECT {match.docid} FROM {match.tables} WHERE {match.condition}{bound} AND EXISTS "
        f"(SELECT 1 FROM agreement a WHERE a.docid = e.docid AND {condition}) "
        f"ORDER BY {match.docid} DESC LIMIT ?"
    )
    bounds = [before] if before else []
    found = store.database.rows(sql, (*match.parameters, *bounds, *parameters, PAGE))
    return [int(row[0]) for row in found]


def _condition(store: Store, wanted: Wanted) -> tuple[str, list[Any]]:
    """Return which agreements ``a`` are wanted, as SQL, and its parameters."""
    parts = ["1 = 1"]
    parameters: list[Any] = []
    for days in wanted.days:
        refused = "NOT " if days.refused else ""
        parts.append(f"{refused}(a.start BETWEEN ? AND ? AND a.through BETWEEN ? AND ?)")
        parameters += days.bounds
    if wanted.kinds:
        parts.append(f"a.kind IN ({marks(wanted.kinds)})")
        parameters += wanted.kinds
    for group in wanted.parties:
        condition, of_group = party_condition(store, group)
        parts.append(f"EXISTS (SELECT 1 FROM party q WHERE q.agreement = a.id AND {condition})")
        parameters += of_group
    return " AND ".join(parts), parameters


def party_condition(store: Store, entities: Sequence[int]) -> tuple[str, list[Any]]:
    """Return which rows ``q`` of ``party`` are of one of some organisations, as SQL."""
    parts = [f"q.entity IN ({marks(entities)})"]
    parameters: list[Any] = list(entities)
    for entity in entities:
        for generic, place in store.generics.names_of(entity):
            parts.append("(q.entity = ? AND q.place = ?)")
            parameters += [generic, place]
    return f"({' OR '.join(parts)})", parameters


def _of_events(
    store: Store, wanted: Wanted, day: date, events: dict[int, EventRow]
) -> Iterator[Agreement]:
    condition, parameters = _condition(store, wanted)
    docids = sorted(events, reverse=True)
    sql = (
        f"SELECT {COLUMNS} FROM agreement a WHERE a.docid IN ({marks(docids)}) AND {condition} "
        "ORDER BY a.docid DESC, a.id"
    )
    yield from agreements(store, store.database.rows(sql, (*docids, *parameters)), day, events)


def agreements(
    store: Store, rows: Sequence[Row], day: date, events: dict[int, EventRow]
) -> Iterator[Agreement]:
    """Yield the agreements of rows of :data:`COLUMNS`, with their parties and states on a day."""
    parties = parties_of(store, [int(row[0]) for row in rows])
    kinds = store.entities(int(row[4]) for row in rows if row[4])
    for id_, docid, local, name, kind, start, through, period in rows:
        if docid in events:
            yield Agreement(
                event=events[docid],
                id=local,
                name=name,
                kind=kinds[kind].name if kind in kinds else "",
                parties=tuple(parties.get(id_, ())),
                start=start,
                through=through,
                period=period,
                state=state_of(start, through, day),
            )


def parties_of(store: Store, agreements: Iterable[int]) -> dict[int, list[Party]]:
    """Return the parties of agreements, by the numbers of these."""
    wanted = sorted(agreements)
    members: list[tuple[int, int]] = []
    for at in range(0, len(wanted), 500):
        some = wanted[at : at + 500]
        sql = f"SELECT agreement, entity, place FROM party WHERE agreement IN ({marks(some)})"
        members += [
            (agreement, store.generics.entity(entity, place))
            for agreement, entity, place in store.database.rows(sql, some)
        ]
    names: dict[int, EntityRow] = store.entities(entity for _agreement, entity in members)
    found: defaultdict[int, list[Party]] = defaultdict(list)
    for agreement, entity in members:
        found[agreement].append(Party(entity, names[entity].name))
    return found
