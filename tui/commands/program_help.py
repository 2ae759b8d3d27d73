"""The help of the program as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from tui.commands.exit_codes import DONE, INTERRUPTED, NOTHING, UNUSABLE
from tui.locale import N_, _
from tui.settings.file import config_path
from tui.text.cleaning import clean_line

DESCRIPTION = N_(
    "Read the record of an event: its article, participants, agreements and photo "
    "captions. Without FILE the bundled event is opened; “-” reads it from standard "
    "input; a file named like a command is given as ./show. When standard output is not "
    "a terminal, the event is printed."
)
"""What the program does."""


def write_usage(program: str, formatter: click.HelpFormatter) -> None:
    """Write the two forms of the command line: with a file, and with a command."""
    usage = _("Usage:") + " "
    formatter.write_usage(program, _("[OPTIONS] [FILE]"), usage)
    formatter.write_usage(program, _("[OPTIONS] COMMAND [ARGUMENTS]…"), " " * len(usage))


def write_description(formatter: click.HelpFormatter) -> None:
    """Write what the program does."""
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(_(DESCRIPTION))


def write_settings(formatter: click.HelpFormatter) -> None:
    """Write where settings come from other than the command line."""
    with formatter.section(_("Settings")):
        formatter.write_dl([*settings()])
        if path := config_path(os.environ):
            formatter.write_text(clean_line(path))


def write_exit_codes(formatter: click.HelpFormatter) -> None:
    """Write what the exit codes mean."""
    with formatter.section(_("Exit codes")):
        formatter.write_dl([*exit_codes()])


def settings() -> Iterator[tuple[str, str]]:
    """Yield what sets something other than the command line, and what it sets."""
    yield "KTCN_LANG", _("as --lang")
    yield "KTCN_THEME", _("as --theme")
    yield "NO_COLOR", _("as --no-color, if not empty")
    yield (
        "config.toml",
        _("language, theme, editor and the table [keys]; the above take precedence"),
    )


def exit_codes() -> Iterator[tuple[str, str]]:
    """Yield the exit codes, and what they mean."""
    yield str(DONE), _("done")
    yield str(NOTHING), _("no hit, or a record with problems")
    yield str(UNUSABLE), _("wrong usage, or a file that cannot be read or written")
    yield str(INTERRUPTED), _("interrupted")
