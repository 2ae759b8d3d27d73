"""``ktcn-tui show``: print an event."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection

import click

from tui.commands.exit_codes import DONE
from tui.commands.files import opened
from tui.commands.language import speak
from tui.commands.options import asked_settings, common, file_argument
from tui.commands.streams import put, put_utf8, writing
from tui.document.model import SECTIONS, SectionName
from tui.document.of_record import document
from tui.locale import _
from tui.record.model import Record
from tui.settings import Settings

FORMATS = ("text", "markdown", "json")


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "show",
        callback=show,
        help=_("Print an event. Without FILE it is the bundled one."),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            file_argument(),
            click.Option(
                ["--pane", "panes"],
                type=click.Choice(SECTIONS),
                multiple=True,
                help=_("Print only this pane; may be given several times."),
            ),
            click.Option(
                ["--format", "form"],
                type=click.Choice(FORMATS),
                default="text",
                show_default=True,
                help=_("How it is printed."),
            ),
            *common(),
        ],
    )


def show(file: str | None, panes: tuple[SectionName, ...], form: str) -> int:
    """Print an event, or some panes of it, and return the exit code."""
    settings = asked_settings()
    record, _name = opened(file)
    speak(settings, record)
    return print_record(record, panes or SECTIONS, form, settings)


def print_record(
    record: Record, panes: Collection[SectionName], form: str, settings: Settings
) -> int:
    """Print ``panes`` of a record in one of :data:`FORMATS` and return the exit code."""
    match form:
        case "json":
            from tui.export import json

            put_utf8(json.render(record, panes))
        case "markdown":
            from tui.export import markdown

            put(markdown.render(document(record), panes))
        case _ if on_terminal():
            from tui.printing import print_outline

            with writing():
                print_outline(document(record), panes, settings.color)
        case _:
            from tui.export import text

            put(text.render(document(record), panes))
    return DONE


def on_terminal() -> bool:
    """Tell whether standard output is a terminal that understands more than lines of text."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
