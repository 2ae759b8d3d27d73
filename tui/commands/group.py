"""The command line of click: which command is meant, and what is wrong with its arguments."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

import click

from tui.commands import COMMANDS, PROGRAM, program_help
from tui.commands.exit_codes import DONE, UNUSABLE
from tui.commands.files import sample_files
from tui.commands.options import (
    asked_settings,
    common,
    file_argument,
    files,
    is_watching,
    sample,
    theme,
    version,
    watch,
)
from tui.commands.streams import say
from tui.locale import _
from tui.settings.file import ConfigFile
from tui.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class CommandLine(click.Group):
    """All commands; an argument that names none of them is the file to open."""

    def __init__(self) -> None:
        super().__init__(
            PROGRAM,
            callback=_open_if_no_command,
            invoke_without_command=True,
            add_help_option=False,
        )

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the options; they are made when the language is known."""
        if not self.params:
            self.params = [sample(), watch(), theme(), version(), *common()]
        return super().get_params(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands as the help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make a command; the modules of the others are not imported."""
        if cmd_name not in COMMANDS:
            return None
        made: click.Command = import_module(f"tui.commands.{cmd_name}").command()
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, else the one that opens a file."""
        if args[0] in COMMANDS:
            if is_watching(ctx):
                ctx.fail(_("--watch is for the screen; leave it out before a command."))
            return super().resolve_command(ctx, args)
        if not os.path.lexists(args[0]) and not ctx.resilient_parsing:
            self._suggest(ctx, args[0])
        return "", open_command(), args

    def _suggest(self, ctx: click.Context, name: str) -> None:
        """Fail if what is not a file looks like a command that was misspelt."""
        from tui.text.near_words import nearest

        if near := nearest(name, COMMANDS):
            sentence = _("“{name}” is neither a command nor a file; did you mean “{near}”?")
            ctx.fail(sentence.format(name=clean_line(name), near=near))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Return the commands and options that begin so, and have files completed beside them."""
        found = super().shell_complete(ctx, incomplete)
        return found if incomplete.startswith("-") else [*found, *files(incomplete)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the two forms: with a file, and with a command."""
        program_help.write_usage(ctx.command_path, formatter)

    def format_help_text(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the program does."""
        program_help.write_description(formatter)

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write where settings come from, and the exit codes."""
        program_help.write_settings(formatter)
        program_help.write_exit_codes(formatter)

    def run(self, arguments: list[str], config: ConfigFile) -> int:
        """Run the command that the arguments name and return its exit code.

        Wrong usage is explained here; what the commands themselves raise passes through.
        """
        try:
            with self.make_context(PROGRAM, arguments, obj=config) as ctx:
                return self.invoke(ctx) or DONE
        except click.exceptions.Exit as exit_:
            return exit_.exit_code
        except click.UsageError as error:
            _explain(error)
            return UNUSABLE


class OpenCommand(click.Command):
    """The command without a name: its help is that of the program."""

    def get_help(self, ctx: click.Context) -> str:
        """Return the help of the program."""
        return ctx.find_root().get_help()


def open_command() -> click.Command:
    """Return the command that opens a file."""
    return OpenCommand(
        "open",
        callback=_open,
        add_help_option=False,
        params=[file_argument(several=True), sample(), watch(), theme(), *common()],
    )


def _open_if_no_command(sample: bool) -> int | None:
    if click.get_current_context().invoked_subcommand is not None:
        return None
    return _open((), sample)


def _open(files: tuple[str, ...], sample: bool) -> int:
    """Open what is named: one event, or several, or the folder in which they lie."""
    from tui.commands.open import open_files

    named = (*files, *(sample_files() if sample else ()))
    return open_files(named, asked_settings(), follow=is_watching(click.get_current_context()))


def _explain(error: click.UsageError) -> None:
    """Say what was wrong with the arguments, and where help is."""
    ctx = error.ctx
    if ctx is not None and ctx.parent is not None and not ctx.info_name:
        ctx = ctx.parent
    if ctx is not None:
        say(ctx.get_usage())
    hint = _("Try '{command} {option}' for help.")
    say(hint.format(command=ctx.command_path if ctx else PROGRAM, option="--help"), "")
    say(clean(_("Error: {message}").format(message=error.format_message())))
