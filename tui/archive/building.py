"""Rebuilding an index: beside the old one, which stays until the new one is whole."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tui.archive import schema, sqlite
from tui.archive.authorities import Authorities
from tui.archive.cache import has_journal, put_in_place, remove
from tui.archive.filling import fill_well
from tui.archive.processes import read_beside
from tui.archive.progress import Report, nobody
from tui.archive.reading import Reader
from tui.archive.sqlite import SqliteDatabase

PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-100000")
_IN_MEMORY = "file:ktcn-tui-{name}?mode=memory&cache=shared"


def build(
    path: Path,
    roots: Sequence[bytes],
    authorities: Authorities,
    report: Report = nobody,
    read: Reader = read_beside,
) -> None:
    """Build the index of the roots and put it in place at ``path``."""
    temporary = path.with_suffix(".new")
    started: list[SqliteDatabase] = []

    def start() -> SqliteDatabase:
        _close(started)
        remove(temporary)
        database = SqliteDatabase(temporary, write=True)
        started.append(database)
        for pragma in PRAGMAS:
            database.rows(f"PRAGMA {pragma}")
        database.run("BEGIN")
        sqlite.create(database)
        return database

    try:
        fill_well(start, roots, authorities, report, read=read)
        _finish(started[0])
        _close(started)
        _settle(path)
        put_in_place(temporary, path)
    finally:
        _close(started)
        remove(temporary)


def build_in_memory(
    roots: Sequence[bytes], authorities: Authorities, report: Report = nobody
) -> SqliteDatabase:
    """Build the index of the roots in memory, where it can be kept nowhere else."""
    started: list[SqliteDatabase] = []

    def start() -> SqliteDatabase:
        _close(started)
        database = SqliteDatabase(_IN_MEMORY.format(name=os.urandom(8).hex()), write=True)
        started.append(database)
        database.run("BEGIN")
        sqlite.create(database)
        return database

    fill_well(start, roots, authorities, report)
    _finish(started[0])
    return started[0]


def settle(path: Path) -> None:
    """Take back what somebody began to write in an index and was killed at."""
    database = SqliteDatabase(path, write=True)
    try:
        with database.transaction():
            pass
    finally:
        database.close()


def _settle(path: Path) -> None:
    """Leave no journal behind beside an index that is replaced: it is of the old one."""
    if has_journal(path):
        remove(path)


def _finish(database: SqliteDatabase) -> None:
    sqlite.finish(database)
    database.run(f"PRAGMA user_version={schema.VERSION}")
    database.run("COMMIT")


def _close(started: list[SqliteDatabase]) -> None:
    for database in started:
        database.close()
    started.clear()
