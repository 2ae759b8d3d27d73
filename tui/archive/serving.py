"""An archive on servers: opened, and filled from files."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

from tui.archive import postgresql, schema
from tui.archive.archive import Archive
from tui.archive.authorities import Authorities, authorities
from tui.archive.errors import ArchiveError, DamagedError
from tui.archive.filling import fill_well
from tui.archive.postgresql import NEW, SCHEMA, PostgresDatabase
from tui.archive.progress import Report, nobody
from tui.archive.scan import real_roots
from tui.archive.store import Store
from tui.locale import _

VERSION = "version"
"""The name in ``meta`` of the version of the tables."""


def open_servers(urls: Sequence[str]) -> Archive:
    """Open the archive that lies on one server, or in parts on several.

    Raises:
        ArchiveError: A server does not answer, or holds no archive of this version.
    """
    with ExitStack() as stack:
        stores: list[Store] = []
        for number, url in enumerate(urls):
            database = PostgresDatabase(url)
            stack.callback(database.close)
            stores.append(Store(database, number))
            if stores[-1].meta(VERSION) != str(schema.VERSION):
                raise DamagedError(_("The server holds an archive of another version."))
        stack.pop_all()
        return Archive(stores)


def fill_servers(urls: Sequence[str], paths: Sequence[str], report: Report = nobody) -> None:
    """Fill servers with the events below folders, each with the years that fall to it.

    Who reads meanwhile sees what was there before.

    Raises:
        ArchiveError: A server does not answer, or is being filled by somebody else.
    """
    roots = real_roots(paths)
    known = authorities(roots)
    for number, url in enumerate(urls):
        _fill(url, roots, known, report, (number, len(urls)))


def _fill(
    url: str, roots: Sequence[bytes], known: Authorities, report: Report, part: tuple[int, int]
) -> None:
    connection = postgresql.connect(url)
    try:
        with postgresql.named_errors():
            lock = "SELECT pg_try_advisory_lock(hashtext('ktcn-tui'))"
            if (True,) not in connection.execute(lock).fetchall():
                raise ArchiveError(_("Another process is filling this server right now."))

        def start() -> PostgresDatabase:
            with postgresql.named_errors():
                connection.execute(f"DROP SCHEMA IF EXISTS {NEW} CASCADE")
                connection.execute(f"CREATE SCHEMA {NEW}")
            database = PostgresDatabase(url, NEW)
            postgresql.create(database)
            return database

        database = fill_well(start, roots, known, report, part=part)
        assert isinstance(database, PostgresDatabase)
        postgresql.finish(database)
        database.run("INSERT INTO meta VALUES(?, ?)", (VERSION, str(schema.VERSION)))
        database.close()
        with postgresql.named_errors(), connection.transaction():
            connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
            connection.execute(f"ALTER SCHEMA {NEW} RENAME TO {SCHEMA}")
    finally:
        connection.close()
