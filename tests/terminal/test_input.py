"""Bad input through a real terminal: the program stays and answers."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest

from tests.reliability import case
from tests.terminal.control import assert_clean
from tests.terminal.programs import BARE
from tests.terminal.pty_harness import PATIENCE, NeverCameError, Terminal
from tests.terminal.test_keyboard import PIECES, streams

F6, F7, F8 = "\x1b[17~", "\x1b[18~", "\x1b[19~"
QUITS = re.compile(rb"[\x03\x11\x1aq]")


BAD_REPORTS = {
    "invalid UTF-8": b"\xff\xc3",
    "beyond Unicode": b"\x1b[1114112u",
    "99999 by 99999": b"\x1b[48;99999;99999;0;0t",
    "nothing by nothing": b"\x1b[48;0;0;0;0t\x1b[<0;1;1M",
    "reports in the band": b"\x1b[?2048;1$y\x1b[48;5;5;0;0t\x1b[<0;1;1M",
    "sub-parameters": b"\x1b[1:2;3:1;4:5u",
    "a sequence without an end": b"\x1b[" + b"1;" * 5000,
    "a string without an end": b"\x1b]52;c;" + b"A" * 100_000,
    "clicks outside": b"\x1b[<0;99999;99999M" * 100,
    "a large paste": b"\x1b[200~" + b"x" * 300_000 + b"\x1b[201~",
}


def assert_answers(terminal: Terminal) -> None:
    """Fail unless each key is heard."""
    # What came before may still be on its way through a widget, and be shown after the first key.
    for _ in range(round(PATIENCE)):
        terminal.send(F8)
        with suppress(NeverCameError):
            terminal.wait_until("key f8", timeout=1)
            break
    for key, shown in ((F6, "key f6"), (F7, "key f7")):
        terminal.send(key)
        terminal.wait_until(shown)


def assert_quits(terminal: Terminal) -> None:
    """Fail unless the program answers and quits, and all that it wrote is its own."""
    assert_answers(terminal)
    terminal.send("\x11")
    assert terminal.wait() == 0
    terminal.assert_restored()
    assert_clean(terminal.log)


@case("Input: no bad report ends the program")
def test_a_bad_report_does_no_harm() -> None:
    with BARE.ready_in("0") as terminal:
        for what, sent in BAD_REPORTS.items():
            terminal.send(sent)
            terminal.scribble(f"\x1b[24;1H{what}")  # so that a failure shows which it was
            assert_answers(terminal)
        assert_quits(terminal)


@case("Input: random sequences through a terminal")
@pytest.mark.parametrize("seed", range(2))
def test_random_sequences_through_a_terminal(seed: int) -> None:
    with BARE.ready_in("0") as terminal:
        for chunks in streams(seed, 150):
            for chunk in chunks:
                terminal.send(QUITS.sub(b"", chunk))
        terminal.send("\x1b[201~")
        assert_quits(terminal)


def test_the_pieces_of_the_streams_quit_nothing() -> None:
    assert not any(QUITS.search(piece) for piece in PIECES)


@case("Input: a paste without an end does not keep the keys")
def test_a_paste_without_an_end() -> None:
    with BARE.ready_in("0") as terminal:
        terminal.send("\x1b[200~pasted q")
        terminal.wait_until("pasted pasted q")
        assert_quits(terminal)


def test_typing_ahead_of_the_start_is_heard() -> None:
    with BARE.start("0") as terminal:
        terminal.wait_until(lambda t: b"\x1b[?2004h" in t.log)
        terminal.send(F6)
        terminal.wait_until("key f6")
        assert_quits(terminal)
