"""A file that a command was told to write: whole or not at all, and never over another unasked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import UNUSABLE
from tui.locale import _
from tui.locale.system import reason
from tui.text.cleaning import clean_line


def write_file(name: str, data: bytes, *, force: bool = False, taken: Sequence[str] = ()) -> None:
    """Write a file by way of a temporary one beside it.

    Args:
        force: Whether a file of this name may be replaced.
        taken: The sentences that tell that there is such a file, where ``--force`` is no way out.

    Raises:
        CommandError: There is such a file already, or none can be written.
    """
    path = Path(name)
    try:
        if not force and os.path.lexists(path):
            raise FileExistsError
        _write(path, data, force=force)
    except FileExistsError:
        sentence = _("{file}: a file or folder of this name exists; --force overwrites a file.")
        sentences = taken or (sentence.format(file=clean_line(name)),)
        raise CommandError(*sentences, code=UNUSABLE) from None
    except (OSError, ValueError) as error:
        why = _("this cannot be a file name")
        if isinstance(error, FileNotFoundError):
            why = _("its folder does not exist; create it first")
        elif isinstance(error, OSError):
            why = reason(error)
        sentence = _("{file}: the file cannot be written: {reason}.")
        raise CommandError(
            sentence.format(file=clean_line(name), reason=why), code=UNUSABLE
        ) from error


def _write(path: Path, data: bytes, *, force: bool) -> None:
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_mask())
        if force:
            os.replace(temporary, path)  # noqa: PTH105  # in one step with the way of linking below
        else:
            _move_to_a_new_name(temporary, path)
    finally:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()


def _move_to_a_new_name(temporary: str, path: Path) -> None:
    """Give a file another name that must be free; a link fails if it is not, a rename would not."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(path):
            raise FileExistsError from None
        Path(temporary).rename(path)


def _mask() -> int:
    """Return the bits that new files must not have; it can be read only by being set."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
