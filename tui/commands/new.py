"""``ktcn-tui new``: begin an event file."""

from __future__ import annotations

from pathlib import Path

import click

from tui.commands.command_error import CommandError
from tui.commands.exit_codes import DONE, UNUSABLE
from tui.commands.files import STANDARD_INPUT
from tui.commands.options import asked_settings, common
from tui.commands.output_file import write_file
from tui.commands.streams import say
from tui.locale import _
from tui.locale.system import reason
from tui.record.bundled import bundled
from tui.settings import screen_language
from tui.text.cleaning import clean_line

EVENT_NAME = "event.toml"
"""What the event file of a folder is called."""
SCHEMA_NAME = "event.schema.json"
"""The schema that the first line of a template names: it stands beside the file."""


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "new",
        callback=new,
        help=_(
            "Write a commented template of an event file; an existing file is never overwritten. "
            "A folder (FOLDER/) is created, with the template and the schema for editors in it."
        ),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[click.Argument(["file"], metavar=_("FILE")), *common()],
    )


def new(file: str) -> int:
    """Write a template in the language of the screen and return the exit code.

    Raises :exc:`CommandError` when there is a file already, or none can be written.
    """
    template = bundled(f"template.{screen_language(asked_settings(), '')}.toml").read_bytes()
    if not file.strip():
        raise click.UsageError(_("The name of the file is empty; write one, such as event.toml."))
    if file == STANDARD_INPUT:
        raise click.UsageError(
            _("A template is written to a file; give its name. A file named “-” is ./-")
        )
    path = Path(file)
    if file.endswith("/") or path.is_dir():
        _make_folder(path)
        path = path / EVENT_NAME
        _write(path, template)
        schema = path.with_name(SCHEMA_NAME)
        if not schema.exists():
            _write(schema, bundled(SCHEMA_NAME).read_bytes())
    else:
        _write(path, template)
    shown = clean_line(str(path))
    sentence = _("{file}: a template to start from. Fill it in, then: ktcn-tui check {file}")
    say(sentence.format(file=shown))
    schema = path.with_name(SCHEMA_NAME)
    if not schema.exists():
        sentence = _("Editors complete and check it with the schema: ktcn-tui schema > {file}")
        say(sentence.format(file=clean_line(str(schema))))
    return DONE


def _write(path: Path, content: bytes) -> None:
    shown = clean_line(str(path))
    sentence = _("{file}: a file or folder of this name exists; it was not overwritten.")
    advice = _("Give another name, or open it: ktcn-tui {file}")
    write_file(str(path), content, taken=[each.format(file=shown) for each in (sentence, advice)])


def _make_folder(path: Path) -> None:
    """Make a folder, unless it is there.

    Raises :exc:`CommandError` when it cannot be made.
    """
    try:
        path.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else _("this cannot be a file name")
        sentence = _("{file}: the folder cannot be made: {reason}.")
        sentence = sentence.format(file=clean_line(str(path)), reason=why)
        raise CommandError(sentence, code=UNUSABLE) from error
