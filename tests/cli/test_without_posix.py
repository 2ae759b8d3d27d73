"""The commands run where the modules and flags of POSIX are missing, as on Windows."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.cli.program import ROOT
from tests.reliability import case
from tui.export import format_names

WITHOUT = """
import os, shlex, sys
for module in "termios fcntl tty pty resource pwd grp curses".split():
    sys.modules[module] = None
windows = "RDONLY WRONLY RDWR APPEND CREAT EXCL TRUNC BINARY TEXT NOINHERIT RANDOM SEQUENTIAL"
kept = {f"O_{name}" for name in windows.split()}
for name in dir(os):
    if name.startswith("O_") and name not in kept:
        delattr(os, name)
os.supports_dir_fd.clear()
from tui.cli import run
for line in sys.argv[1:]:
    code = run(shlex.split(line))
    for stream in sys.stdout, sys.stderr:
        print(f"\\0{code}", end="\\0", file=stream, flush=True)
"""
"""Runs lines of commands; behind what each has written stands its exit code, between zeros."""


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


class Told(NamedTuple):
    """What a command has written, and its exit code."""

    code: int
    output: bytes
    error: bytes


def without_posix(*lines: str, cwd: Path = ROOT) -> list[Told]:
    """Run lines of commands, one after another, without the modules and flags of POSIX."""
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT, *lines],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    outputs, errors = told.stdout.split(b"\0")[:-1], told.stderr.split(b"\0")[:-1]
    assert len(outputs) == len(errors) == 2 * len(lines), told.stderr.decode()
    codes = map(int, outputs[1::2])
    return [Told(*each) for each in zip(codes, outputs[::2], errors[::2], strict=True)]


@case("Without the modules and flags of POSIX, every command works")
def test_every_command_works() -> None:
    for line, told in zip(COMMANDS, without_posix(*COMMANDS), strict=True):
        assert (told.code, told.error) == (0, b""), line
        assert bool(told.output) is not line.startswith("check"), line


@case("Without the modules and flags of POSIX, every format is written")
def test_every_format_is_written(tmp_path: Path) -> None:
    there = [form for form in format_names() if find_spec(LIBRARIES.get(form, "tui"))]
    lines = [f"show --format {form} -o '{tmp_path}/{form}'" for form in there]
    for form, told in zip(there, without_posix(*lines), strict=True):
        assert (told.code, told.error) == (0, b""), form
        assert (tmp_path / form).stat().st_size > 0, form


@case("Without the modules and flags of POSIX, an article is drafted and pages are made")
def test_a_draft_and_a_site_are_written(tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text(ARTICLE, "utf-8")
    lines = ("draft bai.txt -o bai.toml", f"site '{ROOT / SAMPLE}' out")
    for told in without_posix(*lines, cwd=tmp_path):
        assert told.code == 0, told.error
    assert (tmp_path / "bai.toml").exists()
    assert (tmp_path / "out" / "index.html").exists()


def test_a_template_is_written(tmp_path: Path) -> None:
    lines = (f"new '{tmp_path}/x.toml'", f"new '{tmp_path}/folder/'", "config --init")
    for told in without_posix(*lines):
        assert told.code == 0, told.error
    assert (tmp_path / "x.toml").exists()
    assert (tmp_path / "folder" / "event.schema.json").exists()


def test_wrong_settings_are_told() -> None:
    (told,) = without_posix("--theme nrod")
    assert told.code == 2
    assert told.error.startswith(b"--theme: ")
