"""``ktcn-tui completion``: the scripts of the shells, and what the program answers them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT, run
from tui.commands import COMMANDS
from tui.commands.completion import SHELLS, VARIABLE
from tui.export import format_names
from tui.settings.themes import THEMES


def answered(typed: str, monkeypatch: pytest.MonkeyPatch, shell: str = "bash") -> list[str]:
    """Return what is answered for what stands before the cursor."""
    words = typed.split(" ")
    monkeypatch.setenv(VARIABLE, f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", words[-1] if shell == "fish" else str(len(words) - 1))
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def test_commands_options_names_and_files_are_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    root = answered("ktcn-tui ", monkeypatch)
    assert {f"plain,{command}" for command in COMMANDS} < {*root}
    assert "file," in root
    assert answered("ktcn-tui data/2", monkeypatch) == ["file,data/2"]
    assert {"plain,--theme", "plain,--lang"} <= {*answered("ktcn-tui --", monkeypatch)}
    assert answered("ktcn-tui --lang ", monkeypatch) == ["plain,vi", "plain,en"]
    assert answered("ktcn-tui --theme ", monkeypatch) == [f"plain,{theme}" for theme in THEMES]
    formats = answered("ktcn-tui show --format ", monkeypatch)
    assert formats == [f"plain,{form}" for form in format_names()]
    assert "plain,agreements" in answered("ktcn-tui show --pane a", monkeypatch)
    assert answered("ktcn-tui check x", monkeypatch) == ["file,x"]
    assert answered("ktcn-tui completion ", monkeypatch) == [f"plain,{each}" for each in SHELLS]
    assert "plain,--lang" in answered("ktcn-tui no-such-file.toml --l", monkeypatch)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_is_answered(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("search" in line for line in answered("ktcn-tui sea", monkeypatch, shell))


@pytest.mark.parametrize("asked", ["bash", "bash_source", "ksh_complete", "_"])
def test_what_no_script_asks_is_not_answered(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It opened the event."""
    monkeypatch.setenv(VARIABLE, asked)
    result = run()
    assert (result.exit_code, result.output) == (2, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_one_that_its_shell_takes(shell: str) -> None:
    script = run("completion", shell).stdout
    assert VARIABLE in script
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    told = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_commands_and_files_with_spaces(tmp_path: Path) -> None:
    (tmp_path / "sea of events.toml").touch()
    (tmp_path / "ktcn-tui").write_text(f'#!/bin/sh\nexec {sys.executable} -m tui "$@"\n')
    (tmp_path / "ktcn-tui").chmod(0o755)
    script = f"""
        export PATH={tmp_path}:$PATH PYTHONPATH={ROOT}
        eval "$(ktcn-tui completion bash)"
        compopt() {{ :; }}
        COMP_WORDS=(ktcn-tui sea) COMP_CWORD=1
        _ktcn_tui_completion ktcn-tui sea ktcn-tui
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    told = subprocess.run(
        ["bash", "--norc", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert told.stdout.splitlines() == ["search", "sea of events.toml"], told.stderr
