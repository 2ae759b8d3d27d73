"""The help of the program as a whole."""

from __future__ import annotations

import os

import click

from tui.commands.exit_codes import DONE, INTERRUPTED, NOTHING, UNUSABLE
from tui.locale import _
from tui.settings.file import config_path
from tui.text.cleaning import clean_line


def write_usage(program: str, formatter: click.HelpFormatter) -> None:
    """Write the two forms of the command line: with a file, and with a command."""
    usage = _("Usage:") + " "
    formatter.write_usage(program, _("[OPTIONS] [FILE]"), usage)
    formatter.write_usage(program, _("[OPTIONS] COMMAND [ARGUMENTS]…"), " " * len(usage))


def write_description(formatter: click.HelpFormatter) -> None:
    """Write what the program does."""
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(
            _(
                "Read the record of an event: its article, participants, agreements and photo "
                "captions. Without FILE the bundled event is opened; “-” reads it from standard "
                "input; a file named like a command is given as ./show. When standard output is "
                "no terminal, the event is printed."
            )
        )


def write_settings(formatter: click.HelpFormatter) -> None:
    """Write where settings come from other than the command line."""
    rows = [
        ("KTCN_LANG", _("as --lang")),
        ("KTCN_THEME", _("as --theme")),
        ("NO_COLOR", _("as --no-color, if not empty")),
        ("config.toml", _("language, theme and the table [keys]; the others go before it")),
    ]
    with formatter.section(_("Settings")):
        formatter.write_dl(rows)
        if path := config_path(os.environ):
            formatter.write_text(clean_line(str(path)))


def write_exit_codes(formatter: click.HelpFormatter) -> None:
    """Write what the exit codes mean."""
    rows = [
        (str(DONE), _("done")),
        (str(NOTHING), _("no hit, or a record with problems")),
        (str(UNUSABLE), _("wrong usage, or a file that cannot be read or written")),
        (str(INTERRUPTED), _("interrupted")),
    ]
    with formatter.section(_("Exit codes")):
        formatter.write_dl(rows)
