"""Every test runs in the same surroundings, whatever machine, home and terminal it is run from."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from hatch_build import compile_catalogs
from tests.examples import EXAMPLES
from tests.idle import until_idle, until_seen
from tests.style_sheets import parse_once
from tui import locale

ROOT = Path(__file__).parent.parent
sys.dont_write_bytecode = False
"""What is imported here is compiled once, and not again by each process that a test starts."""
OUTSIDE = ("KTCN_", "TEXTUAL", "XDG_", "LC_", "RICH_", "_KTCN_TUI")
"""Beginnings of the names of variables that would change what a test sees."""
OUTSIDE_NAMES = (
    *("LANG", "LANGUAGE", "TZ", "COLUMNS", "LINES", "TERM", "COLORTERM", "TERM_PROGRAM"),
    *("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "TTY_INTERACTIVE"),
    *("PYTHONIOENCODING", "PYTHONUTF8", "PYTHONCOERCECLOCALE", "SSH_TTY", "TMUX"),
)

if read_too_early := sorted(
    name
    for name in os.environ
    if name.startswith("TEXTUAL") and not name.startswith("TEXTUAL_SNAPSHOT_")
):
    # pytest-textual-snapshot imports Textual, which reads them once, before this file is run.
    raise pytest.UsageError(f"Unset {', '.join(read_too_early)}: Textual has already read them.")


settings.register_profile(
    "same", derandomize=True, database=None, deadline=None, max_examples=EXAMPLES
)
settings.register_profile("random", deadline=None, print_blob=True)
settings.load_profile("same")
"""Properties are tried with the same examples each time, of which KTCN_EXAMPLES makes more; with
others, and on from what failed, by ``--hypothesis-profile=random``."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each process a row of tests, and what is left of another's row when it is through.

    What a module has made for its tests is then seldom made twice, and no process is alone at last.
    """
    from xdist.scheduler import WorkStealingScheduling  # type: ignore[import-untyped]

    return WorkStealingScheduling(config, log)


@pytest.fixture(scope="session", autouse=True)
def compiled_catalogs() -> None:
    """Messages as they are in the tree, in a checkout that was never built too."""
    compile_catalogs(ROOT)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Return an empty home, the same again as long as nothing is put into it."""
    folder, number = tmp_path_factory.mktemp("homes"), count()
    home: Path | None = None

    def empty() -> Path:
        nonlocal home
        if home is None or any(home.iterdir()):
            home = folder / str(next(number))
            home.mkdir()
        return home

    return empty


@pytest.fixture(autouse=True)
def hermetic(monkeypatch: pytest.MonkeyPatch, homes: Callable[[], Path]) -> Iterator[Path]:
    """An empty home, no settings, UTC, a terminal of many colours, English messages."""
    home = homes()
    for name in list(os.environ):
        if name.startswith("TEXTUAL_SNAPSHOT_"):
            continue  # where pytest-textual-snapshot keeps its report
        if name.startswith(OUTSIDE) or name in OUTSIDE_NAMES:
            monkeypatch.delenv(name)
    for name, value in {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "KTCN_TODAY": "2024-06-30",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }.items():
        monkeypatch.setenv(name, value)
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", until_idle)
    monkeypatch.setattr("textual.pilot.Pilot._wait_for_screen", until_seen)
    monkeypatch.setattr("textual.css.stylesheet.Stylesheet._parse_rules", parse_once)
    time.tzset()
    locale.use("en")
    yield home
    locale.use("en")
