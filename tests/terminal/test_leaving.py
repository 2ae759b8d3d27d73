"""By whatever way the program ends or stops, the terminal is as it was, and the status says why."""

from __future__ import annotations

import signal
from contextlib import suppress

import pytest

from tests.reliability import case
from tests.terminal.programs import BARE, FAULTY, KTCN, Program
from tests.terminal.pty_harness import Terminal
from tui.terminal.signals import FATAL

PROGRAMS = [pytest.param(BARE, id="bare"), pytest.param(KTCN, id="ktcn-tui")]
FATAL_SIGNALS = [signal.Signals(number) for number in FATAL if number != signal.SIGPIPE]
COMMON_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
"""What people and systems send; ktcn-tui is left by these, the bare app by all."""
BEFORE_THE_SCREEN = (0, 1, 9, 60, 150, 300)
"""Bytes after which a program that is starting is killed."""
FAULTS = {"x": "\x1b[18~", "w": "\x1b[19~", "t": "\x1b[20~"}
"""The same faults of ktcn-tui, by F7, F8 and F9."""


def assert_running(terminal: Terminal) -> None:
    """Fail unless the program is in the terminal and hears keys."""
    assert {"alternate screen", "mouse clicks", "paste", "cursor hidden"} <= terminal.modes
    assert terminal.termios != terminal.before
    terminal.send("\x11")
    assert terminal.wait() == 0
    terminal.assert_restored()


@case("Restored after q, Ctrl+Q and Ctrl+C")
@pytest.mark.parametrize("key", ["q", "\x11", "\x03"], ids=["q", "Ctrl+Q", "Ctrl+C"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_restored_after_a_key(program: Program, key: str) -> None:
    with program.ready_in() as terminal:
        terminal.send(key)
        assert terminal.wait() == (130 if program is KTCN and key == "\x03" else 0)
        terminal.assert_restored()


@case("Restored after SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1 and other fatal signals")
@pytest.mark.parametrize(
    ("program", "number"),
    [*((BARE, number) for number in FATAL_SIGNALS), *((KTCN, number) for number in COMMON_SIGNALS)],
    ids=lambda value: "" if isinstance(value, Program) else None,
)
def test_restored_after_a_fatal_signal(program: Program, number: signal.Signals) -> None:
    with program.ready_in() as terminal:
        terminal.signal(number)
        assert terminal.wait() == -number
        terminal.assert_restored()


@case("Restored after several fatal signals at once")
def test_restored_after_all_signals_at_once() -> None:
    with BARE.ready_in() as terminal:
        for number in FATAL_SIGNALS:
            with suppress(ProcessLookupError):  # the first ones may have been enough
                terminal.signal(number)
        assert -terminal.wait() in FATAL_SIGNALS
        terminal.assert_restored()


@case("SIGPIPE does no harm")
@pytest.mark.parametrize("program", PROGRAMS)
def test_sigpipe_does_no_harm(program: Program) -> None:
    with program.ready_in() as terminal:
        terminal.signal(signal.SIGPIPE)
        assert_running(terminal)


@case("SIGHUP that is ignored from the start (nohup) stays ignored")
def test_an_ignored_signal_stays_ignored() -> None:
    with BARE.ready_in(ignore=[signal.SIGHUP]) as terminal:
        terminal.signal(signal.SIGHUP)
        assert_running(terminal)


@case("Restored by SIGTSTP and Ctrl+Z, entered again by SIGCONT")
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_stop_gives_the_terminal_back_and_fg_takes_it(program: Program) -> None:
    with program.ready_in() as terminal:
        for _ in range(3):
            terminal.signal(signal.SIGTSTP)
            assert terminal.stopped() == (signal.SIGTSTP, True)
            assert terminal.modes == set()
            continue_and_see(terminal, program)
        assert_running(terminal)


def test_ctrl_z_stops_the_program() -> None:
    with BARE.ready_in() as terminal:
        terminal.send("\x1a")
        assert terminal.stopped() == (signal.SIGTSTP, True)
        assert terminal.modes == set()
        continue_and_see(terminal, BARE)
        assert_running(terminal)


@case("A window that was resized while the program was stopped")
def test_resized_while_stopped() -> None:
    with BARE.ready_in() as terminal:
        terminal.signal(signal.SIGTSTP)
        terminal.stopped()
        terminal.resize(60, 20)
        terminal.foreground()
        terminal.wait_until("60 by 20")
        assert_running(terminal)


@case("Entered again after SIGSTOP and SIGCONT")
@pytest.mark.parametrize("program", PROGRAMS)
def test_sigstop_and_sigcont(program: Program) -> None:
    with program.ready_in() as terminal:
        terminal.signal(signal.SIGSTOP)
        assert terminal.stopped()[0] == signal.SIGSTOP
        continue_and_see(terminal, program)
        assert_running(terminal)


@case("A stray SIGCONT does no harm")
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_stray_sigcont(program: Program) -> None:
    with program.ready_in() as terminal:
        for _ in range(20):
            terminal.signal(signal.SIGCONT)
        assert_running(terminal)


@case("In the background (bg) it waits until it is in front again")
def test_bg_stops_it_again_and_fg_continues_it() -> None:
    with BARE.ready_in() as terminal:
        terminal.signal(signal.SIGTSTP)
        assert terminal.stopped() == (signal.SIGTSTP, True)
        terminal.background()
        assert terminal.stopped() == (signal.SIGTTOU, True)
        assert terminal.modes == set()
        continue_and_see(terminal, BARE)
        assert_running(terminal)


@case("Killed while stopped")
def test_killed_while_stopped() -> None:
    with BARE.ready_in() as terminal:
        terminal.signal(signal.SIGTSTP)
        terminal.stopped()
        terminal.signal(signal.SIGTERM)
        terminal.foreground()
        assert terminal.wait() == -signal.SIGTERM
        terminal.assert_restored()


def continue_and_see(terminal: Terminal, program: Program) -> None:
    """Continue a stopped program; it redraws everything."""
    drawn = len(terminal.log)
    terminal.foreground()
    terminal.wait_until(lambda t: program.ready.encode() in t.log[drawn:])


@case("Restored after SIGTERM during start-up")
@pytest.mark.parametrize("written", BEFORE_THE_SCREEN)
@pytest.mark.parametrize("program", PROGRAMS)
def test_restored_after_sigterm_during_start(program: Program, written: int) -> None:
    with program.start() as terminal:
        terminal.wait_until(lambda t: len(t.log) >= written)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == -signal.SIGTERM
        terminal.assert_restored()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_restored_after_sigterm_at_any_write(number: int) -> None:
    with BARE.start(str(number)) as terminal:
        assert terminal.wait() == -signal.SIGTERM
        terminal.assert_restored()


@case("Restored after SIGTERM while the loop is blocked")
def test_restored_after_sigterm_while_blocked() -> None:
    with BARE.ready_in() as terminal:
        terminal.send("b")
        terminal.wait_until("blocked")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == -signal.SIGTERM
        terminal.assert_restored()


@case("Restored after SIGTERM while the terminal does not read")
def test_restored_after_sigterm_while_the_terminal_does_not_read() -> None:
    with BARE.ready_in() as terminal:
        terminal.fill()
        terminal.signal(signal.SIGTERM)
        assert terminal.wait(reading=False) == -signal.SIGTERM
        terminal.drain()
        terminal.assert_restored()


@case("A crash restores, tells nothing of the record and exits with 1")
@pytest.mark.parametrize("key", ["x", "w", "t"], ids=["handler", "worker", "thread"])
@pytest.mark.parametrize("program", [BARE, FAULTY], ids=["bare", "ktcn-tui"])
def test_a_crash(program: Program, key: str) -> None:
    with program.ready_in(environment={"KTCN_LANG": "en"}) as terminal:
        terminal.send(key if program is BARE else FAULTS[key])
        assert terminal.wait() == 1
        terminal.assert_restored()
        shown = terminal.text
        assert "issue tracker" in shown
        assert ("IndexError" if key == "t" else "KeyError") in shown
        assert "__main__:" in shown
        assert "a value of the record" not in terminal.log.decode()
        assert len([line for line in terminal.lines if line]) <= 24


@case("The terminal closed under it: it ends")
@pytest.mark.parametrize("ignored", [(), (signal.SIGHUP,)], ids=["", "SIGHUP ignored"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_gone_with_the_terminal(program: Program, ignored: tuple[signal.Signals, ...]) -> None:
    with program.ready_in(ignore=ignored) as terminal:
        terminal.hang_up()
        assert terminal.wait() in (-signal.SIGHUP, 128 + signal.SIGHUP)


@case("The terminal closed while the loop is blocked: it ends")
@pytest.mark.parametrize("ignored", [(), (signal.SIGHUP,)], ids=["", "SIGHUP ignored"])
def test_gone_with_the_terminal_while_blocked(ignored: tuple[signal.Signals, ...]) -> None:
    with BARE.ready_in(ignore=ignored) as terminal:
        terminal.send("b")
        terminal.wait_until("blocked")
        terminal.hang_up()
        assert terminal.wait() in (-signal.SIGHUP, 128 + signal.SIGHUP)


@case("The terminal closed during start-up: it ends")
@pytest.mark.parametrize("written", BEFORE_THE_SCREEN)
def test_gone_with_the_terminal_during_start(written: int) -> None:
    with BARE.start(ignore=(signal.SIGHUP,)) as terminal:
        terminal.wait_until(lambda t: len(t.log) >= written)
        terminal.hang_up()
        assert terminal.wait() != 0


def test_a_copy_just_before_the_end_is_written() -> None:
    with BARE.ready_in() as terminal:
        terminal.send("cq")
        assert terminal.wait() == 0
        assert b"\x1b]52;c;Y2jDqXA=\x07" in terminal.log
