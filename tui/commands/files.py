"""The event file that a command was given."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import NOTHING, UNUSABLE
from tui.locale import _
from tui.record.bundled import bundled
from tui.record.loading import load, loads
from tui.record.model import Record
from tui.record.problems import RecordError, UnreadableError
from tui.record.reading import read_descriptor, shown_name

STANDARD_INPUT = "-"
SERVERS = ("postgresql://", "postgres://")
"""What the name of an archive on a server begins with."""
SAMPLE = "archive"
"""The folder of the events that come with the program, beside the bundled one."""


def is_archive(files: Sequence[str]) -> bool:
    """Tell whether what was named is more than one event: several files, a folder, a server."""
    return len(files) > 1 or any(
        os.path.isdir(file) or file.startswith(SERVERS)  # noqa: PTH112  # never raises
        for file in files
    )


def sample_files() -> tuple[str, ...]:
    """Return the folder of the sample archive, and the bundled event, which is part of it."""
    return str(bundled(SAMPLE)), str(bundled())


def opened(file: str | None) -> tuple[Record, str]:
    """Return the record of a file, the bundled one if none is named, and what to call the file.

    Raises :exc:`CommandError` with all problems of the file.
    """
    try:
        if file is None:
            return load(bundled()), shown_name(bundled())
        return loaded(file), name_of(file)
    except RecordError as error:
        code = UNUSABLE if isinstance(error, UnreadableError) else NOTHING
        raise CommandError(*map(str, error.problems), code=code) from error


def loaded(file: str) -> Record:
    """Return the record of a file or of standard input.

    Raises :exc:`tui.record.problems.RecordError` with all problems of the file.
    """
    if file == STANDARD_INPUT:
        return loads(read_descriptor(0, name_of(file)), name_of(file))
    return load(file)


def name_of(file: str) -> str:
    """Return what to call a file, or standard input, in a sentence."""
    return _("standard input") if file == STANDARD_INPUT else shown_name(file)
