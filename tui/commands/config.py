"""``ktcn-tui config``: the settings in force, where their file is, and a file to begin with."""

from __future__ import annotations

import os
from pathlib import Path

import click

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import DONE, UNUSABLE
from tui.commands.options import asked_settings, common
from tui.commands.output_file import write_file
from tui.commands.streams import put, say
from tui.locale import _
from tui.locale.system import reason
from tui.settings.file import config_path
from tui.text.cleaning import clean_line


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "config",
        callback=config,
        help=_("Print the effective settings as TOML, each with its source."),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            click.Option(
                ["--path", "only_path"],
                is_flag=True,
                help=_("Print only where the configuration file is."),
            ),
            click.Option(
                ["--init", "begin"],
                is_flag=True,
                help=_(
                    "Write a commented configuration file; an existing file is never overwritten."
                ),
            ),
            *common(),
        ],
    )


def config(only_path: bool, begin: bool) -> int:
    """Print the settings, or the path of their file, or write one; return the exit code."""
    if only_path and begin:
        raise click.UsageError(_("--path and --init cannot be used together; give one of them."))
    if only_path:
        put(f"{clean_line(str(_path()))}\n")
        return DONE
    settings = asked_settings()
    if begin:
        return _begin(_path())
    from tui.settings.written import as_toml

    put(as_toml(settings))
    return DONE


def _path() -> Path:
    """Return where the configuration file is or would be.

    Raises:
        CommandError: There is no folder for it.
    """
    path = config_path(os.environ)
    if not path:
        sentence = _(
            "HOME is not set, so there is no place for settings; set it to your home folder."
        )
        raise CommandError(sentence, code=UNUSABLE)
    return Path(path)


def _begin(path: Path) -> int:
    from tui.settings.written import to_begin_with
    from tui.widgets.keys import usual_keys

    shown = clean_line(str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = _("{file}: the folder cannot be made: {reason}.")
        sentence = sentence.format(file=clean_line(str(path.parent)), reason=reason(error))
        raise CommandError(sentence, code=UNUSABLE) from error
    sentence = _("{file}: a file or folder of this name exists; it was not overwritten.")
    write_file(str(path), to_begin_with(usual_keys()).encode(), taken=[sentence.format(file=shown)])
    sentence = _("{file}: all settings, commented out; remove the # before those you want.")
    say(sentence.format(file=shown))
    return DONE
