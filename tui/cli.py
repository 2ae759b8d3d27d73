"""The program: its surroundings, its language, and with which exit code it ends."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import NoReturn

from tui.commands import COMMANDS
from tui.commands.command_error import CommandError
from tui.commands.exit_codes import DONE, INTERRUPTED, UNUSABLE
from tui.commands.streams import forget_output, prepare, say
from tui.locale import LANGUAGES, use_everywhere
from tui.settings import SettingsError, asked_language, effective
from tui.settings.file import ConfigFile, config_path, read_config


def run(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    without_marks = prepare(os.environ)
    config = read_config(config_path(os.environ))
    language = asked_language(_language_option(arguments), config, os.environ)
    use_everywhere(language or "vi")
    if asked := os.environ.get("_KTCN_TUI_COMPLETE"):
        from tui.commands.completion import answer

        return answer(asked)
    try:
        code = _run(arguments, config)
    except BrokenPipeError:  # who reads us has read enough
        forget_output()
        return DONE
    if sentence := without_marks.sentence():
        say(sentence)
    return code


def _run(arguments: list[str], config: ConfigFile) -> int:
    try:
        if _are_a_file_at_most(arguments):
            from tui.commands.open import open_files

            return open_files(arguments, effective(config, os.environ))
        from tui.commands.group import CommandLine

        return CommandLine().run(arguments, config)
    except SettingsError as error:
        say(*error.sentences)
        return UNUSABLE
    except CommandError as failure:
        say(*failure.sentences)
        return failure.code
    except (KeyboardInterrupt, EOFError):
        say("")
        return INTERRUPTED


def _are_a_file_at_most(arguments: list[str]) -> bool:
    """Tell whether there is nothing to parse, so that the screen need not wait for click."""
    if not arguments:
        return True
    name = arguments[0]
    return (
        len(arguments) == 1 and name not in COMMANDS and name[:1] != "-" and os.path.lexists(name)
    )


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


def _tell_of_a_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say where the program failed, and nothing of the event; an interrupt is not a failure."""
    if not issubclass(kind, KeyboardInterrupt):
        from tui.terminal.crash import hook

        hook(kind, error, trace)


def main() -> NoReturn:
    """Run the program with the arguments of the process, and exit."""
    sys.excepthook = _tell_of_a_crash
    sys.exit(run(sys.argv[1:]))
