"""Bad input through a real terminal: the program stays and answers."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest

from tests.reliability import case
from tests.terminal.control import assert_clean
from tests.terminal.programs import BARE
from tests.terminal.pty_harness import NeverCameError, Terminal
from tests.terminal.test_keyboard import PIECES, streams

F6, F7, F8 = "\x1b[17~", "\x1b[18~", "\x1b[19~"
QUITS = re.compile(rb"[\x03\x11\x1aq]")


def assert_answers(terminal: Terminal) -> None:
    """Fail unless a key is heard within a second; a loaded machine has a little more."""
    # What came before may still be on its way through a widget, and be shown after the first key.
    with suppress(NeverCameError):
        terminal.send(F8)
        terminal.wait_until("key f8", timeout=1)
    for key, shown in ((F6, "key f6"), (F7, "key f7")):
        terminal.send(key)
        terminal.wait_until(shown, timeout=3)
    terminal.send("\x11")
    assert terminal.wait() == 0
    terminal.assert_restored()
    assert_clean(terminal.log)


@case("Input: no bad report ends the program")
@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"\xff\xc3", id="invalid UTF-8"),
        pytest.param(b"\x1b[1114112u", id="beyond Unicode"),
        pytest.param(b"\x1b[48;99999;99999;0;0t", id="99999 by 99999"),
        pytest.param(b"\x1b[48;0;0;0;0t\x1b[<0;1;1M", id="nothing by nothing"),
        pytest.param(b"\x1b[?2048;1$y\x1b[48;5;5;0;0t\x1b[<0;1;1M", id="reports in the band"),
        pytest.param(b"\x1b[1:2;3:1;4:5u", id="sub-parameters"),
        pytest.param(b"\x1b[" + b"1;" * 5000, id="a sequence without an end"),
        pytest.param(b"\x1b]52;c;" + b"A" * 100_000, id="a string without an end"),
        pytest.param(b"\x1b[<0;99999;99999M" * 100, id="clicks outside"),
        pytest.param(b"\x1b[200~" + b"x" * 300_000 + b"\x1b[201~", id="a large paste"),
    ],
)
def test_a_bad_report_does_no_harm(sent: bytes) -> None:
    with BARE.ready_in("0") as terminal:
        terminal.send(sent)
        assert_answers(terminal)


@case("Input: random sequences through a terminal")
@pytest.mark.parametrize("seed", range(2))
def test_random_sequences_through_a_terminal(seed: int) -> None:
    with BARE.ready_in("0") as terminal:
        for chunks in streams(seed, 150):
            for chunk in chunks:
                terminal.send(QUITS.sub(b"", chunk))
        terminal.send("\x1b[201~")
        assert_answers(terminal)


def test_the_pieces_of_the_streams_quit_nothing() -> None:
    assert not any(QUITS.search(piece) for piece in PIECES)


@case("Input: a paste without an end does not keep the keys")
def test_a_paste_without_an_end() -> None:
    with BARE.ready_in("0") as terminal:
        terminal.send("\x1b[200~pasted q")
        terminal.wait_until("pasted pasted q", timeout=3)
        assert_answers(terminal)


def test_typing_ahead_of_the_start_is_heard() -> None:
    with BARE.start("0") as terminal:
        terminal.wait_until(lambda t: b"\x1b[?2004h" in t.log)
        terminal.send(F6)
        terminal.wait_until("key f6")
        assert_answers(terminal)
