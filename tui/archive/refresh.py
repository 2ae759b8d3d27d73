"""Bringing an index up to date with the files: what is new, other or gone, in one transaction."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from tui.archive import schema
from tui.archive.authorities import Authorities, authorities
from tui.archive.building import build
from tui.archive.cache import BusyError, locked
from tui.archive.database import Database
from tui.archive.docids import CrowdedError, free
from tui.archive.filling import SKIPPED
from tui.archive.opening import OpenArchive
from tui.archive.processes import read_beside
from tui.archive.progress import Clock, Report, nobody
from tui.archive.scan import Found, Scan
from tui.archive.sqlite import SqliteDatabase
from tui.archive.writer import Writer

_DEAD_SHARE = 5
"""An index in which one in so many numbers is dead is built anew."""


class Change(Struct, frozen=True):
    """What a refresh came to: how many files were new or other, and how many are gone.

    ``busy`` says that another process is at it.
    """

    read: int = 0
    gone: int = 0
    busy: bool = False

    def __bool__(self) -> bool:
        return bool(self.read or self.gone)


class _Difference:
    """What the files of an archive have other than its index."""

    def __init__(self) -> None:
        self.changed: list[Found] = []
        self.gone: list[tuple[int, bytes, int]] = []
        """Folder, name and number of each file whose rows go, changed ones too."""
        self.removed = 0


def refresh(opened: OpenArchive, report: Report = nobody) -> Change:
    """Bring an archive up to date; who reads it meanwhile sees it as it was.

    Raises :exc:`tui.archive.errors.ArchiveError` when the index cannot be written.
    """
    if not opened.roots:
        return Change()
    known = authorities(opened.roots)
    if opened.index is None:
        database = opened.store.database
        return _refresh(opened, database, known, report)
    try:
        with locked(opened.index, wait=False):
            if opened.is_replaced:
                opened.reopen()
            if opened.store.meta(schema.RESOLVED) != known.digest:
                return _rebuild(opened, known, report)
            writing = SqliteDatabase(opened.index, write=True)
            try:
                return _refresh(opened, writing, known, report)
            finally:
                writing.close()
    except BusyError:
        return Change(busy=True)


def _refresh(opened: OpenArchive, database: Database, known: Authorities, report: Report) -> Change:
    scan = Scan(opened.roots)
    difference = _compare(database, scan)
    change = Change(len(difference.changed), difference.removed)
    if not difference.changed and not difference.gone:
        return change
    try:
        with database.transaction():
            _apply(database, difference, scan, known, report)
    except CrowdedError:
        return _rebuild(opened, known, report)
    opened.store.forget()
    if opened.index is not None and _is_dying(database):
        return _rebuild(opened, known, report)
    return change


def _rebuild(opened: OpenArchive, known: Authorities, report: Report) -> Change:
    if opened.index is not None:
        build(opened.index, opened.roots, known, report)
        opened.reopen()
    events = opened.archive.count(opened.archive.everything(), 1 << 40)[0]
    return Change(read=events)


def _compare(database: Database, scan: Scan) -> _Difference:
    difference = _Difference()
    folders = {bytes(path): int(id_) for id_, path in database.rows("SELECT id, path FROM folder")}
    seen: set[bytes] = set()
    for folder, files in groupby(scan.files(), key=lambda file: file.folder):
        seen.add(folder)
        _compare_folder(database, difference, folders.get(folder, 0), files)
    for folder, id_ in folders.items():
        if folder not in seen:
            _compare_folder(database, difference, id_, ())
    return difference


def _compare_folder(
    database: Database, difference: _Difference, folder: int, files: Iterable[Found]
) -> None:
    sql = "SELECT name, size, modified, inode, docid FROM file WHERE folder = ?"
    known = {bytes(name): tuple(rest) for name, *rest in database.rows(sql, (folder,))}
    for file in files:
        was = known.pop(file.name, None)
        if was is not None and was[:3] == (file.size, file.modified, file.inode):
            continue
        difference.changed.append(file)
        if was is not None:
            difference.gone.append((folder, file.name, was[3]))
    difference.removed += len(known)
    difference.gone += [(folder, name, rest[3]) for name, rest in known.items()]


def _apply(
    database: Database, difference: _Difference, scan: Scan, known: Authorities, report: Report
) -> None:
    writer = Writer(database, known, empty=False)
    for folder, name, docid in difference.gone:
        database.run("DELETE FROM file WHERE folder = ? AND name = ?", (folder, name))
        if docid:
            _remove(database, writer, docid)
    clock = Clock(len(difference.changed), report)
    for batch in read_beside(difference.changed):
        for entry in batch.entries:
            writer.add(entry, free(database, entry.day))
            writer.flush()
        writer.add_words(batch.words)
        for broken in batch.broken:
            writer.add_broken(broken)
        clock.add(len(batch.entries) + len(batch.broken))
    for path, modified in scan.folders.items():
        sql = "UPDATE folder SET modified = ? WHERE id = ? AND modified <> ?"
        database.run(sql, (modified, writer.folder(path), modified))
    writer.finish()
    database.run("UPDATE meta SET value = ? WHERE name = ?", (str(len(scan.skipped)), SKIPPED))


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


def folders_changed(opened: OpenArchive) -> bool:
    """Tell quickly whether a folder has other files than it had; what is in them may be other.

    A file that is written anew under another name and renamed, as editors do, is noticed.
    """
    rows = opened.store.database.rows("SELECT path, modified FROM folder WHERE modified > 0")
    return any(_modified(bytes(path)) != modified for path, modified in rows)


def _modified(folder: bytes) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116  # Path takes no bytes
    except OSError:
        return 0


def broken_files(opened: OpenArchive) -> Iterator[bytes]:
    """Yield the paths of the files that are no events, in order; on a server none is."""
    if not opened.roots:
        return
    sql = (
        "SELECT d.path, f.name FROM file f JOIN folder d ON d.id = f.folder WHERE f.docid = 0 "
        "ORDER BY d.path, f.name"
    )
    for folder, name in opened.store.database.rows(sql):
        yield os.path.join(bytes(folder), bytes(name))  # noqa: PTH118  # Path takes no bytes
