"""A fault of a thread is told like one of the main thread; many open files are not a fault."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability import case
from tests.terminal.programs import KTCN, Program
from tests.terminal.pty_harness import Terminal
from tests.terminal.test_leaving import assert_running

FAULTY = Program(("tests.terminal.faulty_threads",), "Article")
MANY_FILES = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
for _ in range(1100):
    os.set_inheritable(os.open(os.devnull, os.O_RDONLY), True)
os.execv(sys.executable, [sys.executable, "-m", "tui"])
"""


def assert_told(terminal: Terminal, kind: str) -> None:
    """Fail unless the program ends as by a crash."""
    assert terminal.wait() == 1
    terminal.assert_restored()
    assert "issue tracker" in terminal.text
    assert kind in terminal.text
    assert "a value of the record" not in terminal.log.decode()


@case("A fault in a thread of the terminal is told, and ends the program with 1")
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("keyboard", "ValueError"),
        ("parser", "ValueError"),
        ("output", "ValueError"),
        ("no memory", "OSError"),
    ],
)
def test_a_fault_in_a_thread(fault: str, kind: str) -> None:
    """One ended the program with 0 and no word, another left a screen that was deaf for ever."""
    with FAULTY.ready_in(fault, environment={"KTCN_LANG": "en"}) as terminal:
        terminal.send("X")
        if fault == "output":
            terminal.send("\t")  # something to write
        assert_told(terminal, kind)


@case("A thread that cannot start, or no open files left: told, ends with 1")
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("terminal-input", "RuntimeError"),
        ("terminal-output", "RuntimeError"),
        ("no pipe", "OSError"),
    ],
)
def test_a_fault_at_the_start(fault: str, kind: str) -> None:
    with FAULTY.start(fault, environment={"KTCN_LANG": "en"}) as terminal:
        assert_told(terminal, kind)


@case("1,100 inherited open files")
def test_many_open_files(tmp_path: Path) -> None:
    """select() refuses descriptors from 1,024 on."""
    with Terminal([sys.executable, "-c", MANY_FILES]) as terminal:
        terminal.wait_until(KTCN.ready)
        assert_running(terminal)
