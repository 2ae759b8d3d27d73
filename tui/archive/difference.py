"""What the files of an archive have other than its index: everywhere, or where it was seen."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct

from tui.archive.database import Database
from tui.archive.scan import Found, Scan, found_at

Known: TypeAlias = tuple[int, int, int]
"""Size, time and inode of a file, as the index has them."""


class Altered(Struct, frozen=True):
    """Where files were seen to be other than the index has them."""

    folders: tuple[bytes, ...] = ()
    """Folders in which files came, went or were renamed."""
    files: tuple[bytes, ...] = ()
    """Paths of files that are known, and are other."""
    authorities: bool = False
    """Whether ``archive.toml`` is another one."""

    def __bool__(self) -> bool:
        return bool(self.folders or self.files or self.authorities)


class Difference:
    """What is new, other or gone."""

    def __init__(self) -> None:
        self.changed: list[Found] = []
        self.gone: list[tuple[int, bytes, int]] = []
        """Folder, name and number of each file whose rows go, changed ones too."""
        self.removed = 0
        self.folders: dict[bytes, int] = {}
        """The times of folders that bear another one; 0 of those that are gone."""
        self.skipped: int | None = None
        """How much could not be looked at; none where only some was."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.folders)

    def compare(self, database: Database, folder: int, files: Iterable[Found]) -> None:
        """Compare the files of a folder with those that the index has of it."""
        sql = "SELECT name, size, modified, inode, docid FROM file WHERE folder = ?"
        known = {row[0]: row for row in database.rows(sql, (folder,))}
        for file in files:
            was = known.pop(file.name, None)
            if was is not None and was[1:4] == state(file):
                continue
            self.changed.append(file)
            if was is not None:
                self.gone.append((folder, file.name, was[4]))
        self.removed += len(known)
        self.gone += [(folder, name, was[4]) for name, was in known.items()]

    def compare_file(self, database: Database, file: Found) -> None:
        """Compare a file with what the index has of it, if that is anything."""
        for folder, docid, was in known_states(database, file.folder, file.name):
            if was != state(file):
                self.changed.append(file)
                self.gone.append((folder, file.name, docid))


def state(file: Found) -> Known:
    """Return what of a file tells a change."""
    return file.size, file.modified, file.inode


def difference(database: Database, roots: Iterable[bytes]) -> Difference:
    """Compare all files below the roots with an index."""
    found = Difference()
    folders = _folders(database)
    scan = Scan(roots)
    seen: set[bytes] = set()
    for folder, files in groupby(scan.files(), key=lambda file: file.folder):
        seen.add(folder)
        found.compare(database, folders.get(folder, (0, 0))[0], files)
    for folder, (id_, modified) in folders.items():
        if folder not in seen:
            found.compare(database, id_, ())
        if modified and folder not in scan.folders:
            found.folders[folder] = 0
    for folder, modified in scan.folders.items():
        if folders.get(folder, (0, 0))[1] != modified:
            found.folders[folder] = modified
    found.skipped = len(scan.skipped)
    return found


def difference_at(database: Database, altered: Altered) -> Difference | None:
    """Compare no more than what was seen to be other; none where all must be looked through.

    So it is where a folder came or went: it may hold folders, and be one of several links to one.
    """
    found = Difference()
    known = _folders(database)
    files = {path: _file_at(path) for path in altered.files}
    gone = {os.path.dirname(path) for path, file in files.items() if file is None}  # noqa: PTH120
    folders = gone.union(altered.folders)
    scan = Scan(())
    for folder in sorted(folders):
        id_, modified = known.get(folder, (0, 0))
        there, inside = scan.in_folder(folder)
        if not modified or folder not in scan.folders or not known.keys() >= set(inside):
            return None
        found.compare(database, id_, there)
        if scan.folders[folder] != modified:
            found.folders[folder] = scan.folders[folder]
    for file in files.values():
        if file is not None and file.folder not in folders:
            found.compare_file(database, file)
    return found


def _file_at(path: bytes) -> Found | None:
    try:
        return found_at(path)
    except OSError:
        return None


def known_states(database: Database, folder: bytes, name: bytes) -> list[tuple[int, int, Known]]:
    """Return the numbers of a file's folder and of its event, and its state in the index.

    Nothing is returned for a file that the index does not know.
    """
    sql = (
        "SELECT d.id, f.docid, f.size, f.modified, f.inode FROM folder d "
        "JOIN file f ON f.folder = d.id WHERE d.path = ? AND f.name = ?"
    )
    return [
        (int(id_), int(docid), (int(size), int(modified), int(inode)))
        for id_, docid, size, modified, inode in database.rows(sql, (folder, name))
    ]


def _folders(database: Database) -> dict[bytes, tuple[int, int]]:
    """Return the folders of an index, each with its number and its time."""
    rows = database.rows("SELECT id, path, modified FROM folder")
    return {bytes(path): (int(id_), int(modified)) for id_, path, modified in rows}
