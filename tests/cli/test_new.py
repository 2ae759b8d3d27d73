"""``ktcn-tui new`` and ``ktcn-tui schema``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli

from tests.cli.program import ROOT, run


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_template_passes_the_check_and_shows_every_part(tmp_path: Path, language: str) -> None:
    path = tmp_path / "new.toml"
    result = run("--lang", language, "new", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"ktcn-tui check {path}" in result.stderr
    assert run("check", path).output == ""
    template = tomli.loads(path.read_text("utf-8"))
    assert template["event"]["in_language"] == language
    schema = json.loads(run("schema").stdout)
    parts = schema["$defs"]["Record"]["properties"] if "$defs" in schema else schema["properties"]
    assert set(parts) - set(template) <= {"$schema"}


def test_a_template_is_commented_in_the_language_of_the_screen(tmp_path: Path) -> None:
    run("new", tmp_path / "new.toml")
    assert (tmp_path / "new.toml").read_text("utf-8").count("#") > 20
    assert "Bản ghi một sự kiện" in (tmp_path / "new.toml").read_text("utf-8")


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("mine")
    result = run("--lang", "en", "new", path)
    assert (result.exit_code, path.read_text()) == (2, "mine")
    assert result.stderr.startswith(f"{path}: there is something of this name already")
    dangling = tmp_path / "link.toml"
    dangling.symlink_to(tmp_path / "gone.toml")
    assert run("new", dangling).exit_code == 2
    assert not (tmp_path / "gone.toml").exists()
    assert run("new", tmp_path).exit_code == 2


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("--lang", "en", "new", tmp_path / "no" / "x.toml")
    assert result.exit_code == 2
    assert result.stderr == (
        f"{tmp_path}/no/x.toml: the file cannot be written: "
        "its folder is not there, make it first.\n"
    )


def test_the_schema_is_the_one_beside_the_bundled_event() -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert result.stdout == (ROOT / "data" / "event.schema.json").read_text("utf-8")
