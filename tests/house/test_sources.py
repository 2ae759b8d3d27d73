"""What the source tree holds to: small files, public modules only, nothing hidden or unfinished."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import HEADLESS, PACKAGE, ROOT, imported, module_of, name_of, parsed, sources

LONGEST_FILE = 300
LONGEST_FUNCTION = 60
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
ALLOWED = {
    ("tui/terminal/editor.py", "subprocess"): "the editor that the reader has set in config.toml"
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|NotImplementedError|# (type: ignore|noqa)\s*$")
CLOCKS = tuple(
    f"{module}{clock}"
    for module in ("", "time.")
    for clock in ("perf_counter", "process_time", "monotonic")
)
SLEEPS = ("time.sleep", "sleep", "asyncio.sleep")
BROAD = {"Exception", "BaseException"}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def place(path: Path, line: int) -> str:
    """Return a place in a file as messages name it."""
    return f"{name_of(path)}:{line}"


def calls(tree: ast.AST, *names: str) -> list[int]:
    """Return the lines that call one of the dotted names."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names
    ]


def test_a_file_and_its_functions_are_short() -> None:
    long = []
    for path in sources():
        length = len(path.read_text("utf-8").splitlines())
        if length > LONGEST_FILE:
            long.append(f"{name_of(path)}: {length} lines")
        for function in functions(parsed(path)):
            length = (function.end_lineno or 0) - function.lineno + 1
            if length > LONGEST_FUNCTION:
                long.append(f"{place(path, function.lineno)}: {function.name}: {length} lines")
    assert long == []


def test_a_module_says_what_it_is() -> None:
    silent = [
        name_of(path)
        for path in sources()
        if path.stat().st_size and not ast.get_docstring(parsed(path))
    ]
    assert silent == []


def test_only_the_terminal_leans_on_private_modules_of_textual_and_rich() -> None:
    """What it leans on is checked by tests/terminal/test_contract.py."""
    private = re.compile(r"(textual|rich)(\.\w+)*\._")
    found = [
        f"{place(path, line)}: {name}"
        for path in sources()
        if path.parent != PACKAGE / "terminal"
        for line, name in imported(parsed(path))
        if private.match(name)
    ]
    assert found == []


def test_nothing_is_imported_that_breaks_a_promise() -> None:
    broken = [
        f"{place(path, line)}: {name}: {reason}"
        for path in sources()
        for line, name in imported(parsed(path))
        for module, reason in FORBIDDEN_IMPORTS.items()
        if name == module or name.startswith(module + ".")
        if (name_of(path), module) not in ALLOWED
    ]
    assert broken == []


def test_what_is_allowed_once_is_needed() -> None:
    for name, module in ALLOWED:
        assert module in [found for _, found in imported(parsed(ROOT / name))]


def test_no_shell_reads_a_command() -> None:
    """What is executed is a list of arguments; a shell would read what a file is called."""
    told = re.compile(r"shell=True|os\.(system|popen|exec\w*|spawn\w*|startfile)\b|getoutput")
    shells = [
        f"{place(path, number)}: {line}"
        for path in sources()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if told.search(line)
    ]
    assert shells == []


def test_nothing_is_unfinished() -> None:
    unfinished = [
        f"{place(path, number)}: {line}"
        for path in sources()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert unfinished == []


def test_no_exception_is_caught_that_was_not_expected() -> None:
    broad = [
        place(path, node.lineno)
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or BROAD & {name.strip() for name in names_in(node.type)})
    ]
    assert broad == []


def names_in(kinds: ast.expr) -> list[str]:
    return [ast.unparse(kind) for kind in getattr(kinds, "elts", [kinds])]


def test_the_program_never_sleeps() -> None:
    assert [place(path, line) for path in sources() for line in sleeps(parsed(path))] == []


def test_no_test_waits_a_fixed_time() -> None:
    """A wait of a fixed time is right on one machine only."""
    waiting = []
    for path in sources(ROOT / "tests"):
        tree = parsed(path)
        waiting += [place(path, line) for line in (*sleeps(tree), *fixed_pauses(tree))]
    assert waiting == []


def sleeps(tree: ast.Module) -> list[int]:
    """Return the lines that sleep; a sleep of 0, which lets other tasks run, waits for no time."""
    yielding = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Await)
        and ast.unparse(node.value) in ("sleep(0)", "asyncio.sleep(0)")
    ]
    return [line for line in calls(tree, *SLEEPS) if line not in yielding]


def test_no_test_asserts_seconds() -> None:
    """How long work takes tells of the machine: tests count it, benchmarks measure it."""
    timing = [
        place(path, node.lineno)
        for path in sources(ROOT / "tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Assert) and calls(node, *CLOCKS)
    ]
    assert timing == []


def fixed_pauses(tree: ast.Module) -> list[int]:
    """Return the lines on which a pilot pauses for a time."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "pause"
        and (node.args or node.keywords)
    ]


def test_a_package_is_of_the_screen_or_headless() -> None:
    folders = {path.parent for path in PACKAGE.glob("*/__init__.py")}
    screen = {"tui.commands", "tui.panes", "tui.screens", "tui.terminal", "tui.widgets"}
    assert {module_of(folder / "__init__.py") for folder in folders} - screen <= set(HEADLESS)
