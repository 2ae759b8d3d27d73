"""What a command imports: the screen only to open it, and little else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.program import ROOT

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


def test_what_opens_the_screen_does_not_parse_arguments() -> None:
    """click took a thirtieth of the time to the first paint, with nothing to parse."""
    imports = "import sys, tui.cli, tui.commands.open, tui.app; print('click' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", imports], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"
