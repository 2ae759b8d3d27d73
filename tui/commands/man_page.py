"""The manual page, made from the messages of the help when the program is packed.

Nothing imports this while the program runs: ``hatch_build.py`` writes what it returns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from tui import __version__
from tui.commands import COMMANDS, PROGRAM
from tui.commands.group import CommandLine, open_command
from tui.commands.program_help import DESCRIPTION, exit_codes, settings
from tui.locale import _, use_everywhere


def man_page(language: str) -> str:
    """Return the manual page in a language as roff with the macros of man(7)."""
    use_everywhere(language)
    group = CommandLine()
    with click.Context(group, info_name=PROGRAM) as ctx:
        return "\n".join([*_head(), *_commands(group, ctx), *_tail()]) + "\n"


def _head() -> Iterator[str]:
    yield '.\\" UTF-8'
    yield f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {__version__}"'
    yield _heading(_("Name"))
    what = _("read the records of events in the terminal")
    yield f"{_escaped(PROGRAM)} \\- {_escaped(what)}"
    yield _heading(_("Synopsis"))
    yield f".B {_escaped(PROGRAM)}"
    yield _escaped(_("[OPTIONS] [FILE]"))
    yield ".br"
    yield f".B {_escaped(PROGRAM)}"
    yield _escaped(_("[OPTIONS] COMMAND [ARGUMENTS]…"))
    yield _heading(_("Description"))
    yield _escaped(_(DESCRIPTION))


def _commands(group: click.Group, ctx: click.Context) -> Iterator[str]:
    yield _heading(_("Options"))
    yield from _options(open_command(), ctx)
    yield _heading(_("Commands"))
    for name in COMMANDS:
        command = group.get_command(ctx, name)
        assert command is not None
        below = click.Context(command, info_name=name, parent=ctx)
        arguments = " ".join(command.collect_usage_pieces(below))
        yield f".SS {_escaped(f'{PROGRAM} {name} {arguments}')}"
        yield _escaped(command.help or "")
        common = {option for option, _text in _rows(open_command(), ctx)}
        yield from _list(row for row in _rows(command, below) if row[0] not in common)


def _tail() -> Iterator[str]:
    yield _heading(_("Settings"))
    yield from _list(settings())
    yield _heading(_("Exit codes"))
    yield from _list(exit_codes())


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield from _list(_rows(command, ctx))


def _rows(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, str]]:
    """Yield the options of a command, each with its help."""
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record and isinstance(parameter, click.Option):
            yield record


def _list(rows: Iterator[tuple[str, str]]) -> Iterator[str]:
    for name, text in rows:
        yield ".TP"
        yield f".B {_escaped(name)}"
        yield _escaped(text)


def _heading(title: str) -> str:
    return f".SH {_escaped(title.upper())}"


def _escaped(text: str) -> str:
    """Return a text that roff prints as it is."""
    folded = re.sub(r"\s+", " ", text).strip().replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{folded}" if folded[:1] in (".", "'") else folded
