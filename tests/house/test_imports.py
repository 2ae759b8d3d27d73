"""The contract between the packages, proved twice: by the import graph and by importing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import tomli

from tests.house.tree import HEADLESS, ROOT, module_of, sources

MODULES = [name for name in map(module_of, sources()) if name != "tui.__main__"]
HEADLESS_MODULES = [name for name in MODULES if name.startswith(HEADLESS)]
IMPORT_EACH_FIRST = """
import importlib, sys
screen = {"textual", "rich", "click"}
for module in sys.argv[1:]:
    for name in [name for name in sys.modules if name.partition(".")[0] == "tui"]:
        del sys.modules[name]
    try:
        importlib.import_module(module)
    except ImportError as error:
        print(f"{module}: {error}", file=sys.stderr)
    else:
        print(module, *sorted(screen.intersection(sys.modules)))
"""
"""Imports modules, each as the first of the program, and says whether the screen is loaded by then;
what it uses of others, as Textual, is loaded once for all of them."""


def interpreted(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh interpreter, with warnings as errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_import_graph_keeps_the_contracts() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_contract_names_every_headless_package() -> None:
    project = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = (
        one for one in project["tool"]["importlinter"]["contracts"] if one["type"] == "forbidden"
    )
    there = {name for name in HEADLESS if name in MODULES}
    assert set(contract["source_modules"]) == there
    assert {"textual", "rich"} <= set(contract["forbidden_modules"])


def test_each_headless_module_can_be_imported_first_and_loads_nothing_of_the_screen() -> None:
    told = interpreted(IMPORT_EACH_FIRST, *HEADLESS_MODULES)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines() == HEADLESS_MODULES


def test_each_module_of_the_screen_can_be_imported_first() -> None:
    modules = sorted(set(MODULES) - set(HEADLESS_MODULES))
    told = interpreted(IMPORT_EACH_FIRST, *modules)
    assert (told.returncode, told.stderr) == (0, "")
    assert [line.split()[0] for line in told.stdout.splitlines()] == modules
