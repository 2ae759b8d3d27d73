"""In the background the terminal is left alone, and the signals that end a program are heard."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.reliability import case
from tests.terminal.programs import BARE, KTCN, Program
from tests.terminal.pty_harness import END_OF_FRAME, Terminal
from tests.terminal.test_leaving import assert_running, continue_and_see

PROGRAMS = [pytest.param(BARE, id="bare"), pytest.param(KTCN, id="ktcn-tui")]
ENDS = [signal.SIGTERM, signal.SIGHUP]
ORPHAN = Path(__file__).parent / "orphan.py"


def kill(terminal: Terminal, number: signal.Signals) -> None:
    """Kill a stopped job as a shell does: with the signal, then SIGCONT."""
    terminal.signal(number)
    terminal.background()
    assert terminal.wait() == -number
    terminal.assert_restored()


@case("SIGTERM and SIGHUP end it while it is stopped, and in the background")
@pytest.mark.parametrize("number", ENDS)
@pytest.mark.parametrize("program", PROGRAMS)
def test_killed_after_ctrl_z(program: Program, number: signal.Signals) -> None:
    """The handler of SIGCONT touched the terminal first, and was stopped for it."""
    with program.ready_in() as terminal:
        terminal.signal(signal.SIGTSTP)
        terminal.stopped()
        kill(terminal, number)


@case("SIGTERM and SIGHUP end it while it is stopped, and in the background")
@pytest.mark.parametrize("number", ENDS)
def test_killed_after_bg(number: signal.Signals) -> None:
    with KTCN.ready_in() as terminal:
        terminal.signal(signal.SIGTSTP)
        terminal.stopped()
        terminal.background()
        assert terminal.stopped()[0] == signal.SIGTTOU
        kill(terminal, number)


@case("SIGTERM and SIGHUP end it while it is stopped, and in the background")
def test_killed_after_sigstop_and_bg() -> None:
    """The terminal was not given back before SIGSTOP: the shell has it, and it stays untouched."""
    with KTCN.ready_in() as terminal:
        terminal.wait_until(lambda t: t.log.endswith(END_OF_FRAME))
        terminal.signal(signal.SIGSTOP)
        terminal.stopped()
        written = len(terminal.log)
        terminal.background()
        assert terminal.stopped()[0] == signal.SIGTTOU
        terminal.signal(signal.SIGTERM)
        terminal.background()
        assert terminal.wait() == -signal.SIGTERM
        assert len(terminal.log) == written


@case("Started in the background it writes nothing, waits for fg, and can be killed")
@pytest.mark.parametrize("program", PROGRAMS)
def test_started_in_the_background(program: Program) -> None:
    with program.start(behind=True) as terminal:
        assert terminal.stopped() == (signal.SIGTTOU, True)
        terminal.background()
        assert terminal.stopped() == (signal.SIGTTOU, True)
        assert terminal.log == b""
        continue_and_see(terminal, program)
        assert_running(terminal)


@case("Started in the background it writes nothing, waits for fg, and can be killed")
def test_each_bg_stops_it_again() -> None:
    """Another thread took the signal: the program thought that no shell was there, and ended."""
    with KTCN.start(behind=True) as terminal:
        for _ in range(100):
            assert terminal.stopped() == (signal.SIGTTOU, True)
            terminal.background()
        assert terminal.stopped() == (signal.SIGTTOU, True)


@case("Started in the background it writes nothing, waits for fg, and can be killed")
@pytest.mark.parametrize("number", ENDS)
def test_started_and_killed_in_the_background(number: signal.Signals) -> None:
    with KTCN.start(behind=True) as terminal:
        terminal.stopped()
        kill(terminal, number)
        assert terminal.log == b""


@case("timeout(1) in a script ends it")
def test_a_timeout_in_a_script() -> None:
    run = f"timeout 1 {sys.executable} -m tui; echo ended with $?"
    with Terminal(["sh", "-c", run]) as terminal:
        terminal.wait_until("ended with 124")
        assert b"\x1b" not in terminal.log


@case("In the background of no shell it ends")
def test_in_the_background_without_a_shell() -> None:
    """Nobody could bring it to the front, and the system does not stop it."""
    with Terminal([sys.executable, str(ORPHAN), sys.executable, "-m", "tui"]) as terminal:
        assert terminal.wait() == 128 + signal.SIGHUP
        assert terminal.log == b""
