"""A place in the file of an event: copied, or opened in the editor that the reader has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.locale import _
from tui.locale.system import reason
from tui.screens.file_place import FilePlace
from tui.settings.editor import arguments
from tui.terminal.editor import can_edit, edit
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from tui.screens.event import EventScreen


def copy_place(screen: EventScreen, place: FilePlace) -> None:
    """Copy ``file:line``, as other programs take it."""
    screen.keys.copy(f"{place.path}:{place.line}")


def edit_place(screen: EventScreen, command: str, place: FilePlace) -> None:
    """Open a place by the command of the reader's editor, then show what the file now holds."""
    if not can_edit(screen.app):
        screen.keys.say(_("An editor cannot use this terminal."))
        return
    program, *_others = argv = arguments(command, place.absolute, place.line)
    try:
        code = edit(screen.app, argv)
    except OSError as error:
        sentence = _("{program}: the editor cannot be started: {reason}.")
        screen.keys.say(sentence.format(program=clean_line(program), reason=reason(error)))
        return
    if code:
        sentence = _("{program}: the editor ended with code {code}.")
        screen.keys.say(sentence.format(program=clean_line(program), code=code))
    screen.watching.read_after_editing()
