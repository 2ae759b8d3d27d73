"""Colours: as many as the terminal has and the user wants, or none at all."""

from __future__ import annotations

import re

import pytest

from tests.reliability import case
from tests.terminal.control import assert_clean, colours, sequences
from tests.terminal.programs import BARE
from tui.terminal.output import without_colours

RICH = rb"[34]8;2;"
EIGHT_BITS = rb"[34]8;5;"


def drawn(**environment: str | None) -> bytes:
    """Return what the program writes until it is drawn and has quit."""
    with BARE.ready_in(environment=environment) as terminal:
        terminal.wait_until("Đỗ Hoài ễ")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()
        assert_clean(terminal.log)
        return terminal.log


@case("NO_COLOR: no colour sequence at all; bold, reverse and underline stay")
@pytest.mark.parametrize("term", ["xterm-256color", "xterm-kitty", "linux", "vt100"])
def test_no_color(term: str) -> None:
    log = drawn(NO_COLOR="1", TERM=term)
    assert colours(log) == set()
    styles = {
        number for s in sequences(log) if s.raw.endswith(b"m") for number in s.raw[2:-1].split(b";")
    }
    assert {b"1", b"7", b"4"} <= styles


def test_an_empty_no_color_asks_for_nothing() -> None:
    assert re.search(RICH, drawn(NO_COLOR=""))


@case("TERM of linux, vt100, xterm-16color, unknown and unset work, with the colours they have")
@pytest.mark.parametrize(
    ("term", "colorterm", "has", "has_not"),
    [
        ("xterm-256color", "truecolor", RICH, None),
        ("xterm-256color", None, EIGHT_BITS, RICH),
        ("xterm-16color", None, rb"\[3", rb"[34]8;"),
        ("linux", None, rb"\[3", rb"[34]8;|\x1b\]|\x1b\[>|\$p"),
        (
            "vt100",
            "truecolor",
            rb"\[1m",
            rb"\x1b\[(?:[0-9;]*;)?(?:3|4|9|10)[0-9]|\x1b\]|\x1b\[>|\$p",
        ),
        ("no-such-terminal", None, rb"\[3", rb"[34]8;"),
        ("unknown", None, rb"\[3", rb"[34]8;"),
        ("", None, rb"\[3", rb"[34]8;"),
        (None, None, rb"\[3", rb"[34]8;"),
    ],
)
def test_terms(term: str | None, colorterm: str | None, has: bytes, has_not: bytes | None) -> None:
    log = drawn(TERM=term, COLORTERM=colorterm)
    assert re.search(has, log)
    assert has_not is None or not re.search(has_not, log)


@case("TEXTUAL*, COLUMNS and LINES from outside change nothing")
def test_the_environment_changes_nothing() -> None:
    outside = {
        "COLUMNS": "33",
        "LINES": "7",
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": "log",
        "TEXTUAL_DRIVER": "no.such:Driver",
        "TEXTUAL_PRESS": "x",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_FPS": "1",
        "TEXTUAL_COLOR_SYSTEM": "standard",
        "TEXTUAL_THEME": "nord",
        "TEXTUAL_SHOW_RETURN": "1",
        "TEXTUAL_ALLOW_SIGNALS": "1",
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
    }
    with BARE.ready_in(environment=outside) as terminal, BARE.ready_in() as plain:
        for each in (terminal, plain):
            each.wait_until("80 by 24")
            each.send("q")
            assert each.wait() == 0
        assert terminal.text == plain.text
        assert modes_and_colours(terminal.log) == modes_and_colours(plain.log)


def modes_and_colours(log: bytes) -> set[bytes]:
    """Return the sequences of ``log`` that are not moves, those of SGR as the colours they set.

    Which of them are in one sequence, and whether a frame is drawn at once, depends on when the
    terminal answers.
    """
    found = set()
    for _, raw in sequences(log):
        if raw.endswith(b"m"):
            found |= set(re.findall(rb"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\b[349][0-7]\b", raw))
        elif not raw.endswith(b"H") and not re.fullmatch(rb"\x1b\[\?2026[hl]", raw):
            found.add(raw)
    return found


@case("LC_ALL=C still shows Vietnamese")
@pytest.mark.parametrize("locale", ["C", "POSIX", "", None, "vi_VN.UTF-8", "no_SUCH.UTF-8"])
def test_vietnamese_in_any_locale(locale: str | None) -> None:
    assert "Đỗ Hoài ễ".encode() in drawn(LC_ALL=locale)


def test_only_colours_are_taken_out() -> None:
    written = (
        b"\x1b[1;38;2;1;2;3;48;5;7mA\x1b[0m\x1b[mB\x1b[39;49mC\x1b[7;31mD\x1b[97;4;104mE\x1b[3m"
    )
    assert without_colours(written) == b"\x1b[1mA\x1b[0m\x1b[mBC\x1b[7mD\x1b[4mE\x1b[3m"
