"""What is decided before Textual is imported, and where its own driver is used."""

from __future__ import annotations

import sys

import pytest

from tests.reliability import case
from tests.terminal.programs import KTCN
from tui.terminal.environment import is_plain_asked, prepare
from tui.terminal.window import driver_class


@case("A Python without curses")
@pytest.mark.parametrize(
    ("term", "colours"), [("vt100", "standard"), ("xterm-256color", "256"), ("xterm", "standard")]
)
def test_a_python_without_curses(term: str, colours: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It raised UnboundLocalError."""
    monkeypatch.setitem(sys.modules, "curses", None)
    assert prepare(color=True, environ={"TERM": term}) == colours


def test_textuals_own_variables_are_taken_away_unless_they_are_asked_for() -> None:
    outside = {"TERM": "xterm", "TEXTUAL": "devtools", "TEXTUAL_LOG": "log", "COLUMNS": "9"}
    usual, plain = dict(outside), {**outside, "KTCN_PLAIN_TERMINAL": "1"}
    prepare(color=True, environ=usual)
    prepare(color=True, environ=plain)
    assert set(usual) & set(outside) == {"TERM"}
    assert outside.items() <= plain.items()


def test_no_colours_are_no_colours_on_a_plain_terminal_too() -> None:
    environ = {"KTCN_PLAIN_TERMINAL": "1"}
    assert prepare(color=False, environ=environ) == "none"
    assert environ["NO_COLOR"] == "1"


@case("KTCN_PLAIN_TERMINAL=1 runs on Textual's own driver")
def test_the_plain_terminal() -> None:
    with KTCN.ready_in(environment={"KTCN_PLAIN_TERMINAL": "1"}) as terminal:
        assert b"\x1b[?2048$p" in terminal.log  # a question of Textual's own driver
        assert b"\x1b[8l" not in terminal.log
        terminal.send("/khoa hoc")
        terminal.wait_until("/khoa hoc")
        terminal.send("\x11")
        assert terminal.wait() == 0
        terminal.assert_restored()


def test_textuals_own_driver_where_the_system_has_no_termios(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert driver_class() is not None
    monkeypatch.setitem(sys.modules, "termios", None)  # as on Windows
    assert is_plain_asked({})
    assert driver_class() is None
