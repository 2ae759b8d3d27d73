"""Reading a file that somebody else named: bounded, and never waiting."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from tui.locale import _
from tui.locale.system import reason
from tui.record.problems import Problem, UnreadableError
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from pathlib import Path

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MAX_BYTES = 4 * 1024 * 1024
"""The largest event file; it is also where reading stops."""

_CHUNK = 1 << 20
READING = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
"""Flags to open what somebody else named: never waiting, and never taken for the terminal.

All but the last are of POSIX; Windows has that one alone, for bytes as they are.
"""


def read(path: Path | str) -> bytes:
    """Return the content of a regular file of at most :data:`MAX_BYTES`.

    Folders, devices, pipes and sockets are refused before they are opened: one could wait for ever,
    end never, or do something. Raises :exc:`UnreadableError`.
    """
    name = shown_name(path)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  # Path.stat hides a NUL's error
            raise _unreadable(name, *_no_file(path))
        # Another file may stand there by now: neither wait for it nor take it for the terminal.
        descriptor = os.open(path, READING)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _unreadable(name, *_no_file(path))
            return read_descriptor(descriptor, name)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _failed(name, error) from error
    except ValueError:
        raise _unreadable(name, _("This cannot be a file name: it contains a NUL.")) from None


def read_descriptor(descriptor: int, name: str) -> bytes:
    """Return what is left in an open file, such as standard input, of at most :data:`MAX_BYTES`.

    ``name`` is what the reader calls it. Waits if the descriptor does. Raises
    :exc:`UnreadableError`.
    """
    chunks: list[bytes] = []
    left = MAX_BYTES + 1
    try:
        while left and (chunk := os.read(descriptor, min(left, _CHUNK))):
            chunks.append(chunk)
            left -= len(chunk)
    except OSError as error:
        raise _failed(name, error) from error
    if not left:
        raise too_large(name)
    return b"".join(chunks)


def too_large(name: str) -> UnreadableError:
    """Return the error for more than :data:`MAX_BYTES`."""
    right = _("A file may have {size} MiB at most; leave out what is not text.")
    return _unreadable(name, _("The file is too large."), right.format(size=MAX_BYTES >> 20))


def shown_name(path: Path | str) -> str:
    """Return the name of a file as it may be shown."""
    return clean_line(os.fspath(path))


def _no_file(path: Path | str) -> tuple[str, str]:
    """Return why something that exists cannot be read, and what would be right."""
    if os.path.isdir(path):  # noqa: PTH112  # never raises
        return _("This is a folder, not a file."), _("Name a file in it.")
    return (
        _("This is not a regular file but a device, a pipe or a socket."),
        _("Name a file, or pipe it into standard input and write “-” as its name."),
    )


def _failed(name: str, error: OSError) -> UnreadableError:
    """Return the error for what the system refused."""
    why = _("The file cannot be read: {reason}.").format(reason=reason(error))
    if isinstance(error, FileNotFoundError):
        return _unreadable(name, why, _("Check its name and its folder."))
    return _unreadable(name, why)


def _unreadable(name: str, why: str, expected: str = "") -> UnreadableError:
    problem = Problem(file=name, line=0, column=0, path="", reason=why, expected=expected)
    return UnreadableError((problem,))
