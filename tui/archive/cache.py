"""Where the index of an archive is kept: a private folder, a name made of the archive's own."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from tui.archive.errors import ArchiveError
from tui.locale import _
from tui.locale.system import reason
from tui.text.cleaning import clean_line

FOLDER = "ktcn-tui"
_PRIVATE = 0o700


class BusyError(Exception):
    """Another process writes this index right now."""


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder for indexes, made if need be and open to nobody else.

    Raises :exc:`ArchiveError` when there can be none.
    """
    base = environ.get("XDG_CACHE_HOME", "")
    if not base.startswith("/"):
        home = environ.get("HOME", "")
        if not home.startswith("/"):
            raise ArchiveError(_("There is no home folder to keep the index in."))
        base = f"{home}/.cache"
    folder = Path(base) / FOLDER
    try:
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        status = folder.stat()
        if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
            sentence = _("The cache folder {folder} belongs to another user.")
            raise ArchiveError(sentence.format(folder=clean_line(str(folder))))
        if stat.S_IMODE(status.st_mode) != _PRIVATE:
            folder.chmod(_PRIVATE)
    except OSError as error:
        sentence = _("The cache folder {folder} cannot be written: {reason}.")
        shown = clean_line(str(folder))
        raise ArchiveError(sentence.format(folder=shown, reason=reason(error))) from error
    return folder


def index_name(roots: Iterable[bytes]) -> str:
    """Return the name of the index of these real paths."""
    return blake2b(b"\0".join(roots), digest_size=16).hexdigest() + ".sqlite"


@contextmanager
def locked(index: Path, *, wait: bool) -> Iterator[None]:
    """Let no other process write an index meanwhile.

    The system lets go of the lock when the process ends, however it ends. Raises
    :exc:`BusyError` when another process has it and ``wait`` is false.
    """
    lock = os.open(f"{index}.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            _hold(lock, wait)
        except BlockingIOError:
            raise BusyError from None
        yield
    finally:
        os.close(lock)


def _hold(lock: int, wait: bool) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: of two programs that build an index the last one's is kept
        return
    fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def put_in_place(temporary: Path, index: Path) -> None:
    """Make a finished file the index: after a power cut too there is the old one or the new."""
    _sync(temporary)
    temporary.replace(index)
    if hasattr(os, "O_DIRECTORY"):  # Windows opens no folders
        _sync(index.parent)


def has_journal(path: Path) -> bool:
    """Tell whether somebody has begun to write in an index, or was killed at it."""
    return path.with_name(path.name + "-journal").exists()


def remove(path: Path) -> None:
    """Remove a database, and what was left beside it by who was killed while writing."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{path}{suffix}").unlink()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
