"""Completion in the shells themselves: what stands on their line after Tab."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT
from tests.terminal.pty_harness import Terminal
from tui.commands.completion import SHELLS

STARTED = {
    "bash": ("--norc", "--noprofile", "-i"),
    "zsh": ("-f", "-i"),
    "fish": ("--no-config", "-i"),
}
LOADED = {
    "bash": 'eval "$(ktcn-tui completion bash)"',
    "zsh": 'autoload -Uz compinit && compinit -u -D; eval "$(ktcn-tui completion zsh)"',
    "fish": "function fish_prompt; echo -n '$ '; end; ktcn-tui completion fish | source",
}
"""What a reader writes into the configuration of the shell."""


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Terminal:
    """Return a shell in a terminal, with an event file beside it and completion switched on."""
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    (tmp_path / "sea of events.toml").touch()
    program = tmp_path / "bin" / "ktcn-tui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m tui "$@"\n')
    program.chmod(0o755)
    terminal = Terminal(
        [name, *STARTED[name]],
        columns=100,
        home=tmp_path,
        environment={
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "PS1": "$ ",
        },
    )
    terminal.send(f"{LOADED[name]}; echo is-$(printf %s ready)\r")
    # What is typed before a shell asks for it may be lost.
    terminal.wait_until(lambda shown: "is-ready" in shown.text and line_of(shown) == "$")
    return terminal


def line_of(shell: Terminal) -> str:
    """Return the line that the cursor is on."""
    return shell.lines[shell.cursor[1]].strip()


def typed(shell: Terminal, keys: str, line: str) -> None:
    """Type keys and wait until the line of the shell ends with ``line``."""
    shell.send(keys)
    shell.wait_until(lambda shown: line_of(shown).endswith(line))


def test_commands_options_values_and_files_are_completed(shell: Terminal) -> None:
    with shell:
        typed(shell, "ktcn-tui compl\t", "ktcn-tui completion")
        typed(shell, "z\t", "ktcn-tui completion zsh")
        typed(shell, "\x15ktcn-tui show --form\t", "ktcn-tui show --format")
        typed(shell, "json-\t", "--format json-ld")
        typed(shell, "\x15ktcn-tui check sea\\ o\t", r"ktcn-tui check sea\ of\ events.toml")
        typed(shell, "\x15ktcn-tui sea\\ o\t", r"ktcn-tui sea\ of\ events.toml")
        shell.send("\x15exit\r")
        assert shell.wait() == 0
