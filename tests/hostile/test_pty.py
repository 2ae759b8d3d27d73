"""The bytes that reach a real terminal: none is a control that is not ours, whatever is shown.

On top of ``assert_clean`` of :mod:`tests.terminal.control`, which knows the sequences that the
program writes, what stands between them is looked at as text (:mod:`tests.hostile.harm`). With
``KTCN_HOSTILE=all`` every string is shown and every command is run with it, else every fourth.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.hostile.harm import harm
from tests.hostile.in_one_process import DONE
from tests.hostile.length import LENGTH, MANY_LINES
from tests.hostile.records import gathered, toml
from tests.hostile.strings import HOSTILE, MARKUP
from tests.reliability import case
from tests.terminal.control import assert_clean, text_of
from tests.terminal.job import ROOT
from tests.terminal.programs import FAULTY, KTCN
from tests.terminal.pty_harness import Terminal
from tests.terminal.tour import KEYS

PATIENCE = 300.0
"""Seconds for all strings in one process, on a machine with other things to do."""
TUI = [sys.executable, "-m", "tui"]
BUNDLED = ROOT / "data" / "hostile-event.toml"
ENVIRONMENT = "a\x1b[31m\x1b]0;x\x07\u202e\x9b1mb"


def assert_harmless(log: bytes, *, bells: int = 0) -> None:
    """Fail when ``log`` holds a control that is not ours, or text that misleads a terminal."""
    assert_clean(log)
    text = text_of(log)
    assert text.count("\a") == bells
    found = harm(text, allowed="\r\n\a")
    assert found == [], found[:5]


@pytest.fixture
def all_strings(tmp_path: Path) -> Path:
    """An event file with a thing of every kind for each string, under a hostile name."""
    path = tmp_path / "tất\x1b[2J\x1b]0;x\x07\u202ecả.toml"
    strings = [text for text in HOSTILE.values() if LENGTH or len(text) < MANY_LINES]
    path.write_text(toml(gathered(strings)[0]), encoding="utf-8")
    return path


@case("Hostile strings: the whole tour over the hostile event in a real terminal")
def test_the_tour_of_the_hostile_event() -> None:
    with KTCN.ready_in(str(BUNDLED), columns=120, rows=30) as terminal:
        hurry_through(terminal)
        assert_harmless(terminal.log)


def hurry_through(terminal: Terminal) -> None:
    """Press the keys of the tour, go to the end of every pane, copy, resize and quit."""
    for key in (*KEYS, *(f"{pane}z\x1b[6~\x1b[6~\x1b[FyYz" for pane in "1234")):
        terminal.send(key)
    for columns, rows in ((60, 20), (20, 5), (19, 4), (100, 30)):
        terminal.resize(columns, rows)
    terminal.send("\x11")
    assert terminal.wait(PATIENCE) == 0
    terminal.assert_restored()


@case("Hostile strings: all in one record, in a real terminal")
@pytest.mark.parametrize("size", [(120, 30), (40, 300)] if LENGTH else [(120, 30)], ids=str)
def test_the_tour_of_all_strings(all_strings: Path, size: tuple[int, int]) -> None:
    with KTCN.ready_in(str(all_strings), columns=size[0], rows=size[1]) as terminal:
        hurry_through(terminal)
        assert_harmless(terminal.log)


@case("Hostile strings: on the screen of a real terminal, each in all fields of a record")
def test_the_screen_of_each_string(tmp_path: Path) -> None:
    log = in_one_process("screens", tmp_path)
    shown = len(HOSTILE) if LENGTH == "all" else (len(HOSTILE) + 3) // 4
    assert log.count(b"\x1b[?1049h") == shown
    assert log.count(b"\x1b]52;c;") == shown


@case("Hostile strings: in files, names, arguments, environment and settings, on a terminal")
def test_the_commands_with_each_string(tmp_path: Path) -> None:
    log = in_one_process("commands", tmp_path)
    assert b"\x1b[?1049h" not in log
    assert b"Traceback" not in log


def in_one_process(what: str, folder: Path) -> bytes:
    """Do something with each string; return all that was written."""
    command = [sys.executable, "-m", "tests.hostile.in_one_process", what, str(folder)]
    with Terminal(command, columns=100, rows=30, environment={"KTCN_HOSTILE": LENGTH}) as terminal:
        code = terminal.wait(PATIENCE)
        assert_harmless(terminal.log)
        assert DONE.encode() in terminal.log[-200:], terminal.log[-2000:]
        assert code == 0
        terminal.assert_restored()
        return terminal.log


@case("Hostile strings: all in one file, printed on a terminal")
@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "--no-color"),
        ("show", "--format", "markdown"),
        ("search", "a"),
        ("search", "[bold]"),
        ("search", "nothing has \x1b[31mthis"),
        ("check",),
    ],
    ids=ascii,
)
def test_all_strings_printed(all_strings: Path, arguments: tuple[str, ...]) -> None:
    given = [*TUI, *arguments, str(all_strings)]
    with Terminal([*given, str(all_strings)] if arguments == ("check",) else given) as terminal:
        assert terminal.wait(PATIENCE) in (0, 1)
        assert_harmless(terminal.log)
        terminal.assert_restored()


@case("Hostile strings: markup is seen as it was typed, printed on a terminal too")
def test_markup_is_printed_as_it_was_typed(all_strings: Path) -> None:
    with Terminal([*TUI, "show", str(all_strings)], columns=120) as terminal:
        assert terminal.wait(PATIENCE) == 0
        printed = "".join(text_of(terminal.log).split())
    assert [text for text in MARKUP.values() if "".join(text.split()) not in printed] == []


@case("Hostile strings: the program opens in a hostile environment")
@pytest.mark.parametrize("name", ["TERM", "LC_ALL", "LANG", "COLORTERM", "XDG_CONFIG_HOME"])
def test_a_hostile_environment(name: str, tmp_path: Path) -> None:
    value = f"{tmp_path}/{ENVIRONMENT}" if name == "XDG_CONFIG_HOME" else ENVIRONMENT
    with KTCN.ready_in(environment={name: value, "KTCN_LANG": "vi"}) as terminal:
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()
        assert_harmless(terminal.log)


@case("Hostile strings: a wrong setting is told in clean words")
@pytest.mark.parametrize("name", ["KTCN_LANG", "KTCN_THEME"])
def test_a_hostile_setting(name: str) -> None:
    with KTCN.start(environment={name: ENVIRONMENT}) as terminal:
        assert terminal.wait() == 2
        assert "␛[31m" in terminal.text
        assert_harmless(terminal.log)


@case("Hostile strings: a crash over the hostile event tells nothing of it")
@pytest.mark.parametrize("key", ["\x1b[18~", "\x1b[19~", "\x1b[20~"], ids=["F7", "F8", "F9"])
def test_a_crash_over_the_hostile_event(key: str, all_strings: Path) -> None:
    environment = {"KTCN_LANG": "en", "TERM": ENVIRONMENT}
    with FAULTY.ready_in(str(all_strings), environment=environment) as terminal:
        drawn = len(terminal.log)
        terminal.send(key)
        assert terminal.wait() == 1
        terminal.assert_restored()
        said = text_of(terminal.log[drawn:])
        assert "ran into a bug" in said
        assert "TERM=a␛[31m" in said
        assert all_strings.parent.name not in said
        assert_harmless(terminal.log, bells=1)
