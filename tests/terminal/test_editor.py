"""The reader's editor in a real terminal: it has the terminal, and is started only when set."""

from __future__ import annotations

import shutil
import stat
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from tests.reliability import case
from tests.terminal.control import assert_clean
from tests.terminal.programs import KTCN
from tests.terminal.pty_harness import Terminal
from tests.terminal.test_promises import watched_calls

BUNDLED = next((ROOT / "data").glob("20*.toml"))
EDITOR = """\
#!{python} -IS
import sys, signal, pathlib
print("ARGUMENTS", sys.argv[1:], flush=True)
print("INTERRUPTS", signal.getsignal(signal.SIGINT) is signal.default_int_handler, flush=True)
signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python hears none just before it begins to read
line = input("edit>")
print("TYPED", line, flush=True)
file = pathlib.Path(sys.argv[2])
file.write_text(file.read_text("utf-8").replace("Lễ ký kết", "Buổi ký kết", 1), "utf-8")
sys.exit({code})
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with an event of the reader's."""
    shutil.copy(BUNDLED, tmp_path / "event.toml")
    return tmp_path


def set_editor(home: Path, command: str) -> None:
    config = home / ".config" / "ktcn-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f"editor = '''{command}'''\n", "utf-8")


def write_editor(home: Path, code: int = 0) -> Path:
    """Write an editor that tells what it was given, waits for a line and changes the file."""
    editor = home / "my editor"
    editor.write_text(EDITOR.format(python=sys.executable, code=code), "utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    return editor


def opened(home: Path, file: str = "event.toml") -> Terminal:
    return KTCN.ready_in(file, home=home, columns=120, rows=30)


@case("The reader's editor: it has the terminal, and the screen shows what it wrote")
def test_the_editor_has_the_terminal_and_gives_it_back(home: Path) -> None:
    set_editor(home, f"'{write_editor(home)}' +{{line}} {{file}}")
    with opened(home) as terminal:
        terminal.send("2")
        terminal.send("e")
        terminal.wait_until("edit>")
        assert_at_rest(terminal)
        line = 1 + BUNDLED.read_text("utf-8").split("[[people]]")[0].count("\n")
        assert f"ARGUMENTS ['+{line}', '{home}/event.toml']" in terminal.text
        assert "INTERRUPTS True" in terminal.text
        terminal.send("q")  # a line for the editor, and no key of ours
        terminal.send("\n")
        terminal.wait_until("Buổi ký kết")
        assert "TYPED q" not in terminal.text
        terminal.send("3")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()
        assert_clean(terminal.log.replace(b"edit> ", b""))


def assert_at_rest(terminal: Terminal) -> None:
    """The terminal is as a shell has it: lines with an echo, on the usual screen."""
    assert terminal.termios == terminal.before
    assert "1049" not in terminal.modes


@case("The reader's editor: one that fails or is not there is told")
@pytest.mark.parametrize(
    ("command", "told"),
    [("false {file}", "false: trình soạn thảo kết thúc với mã 1"), ("no-such {file}", "no-such: ")],
)
def test_an_editor_that_fails_is_told(home: Path, command: str, told: str) -> None:
    set_editor(home, command)
    with opened(home) as terminal:
        terminal.send("e")
        terminal.wait_until(told)
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("The reader's editor: an interrupt is the editor's own")
def test_an_interrupt_is_the_editors(home: Path) -> None:
    set_editor(home, f"'{write_editor(home)}' +{{line}} {{file}}")
    with opened(home) as terminal:
        terminal.send("e")
        terminal.wait_until("edit>")
        terminal.send("\x03")
        terminal.wait_until("trình soạn thảo kết thúc với mã")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("strace: a hostile name is one argument of the editor, and no shell is started")
def test_no_shell_reads_the_name_of_a_file(home: Path, tmp_path: Path) -> None:
    name = "-x; touch pwned $(touch pwned) {line}.toml"
    (home / "event.toml").rename(home / name)
    set_editor(home, "true +{line} {file}")
    log = home / "calls"
    with Terminal(
        watched_calls(log, "execve", sys.executable, "-m", "tui", f"./{name}"),
        columns=120,
        rows=30,
        home=home,
    ) as terminal:
        terminal.wait_until("Bài viết", timeout=60)
        drawn = len(terminal.log)
        terminal.send("e")
        terminal.wait_until(lambda t: len(t.log) > drawn + 1000, timeout=60)
        terminal.send("q")
        assert terminal.wait(60) == 0
    calls = [line for line in log.read_text("utf-8").splitlines() if "= 0" in line]
    assert len(calls) == 2  # Python, and the editor
    assert f'"{home}/{name}"' in calls[1]
    assert not (home / "pwned").exists()


@case("Without an editor in the settings, e copies and nothing is executed")
def test_without_an_editor_the_place_is_copied(home: Path) -> None:
    with KTCN.ready_in(
        "event.toml", home=home, columns=120, rows=30, environment={"EDITOR": "touch pwned"}
    ) as terminal:
        copies = terminal.log.count(b"\x1b]52;c;")
        terminal.send("e")
        terminal.wait_until(lambda t: t.log.count(b"\x1b]52;c;") > copies)
        terminal.wait_until("event.toml:")
        terminal.send("q")
        assert terminal.wait() == 0
    assert not (home / "pwned").exists()
