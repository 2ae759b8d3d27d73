"""Running the program, in this process and in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click
from click.testing import CliRunner, Result

from tui import cli

ROOT = Path(__file__).parent.parent.parent
EVENT = """\
format = 1

[event]
id = "le-ky"
name = "Lễ ký"
start_date = 2022-01-18
organizer = "so"

[[article.body]]
text = "Chiều 18/01/2022, TS Đỗ Hoài Nam dự lễ ký [/bold] của Sở."

[[people]]
id = "nam"
name = "Đỗ Hoài Nam"
honorific_prefix = "TS"
roles = ["guest"]

[[organizations]]
id = "so"
name = "Sở Khoa học"
roles = ["organizer"]
"""


def run(*arguments: str | Path) -> Result:
    """Run the program in this process, its output no terminal."""
    return CliRunner().invoke(_Program(""), list(map(str, arguments)), catch_exceptions=False)


class _Program(click.Command):
    """The whole program, in the form in which click's runner takes it."""

    def main(self, args: Sequence[str] | None = None, *_args: Any, **_extra: Any) -> NoReturn:
        sys.exit(cli.run(list(args or ())))


def process(
    *arguments: str | Path,
    stdin: bytes | None = None,
    env: dict[str, str] | None = None,
    cwd: Path = ROOT,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, its streams pipes."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        input=b"" if stdin is None else stdin,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | (env or {}),
        cwd=cwd,
        capture_output=True,
        check=False,
        timeout=30,
    )
