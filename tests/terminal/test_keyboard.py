"""What comes from the terminal is understood whole or dropped; nothing of it ends the program."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tests.reliability import case
from tui.terminal.keyboard import ESCAPE_DELAY, MAX_PASTE, PASTE_DELAY, Keyboard

PIECES = [
    *(b"\x1b", b"\x1b[", b"\x1bO", b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b[M", b"\x1b[<", b"\x1b[?"),
    *(b"\x1b[200~", b"\x1b[201~", b"\x1b[1114112u", b"\x1b[55296u", b"\x1b[1:2;3:1;4:5u"),
    *(b"\x1b[48;99999;99999;0;0t", b"\x1b[48;0;0;0;0t", b"\x1b[?2048;1$y", b"\x1b[?2026;2$y"),
    *(b"\x1b[<0;1;1M", b"\x1b[<35;99999;99999m", b"\x1b[I", b"\x1b[O", b"\x1b[1;2R", b"\x1b[9;9R"),
    *(b"\x1b[A", b"\x1b[1;5C", b"\x1b[5~", b"\x1b[3;2~", b"\x1b[99~", b"\x1b[27;5;9~", b"\x1bOP"),
    *(b"\x1b[[A", b"\x1b[3$", b"\x1b[11^", b"\x1b[a", b"\x1b[Z", b"\x1b\x1b[A", b"\x1b\x7f"),
    *(b"\x07", b"\x18", b"\x00", b"\x9b", b"\xc2\x9b", b"\xff", b"\xc3", "ễ".encode(), b"abc"),
    *(
        b";",
        b":",
        b"1",
        b"999999999999",
        b"u",
        b"~",
        b"t",
        b"$",
        b"y",
        b"\xe2\x80\xae",
        b"\xf3\xa0",
    ),
]


def understood(*chunks: bytes) -> str:
    """Return what goes on of what came in ``chunks``, with a pause at the end."""
    keyboard = Keyboard()
    return "".join(map(keyboard.feed, chunks)) + keyboard.give_up()


def messages(data: str) -> list[Message]:
    """Return what Textual makes of ``data``."""
    parser = XTermParser()
    return [*parser.feed(data), *parser.feed("")] if data else []


def keys(data: str) -> list[str]:
    """Return the names of the keys that Textual finds in ``data``."""
    return [message.key for message in messages(data) if isinstance(message, events.Key)]


def streams(seed: int, number: int) -> Iterable[list[bytes]]:
    """Yield ``number`` streams of pieces and of random bytes, each cut into chunks anywhere."""
    chance = Random(seed)
    for _ in range(number):
        stream = b"".join(
            chance.choice(PIECES)
            if chance.random() < 0.8
            else chance.randbytes(chance.randint(1, 6))
            for _ in range(chance.randint(1, 25))
        )
        cuts = sorted(chance.randint(0, len(stream)) for _ in range(chance.randint(0, 4)))
        yield [stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)]


@case("Input: 10,000 truncated and random sequences, no exception, no hang")
def test_no_stream_raises_or_hangs() -> None:
    for seed in range(10):
        for chunks in streams(seed, 1000):
            for message in messages(understood(*chunks)):
                assert not isinstance(message, events.Resize), chunks
                if isinstance(message, events.Key) and message.character is not None:
                    assert message.character not in "\u202e\x9b", chunks


@case("Input: after random sequences and pauses the next key is heard")
@pytest.mark.parametrize("seed", range(4))
def test_pauses_in_a_stream_do_no_harm(seed: int) -> None:
    chance = Random(seed)
    keyboard, parser = Keyboard(), XTermParser()
    heard: list[Message] = []
    for chunks in streams(seed + 200, 500):
        for chunk in [*chunks, b"\x1b[201~\x1b[17~"]:
            heard += parser.feed(keyboard.feed(chunk) or " ")
            if keyboard.patience is not None and chance.random() < 0.3:
                heard += parser.feed(keyboard.give_up() or " ")
        key = heard[-1]
        assert isinstance(key, events.Key), chunks
        assert key.key in ("f6", "space"), chunks


@pytest.mark.parametrize("seed", range(3))
def test_where_a_stream_is_cut_changes_nothing(seed: int) -> None:
    for chunks in streams(seed + 100, 300):
        stream = b"".join(chunks)
        assert understood(*chunks) == understood(stream), stream


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (b"\x1b[A", ["up"]),
        (b"\x1bOA", ["up"]),
        (b"\x1b[5~", ["pageup"]),
        (b"\x1b[1;5C", ["ctrl+right"]),
        (b"\x1b[Z", ["shift+tab"]),
        (b"\x1bOP", ["f1"]),
        (b"\x1b[[A", ["f1"]),
        (b"\x1b[11~", ["f1"]),
        (b"\x1b[3$", ["shift+delete"]),
        (b"\x1b[97;;97u", ["a"]),
        (b"\x1b[97;5u", ["ctrl+a"]),
        (b"\x1b[97:65;2:1;65u", ["A"]),
        (b"\x1b[0;;7871u", ["ế"]),
        (b"\x1b[27;5;97~", ["ctrl+a"]),
        (b"\x1b", ["escape"]),
        (b"\x1b\x1b", ["escape", "escape"]),
        (b"\x1b[13u", ["enter"]),
        (b"\r", ["enter"]),
        (b"\x03", ["ctrl+c"]),
        (b"\x1bx", ["alt+x"]),
        (b"\x1bX", ["alt+shift+x"]),
        (b"\x1b[", ["alt+left_square_bracket"]),
        (b"\x1bb", ["ctrl+left"]),
        (b"\x1b\x7f", ["ctrl+w"]),
        (b"\x1bxabc", ["alt+x", "a", "b", "c"]),
        ("ế".encode(), ["ế"]),
        ("e\u0302\u0301".encode(), ["e", "combining_circumflex_accent", "combining_acute_accent"]),
    ],
)
def test_keys_go_on(sent: bytes, expected: list[str]) -> None:
    assert keys(understood(sent)) == expected


@case("Input: `CSI 1114112 u`, surrogates, sub-parameters and other reports of no key")
@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"\x1b[1114112u", id="beyond Unicode"),
        pytest.param(b"\x1b[55296u", id="a surrogate"),
        pytest.param(b"\x1b[999999999999999u", id="a long number"),
        pytest.param(b"\x1b[97;1:3u", id="a key let go"),
        pytest.param(b"\x1b[113~", id="a function key without a name is not a q"),
        pytest.param(b"\x1b[u", id="a key without a code"),
        pytest.param(b"\x1b[0;;8238u", id="text that turns the direction"),
        pytest.param(b"\x1b[48;99999;99999;0;0t", id="a size of 99999 by 99999"),
        pytest.param(b"\x1b[48;0;0;0;0t", id="a size of nothing"),
        pytest.param(b"\x1b[?2048;1$y", id="an offer of such reports"),
        pytest.param(b"\x1b[?1;2c", id="an answer that nobody asked for"),
        pytest.param(b"\x1b]11;rgb:0000/0000/0000\x1b\\", id="a colour that nobody asked for"),
        pytest.param(b"\x1bP1$r0m\x1b\\", id="a setting that nobody asked for"),
        pytest.param(b"\x1b[M !!", id="a click in the oldest form"),
        pytest.param(b"\xc2\x9b1m", id="a C1 control"),
        pytest.param("\u202e\u2066\U000e0041".encode(), id="direction and tags"),
    ],
)
def test_what_is_no_key_is_dropped(sent: bytes) -> None:
    assert keys(understood(sent)) in ([], ["1", "m"])


@case("Input: an invalid byte of UTF-8")
def test_an_invalid_byte_is_dropped_and_the_rest_stays() -> None:
    assert keys(understood(b"a\xffb\xc3")) == ["a", "b"]


def test_a_click_goes_on_and_one_beyond_every_screen_does_not() -> None:
    assert [type(m) for m in messages(understood(b"\x1b[<0;3;4M"))] == [events.MouseDown]
    assert understood(b"\x1b[<0;999999;4M") == ""


def test_a_paste_is_whole_and_without_controls() -> None:
    (paste,) = messages(
        understood(b"\x1b[200~a\x1b[Aq\x1b]52;c;x\x07\tb\n", "ễ\u202e\x1b[201~".encode())
    )
    assert isinstance(paste, events.Paste)
    assert paste.text == "a[Aq]52;c;x\tb\nễ"


@case("Input: a paste that never ends")
def test_a_paste_without_an_end_ends_after_a_pause() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"\x1b[200~quit") == ""
    assert keyboard.patience == PASTE_DELAY
    (paste,) = messages(keyboard.give_up())
    assert isinstance(paste, events.Paste)
    assert paste.text == "quit"
    assert keyboard.patience is None
    assert keys(keyboard.feed(b"a")) == ["a"]


def test_a_paste_is_kept_up_to_a_size() -> None:
    (paste,) = messages(understood(b"\x1b[200~", b"x" * 10 * MAX_PASTE, b"\x1b[201~"))
    assert isinstance(paste, events.Paste)
    assert len(paste.text) == MAX_PASTE


def test_escape_is_known_after_a_moment() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"\x1b") == ""
    assert keyboard.patience == ESCAPE_DELAY
    assert keys(keyboard.give_up()) == ["escape"]


@case("Input: truncated sequences type nothing")
@pytest.mark.parametrize(
    "begun", [b"\x1b[1;", b"\x1b]52;c;cXF", b"\x1bPq", b"\x1b[M ", b"\x1b[<0;1"]
)
def test_a_truncated_sequence_types_nothing(begun: bytes) -> None:
    assert keys(understood(begun)) == []


def test_a_sequence_without_an_end_is_not_kept() -> None:
    keyboard = Keyboard()
    for begin, end in ((b"\x1b]", b"\x07"), (b"\x1bP", b"\x1b\\"), (b"\x1b[", b"u")):
        assert keyboard.feed(begin) == ""
        for _ in range(1000):
            assert keyboard.feed(b"0;" * 500) == ""
        assert keyboard.feed(end + b"a") == "a"
