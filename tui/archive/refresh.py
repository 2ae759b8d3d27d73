"""Bringing an index up to date with the files: what is new, other or gone, in one transaction."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tui.archive import schema
from tui.archive.authorities import Authorities, authorities
from tui.archive.building import build
from tui.archive.cache import BusyError, locked
from tui.archive.database import Database
from tui.archive.difference import Altered, Difference, difference, difference_at
from tui.archive.docids import CrowdedError, free
from tui.archive.filling import SKIPPED
from tui.archive.opening import OpenArchive
from tui.archive.processes import read_beside
from tui.archive.progress import Clock, Report, nobody
from tui.archive.sqlite import SqliteDatabase
from tui.archive.writer import Writer

_DEAD_SHARE = 5
"""An index in which one in so many numbers is dead is rebuilt."""


class Change(Struct, frozen=True):
    """What a refresh came to: how many files were new or other, and how many are gone.

    ``elsewhere`` says that another process has brought the index up to date, ``busy`` that one is
    at it.
    """

    read: int = 0
    gone: int = 0
    elsewhere: bool = False
    busy: bool = False

    def __bool__(self) -> bool:
        return bool(self.read or self.gone or self.elsewhere)


def refresh(opened: OpenArchive, report: Report = nobody, altered: Altered | None = None) -> Change:
    """Bring an archive up to date; who reads it meanwhile sees it as it was.

    Args:
        altered: Where files were seen to be other; all are looked at unless it is given.

    Raises :exc:`tui.archive.errors.ArchiveError` when the index cannot be written.
    """
    if not opened.roots:
        return Change()
    refreshing = _Refreshing(opened, authorities(opened.roots), report, altered)
    if opened.index is None:
        return refreshing.write(opened.store.database)
    try:
        with locked(opened.index, wait=False):
            elsewhere = opened.catch_up()
            change = refreshing.in_file(opened.index)
            opened.written()
            return replace(change, elsewhere=elsewhere)
    except BusyError:
        return Change(busy=True)


class _Refreshing:
    """One refresh of an archive."""

    def __init__(
        self, opened: OpenArchive, known: Authorities, report: Report, altered: Altered | None
    ) -> None:
        self._opened = opened
        self._known = known
        self._report = report
        self._altered = altered

    def in_file(self, index: Path) -> Change:
        """Refresh the index in a file, which nobody else writes."""
        if self._opened.store.meta(schema.RESOLVED) != self._known.digest:
            return self._rebuild()
        writing = SqliteDatabase(index, write=True)
        try:
            return self.write(writing)
        finally:
            writing.close()

    def write(self, database: Database) -> Change:
        """Write what has changed into the index."""
        found = difference_at(database, self._altered) if self._altered else None
        if found is None:
            found = difference(database, self._opened.roots)
        if not found:
            return Change()
        try:
            with database.transaction():
                _apply(database, found, self._known, self._report)
        except CrowdedError:
            return self._rebuild()
        self._opened.store.forget()
        if self._opened.index is not None and _is_dying(database):
            return self._rebuild()
        return Change(len(found.changed), found.removed)

    def _rebuild(self) -> Change:
        opened = self._opened
        if opened.index is not None:
            build(opened.index, opened.roots, self._known, self._report)
            opened.reopen()
        events = opened.archive.count(opened.archive.everything(), 1 << 40)[0]
        return Change(read=events)


def _apply(database: Database, found: Difference, known: Authorities, report: Report) -> None:
    writer = Writer(database, known, empty=False)
    for folder, name, docid in found.gone:
        database.run("DELETE FROM file WHERE folder = ? AND name = ?", (folder, name))
        if docid:
            _remove(database, writer, docid)
    clock = Clock(len(found.changed), report)
    for batch in read_beside(found.changed):
        for entry in batch.entries:
            writer.add(entry, free(database, entry.day))
            writer.flush()
        writer.add_words(batch.words)
        for broken in batch.broken:
            writer.add_broken(broken)
        clock.add(len(batch.entries) + len(batch.broken))
    for path, modified in found.folders.items():
        sql = "UPDATE folder SET modified = ? WHERE id = ?"
        database.run(sql, (modified, writer.folder(path)))
    writer.finish()
    if found.skipped is not None:
        database.run("UPDATE meta SET value = ? WHERE name = ?", (str(found.skipped), SKIPPED))


def _remove(database: Database, writer: Writer, docid: int) -> None:
    """Remove an event; its number stays taken, as its terms stay where they are."""
    sql = "SELECT day, place, entities FROM event WHERE docid = ?"
    for day, place, entities in database.rows(sql, (docid,)):
        writer.entities.count(array("I", bytes(entities)), place, -1)
        database.run("INSERT INTO dead VALUES(?, ?)", (docid, day))
    agreements = "SELECT id FROM agreement WHERE docid = ?"
    database.run(f"DELETE FROM party WHERE agreement IN ({agreements})", (docid,))
    for table in ("agreement", "position", "photo", "event"):
        database.run(f"DELETE FROM {table} WHERE docid = ?", (docid,))


def _is_dying(database: Database) -> bool:
    dead, alive = (
        int(database.rows(f"SELECT count(*) FROM {table}")[0][0]) for table in ("dead", "event")
    )
    return dead > 100 and dead * _DEAD_SHARE > alive + dead


def broken_files(opened: OpenArchive) -> Iterator[bytes]:
    """Yield the paths of the files that are not events, in order; on a server none is."""
    if not opened.roots:
        return
    sql = (
        "SELECT d.path, f.name FROM file f JOIN folder d ON d.id = f.folder WHERE f.docid = 0 "
        "ORDER BY d.path, f.name"
    )
    for folder, name in opened.store.database.rows(sql):
        yield os.path.join(bytes(folder), bytes(name))  # noqa: PTH118  # Path takes no bytes
