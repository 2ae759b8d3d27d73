"""The commands run where the modules and flags of POSIX are missing, as on Windows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT
from tests.reliability import case

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


@case("Without the modules and flags of POSIX, ktcn-tui {arguments}: works")
@pytest.mark.parametrize(
    "arguments",
    [
        "show",
        "show --format json",
        "show --format markdown",
        "show --format csv",
        "search KHCN",
        "search --json KHCN",
        "check data/2022-01-18-ky-ket-khcn-hai-phong.toml",
        "schema",
        "config",
        "completion zsh",
        "--help",
        "",
    ],
)
def test_a_command_works(arguments: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments.split()],
        cwd=ROOT,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert bool(told.stdout) is not arguments.startswith("check")


def test_a_template_is_written(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT, "new", str(tmp_path / "x.toml")],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "x.toml").exists()


def test_wrong_settings_are_told(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT, "--theme", "nrod"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert told.returncode == 2
    assert told.stderr.startswith(b"--theme: ")
