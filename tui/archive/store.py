"""What one index answers: events, counts, facets, names. Files are not read here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tui.archive.counted import COUNTED, Counted, counted
from tui.archive.database import Database, Row, after
from tui.archive.expression import EVERYTHING, Expression
from tui.archive.generic import Generics
from tui.archive.selection import Selection
from tui.record.loading import load, loads
from tui.record.model import Record
from tui.record.reading import shown_name

if TYPE_CHECKING:
    from tui.archive.candidates import Candidates

_MOST_FORMS = 4_000
_COLUMNS = (
    "e.docid, e.day, e.id, e.name, coalesce(p.name, ''), f.path, e.file, e.people, "
    "e.organizations, e.agreements, e.photos"
)
_AT_ONCE = 10_000
"""Events whose facets are read at once."""
_JOINS = " LEFT JOIN entity p ON p.id = e.place JOIN folder f ON f.id = e.folder"


class EventRow(Struct, frozen=True):
    """An event as a list shows it. ``shard`` says which index has it, ``docid`` where."""

    shard: int
    docid: int
    day: int
    id: str
    name: str
    place: str
    path: bytes
    people: int
    organizations: int
    agreements: int
    photos: int


class EntityRow(Struct, frozen=True):
    """An organisation, a person, a kind, a place or a year, and in how many events it is."""

    id: int
    sort: str
    key: str
    name: str
    events: int


class Store:
    """One index, read. What it has learned of its words is forgotten by :meth:`forget`."""

    def __init__(self, database: Database, number: int = 0) -> None:
        self.database = database
        self.number = number
        self._written = lru_cache(2_000)(self._read_written)

    @cached_property
    def candidates(self) -> Candidates:
        """Makes of words what finds the events that may have them."""
        from tui.archive.candidates import Candidates  # with much of search: not on start-up

        return Candidates(self)

    @cached_property
    def generics(self) -> Generics:
        """Whom generic names mean."""
        return Generics(self.database)

    @cached_property
    def _own(self) -> frozenset[str]:
        sql = "SELECT term FROM own WHERE term >= '!' AND term < '\"'"
        return frozenset(str(row[0]) for row in self.database.rows(sql))

    def forget(self) -> None:
        """Ask the index again, which has changed."""
        for name in ("generics", "_own"):
            self.__dict__.pop(name, None)
        self._written.cache_clear()

    # The vocabulary of candidates.

    def beginning(self, prefix: str, otherwise: Expression) -> Expression:
        """Return what has a term that begins so, or ``otherwise`` where these are too many."""
        return self.database.beginning(prefix, otherwise)

    def written(self, key: str, prefix: str) -> Sequence[str] | None:
        """Return the written forms of a word, or of those that begin so; none for too many."""
        return self._written(key, prefix)

    def _read_written(self, key: str, prefix: str) -> Sequence[str] | None:
        sql = "SELECT written FROM word WHERE folded = ?"
        parameters = [key]
        if prefix:
            sql += " OR (folded >= ? AND folded < ?)"
            parameters += [prefix, after(prefix)]
        rows = self.database.rows(sql + " LIMIT ?", (*parameters, _MOST_FORMS + 1))
        return None if len(rows) > _MOST_FORMS else tuple(str(row[0]) for row in rows)

    def has_own(self, term: str) -> bool:
        """Tell whether any file has an abbreviation of its own of this term."""
        return term in self._own

    # Events.

    def newest(
        self, selection: Selection, limit: int, before: int = 0, columns: str = _COLUMNS
    ) -> list[Row]:
        """Return rows of events, the newest first, from those before a number on."""
        joins = _JOINS if columns is _COLUMNS else ""
        if signed := selection.of_agreements(before):
            sql = (
                f"SELECT {columns} FROM ({signed[0]} LIMIT ?) m JOIN event e ON e.docid = m.docid"
                f"{joins} ORDER BY e.docid DESC"
            )
            return self.database.rows(sql, (*signed[1], limit))
        match = self.database.match(selection.expression)
        condition, parameters = selection.condition()
        if before:
            condition += f" AND {match.docid} < ?"
            parameters.append(before)
        sql = (
            f"SELECT {columns} FROM {match.tables}{joins} WHERE {match.condition}{condition} "
            f"ORDER BY {match.docid} DESC LIMIT ?"
        )
        return self.database.rows(sql, (*match.parameters, *parameters, limit))

    def events(self, selection: Selection, limit: int, before: int = 0) -> list[EventRow]:
        """Return events, the newest first, from those before a number on."""
        return [self._event(row) for row in self.newest(selection, limit, before)]

    def event(self, docid: int) -> EventRow | None:
        """Return an event by its number."""
        sql = f"SELECT {_COLUMNS} FROM event e{_JOINS} WHERE e.docid = ?"
        return next(map(self._event, self.database.rows(sql, (docid,))), None)

    def event_at(self, path: bytes) -> EventRow | None:
        """Return the event of a file."""
        sql = (
            f"SELECT {_COLUMNS} FROM folder d JOIN file i ON i.folder = d.id "
            f"JOIN event e ON e.docid = i.docid{_JOINS} WHERE d.path = ? AND i.name = ?"
        )
        return next(map(self._event, self.database.rows(sql, os.path.split(path))), None)

    def events_by_number(self, docids: Iterable[int]) -> dict[int, EventRow]:
        """Return events by their numbers."""
        wanted = sorted(set(docids))
        found: dict[int, EventRow] = {}
        for at in range(0, len(wanted), 500):
            some = wanted[at : at + 500]
            marks = ",".join("?" * len(some))
            sql = f"SELECT {_COLUMNS} FROM event e{_JOINS} WHERE e.docid IN ({marks})"
            found |= {int(row[0]): self._event(row) for row in self.database.rows(sql, some)}
        return found

    def _event(self, row: Row) -> EventRow:
        docid, day, id_, name, place, folder, file, *counts = row
        path = os.path.join(bytes(folder), bytes(file))  # noqa: PTH118  # Path takes no bytes
        return EventRow(self.number, docid, day, id_, name, place, path, *counts)

    def record(self, row: EventRow) -> Record:
        """Return the record of an event, from its file or from where that is kept.

        Raises:
            RecordError: It is not an event any more.
        """
        content = self.database.record(row.docid)
        path = os.fsdecode(row.path)
        return load(path) if content is None else loads(content, shown_name(path))

    def before_day(self, day: int) -> int:
        """Return the number that all events up to a day are before."""
        sql = "SELECT docid FROM event WHERE day > ? ORDER BY day, docid LIMIT 1"
        return next((int(row[0]) for row in self.database.rows(sql, (day,))), 1 << 62)

    def count(self, selection: Selection, limit: int) -> int:
        """Return how many events there are, at most ``limit``."""
        if selection.expression == EVERYTHING and not selection.days:
            return min(limit, int(self.database.rows("SELECT count(*) FROM event")[0][0]))
        if signed := selection.of_agreements():
            found, parameters = signed
        else:
            match = self.database.match(selection.expression)
            condition, of_days = selection.condition()
            parameters = [*match.parameters, *of_days]
            found = (
                f"SELECT 1 FROM {match.tables} WHERE {match.condition}{condition} "
                f"ORDER BY {match.docid} DESC"
            )
        sql = f"SELECT count(*) FROM ({found} LIMIT ?) x"
        return int(self.database.rows(sql, (*parameters, limit))[0][0])

    def facets(self, selection: Selection, limit: int) -> Counted:
        """Return what the newest events have; so many at once that memory stays bounded."""
        found = Counted()
        before = 0
        while left := min(limit - found.events, _AT_ONCE):
            rows = self.newest(selection, left, before, f"{COUNTED}, e.docid")
            found = found.plus(counted(rows, self.generics))
            if len(rows) < left:
                break
            before = int(rows[-1][3])
        return found

    def facets_of(self, docids: Iterable[int]) -> Counted:
        """Return what some events have, by their numbers."""
        wanted = sorted(set(docids))
        rows: list[Row] = []
        for at in range(0, len(wanted), 500):
            some = wanted[at : at + 500]
            sql = f"SELECT {COUNTED} FROM event e WHERE e.docid IN ({marks(some)})"
            rows += self.database.rows(sql, some)
        return counted(rows, self.generics)

    # Entities.

    def entities(self, ids: Iterable[int]) -> dict[int, EntityRow]:
        """Return entities by their numbers."""
        wanted = sorted(set(ids))
        found: dict[int, EntityRow] = {}
        for at in range(0, len(wanted), 500):
            some = wanted[at : at + 500]
            marks = ",".join("?" * len(some))
            sql = f"SELECT id, sort, key, name, n FROM entity WHERE id IN ({marks})"
            found |= {int(row[0]): EntityRow(*row) for row in self.database.rows(sql, some)}
        return found

    def most_frequent(self, sort: str, limit: int) -> list[EntityRow]:
        """Return the entities of a sort that are in most events."""
        sql = (
            "SELECT id, sort, key, name, n FROM entity WHERE sort = ? AND n > 0 "
            "ORDER BY n DESC LIMIT ?"
        )
        return [EntityRow(*row) for row in self.database.rows(sql, (sort, limit))]

    def by_key(self, sorts: str, key: str) -> list[EntityRow]:
        """Return the entities of some sorts that have a key."""
        marks = ",".join("?" * len(sorts))
        sql = f"SELECT id, sort, key, name, n FROM entity WHERE sort IN ({marks}) AND key = ?"
        found = self.database.rows(sql + " AND n > 0", (*sorts, key))
        return [EntityRow(*row) for row in found]

    def named(self, words: Sequence[str], last: str, sorts: str, limit: int) -> list[EntityRow]:
        """Return entities by words of their names, the most frequent first."""
        ids = self.database.named(words, last, sorts, limit)
        found = self.entities(ids)
        return [found[id_] for id_ in ids if id_ in found]

    def events_of(self, entity: int) -> Expression:
        """Return what finds the events of an entity."""
        return self.generics.events_of(entity)

    def spellings(self, entity: int) -> list[tuple[str, int]]:
        """Return how an entity is called, the most frequent first."""
        sql = "SELECT name, n FROM spelling WHERE entity = ? ORDER BY n DESC, name LIMIT 50"
        return [(str(name), int(n)) for name, n in self.database.rows(sql, (entity,))]

    def meta(self, name: str) -> str:
        """Return what the index remembers by a name, or ''."""
        rows = self.database.rows("SELECT value FROM meta WHERE name = ?", (name,))
        return next((str(row[0]) for row in rows), "")


def marks(values: Sequence[Any]) -> str:
    """Return the place-holders of some values."""
    return ",".join("?" * len(values))
