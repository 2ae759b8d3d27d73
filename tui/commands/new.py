"""``ktcn-tui new``: begin an event file."""

from __future__ import annotations

from pathlib import Path

import click

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import DONE, UNUSABLE
from tui.commands.options import asked_settings, common, file_argument
from tui.commands.streams import say
from tui.locale import _
from tui.locale.system import reason
from tui.record.bundled import bundled
from tui.settings import screen_language
from tui.text.cleaning import clean_line


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "new",
        callback=new,
        help=_("Write a commented template of an event file; never over a file."),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[file_argument(required=True), *common()],
    )


def new(file: str) -> int:
    """Write a template in the language of the screen and return the exit code.

    Raises :exc:`CommandError` when there is a file already, or none can be written.
    """
    template = bundled(f"template.{screen_language(asked_settings(), '')}.toml")
    shown = clean_line(file)
    try:
        with Path(file).open("x", encoding="utf-8") as written:
            written.write(template.read_text("utf-8"))
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
    sentence = _("{file}: a template to begin with. Fill it in, then: ktcn-tui check {file}")
    say(sentence.format(file=shown))
    return DONE
