"""``ktcn-tui draft --review``: review a draft on the screen before it is written."""

from __future__ import annotations

import os
import sys

from tui.commands.command_error import CommandError
from tui.commands.draft import is_taken
from tui.commands.exit_codes import UNUSABLE
from tui.commands.output_file import write_file
from tui.commands.sound_settings import require_sound
from tui.draft.model import Draft
from tui.draft.writing import write
from tui.locale import _
from tui.record.loading import loads
from tui.settings import Settings


class Target:
    """The file that a review writes: new at first, its own from then on."""

    def __init__(self, file: str, source: str) -> None:
        self.file = file
        self.source = source
        self._mine = False

    def save(self, draft: Draft) -> str:
        """Write the event file of a draft; return why that failed, or nothing."""
        try:
            content = write(draft, self.source).encode()
            write_file(self.file, content, force=self._mine, taken=[is_taken(self.file)])
        except CommandError as error:
            return " ".join(error.sentences)
        self._mine = True
        return ""


def review_draft(draft: Draft, output: str, source: str, settings: Settings) -> int:
    """Open the screen of the review and return the exit code.

    Raises:
        CommandError: There is no screen, or a file of the name already.
    """
    require_sound(settings)
    if os.path.lexists(output):
        raise CommandError(is_taken(output), code=UNUSABLE)
    if not (sys.stdout.isatty() and sys.stderr.isatty() and os.isatty(0)):
        sentence = _("Reviewing a draft needs the screen: run this in a terminal.")
        raise CommandError(sentence, code=UNUSABLE)
    from tui.terminal.environment import prepare

    prepare(color=settings.color)  # before anything of Textual is imported
    from tui.app import run_review
    from tui.screens.review import ReviewScreen

    record = loads(write(draft, source).encode(), source)
    return run_review(record, settings, ReviewScreen(draft, Target(output, source).save))
