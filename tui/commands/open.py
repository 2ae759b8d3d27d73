"""``ktcn-tui [FILE…]``: open an event or an archive on the screen, or print it without one."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import DONE, UNUSABLE
from tui.commands.files import SERVERS, STANDARD_INPUT, is_archive, opened
from tui.commands.language import speak
from tui.commands.sound_settings import require_sound
from tui.commands.streams import say, writes_vietnamese
from tui.locale import _, use_everywhere
from tui.record.event_file import (
    FROM_STANDARD_INPUT,
    FROM_THE_PROGRAM,
    EventFile,
    file_state,
)
from tui.record.model import Record
from tui.settings import Settings, screen_language


def open_files(files: Sequence[str], settings: Settings, *, follow: bool = False) -> int:
    """Open one event, the bundled one if none is named, or an archive; return the exit code.

    Args:
        files: What was named.
        settings: What the user has set.
        follow: Whether the screen is to follow the file; an archive follows its folders anyway.
    """
    if follow:
        require_followable(files)
    if is_archive(files):
        return open_archive(tuple(files), settings)
    return open_event(next(iter(files), None), settings, follow=follow)


def open_archive(files: tuple[str, ...], settings: Settings) -> int:
    """Open the archive of some files and folders, and return the exit code."""
    from tui.commands.archives import existing
    from tui.commands.folder import print_archive

    require_sound(settings)
    if not sys.stdout.isatty():
        return print_archive(files, settings)
    use_everywhere(screen_language(settings, ""))
    paths = tuple(existing(files))
    if hindrance := _hindrance():
        code = print_archive(files, settings)
        say(hindrance)
        return code
    if not writes_vietnamese(sys.stdout):
        return print_archive(files, settings)
    return _run(paths, settings)


def open_event(file: str | None, settings: Settings, *, follow: bool = False) -> int:
    """Open an event, the bundled one if none is named, and return the exit code."""
    require_sound(settings)
    of_record = event_file(file, follow=follow)
    record, _name = opened(file)
    speak(settings, record)
    if not sys.stdout.isatty():
        return _printed(record, settings)
    if file == STANDARD_INPUT:
        _take_keys_from_the_terminal()
    hindrance = _hindrance()
    if hindrance or not writes_vietnamese(sys.stdout):
        _printed(record, settings)
        if hindrance:
            say(hindrance)
        return DONE
    return _run(record, settings, of_record)


def event_file(file: str | None, *, follow: bool) -> EventFile:
    """Return where an event can be read again; its state is that before it is read."""
    if file is None:
        return FROM_THE_PROGRAM
    if file == STANDARD_INPUT:
        return FROM_STANDARD_INPUT
    return EventFile(file, state=file_state(file), is_followed=follow)


def require_followable(files: Sequence[str]) -> None:
    """Fail when there is nothing that could change, or no screen that could show it.

    Raises:
        CommandError: It says why.
    """
    why = ""
    if not files:
        why = _("--watch follows a file: name it. The bundled event does not change.")
    elif STANDARD_INPUT in files:
        why = _("--watch follows a file: standard input is read once and does not change.")
    elif any(file.startswith(SERVERS) for file in files):
        why = _("--watch follows files and folders: an archive on a server has none here.")
    elif not sys.stdout.isatty():
        why = _("--watch needs the screen, and standard output is not a terminal.")
    if why:
        raise CommandError(why, code=UNUSABLE)


def _run(
    subject: Record | tuple[str, ...], settings: Settings, file: EventFile = FROM_THE_PROGRAM
) -> int:
    from tui.terminal.environment import prepare

    prepare(color=settings.color)  # before anything of Textual is imported
    gc.disable()  # what is imported and mounted now is not garbage; the app looks for it once ready
    from tui.app import run

    return run(subject, settings, file)


def _printed(record: Record, settings: Settings) -> int:
    from tui.commands.exporting import Output
    from tui.commands.show import print_document
    from tui.document.of_record import document
    from tui.export.options import Options

    return print_document(document(record), "text", Options(), settings, Output())


def _take_keys_from_the_terminal() -> None:
    """Make the terminal standard input; if there is none, standard input stays as it is."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return
    os.dup2(terminal, 0)
    os.close(terminal)


def _hindrance() -> str:
    """Return a sentence on why there can be no screen and what to do; empty if there can be one."""
    if os.environ.get("TERM") == "dumb":
        return _(
            "This terminal has no cursor (TERM=dumb); set TERM to its real type to see the screen."
        )
    if not os.isatty(0):
        return _(
            "Standard input is not a terminal, so keys cannot be read. To read an event from it, "
            "write “-” as the file."
        )
    if not sys.stderr.isatty():
        return _(
            "Standard error is not a terminal, and the screen is drawn there; do not redirect it."
        )
    return ""
