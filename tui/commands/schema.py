"""``ktcn-tui schema``: the JSON Schema of the event file."""

from __future__ import annotations

import click

from tui.commands.exit_codes import DONE
from tui.commands.options import asked_settings, common
from tui.commands.streams import put_utf8
from tui.locale import _
from tui.record.bundled import bundled


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "schema",
        callback=schema,
        help=_("Print the JSON Schema of the event file."),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=common(),
    )


def schema() -> int:
    """Print the schema that comes with the program and return the exit code."""
    asked_settings()
    put_utf8(bundled("event.schema.json").read_text("utf-8"))
    return DONE
