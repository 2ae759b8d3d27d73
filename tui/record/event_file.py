"""The file of an event that has been read: where it is, and whether it is still the same."""

from __future__ import annotations

import os

from msgspec import Struct

from tui.locale import N_
from tui.record.bundled import bundled


class FileState(Struct, frozen=True):
    """What changes when a file is written, or another one put in its place."""

    device: int
    inode: int
    size: int
    modified: int
    """In nanoseconds."""
    changed: int
    """When its inode was changed, in nanoseconds: this tells of a file whose time was set back."""


class EventFile(Struct, frozen=True):
    """The file of an event, to be read again, or why it cannot be."""

    path: str = ""
    """Empty when there is none to read again."""
    why_not: str = ""
    """A message for the reader who asks for the file when there is none."""
    state: FileState | None = None
    """Its state when it was read."""
    is_followed: bool = False
    """Whether it is read again as soon as it has changed."""
    is_bundled: bool = False
    """Whether it is the event that comes with the program, which nobody edits."""

    @property
    def folder(self) -> str:
        """The folder from which on the event names other files, if there is one."""
        if self.is_bundled:
            return str(bundled().parent)
        return os.path.dirname(self.path) or os.curdir if self.path else ""  # noqa: PTH120


def file_state(path: str) -> FileState | None:
    """Return the state of a file; nothing if it is not there, or cannot be looked at."""
    try:
        found = os.stat(path)  # noqa: PTH116  # Path.stat hides a NUL's error
    except (OSError, ValueError):
        return None
    return FileState(
        found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
    )


FROM_STANDARD_INPUT = EventFile(
    why_not=N_("This event came from standard input; there is no file of it.")
)
FROM_THE_PROGRAM = EventFile(
    why_not=N_("This event comes with the program; “ktcn-tui new FILE” starts one of your own."),
    is_bundled=True,
)
FROM_A_SERVER = EventFile(
    why_not=N_("This event is kept on a server; there is no file of it here.")
)
