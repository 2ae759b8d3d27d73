"""``ktcn-tui completion``: what a shell needs to complete commands, options, names and files.

The scripts are click's, but for bash: files are completed beside the commands, since the program
takes either. They call the program with ``_KTCN_TUI_COMPLETE`` set, and :func:`answer` answers.
"""

from __future__ import annotations

from typing import ClassVar

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from tui.commands import PROGRAM
from tui.commands.exit_codes import DONE, UNUSABLE
from tui.commands.options import common
from tui.commands.streams import put
from tui.locale import _

VARIABLE = "_KTCN_TUI_COMPLETE"
"""Set by the scripts: the shell, and what is asked for."""


class Bash(BashComplete):
    """Completion for bash 4.4 and later."""

    source_template: ClassVar[str] = """\
%(complete_func)s() {
    local type value files
    COMPREPLY=()
    while IFS=, read -r type value; do
        case $type in
            file)
                compopt -o filenames
                mapfile -t files < <(compgen -f -- "$value")
                COMPREPLY+=("${files[@]}") ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done < <(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
%(complete_var)s=bash_complete "$1")
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": ZshComplete, "fish": FishComplete}


def command() -> click.Command:
    """Return the command."""
    return click.Command(
        "completion",
        callback=completion,
        help=_(
            "Print a script that completes commands in your shell: "
            'eval "$(ktcn-tui completion bash)"'
        ),
        options_metavar=_("[OPTIONS]"),
        add_help_option=False,
        params=[
            click.Argument(["shell"], type=click.Choice(tuple(SHELLS)), metavar="bash|zsh|fish"),
            *common(),
        ],
    )


def completion(shell: str) -> int:
    """Print the script of a shell and return the exit code."""
    # Not by its own method: click runs bash to look at its version, and nothing is executed here.
    script = SHELLS[shell](click.Command(PROGRAM), {}, PROGRAM, VARIABLE)
    put(script.source_template % script.source_vars())
    return DONE


def answer(asked: str) -> int:
    """Answer the script of a shell; ``asked`` is such as ``bash_complete``.

    Returns:
        The exit code.
    """
    from tui.commands.group import CommandLine

    shell, _separator, what = asked.partition("_")
    if shell not in SHELLS or what != "complete":
        return UNUSABLE
    completing = SHELLS[shell](CommandLine(), {}, PROGRAM, VARIABLE)
    args, incomplete = completing.get_completion_args()
    for item in completing.get_completions(args, incomplete):
        put(f"{completing.format_completion(item)}\n")
    return DONE
