"""The command of the reader's editor: what it may be, and what becomes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.settings import effective
from tui.settings.editor import EXAMPLE, arguments, no_editor
from tui.settings.file import read_config
from tui.settings.written import as_toml, to_begin_with


@pytest.mark.parametrize(
    "command",
    [EXAMPLE, "code --goto {file}:{line}", "'/opt/my editor' {file}", "e {file}", 'e "{file}"'],
)
def test_a_command_that_opens_a_file(command: str) -> None:
    assert no_editor(command) == ""


@pytest.mark.parametrize(
    ("command", "wrong"),
    [
        ("nvim '+{line} {file}", "a quote in this command is not closed"),
        ("nvim +{line}", "this command does not open a file"),
        (" ", "this command does not open a file"),
        ("nvim {path}", "“{path}” has no meaning here"),
        ("nvim {} {file}", "“{}” has no meaning here"),
        ("{file}", "this command does not name a program"),
        ("nvim {file} \0", "this command does not open a file"),
    ],
)
def test_a_command_that_cannot_be(command: str, wrong: str, tmp_path: Path) -> None:
    assert no_editor(command).startswith(wrong)
    config = tmp_path / "config.toml"
    config.write_text(f"editor = {json.dumps(command)}\n")
    (sentence,) = effective(read_config(config), {}).wrong
    assert sentence.startswith(f"{config}:1: editor: {wrong}")


def test_it_is_set_in_the_file_alone(tmp_path: Path) -> None:
    """No variable of the environment executes anything."""
    config = tmp_path / "config.toml"
    config.write_text(f'editor = "{EXAMPLE}"\n')
    assert effective(read_config(config), {}).editor == EXAMPLE
    variables = {"EDITOR": "vi", "VISUAL": "vi", "KTCN_EDITOR": "vi {file}"}
    assert effective(read_config(tmp_path / "none.toml"), variables).editor == ""
    assert f'editor = "{EXAMPLE}"  # {config}:1\n' in as_toml(effective(read_config(config), {}))


def test_the_file_to_begin_with_has_a_command_that_can_be() -> None:
    (line,) = (x for x in to_begin_with({}).splitlines() if x.startswith("# editor = "))
    assert no_editor(tomli.loads(line.removeprefix("# "))["editor"]) == ""


@given(st.text().filter(lambda name: "\0" not in name), st.integers(1, 10_000))
def test_a_name_is_one_argument_whatever_characters_it_has(name: str, line: int) -> None:
    assert arguments(EXAMPLE, name, line) == ["nvim", f"+{line}", name]
    assert arguments("e {file}:{line}", name, line) == ["e", f"{name}:{line}"]
