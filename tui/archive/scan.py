"""The event files below folders, whatever else lies there: one bad name or file stops nothing."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from msgspec import Struct

SUFFIX = b".toml"
AUTHORITIES = b"archive.toml"
"""The file in which who keeps an archive says who is who; it is not an event."""


_MOST = (1 << 63) - 1
"""The largest number that a database holds; those of files may have one bit more."""
_TICK = 20_000_000
"""Nanoseconds in which two changes of a folder may bear the same time."""


class Found(Struct, frozen=True, order=True):
    """An event file: its folder, as the system spells it, its name, and what tells a change."""

    folder: bytes
    name: bytes
    size: int
    modified: int
    """In nanoseconds."""
    inode: int

    @property
    def path(self) -> bytes:
        """The path of the file."""
        return os.path.join(self.folder, self.name)  # noqa: PTH118  # Path takes no bytes


class Scan:
    """Looks for event files below the roots, each file once.

    A root is a folder or a file. Links are followed, and each real folder is gone through once, so
    that links in circles end. Names that begin with a dot are left alone. What cannot be read is
    in :attr:`skipped`, by its path, with the system's reason.
    """

    def __init__(self, roots: Iterable[bytes]) -> None:
        self._roots = tuple(roots)
        self._visited: set[tuple[int, int]] = set()
        self.folders: dict[bytes, int] = {}
        """The folders gone through, each with the time of its last change in nanoseconds.

        Of one that changed just now it is a little less: it may change again at the same time.
        """
        self.skipped: dict[bytes, str] = {}

    def files(self) -> Iterator[Found]:
        """Yield the files, those of a folder in the order of their names."""
        seen: set[bytes] = set()
        for root in self._roots:
            if os.path.isdir(root):  # noqa: PTH112  # Path takes no bytes
                for found in self._below(root):
                    if not seen or found.path not in seen:
                        yield found
            elif found_alone := self._alone(root):
                seen.add(found_alone.path)
                yield found_alone

    def _below(self, root: bytes) -> Iterator[Found]:
        waiting = [root]
        while waiting:
            files, folders = self.in_folder(waiting.pop())
            yield from files
            waiting += reversed(folders)

    def in_folder(self, folder: bytes) -> tuple[list[Found], list[bytes]]:
        """Return the event files of one folder and the folders in it, both in order."""
        folders: list[bytes] = []
        return sorted(self._listed(folder, folders), key=_name), sorted(folders)

    def _listed(self, folder: bytes, folders: list[bytes]) -> Iterator[Found]:
        """Yield the event files of a folder and put the folders in it into ``folders``."""
        try:
            with _held(folder) as held:
                status = os.stat(folder if held is None else held)  # noqa: PTH116
                if (status.st_dev, status.st_ino) in self._visited:
                    return
                self._visited.add((status.st_dev, status.st_ino))
                is_just_changed = time.time_ns() - status.st_mtime_ns < _TICK
                with os.scandir(folder) as entries:
                    for entry in entries:
                        if entry.name.startswith(b"."):
                            continue
                        if found := self._entry(folder, held, entry, folders):
                            yield found
                self.folders[folder] = status.st_mtime_ns - is_just_changed
        except OSError as error:
            self.skipped[folder] = error.strerror or str(error)

    def _entry(
        self, folder: bytes, held: int | None, entry: os.DirEntry[bytes], folders: list[bytes]
    ) -> Found | None:
        try:
            if entry.is_dir():
                folders.append(entry.path)
            elif entry.name.endswith(SUFFIX) and entry.name != AUTHORITIES and entry.is_file():
                status = entry.stat() if held is None else os.stat(entry.name, dir_fd=held)
                return _found(folder, entry.name, status)
        except OSError as error:
            self.skipped[entry.path] = error.strerror or str(error)
        return None

    def _alone(self, path: bytes) -> Found | None:
        """Return a file that was named itself, whatever its suffix."""
        try:
            return found_at(path)
        except OSError as error:
            self.skipped[path] = error.strerror or str(error)
            return None


@contextmanager
def _held(folder: bytes) -> Iterator[int | None]:
    """Hold a folder open: by the whole paths the system takes half as long again for its files.

    None is held where the system knows no files by their folder, as Windows.
    """
    if os.stat not in os.supports_dir_fd:
        yield None
        return
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield held
    finally:
        os.close(held)


def real_roots(paths: Iterable[str | bytes]) -> tuple[bytes, ...]:
    """Return the real paths of files and folders in order, without those inside others."""
    real = sorted({os.path.realpath(os.fsencode(path)) for path in paths})
    kept: list[bytes] = []
    for path in real:
        if not any(path.startswith(other.rstrip(b"/") + b"/") for other in kept):
            kept.append(path)
    return tuple(kept)


def found_at(path: bytes) -> Found | None:
    """Return the file at a path; none where something else is.

    Raises :exc:`OSError` where nothing is.
    """
    status = os.stat(path)  # noqa: PTH116  # Path takes no bytes
    return _found(*os.path.split(path), status) if stat.S_ISREG(status.st_mode) else None


def _found(folder: bytes, name: bytes, status: os.stat_result) -> Found:
    return Found(folder, name, status.st_size, status.st_mtime_ns, status.st_ino & _MOST)


def _name(found: Found) -> bytes:
    return found.name
