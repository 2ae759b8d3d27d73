"""The commands run where the modules and flags of POSIX are missing, as on Windows."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT
from tests.reliability import case
from tui.export import format_names

WITHOUT = """
import os, sys
for module in "termios fcntl tty pty resource pwd grp curses".split():
    sys.modules[module] = None
windows = "RDONLY WRONLY RDWR APPEND CREAT EXCL TRUNC BINARY TEXT NOINHERIT RANDOM SEQUENTIAL"
kept = {f"O_{name}" for name in windows.split()}
for name in dir(os):
    if name.startswith("O_") and name not in kept:
        delattr(os, name)
from tui.cli import main
main()
"""


ARTICLE = """\
Hải Phòng và Viện Kinh tế ký thỏa thuận

Chiều 18/1/2022, Sở Khoa học và Công nghệ Hải Phòng ký kết với Viện Kinh tế Việt Nam.
Ông Trần Văn An, Giám đốc Sở Khoa học và Công nghệ, phát biểu tại buổi lễ.
"""
SAMPLE = "data/archive"
LIBRARIES = {"xlsx": "xlsxwriter", "docx": "docx"}
EVENT = "data/2022-01-18-ky-ket-khcn-hai-phong.toml"
COMMANDS = [
    "show",
    f"show {EVENT}",
    "search KHCN",
    "search --json KHCN",
    f"check {EVENT}",
    f"check {SAMPLE}",
    f"agreements {EVENT}",
    f"agreements {SAMPLE}",
    f"search thoa {SAMPLE}",
    f"show --about 'Viện Kinh tế Việt Nam' {SAMPLE} {EVENT}",
    f"index {SAMPLE}",
    SAMPLE,
    "--sample",
    "schema",
    "config",
    "completion bash",
    "completion zsh",
    "completion fish",
    "--help",
    "",
]


def without_posix(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    """Run the program without the modules and flags of POSIX."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@case("Without the modules and flags of POSIX, ktcn-tui {arguments}: works")
@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_command_works(arguments: str) -> None:
    told = without_posix(*shlex.split(arguments))
    assert (told.returncode, told.stderr) == (0, b"")
    assert bool(told.stdout) is not arguments.startswith("check")


@case("Without the modules and flags of POSIX, every format is written")
@pytest.mark.parametrize("form", format_names())
def test_a_format_is_written(tmp_path: Path, form: str) -> None:
    if form in LIBRARIES:
        pytest.importorskip(LIBRARIES[form])
    file = tmp_path / "out"
    told = without_posix("show", "--format", form, "-o", str(file))
    assert (told.returncode, told.stderr) == (0, b"")
    assert file.stat().st_size > 0


@case("Without the modules and flags of POSIX, an article is drafted and pages are made")
def test_a_draft_and_a_site_are_written(tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text(ARTICLE, "utf-8")
    told = without_posix("draft", "bai.txt", "-o", "bai.toml", cwd=tmp_path)
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "bai.toml").exists()
    told = without_posix("site", str(ROOT / SAMPLE), "out", cwd=tmp_path)
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "out" / "index.html").exists()


def test_a_template_is_written(tmp_path: Path) -> None:
    told = without_posix("new", str(tmp_path / "x.toml"))
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "x.toml").exists()
    told = without_posix("new", f"{tmp_path}/folder/")
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "folder" / "event.schema.json").exists()
    told = without_posix("config", "--init")
    assert told.returncode == 0, told.stderr


def test_wrong_settings_are_told() -> None:
    told = without_posix("--theme", "nrod")
    assert told.returncode == 2
    assert told.stderr.startswith(b"--theme: ")
