"""The harness itself leaves nothing behind, however the program and the test end."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_harness import Terminal


@pytest.fixture(autouse=True)
def _nothing_is_left() -> Iterator[None]:
    """Fail when a file is left open; a process that is left fails by its warning."""
    before = sorted(path.name for path in Path("/proc/self/fd").iterdir())
    yield
    gc.collect()
    assert sorted(path.name for path in Path("/proc/self/fd").iterdir()) == before


def test_a_program_that_has_ended_before_it_is_asked_for() -> None:
    """There was no such process any more to be killed."""
    with Terminal(["cat"]) as terminal:
        terminal.signal(signal.SIGKILL)
        wait_for_the_end_of(terminal.pid)
        assert terminal.job.status is None


def wait_for_the_end_of(pid: int) -> None:
    while Path(f"/proc/{pid}").exists():
        os.sched_yield()


def test_a_program_that_is_not_there() -> None:
    with Terminal(["/no/such/program"]) as terminal:
        assert terminal.wait() == 1


def test_a_shell_that_cannot_be_started(tmp_path: Path) -> None:
    """A program that was left running failed another test, by the warning of its destructor."""
    with pytest.raises(FileNotFoundError):
        Terminal(["true"], home=tmp_path / "missing")


def test_a_program_whose_start_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_terminal: Terminal, *_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Terminal, "_wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Terminal(["cat"])
