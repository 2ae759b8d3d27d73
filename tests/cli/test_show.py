"""``ktcn-tui show``, and ``ktcn-tui FILE`` when standard output is not a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT, process, run


def test_it_prints_the_bundled_event_from_anywhere(tmp_path: Path) -> None:
    told = process("show", cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.decode().startswith("Lễ ký kết thỏa thuận hợp tác")


def test_without_a_terminal_opening_is_showing(event: Path) -> None:
    assert run(event).stdout == run("show", event).stdout
    assert run().stdout == run("show").stdout


def test_it_prints_only_the_panes_that_are_named(event: Path) -> None:
    text = run("show", event, "--pane", "photos", "--pane", "participants").stdout
    assert "Thành phần" in text
    assert "Bản ghi này không có ảnh." in text
    assert "Bài viết" not in text


def test_it_prints_markdown(event: Path) -> None:
    assert run("show", event, "--format", "markdown").stdout.startswith("# Lễ ký\n\n18/01/2022")


def test_it_prints_json(event: Path) -> None:
    assert json.loads(run("show", event, "--format", "json").stdout)["people"][0]["id"] == "nam"


def test_json_is_utf_8_under_any_encoding(event: Path) -> None:
    told = process("show", event, "--format", "json", env={"PYTHONIOENCODING": "latin-1"})
    assert json.loads(told.stdout.decode("utf-8"))["event"]["name"] == "Lễ ký"


@pytest.mark.parametrize("arguments", [("-",), ("show", "-")])
def test_a_dash_is_standard_input(event: Path, arguments: tuple[str, ...]) -> None:
    told = process(*arguments, stdin=event.read_bytes())
    assert told.stdout.decode() == run("show", event).stdout


def test_a_record_with_problems_is_told_with_all_of_them(event: Path) -> None:
    text = (
        event.read_text("utf-8").replace('"guest"', '"gest"').replace("organizer =", "organiser =")
    )
    event.write_text(text, encoding="utf-8")
    result = run("show", event)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count(f"{event}:") == 2


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("show", tmp_path / "no.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"{tmp_path}/no.toml: Không đọc được tệp: không có tệp này. Hãy xem lại tên và thư mục.\n"
    )


def test_a_name_that_is_no_utf_8_is_told() -> None:
    told = process(os.fsdecode(b"\xff\x1b.toml"))
    assert (told.returncode, told.stdout) == (2, b"")
    assert told.stderr.decode().startswith("\ufffd␛.toml: ")


def test_standard_input_that_is_closed_is_told() -> None:
    shell = f"{sys.executable} -m tui show - <&-"
    told = subprocess.run(
        ["bash", "-c", shell], capture_output=True, cwd=ROOT, check=False, timeout=30
    )
    assert told.returncode == 2
    assert told.stderr.decode() == "đầu vào chuẩn: Không đọc được tệp: đã bị đóng.\n"


def test_standard_input_that_is_no_event_is_told() -> None:
    told = process("--lang", "en", "-", stdin=b"format = ")
    assert told.returncode == 1
    assert told.stderr.decode().startswith("standard input:1:")
