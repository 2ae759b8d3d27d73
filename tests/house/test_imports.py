"""The contract between the packages, proved twice: by the import graph and by importing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import HEADLESS, ROOT, module_of, sources

MODULES = [name for name in map(module_of, sources()) if name != "tui.__main__"]
HEADLESS_MODULES = [name for name in MODULES if name.startswith(HEADLESS)]
IMPORT_AND_TELL = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
IMPORT_EACH_FIRST = """
import importlib, sys
for module in sys.argv[1:]:
    for name in [name for name in sys.modules if name.partition(".")[0] == "tui"]:
        del sys.modules[name]
    try:
        importlib.import_module(module)
    except ImportError as error:
        print(f"{module}: {error}", file=sys.stderr)
    else:
        print(module)
"""
"""Imports modules, each as the first of the program; what it uses of others, as Textual, is loaded
once for all of them."""


def loaded_by(module: str) -> set[str]:
    """Return the top-level packages that importing a module in a fresh interpreter loads."""
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_AND_TELL, module],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return set(told.stdout.split())


def test_the_import_graph_keeps_the_contracts() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize("module", HEADLESS_MODULES)
def test_a_headless_module_loads_nothing_of_the_screen(module: str) -> None:
    assert not loaded_by(module) & {"textual", "rich", "click"}


def test_each_module_of_the_screen_can_be_imported_first() -> None:
    modules = sorted(set(MODULES) - set(HEADLESS_MODULES))
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_EACH_FIRST, *modules],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.split() == modules
