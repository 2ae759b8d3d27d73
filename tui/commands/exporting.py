"""Exporting a document to standard output or to a file: the options for it, and what they do."""

from __future__ import annotations

import sys

import click
from msgspec import Struct

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import NOTHING, UNUSABLE
from tui.commands.streams import put, put_bytes
from tui.document.model import Document
from tui.export import encoding, format_names, rendered
from tui.export.errors import ExportError, NothingToExportError
from tui.export.options import Options
from tui.locale import _


class Output(Struct, frozen=True):
    """Where an export goes: standard output, or a file that may be replaced by ``force``."""

    file: str | None = None
    force: bool = False


def format_option() -> click.Option:
    """Return the option for the format."""
    return click.Option(
        ["--format", "form"],
        type=click.Choice(format_names()),
        default="text",
        show_default=True,
        help=_("The output format."),
    )


def output_options() -> list[click.Parameter]:
    """Return the options for where an export goes."""
    return [
        click.Option(
            ["-o", "--output"],
            metavar=_("FILE"),
            help=_(
                "Write to this file instead of standard output; an existing file is not "
                "overwritten."
            ),
        ),
        click.Option(["--force"], is_flag=True, help=_("Let --output overwrite a file.")),
    ]


def delimiter_option() -> click.Option:
    """Return the option for what stands between the fields of CSV."""
    return click.Option(
        ["--delimiter"],
        metavar=_("CHARACTER"),
        default=",",
        callback=_one_character,
        help=_("The character between the fields of csv; some versions of Excel need ';'."),
    )


def export(form: str, document: Document, options: Options, output: Output) -> None:
    """Write a document in one of the formats.

    Raises:
        CommandError: It cannot be made, or not be written.
    """
    try:
        data = rendered(form, document, options)
    except NothingToExportError as error:
        raise CommandError(str(error), code=NOTHING) from error
    except ExportError as error:
        raise CommandError(str(error), code=UNUSABLE) from error
    if output.file is not None:
        from tui.commands.output_file import write_file  # with all that makes files

        as_bytes = data.encode() if isinstance(data, str) else data
        write_file(output.file, as_bytes, force=output.force)
    elif isinstance(data, bytes):
        if sys.stdout.isatty():
            sentence = _("{format} cannot be read on a terminal; name a file with -o.")
            raise CommandError(sentence.format(format=form), code=UNUSABLE)
        put_bytes(data)
    elif fixed := encoding(form):
        put_bytes(data.encode(fixed))
    else:
        put(data)


def _one_character(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return the delimiter that was given, ``\\t`` being a tab."""
    value = "\t" if value == "\\t" else value
    if len(value) != 1 or value in '"\r\n\0':
        raise click.BadParameter(_("It must be one character, such as ',' or ';'."))
    return value
