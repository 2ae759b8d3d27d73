"""Writing events into an index: their rows, and the terms by which they are narrowed."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain
from typing import Any

from tui.archive.authorities import Authorities
from tui.archive.database import Database, Row
from tui.archive.entities import EntityTable
from tui.archive.entry import Broken, Entry
from tui.archive.identity import place_key, plain_key
from tui.archive.reading import Batch
from tui.archive.scan import Found
from tui.archive.schema import KIND, ORGANIZATION, PERSON, PLACE, YEAR, facet
from tui.record.problems import UnreadableError
from tui.record.reading import read

_TABLES: dict[str, int] = {
    "file": 6,
    "agreement": 8,
    "party": 4,
    "position": 6,
    "photo": 3,
}
"""The tables with rows of an event, and how many columns each has."""


class Writer:
    """Writes events into a database; rows are held back until :meth:`flush`."""

    def __init__(self, database: Database, authorities: Authorities, *, empty: bool) -> None:
        self._database = database
        self._authorities = authorities
        self.entities = EntityTable(database, empty=empty)
        self._folders: dict[bytes, int] = {
            bytes(path): int(id_) for id_, path in database.rows("SELECT id, path FROM folder")
        }
        self._agreement = int(database.rows("SELECT coalesce(max(id), 0) FROM agreement")[0][0])
        self._events: list[Row] = []
        self._terms: list[str] = []
        self._records: list[tuple[int, bytes]] = []
        self._rows: dict[str, list[Row]] = {table: [] for table in _TABLES}
        self._words: set[tuple[str, str]] = set()
        self._own: set[tuple[str]] = set()

    def add_batch(self, batch: Batch, docid_of: Callable[[Entry], int | None]) -> list[Entry]:
        """Write what came of some files; return the events that got no number."""
        self.add_words(batch.words)
        left: list[Entry] = []
        for entry in batch.entries:
            docid = docid_of(entry)
            if docid is None:
                left.append(entry)
            else:
                self.add(entry, docid)
        for broken in batch.broken:
            self.add_broken(broken)
        return left

    def add_words(self, words: Iterable[tuple[str, str]]) -> None:
        """Remember words, each folded and as it is written."""
        self._words.update(words)

    def add(self, entry: Entry, docid: int) -> None:
        """Write an event under a number."""
        ids = self._ids(entry)
        facets = sorted({id_ for group in ids.values() for id_ in group.values()})
        periods = sorted({(signed.start, signed.through) for signed in entry.agreements})
        place = next(iter(ids[PLACE].values()), 0)
        self._file(entry.file, docid)
        if self._database.keeps_records:
            self._records.append((docid, _content(entry.file)))
        self._events.append(
            (
                *(docid, entry.day, entry.id, entry.name, place),
                *(self.folder(entry.file.folder), entry.file.name),
                *(len(entry.people), len(entry.organizations), len(entry.agreements)),
                *(entry.photos, array("I", facets).tobytes()),
                array("I", chain.from_iterable(periods)).tobytes(),
            )
        )
        self._terms.append(" ".join((entry.terms, *map(facet, facets))))
        self._own.update((term,) for term in entry.rare)
        self.entities.count(facets, place, 1)
        self._add_agreements(entry, docid, ids, place)
        self._add_people(entry, docid, ids)

    def _ids(self, entry: Entry) -> dict[str, dict[str, int]]:
        """Return the entities of an event by sort and by the key that the entry has for them."""
        of = self.entities.of
        ids: dict[str, dict[str, int]] = {sort: {} for sort in "opkly"}
        for sort, mentions in ((ORGANIZATION, entry.organizations), (PERSON, entry.people)):
            for mention in mentions:
                key = self._authorities.key(sort, mention.key)
                fixed = self._authorities.names.get((sort, key), "")
                id_ = ids[sort][mention.key] = of(sort, key, mention.name, fixed)
                self.entities.spelt(id_, mention.name)
        for agreement in entry.agreements:
            if agreement.kind:
                kind = plain_key(agreement.kind)
                ids[KIND][agreement.kind] = of(KIND, kind, agreement.kind)
        if entry.place:
            ids[PLACE][entry.place] = of(PLACE, place_key(entry.place), entry.place)
        year = str(date.fromordinal(entry.day).year)
        ids[YEAR][year] = of(YEAR, year, year)
        return ids

    def _add_agreements(
        self, entry: Entry, docid: int, ids: dict[str, dict[str, int]], place: int
    ) -> None:
        for signed in entry.agreements:
            self._agreement += 1
            kind = ids[KIND].get(signed.kind, 0)
            row = (signed.id, signed.name, kind, signed.start, signed.through, signed.period)
            self._rows["agreement"].append((self._agreement, docid, *row))
            parties = {ids[ORGANIZATION][key] for key in signed.parties}
            self._rows["party"] += [
                (party, signed.through, self._agreement, place) for party in sorted(parties)
            ]

    def _add_people(self, entry: Entry, docid: int, ids: dict[str, dict[str, int]]) -> None:
        held: dict[tuple[Any, ...], None] = {}
        for position in entry.positions:
            person = ids[PERSON][position.person]
            organization = ids[ORGANIZATION].get(position.organization, 0)
            row = (person, entry.day, docid, organization, position.title, int(position.former))
            held[row] = None
        self._rows["position"] += held
        who = {**ids[PERSON], **ids[ORGANIZATION]}
        shown = dict.fromkeys((who[key], docid, number) for key, number in entry.depicted)
        self._rows["photo"] += shown

    def add_broken(self, broken: Broken) -> None:
        """Remember a file that is not an event, so that it is not read again before it changes."""
        self._file(broken.file, 0)

    def _file(self, file: Found, docid: int) -> None:
        row = (file.name, file.size, file.modified, file.inode, docid)
        self._rows["file"].append((self.folder(file.folder), *row))

    def folder(self, path: bytes) -> int:
        """Return the number of a folder."""
        if path not in self._folders:
            id_ = self._folders[path] = len(self._folders) + 1
            self._database.run("INSERT INTO folder VALUES(?, ?, ?)", (id_, path, 0))
        return self._folders[path]

    def flush(self) -> None:
        """Put the rows held back into the database."""
        if self._events:
            self._database.add_events(self._events, self._terms)
        if self._records:
            self._database.keep_records(self._records)
            self._records = []
        for table, columns in _TABLES.items():
            if self._rows[table]:
                marks = ",".join("?" * columns)
                sql = f"INSERT INTO {table} VALUES({marks})"
                self._database.run_many(sql, self._rows[table])
                self._rows[table] = []
        self._events, self._terms = [], []

    def finish(self) -> None:
        """Write what is known when all events are: entities, their names, words."""
        self.flush()
        self.entities.write()
        _put_new(self._database, "word", 2, self._words)
        _put_new(self._database, "own", 1, self._own)
        self._words, self._own = set(), set()


def _content(file: Found) -> bytes:
    """Return the content of a file; nothing of one that has gone since it was read."""
    try:
        return read(os.fsdecode(file.path))
    except UnreadableError:
        return b""


def _put_new(database: Database, table: str, columns: int, rows: Iterable[tuple[str, ...]]) -> None:
    marks = ",".join("?" * columns)
    sql = f"INSERT INTO {table} VALUES({marks}) ON CONFLICT DO NOTHING"
    database.run_many(sql, sorted(rows))
