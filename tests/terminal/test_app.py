"""ktcn-tui in a real terminal: it opens, moves, searches, copies, resizes, quits; in tmux too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from tests.reliability import case
from tests.terminal.control import assert_clean
from tests.terminal.job import ROOT
from tests.terminal.programs import FAULTY, KTCN, MARKED
from tests.terminal.pty_harness import PATIENCE, Terminal
from tests.terminal.test_keyboard import streams
from tests.terminal.tour import whole_tour

BUNDLED = next((ROOT / "data").glob("20*.toml"))


@case("The whole tour: only allowed bytes reach the terminal, and it is as it was")
def test_the_whole_tour() -> None:
    with MARKED.ready_in(columns=120, rows=30) as terminal:
        whole_tour(terminal)
        assert_clean(terminal.log)


@case("Input: Ctrl+P followed at once by PageUp")
def test_the_palette_and_page_up_at_once() -> None:
    with MARKED.ready_in() as terminal:
        for columns, rows in ((80, 24), (7, 24), (20, 5)):
            terminal.resize(columns, rows)
            for _ in range(5):
                terminal.send("\x10\x1b[5~\x1b[6~\x1b[F\x1b[H\r\x10\x1b[5~\x1b[27u")
            terminal.mark()
        terminal.send("\x11")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("Input: random sequences into ktcn-tui")
def test_random_sequences_into_the_program() -> None:
    with KTCN.ready_in() as terminal:
        for chunks in streams(7, 60):
            for chunk in chunks:
                terminal.send(chunk.translate(None, b"\x03\x11\x1aq"))
        terminal.send("\x1b[201~")
        terminal.send("\x11")
        assert terminal.wait() == 0
        terminal.assert_restored()
        assert_clean(terminal.log)


@case("Sizes: ktcn-tui in every size, and in a storm of 200 resizes")
def test_a_storm_of_resizes() -> None:
    chance = Random(1)
    with KTCN.ready_in() as terminal:
        for _ in range(200):
            terminal.resize(chance.randint(1, 120), chance.randint(1, 40))
            terminal.read()
        for size in ((1, 1), (7, 3), (300, 100), (80, 24)):
            terminal.resize(*size)
            terminal.read()
        terminal.wait_until("Bài viết")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("Sizes: under 20 × 5 one line says that the terminal is too small")
def test_too_small_a_terminal_says_so() -> None:
    english = {"KTCN_LANG": "en"}
    with FAULTY.start(columns=19, rows=24, environment=english) as terminal:
        terminal.wait_until("small")
        for columns, rows, is_too_small in ((80, 24, False), (80, 4, True), (19, 4, True)):
            terminal.resize(columns, rows)
            terminal.wait_until(lambda t: ("small" in t.text) is is_too_small)  # noqa: B023
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("The record from standard input, the keys from the terminal")
def test_a_record_from_standard_input() -> None:
    with KTCN.ready_in("-", stdin=BUNDLED) as terminal:
        terminal.send("2")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("TERM of linux, vt100, unknown and unset, NO_COLOR: ktcn-tui opens")
@pytest.mark.parametrize("term", ["linux", "vt100", "xterm-16color", "no-such-terminal", "", None])
def test_terms(term: str | None) -> None:
    with KTCN.ready_in(environment={"TERM": term, "COLORTERM": None}) as terminal:
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()
        assert_clean(terminal.log)


@case("TERM=dumb, no terminal on standard input or error: text and a sentence, within 1 s")
def test_a_dumb_terminal_gets_the_text() -> None:
    with KTCN.start(environment={"TERM": "dumb", "KTCN_LANG": "en"}) as terminal:
        assert terminal.wait() == 0
        assert terminal.modes == set()
        assert "TERM" in terminal.text


@contextmanager
def tmux(tmp_path: Path) -> Iterator[tuple[Terminal, list[str]]]:
    """A terminal with tmux in which ktcn-tui runs, and the beginning of its commands."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    command = [program, "-f", "/dev/null", "-S", str(tmp_path / "socket")]
    run = f"{sys.executable} -m tui; echo ended with $?; stty -a; exec cat"
    terminal = Terminal(
        [*command, "new-session", "-x", "80", "-y", "24", "sh", "-c", run],
        home=tmp_path,
        environment={"PATH": os.environ["PATH"], "SHELL": "/bin/sh", "KTCN_LANG": "en"},
    )
    try:
        with terminal:
            terminal.wait_until("Article")
            yield terminal, command
    finally:
        subprocess.run(
            [*command, "kill-server"], check=False, capture_output=True, timeout=PATIENCE
        )


def pids(tmp_path: Path, command: list[str]) -> int:
    shown = subprocess.run(
        [*command, "list-panes", "-F", "#{pane_pid}"], check=True, capture_output=True, text=True
    )
    return int(shown.stdout)


@case("tmux: runs, resizes, detaches, is killed")
def test_in_tmux_it_runs_resizes_and_quits(tmp_path: Path) -> None:
    with tmux(tmp_path) as (terminal, _):
        terminal.resize(100, 30)
        terminal.wait_until(lambda t: "Article" in t.text and len(t.lines[0]) > 0)
        terminal.send("q")
        terminal.wait_until("ended with 0")
        terminal.wait_until(lambda t: " echo " in t.text and " icanon" in t.text)


@case("tmux: runs, resizes, detaches, is killed")
def test_in_tmux_it_outlives_a_detached_terminal(tmp_path: Path) -> None:
    with tmux(tmp_path) as (terminal, command):
        terminal.send("\x02d")
        assert terminal.wait() == 0
        with Terminal(
            [*command, "attach"], home=tmp_path, environment={"PATH": os.environ["PATH"]}
        ) as again:
            again.wait_until("Article")
            again.send("q")
            again.wait_until("ended with 0")


@case("tmux: runs, resizes, detaches, is killed")
def test_killed_with_tmux(tmp_path: Path) -> None:
    with tmux(tmp_path) as (terminal, command):
        shell = pids(tmp_path, command)
        (child,) = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
        subprocess.run([*command, "kill-server"], check=True, timeout=PATIENCE)
        terminal.wait()
        terminal.assert_restored()
        terminal.wait_until(lambda _: is_gone(int(child)))


def is_gone(pid: int) -> bool:
    """Whether a process has ended, also when nobody has asked for its status yet."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return True
    return state in "ZX"


def test_a_process_that_runs_is_not_gone() -> None:
    assert not is_gone(os.getpid())
