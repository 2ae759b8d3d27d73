"""What the source tree holds to: small files, public modules only, nothing hidden or unfinished."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import HEADLESS, PACKAGE, ROOT, imported, module_of, name_of, parsed, sources

LONGEST_FILE = 300
LONGEST_FUNCTION = 60
PRODUCT = [pytest.param(path, id=name_of(path)) for path in sources()]
TESTS = [pytest.param(path, id=name_of(path)) for path in sources(ROOT / "tests")]
FORBIDDEN_IMPORTS = {
    "urllib.request": "nothing is fetched",
    "http": "nothing is fetched",
    "socket": "no socket is opened",
    "webbrowser": "a URL is shown and copied, never opened",
    "subprocess": "nothing is executed",
    "pickle": "records are TOML",
    "rich.markup": "text reaches the screen by the door, not by escaping markup",
    "textual.markup": "text reaches the screen by the door, not by escaping markup",
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError|# (type: ignore|noqa)\s*$")
SLEEPS = ("time.sleep", "sleep", "asyncio.sleep")
BROAD = {"Exception", "BaseException"}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(tree: ast.AST, *names: str) -> list[int]:
    """Return the lines that call one of the dotted names."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names
    ]


@pytest.mark.parametrize("path", PRODUCT)
def test_a_file_and_its_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    long = {
        function.name: length
        for function in functions(parsed(path))
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert not long


@pytest.mark.parametrize("path", PRODUCT)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert path.stat().st_size == 0 or ast.get_docstring(parsed(path))


@pytest.mark.parametrize("path", PRODUCT)
def test_only_public_modules_of_textual_and_rich_are_used(path: Path) -> None:
    private = re.compile(r"(textual|rich)(\.\w+)*\._")
    assert [found for found in imported(parsed(path)) if private.match(found[1])] == []


@pytest.mark.parametrize("path", PRODUCT)
def test_nothing_is_imported_that_breaks_a_promise(path: Path) -> None:
    broken = [
        f"{name_of(path)}:{line}: {name}: {reason}"
        for line, name in imported(parsed(path))
        for module, reason in FORBIDDEN_IMPORTS.items()
        if name == module or name.startswith(module + ".")
    ]
    assert broken == []


@pytest.mark.parametrize("path", PRODUCT)
def test_nothing_is_unfinished_or_kept_quiet(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [(n, line) for n, line in enumerate(lines, 1) if UNFINISHED.search(line)] == []
    broad = [
        node.lineno
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or BROAD & {name.strip() for name in names_in(node.type)})
    ]
    assert broad == []


def names_in(kinds: ast.expr) -> list[str]:
    return [ast.unparse(kind) for kind in getattr(kinds, "elts", [kinds])]


@pytest.mark.parametrize("path", PRODUCT)
def test_the_program_never_sleeps(path: Path) -> None:
    """A sleep of 0, in which the others have their turn of the loop, waits for no time."""
    tree = parsed(path)
    turns = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Await) and ast.unparse(node.value) == "sleep(0)"
    ]
    assert sorted(calls(tree, *SLEEPS)) == sorted(turns)


@pytest.mark.parametrize("path", TESTS)
def test_no_test_waits_a_fixed_time(path: Path) -> None:
    """A wait of a fixed time is right on one machine only.

    A loop that polls is no such wait, nor a callback that blocks an app to see what it then does,
    nor a pilot's pause of 0, which ends when the messages that are there have been handled.
    """
    tree = parsed(path)
    polls = {
        call
        for part in ast.walk(tree)
        if isinstance(part, ast.While | ast.Lambda)
        for call in calls(part, *SLEEPS)
    }
    pauses = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "pause"
        and [ast.unparse(argument) for argument in (*node.args, *node.keywords)] not in ([], ["0"])
    ]
    assert set(calls(tree, *SLEEPS)) - polls == set()
    assert pauses == []


def test_a_package_is_of_the_screen_or_headless() -> None:
    folders = {path.parent for path in PACKAGE.glob("*/__init__.py")}
    screen = {"tui.commands", "tui.panes", "tui.screens", "tui.terminal", "tui.widgets"}
    assert {module_of(folder / "__init__.py") for folder in folders} - screen <= set(HEADLESS)
