"""Writing a file that a command was asked for: whole or not at all, and never over another."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import UNUSABLE
from tui.locale import _
from tui.locale.system import reason
from tui.text.cleaning import clean_line


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet.

    The content goes into a file of another name in the same folder, which gets its own name once
    all of it is on the disk: whatever happens, no half file stands there.

    Raises:
        FileExistsError: There is something of this name already, be it a link to nothing.
        OSError: It cannot be written, for want of room or of a right.
        ValueError: It can be no file's name.
    """
    if os.path.lexists(path):
        raise FileExistsError
    written = path.with_name(f".ktcn-tui-{secrets.token_hex(8)}")
    try:
        with written.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(written)  # unlike renaming, never over a file
        except FileExistsError:
            raise
        except OSError:  # some file systems have no links
            written.rename(path)
    finally:
        written.unlink(missing_ok=True)


def write_new_or_fail(path: Path, content: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        CommandError: It could not be written; a sentence says why, and what to do.
    """
    shown = clean_line(str(path))
    try:
        write_new(path, content)
    except FileExistsError:
        sentence = _("{file}: there is something of this name already, and it was left as it is.")
        advice = _("Give another name, or open it: ktcn-tui {file}")
        sentences = (sentence.format(file=shown), advice.format(file=shown))
        raise CommandError(*sentences, code=UNUSABLE) from None
    except (OSError, ValueError) as error:
        why = _("this can be no file's name")
        if isinstance(error, FileNotFoundError):
            why = _("its folder is not there, make it first")
        elif isinstance(error, OSError):
            why = reason(error)
        sentence = _("{file}: the file cannot be written: {reason}.")
        raise CommandError(sentence.format(file=shown, reason=why), code=UNUSABLE) from error
