"""Noticing what becomes of the files of an archive while it is open, by little work each time."""

from __future__ import annotations

import os
from collections.abc import Iterable

from msgspec.structs import replace

from tui.archive.difference import Altered, known_states, state
from tui.archive.opening import OpenArchive
from tui.archive.progress import Report, nobody
from tui.archive.refresh import Change, refresh
from tui.archive.scan import AUTHORITIES, found_at
from tui.archive.store import EventRow

FOLDERS = 2_000
"""Folders that are looked at each time; of more the next ones the next time."""
FILES = 2_000
"""Files that are looked at each time besides those in view; of more the next ones the next time."""


class Watch:
    """Looks time and again whether the files of an archive are as its index has them.

    Make one when an archive is open and up to date, and call :meth:`look` about once a second in
    a worker. A look costs some milliseconds whatever the size of the archive: it asks the system
    for the state of the index, of ``archive.toml``, of the files in view, of :data:`FOLDERS`
    folders, where files come, go or are renamed, and of :data:`FILES` files, which may be written
    in place. So the next look sees what becomes of a file in view, or of any file in an archive
    of no more than these; in a larger one a file written in place out of view is seen when its
    turn comes, after as many looks as the archive has thousands of files, halved.
    """

    def __init__(self, opened: OpenArchive, *, folders: int = FOLDERS, files: int = FILES) -> None:
        self._opened = opened
        self._most_folders = folders
        self._most_files = files
        self._folder = 0
        self._file: tuple[int, bytes] = (0, b"")
        """The last folder and the last file that was looked at."""
        self._authorities = self._authority_files()

    def look(self, in_view: Iterable[EventRow] = (), report: Report = nobody) -> Change:
        """Look once, and bring the index up to date where a file is other.

        Only what was seen to be other is read. Where the change is true ask again: the rows there
        were may be of events that are other or gone. Servers are never looked at.

        Args:
            in_view: The events on the screen, whose files are looked at each time.
            report: Is told of progress, and ends the work by raising.

        Raises:
            ArchiveError: The index cannot be read or written, or ``archive.toml`` is wrong.
        """
        if not self._opened.roots:
            return Change()
        elsewhere = self._opened.catch_up()
        altered = self.altered(in_view)
        if altered.authorities:
            self._authorities = self._authority_files()
        change = refresh(self._opened, report, altered) if altered else Change()
        return replace(change, elsewhere=change.elsewhere or elsewhere)

    def altered(self, in_view: Iterable[EventRow] = ()) -> Altered:
        """Return where files are other than the index has them, among those whose turn it is."""
        paths = {row.path: None for row in in_view if self._is_other(row.path)}
        return Altered(
            folders=tuple(self._next_folders()),
            files=tuple(paths | dict.fromkeys(self._next_files())),
            authorities=self._authority_files() != self._authorities,
        )

    def _is_other(self, path: bytes) -> bool:
        known = known_states(self._opened.store.database, *os.path.split(path))
        return any(_state(path) != was for _folder, _docid, was in known)

    def _next_folders(self) -> Iterable[bytes]:
        sql = (
            "SELECT id, path, modified FROM folder WHERE id > ? AND modified > 0 "
            "ORDER BY id LIMIT ?"
        )
        parameters = (self._folder, self._most_folders)
        rows = self._opened.store.database.rows(sql, parameters)
        self._folder = int(rows[-1][0]) if len(rows) == self._most_folders else 0
        for _id, path, modified in rows:
            if _modified(bytes(path)) != modified:
                yield bytes(path)

    def _next_files(self) -> Iterable[bytes]:
        sql = (
            "SELECT f.folder, f.name, d.path, f.size, f.modified, f.inode FROM file f "
            "JOIN folder d ON d.id = f.folder WHERE (f.folder, f.name) > (?, ?) "
            "ORDER BY f.folder, f.name LIMIT ?"
        )
        parameters = (*self._file, self._most_files)
        rows = self._opened.store.database.rows(sql, parameters)
        is_full = len(rows) == self._most_files
        self._file = (int(rows[-1][0]), bytes(rows[-1][1])) if is_full else (0, b"")
        for _folder, name, folder, *known in rows:
            path = os.path.join(bytes(folder), bytes(name))  # noqa: PTH118  # Path takes no bytes
            if _state(path) != tuple(known):
                yield path

    def _authority_files(self) -> tuple[tuple[int, int, int] | None, ...]:
        return tuple(
            _state(os.path.join(root, AUTHORITIES))  # noqa: PTH118  # Path takes no bytes
            for root in self._opened.roots
        )


def _state(path: bytes) -> tuple[int, int, int] | None:
    """Return what tells a change of a file; none where there is none."""
    try:
        found = found_at(path)
    except OSError:
        return None
    return state(found) if found else None


def _modified(folder: bytes) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116  # Path takes no bytes
    except OSError:
        return 0
