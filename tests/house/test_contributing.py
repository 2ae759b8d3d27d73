"""What the papers for contributors name is there: files, shortcuts, packages and their imports."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT, imported, module_of, parsed, sources

PAPERS = [
    ROOT / name
    for name in (
        "CONTRIBUTING.md",
        "RELEASING.md",
        "docs/architecture.md",
        "docs/development.md",
        ".pre-commit-config.yaml",
    )
]
each = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)


@each
def test_every_file_it_names_is_there(paper: Path) -> None:
    named = re.findall(r"`((?:tui|tests|docs|data|\.ci)/[\w./-]*)`", paper.read_text("utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


@each
def test_every_shortcut_it_names_is_in_the_makefile(paper: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    named = re.findall(r"(?:`|^|&& |entry: )make ([a-z]+)", paper.read_text("utf-8"), re.M)
    assert {*named} <= {*targets}


def test_every_shortcut_stands_in_its_help() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.M)
    assert re.findall(r"^([a-z]+):.*## .+$", makefile, re.M) == phony.split()


def test_the_forge_runs_what_everyone_runs() -> None:
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    assert re.findall(r"^ +- run: (.*)$", workflow, re.M) == [".ci/run"]


def edges() -> dict[str, set[str]]:
    """Return for each package or module of the program the others that it imports."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sources():
        owner = module_of(path).split(".")[1:2]
        for _, name in imported(parsed(path)):
            if owner and name.startswith("tui."):
                found[owner[0]].add(name.split(".")[1])
    return found


def test_the_architecture_names_all_packages_and_no_import_that_is_not_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| `tui\.(\w+)` \| .* \| ?(.*) \|$", text, re.M)
    told = {package: {*filter(None, names.split(", "))} for package, names in rows}
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages <= told.keys()
    real = edges()
    wrong = {package: names - real[package] for package, names in told.items()}
    assert {package: names for package, names in wrong.items() if names} == {}
