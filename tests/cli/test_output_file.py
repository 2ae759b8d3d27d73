"""``-o FILE``: whole or not at all, and never over a file unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.program import run
from tui.commands import output_file


def test_it_writes_what_would_be_printed(event: Path, tmp_path: Path) -> None:
    written = tmp_path / "out.md"
    result = run("show", event, "--format", "markdown", "-o", written)
    assert (result.exit_code, result.stdout) == (0, "")
    assert written.read_text("utf-8") == run("show", event, "--format", "markdown").stdout


def test_a_file_that_is_there_stays_unless_force_is_given(event: Path, tmp_path: Path) -> None:
    there = tmp_path / "out.txt"
    there.write_text("mine")
    result = run("--lang", "en", "show", event, "-o", there)
    assert (result.exit_code, there.read_text()) == (2, "mine")
    assert result.stderr == (
        f"{there}: a file or folder of this name exists; --force overwrites a file.\n"
    )
    assert run("show", event, "-o", there, "--force").exit_code == 0
    assert there.read_text("utf-8").startswith("Lễ ký")


def test_a_link_to_nowhere_is_there(event: Path, tmp_path: Path) -> None:
    link = tmp_path / "out.txt"
    link.symlink_to(tmp_path / "nowhere")
    assert run("show", event, "-o", link).exit_code == 2
    assert not (tmp_path / "nowhere").exists()


def test_no_half_file_is_left_when_writing_fails(
    event: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    result = run("show", event, "-o", folder / "out.txt")
    assert result.exit_code == 2
    assert list(folder.iterdir()) == []


def test_a_file_system_without_links_still_writes_over_nothing(
    event: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("show", event, "-o", folder / "out.txt").exit_code == 0
    assert [each.name for each in folder.iterdir()] == ["out.txt"]
    with pytest.raises(FileExistsError):
        output_file._write(folder / "out.txt", b"", force=False)


@pytest.mark.parametrize("name", ["no/such/out.txt", "a\0b"])
def test_a_name_that_cannot_be_written_is_told(event: Path, name: str, tmp_path: Path) -> None:
    result = run("show", event, "-o", str(tmp_path / name))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_a_new_file_has_the_usual_rights(event: Path, tmp_path: Path) -> None:
    written, usual = tmp_path / "out.txt", tmp_path / "usual"
    run("show", event, "-o", written)
    usual.touch()
    assert written.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("given", ["", "ab", '"'])
def test_a_delimiter_is_one_character(event: Path, given: str) -> None:
    result = run("show", event, "--format", "csv", "--delimiter", given)
    assert result.exit_code == 2
