"""The command line: which command is meant, in which language, and with which exit code it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Any, NoReturn

import click

from tui.commands import program_help
from tui.commands.command_error import CommandError
from tui.commands.exit_codes import DONE, INTERRUPTED, UNUSABLE
from tui.commands.options import common, theme, version
from tui.commands.streams import forget_output, prepare, say
from tui.locale import LANGUAGES, _, use_everywhere
from tui.settings import SettingsError, asked_language
from tui.settings.file import ConfigFile, config_path, read
from tui.text.cleaning import clean, clean_line

PROGRAM = "ktcn-tui"
COMMANDS = ("show", "search", "check", "schema", "new")


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
            self.params = [theme(), version(), *common()]
        return super().get_params(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands as the help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make a command; the modules of the others are not imported."""
        match cmd_name:
            case "show":
                from tui.commands.show import command
            case "search":
                from tui.commands.search import command
            case "check":
                from tui.commands.check import command
            case "schema":
                from tui.commands.schema import command
            case "new":
                from tui.commands.new import command
            case _:
                return None
        return command()

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, else the one that opens a file."""
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        if not os.path.lexists(args[0]):
            self._suggest(ctx, args[0])
        from tui.commands.open import command

        return "", command(), args

    def _suggest(self, ctx: click.Context, name: str) -> None:
        """Fail if what is no file looks like a command that was misspelt."""
        from difflib import get_close_matches

        if near := get_close_matches(name, COMMANDS, 1):
            sentence = _("“{name}” is no command and no file; did you mean “{near}”?")
            ctx.fail(sentence.format(name=clean_line(name), near=near[0]))

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

    def main(self, args: Sequence[str] | None = None, *_args: Any, **_extra: Any) -> NoReturn:
        """Run the program with ``args``, those of the process if not given, and exit."""
        sys.exit(self.run(list(sys.argv[1:] if args is None else args)))

    def run(self, arguments: list[str]) -> int:
        """Run the program and return its exit code."""
        without_marks = prepare(os.environ)
        config = read(config_path(os.environ))
        language = asked_language(_language_option(arguments), config, os.environ)
        use_everywhere(language or "vi")
        try:
            code = self._invoked(arguments, config)
        except BrokenPipeError:  # who reads us has read enough
            forget_output()
            return DONE
        if sentence := without_marks.sentence():
            say(sentence)
        return code

    def _invoked(self, arguments: list[str], config: ConfigFile) -> int:
        try:
            with self.make_context(PROGRAM, arguments, obj=config) as ctx:
                return self.invoke(ctx) or DONE
        except click.exceptions.Exit as exit_:
            return exit_.exit_code
        except click.UsageError as error:
            _explain(error)
            return UNUSABLE
        except SettingsError as error:
            say(*error.sentences)
            return UNUSABLE
        except CommandError as failure:
            say(*failure.sentences)
            return failure.code
        except (KeyboardInterrupt, EOFError):
            say("")
            return INTERRUPTED


def _open_if_no_command() -> int | None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is not None:
        return None
    from tui.commands.open import open_event

    return open_event(None)


def _language_option(arguments: list[str]) -> str:
    """Return what ``--lang`` was given: wrong usage too is explained in that language."""
    asked = ""
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if argument == "--":
            break
        if argument == "--lang":
            asked = following
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in LANGUAGES else ""


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


def _tell_of_a_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say where the program failed, and nothing of the event; an interrupt is no failure."""
    if not issubclass(kind, KeyboardInterrupt):
        from tui.terminal.crash import hook

        hook(kind, error, trace)


def main() -> NoReturn:
    """Run the program with the arguments of the process, and exit."""
    sys.excepthook = _tell_of_a_crash
    CommandLine().main()
