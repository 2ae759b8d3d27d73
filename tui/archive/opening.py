"""Opening an archive: with the index there is, or else a new one; in memory where none is kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from tui.archive import schema
from tui.archive.archive import Archive
from tui.archive.authorities import Authorities, authorities
from tui.archive.cache import BusyError, cache_folder, has_journal, index_name, locked
from tui.archive.errors import ArchiveError, DamagedError
from tui.archive.progress import Report, nobody
from tui.archive.scan import real_roots
from tui.archive.sqlite import SqliteDatabase
from tui.archive.store import Store
from tui.locale import _
from tui.locale.system import reason

SCHEMES = ("postgresql://", "postgres://")


def is_server(name: str) -> bool:
    """Tell whether what somebody named is a server and no file."""
    return name.startswith(SCHEMES)


class OpenArchive:
    """An archive of files, its roots, and where its index is kept.

    ``notes`` are sentences on what was not as it should be.
    """

    def __init__(self, roots: tuple[bytes, ...], index: Path | None, archive: Archive) -> None:
        self.roots = roots
        """None of an archive on a server, which has no files here."""
        self.index = index
        """None for an index in memory, or on a server."""
        self.archive = archive
        self.notes: list[str] = []
        self._mark = _mark(index)

    @property
    def store(self) -> Store:
        """The one store of an archive of files."""
        return self.archive.stores[0]

    @property
    def is_replaced(self) -> bool:
        """Whether another process has put a new index in place."""
        return _mark(self.index)[0] != self._mark[0]

    def catch_up(self) -> bool:
        """Go on with the index as another process has left it; return whether one has."""
        is_other = _mark(self.index) != self._mark
        if self.is_replaced:
            self.reopen()
        elif is_other:
            self.written()
        return is_other

    def written(self) -> None:
        """Take note that the index has changed: what is known of its words is forgotten."""
        self.store.forget()
        self._mark = _mark(self.index)

    def reopen(self) -> None:
        """Go on with the index that is in place now.

        The old one goes when no thread reads it any more: closed now, it would take one down.
        """
        if self.index is not None:
            self.store.database = SqliteDatabase(self.index)
        self.written()

    def close(self) -> None:
        """Let go of the index."""
        self.archive.close()


def open_known(paths: Iterable[str | bytes], environ: Mapping[str, str]) -> OpenArchive | None:
    """Open an archive by the index there is, at once; none where there is none that can be used.

    A server is not asked: it may take its time.

    Raises:
        ArchiveError: ``archive.toml`` is wrong.
    """
    named = [os.fsdecode(path) for path in paths]
    if any(map(is_server, named)):
        return None
    roots = real_roots(named)
    known = authorities(roots)
    try:
        index = cache_folder(environ) / index_name(roots)
        return OpenArchive(roots, index, _one(usable(index, known))) if index.exists() else None
    except (ArchiveError, OSError):  # opening it in full will say why, or mend it
        return None


def open_archive(
    paths: Iterable[str | bytes],
    environ: Mapping[str, str],
    report: Report = nobody,
    *,
    rebuild: bool = False,
) -> OpenArchive:
    """Open the archive of all event files that are named or lie below named folders.

    What is named may also be servers, by their URLs.

    Raises:
        ArchiveError: ``archive.toml`` is wrong, or a server does not answer.
    """
    named = [os.fsdecode(path) for path in paths]
    if servers := [name for name in named if is_server(name)]:
        if len(servers) < len(named):
            raise ArchiveError(_("Name servers, or files and folders; not both."))
        from tui.archive.serving import open_servers  # with its engine: only for servers

        return OpenArchive((), None, open_servers(servers))
    roots = real_roots(named)
    known = authorities(roots)
    try:
        index = cache_folder(environ) / index_name(roots)
        return _with_index(roots, index, known, report, rebuild=rebuild)
    except (ArchiveError, OSError) as error:
        from tui.archive.building import build_in_memory  # not on start-up

        why = reason(error) + "." if isinstance(error, OSError) else str(error)
        opened = OpenArchive(roots, None, _one(build_in_memory(roots, known, report)))
        opened.notes += [why, _("The index is kept in memory for this run only.")]
        return opened


def _one(database: SqliteDatabase) -> Archive:
    return Archive([Store(database)])


def _with_index(
    roots: tuple[bytes, ...], index: Path, known: Authorities, report: Report, *, rebuild: bool
) -> OpenArchive:
    notes: list[str] = []
    if not rebuild and index.exists():
        try:
            return OpenArchive(roots, index, _one(usable(index, known)))
        except DamagedError as error:
            notes = [str(error), _("It is being rebuilt.")]
    from tui.archive.building import build  # not on start-up

    try:
        with locked(index, wait=False):
            build(index, roots, known, report)
    except BusyError:
        with locked(index, wait=True):  # until the other has built it
            if not index.exists():
                build(index, roots, known, report)
    opened = OpenArchive(roots, index, _one(usable(index, known)))
    opened.notes += notes
    return opened


def usable(index: Path, known: Authorities) -> SqliteDatabase:
    """Open an index for reading.

    Raises :exc:`DamagedError` when it is broken, of another version of the program, or of other
    authorities.
    """
    if has_journal(index):
        _settled(index)
    database = SqliteDatabase(index)
    try:
        version = database.rows("PRAGMA user_version")[0][0]
        sound = version == schema.VERSION and Store(database).meta(schema.RESOLVED) == known.digest
    except DamagedError:
        database.close()
        raise
    if not sound:
        database.close()
        raise DamagedError(_("The index is older than the program or than archive.toml."))
    return database


def _settled(index: Path) -> None:
    """Take back what a process that was killed had begun; one that lives has the lock."""
    from tui.archive.building import settle  # not on start-up

    try:
        with locked(index, wait=False):
            settle(index)
    except BusyError:
        return


def _mark(index: Path | None) -> tuple[int, int]:
    """Return what is other once a process has replaced an index, or written in it."""
    try:
        status = os.stat(index) if index else None  # noqa: PTH116  # one call in the loop
    except FileNotFoundError:
        return 0, 0
    return (status.st_ino, status.st_mtime_ns) if status else (0, 0)
