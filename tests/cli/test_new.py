"""``ktcn-tui new`` and ``ktcn-tui schema``."""

from __future__ import annotations

import errno
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from tests.cli.program import ROOT, run
from tests.reliability import case


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
    assert result.stderr.startswith(f"{path}: a file or folder of this name exists")
    dangling = tmp_path / "link.toml"
    dangling.symlink_to(tmp_path / "gone.toml")
    assert run("new", dangling).exit_code == 2
    assert not (tmp_path / "gone.toml").exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("--lang", "en", "new", tmp_path / "no" / "x.toml")
    assert result.exit_code == 2
    assert result.stderr == (
        f"{tmp_path}/no/x.toml: the file cannot be written: "
        "its folder does not exist; create it first.\n"
    )


def test_a_folder_is_made_with_a_template_and_the_schema(tmp_path: Path) -> None:
    folder = tmp_path / "su-kien"
    result = run("--lang", "en", "new", f"{folder}/")
    assert (result.exit_code, result.stdout) == (0, "")
    assert {path.name for path in folder.iterdir()} == {"event.toml", "event.schema.json"}
    assert run("check", folder / "event.toml").exit_code == 0
    assert (folder / "event.schema.json").read_text("utf-8") == run("schema").stdout
    assert run("new", folder).exit_code == 2  # both are there
    (folder / "event.toml").unlink()
    (folder / "event.schema.json").write_text("mine")
    assert run("new", folder).exit_code == 0
    assert (folder / "event.schema.json").read_text("utf-8") == "mine"
    result = run("--lang", "en", "new", f"{tmp_path}/a/b/")
    assert result.exit_code == 2
    assert f"{tmp_path}/a/b: the folder cannot be made" in result.stderr


def test_the_schema_for_editors_is_named_where_there_is_none(tmp_path: Path) -> None:
    schema = tmp_path / "event.schema.json"
    assert f"ktcn-tui schema > {schema}" in run("new", tmp_path / "a.toml").stderr
    schema.write_text("{}")
    assert "schema >" not in run("new", tmp_path / "b.toml").stderr


@case("`new ''` and `new -` are told rightly")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Error: The name of the file is empty; write one, such as event.toml."),
        (" ", "Error: The name of the file is empty; write one, such as event.toml."),
        ("-", "Error: A template is written to a file; give its name. A file named “-” is ./-"),
    ],
)
def test_what_is_no_name_is_told_rightly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("--lang", "en", "new", name)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, said)
    assert list(tmp_path.iterdir()) == []


@case("`new` on a full disk leaves no file behind")
def test_a_full_disk_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty file stood there, and its name was then refused."""

    def is_full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", is_full)
        result = run("--lang", "en", "new", tmp_path / "x.toml")
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert result.stderr == f"{tmp_path}/x.toml: the file cannot be written: the disk is full.\n"
    assert run("new", tmp_path / "x.toml").exit_code == 0


@case("`new` on a full disk leaves no file behind")
def test_a_file_that_may_not_grow_is_not_left_half(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "new", str(tmp_path / "x.toml")],
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


def test_a_file_system_without_links_takes_a_template_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def has_none(_file: str, _name: Path) -> None:
        raise PermissionError(errno.EPERM, "")

    monkeypatch.setattr(os, "link", has_none)
    assert run("new", tmp_path / "x.toml").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["x.toml"]
    assert run("new", tmp_path / "x.toml").exit_code == 2


def test_the_schema_is_the_one_beside_the_bundled_event() -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert result.stdout == (ROOT / "data" / "event.schema.json").read_text("utf-8")
