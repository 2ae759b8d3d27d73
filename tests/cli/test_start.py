"""What a command imports: the screen only to open it, and little else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import ROOT
from tests.reliability import case

RUN_AND_TELL = """
import sys
from tui.cli import main
try:
    main()
finally:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""
NOT_NEEDED = {"importlib.metadata", "importlib.resources", "asyncio", "subprocess", "jsonschema"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "--format", "json"),
        ("show", "--format", "markdown"),
        ("search", "KHCN"),
        ("search", "KHCN", "--json"),
        ("check",),
        ("schema",),
        ("--help",),
        (),
    ],
    ids=" ".join,
)
def test_a_command_in_a_pipe_imports_nothing_of_the_screen(arguments: tuple[str, ...]) -> None:
    (event,) = (ROOT / "data").glob("20*.toml")
    files = (str(event),) if arguments == ("check",) else ()
    told = subprocess.run(
        [sys.executable, "-c", RUN_AND_TELL, *arguments, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert told.returncode == 0, told.stderr
    loaded = set(told.stderr.split())
    assert loaded & {"textual", "rich", "tree_sitter"} == set()
    assert loaded & NOT_NEEDED == set()
    assert "tui.app" not in loaded


@pytest.mark.parametrize("arguments", [("show",), ("search", "KHCN"), ("check",)], ids=" ".join)
def test_a_command_that_writes_no_file_imports_nothing_of_files(arguments: tuple[str, ...]) -> None:
    """tempfile, and pathlib with what it imports, were a tenth of such a command."""
    (event,) = (ROOT / "data").glob("20*.toml")
    # Without site, as an editable install has it import pathlib.
    program = f"import sys; sys.path[:] = {sys.path!r}\n{RUN_AND_TELL}"
    told = subprocess.run(
        [sys.executable, "-S", "-c", program, *arguments, str(event)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    loaded = set(told.stderr.split())
    assert "tui.record.loading" in loaded
    assert loaded & {"pathlib", "tempfile", "shutil", "urllib", "tui.archive"} == set()


NOT_BEFORE_THE_FIRST_FRAME = {
    *("click", "tui.screens.file_place", "tui.settings.editor", "tui.terminal.first_screen"),
    *("tui.search.find", "tui.search.mentions", "tui.text.graphemes", "tui.widgets.pane_tabs"),
}


def test_what_opens_the_screen_imports_nothing_that_can_wait() -> None:
    """click took a thirtieth of the time to the first paint, with nothing to parse."""
    imports = "import sys, tui.cli, tui.commands.open, tui.app; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", imports], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(told.stdout.split()) & NOT_BEFORE_THE_FIRST_FRAME == set()


AT_IMPORT = """
import builtins, os, signal, sys
name, real = sys.argv.pop(1), builtins.__import__
def importing(module, *arguments, **more):
    if module == name:
        os.kill(os.getpid(), signal.SIGINT)
    return real(module, *arguments, **more)
signal.signal(signal.SIGINT, signal.default_int_handler)
builtins.__import__ = importing
from tui.__main__ import main
main()
"""


@case("Ctrl+C while the program starts: exit code 130, and no word")
@pytest.mark.parametrize(
    "module",
    ["gc", "tui.cli", "tomli", "msgspec", "tui.commands.files", "tui.commands.group", "click"],
)
def test_an_interrupt_while_the_program_starts_ends_it_without_a_word(module: str) -> None:
    """Ctrl+C in the first hundredths of a second printed a traceback."""
    told = subprocess.run(
        [sys.executable, "-c", AT_IMPORT, module, "show"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (told.returncode, told.stdout, told.stderr.strip()) == (130, b"", b"")


@case("`python -m tui` imports nothing from the working folder")
def test_nothing_is_imported_from_the_working_folder(tmp_path: Path) -> None:
    for module in ("tomli", "msgspec", "click", "rich", "textual", "gettext", "signal", "typing"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit('imported')")
    told = subprocess.run(
        [sys.executable, "-m", "tui", "check", str(ROOT / "data" / "hostile-event.toml")],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert b"imported" not in told.stderr
    assert told.returncode == 0


def test_a_safe_path_is_left_as_it_is() -> None:
    """``python -P`` has put no folder before the others."""
    told = subprocess.run(
        [sys.executable, "-P", "-m", "tui", "--version"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, b"")
