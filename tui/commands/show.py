"""``ktcn-tui show``: print an event, or export it."""

from __future__ import annotations

import os

import click

from tui.commands.exit_codes import DONE
from tui.commands.exporting import (
    Output,
    delimiter_option,
    export,
    format_option,
    output_options,
)
from tui.commands.files import STANDARD_INPUT, opened
from tui.commands.language import speak
from tui.commands.options import asked_settings, common, file_argument
from tui.commands.streams import on_terminal, writing
from tui.document.model import SECTIONS, Document, SectionName
from tui.document.of_record import document
from tui.export.options import Options
from tui.locale import _
from tui.record.event_file import EventFile
from tui.settings import Settings


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "show",
        callback=show,
        help=_("Print an event; without FILE, the bundled one."),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            file_argument(several=True),
            click.Option(
                ["--about"],
                metavar=_("NAME"),
                help=_("Print the dossier of a person or an organisation, from all events named."),
            ),
            click.Option(
                ["--pane", "panes"],
                type=click.Choice(SECTIONS),
                multiple=True,
                help=_("Print only this pane; may be given several times."),
            ),
            format_option(),
            delimiter_option(),
            *output_options(),
            *common(),
        ],
    )


def show(
    files: tuple[str, ...],
    about: str | None,
    panes: tuple[SectionName, ...],
    form: str,
    delimiter: str,
    output: str | None,
    force: bool,
) -> int:
    """Print an event, or some panes of it, and return the exit code."""
    settings = asked_settings()
    if about is not None:
        from tui.commands.about import gathered

        shown = gathered(about, files, settings).document
        options = Options(sections=panes, delimiter=delimiter)
        return print_document(shown, form, options, settings, Output(output, force))
    if len(files) > 1:
        sentence = _("Name one event; several make an archive: use search, or --about.")
        raise click.UsageError(sentence)
    file = next(iter(files), None)
    record, name = opened(file)
    speak(settings, record)
    options = Options(sections=panes, delimiter=delimiter)
    path = "" if file is None or file == STANDARD_INPUT else file
    name = os.path.basename(name)  # noqa: PTH119
    shown = document(record, file=name, folder=EventFile(path).folder)
    return print_document(shown, form, options, settings, Output(output, force))


def print_document(
    shown: Document, form: str, options: Options, settings: Settings, output: Output
) -> int:
    """Print a document in one of the formats, for a reader if it goes to a terminal.

    Returns:
        The exit code.
    """
    if form == "text" and output.file is None and on_terminal():
        from tui.printing import print_outline

        with writing():
            print_outline(shown, options.sections_or_all, settings.color)
    else:
        export(form, shown, options, output)
    return DONE
