"""What is measured: the bare app and the program on two events, each started the same way."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import tomli

from tests import large_event
from tests.benchmarks import bare, generate

ROOT = Path(__file__).parent.parent.parent
(BUNDLED,) = (ROOT / "data").glob("20*.toml")


class Program(NamedTuple):
    """A program that draws on the terminal."""

    name: str
    command: tuple[str, ...]
    shows: str
    """Text that its first paint shows on one line."""
    typed: tuple[str, ...] = ()
    """What is typed into its search bar; it has none where this is empty."""


def environment(home: Path) -> dict[str, str]:
    """Return the same environment for every program, whatever the one of the caller."""
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
    }


def programs(folder: Path) -> tuple[Program, Program, Program, Program]:
    """Return the bare app, and the program on three events: bundled, of 300 people, of 2 MB.

    The last two are written into ``folder``.
    """
    many, large = folder / "many.toml", folder / "large.toml"
    many.write_text(large_event.event(), "utf-8")
    large.write_text(generate.event(), "utf-8")
    bundled = tomli.loads(BUNDLED.read_text("utf-8"))
    opening = next(block["text"] for block in bundled["article"]["body"] if "text" in block)
    words = opening[:24].strip()
    return (
        Program("a bare Textual app", (sys.executable, bare.__file__), bare.LINE),
        Program("the bundled event", ktcn(str(BUNDLED)), words, ("do hoai", "khoa hoc")),
        Program("300 people", ktcn(str(many)), large_event.HEADLINE, ("tuan", "de tai")),
        Program("the large event", ktcn(str(large)), generate.FIRST_WORDS, ("nguoi", "hoa xuan")),
    )


def ktcn(*arguments: str) -> tuple[str, ...]:
    """Return the command line of the program itself."""
    return (sys.executable, "-m", "tui", *arguments)


def whole_process(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the seconds that a command takes from start to end, its output taken in."""
    started = time.perf_counter()
    subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    return time.perf_counter() - started


def imports(command: Sequence[str], environment: Mapping[str, str]) -> set[str]:
    """Return the top-level packages that a command of Python imports."""
    python, *arguments = command
    told = subprocess.run(
        [python, "-X", "importtime", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    names = (line.rpartition("|")[2].strip() for line in told.stderr.splitlines())
    return {name.partition(".")[0] for name in names}
