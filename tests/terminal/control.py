"""What a program wrote to a terminal, taken apart: its control sequences and what they leave.

``assert_clean(log)`` is the check that no byte of a record, a file or an argument reached the
terminal as a control: everything that is not text must be one of the sequences of ``ALLOWED``,
which are those that the program itself needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SEQUENCE = re.compile(
    rb"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    rb"|\x1b(?P<string>[\]PX^_](?:[^\x07\x1b\x9c]|(?<!\xc2)\x9c)*(?:\x07|\x1b\\))"
    rb"|\x1b(?P<escape>[ -/]*[0-~])"
)
"""A whole control sequence, control string or escape sequence of ECMA-48, in UTF-8.

A byte 9C ends a string only as U+009C: it is a part of ``“``, for one, as well.
"""

ALLOWED = {
    "colours and attributes": rb"\[[0-9;]*m",
    "cursor position": rb"\[(?:\d+(?:;\d+)?)?H",
    "clear the screen": rb"\[2J",
    "private modes": rb"\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026)[hl]",
    "who orders right-to-left text": rb"\[8[hl]",
    "title": rb"\]2;(?:[^\x00-\x1f\x7f\x9c]|(?<!\xc2)\x9c)*\x07",
    "title, kept and shown again": rb"\[2[23];2t",
    "keyboard protocol": rb"\[(?:>\d+|<|=\d+)u",
    "question about frames": rb"\[\?2026\$p",
    "clipboard": rb"\]52;c;[A-Za-z0-9+/=]*\x07",
}
_ALLOWED = re.compile(rb"\x1b(?:" + b"|".join(ALLOWED.values()) + rb")")
_ALLOWED_CONTROLS = frozenset(b"\r\n\x07")
_FORMAT = re.compile(
    "[\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
"""Characters that are not bytes of control but act as such: C1, direction, line ends, tags."""

MODES = {
    "alternate screen": 1049,
    "mouse clicks": 1000,
    "mouse drags": 1002,
    "mouse moves": 1003,
    "mouse, SGR": 1006,
    "mouse, urxvt": 1015,
    "mouse, pixels": 1016,
    "focus": 1004,
    "paste": 2004,
    "frame open": 2026,
    "resize reports": 2048,
}
"""Private modes that are off in a terminal at rest."""
MODES_ON = {"cursor hidden": 25, "no wrap": 7}
"""Private modes that are on in a terminal at rest."""


class Sequence(NamedTuple):
    """One control sequence of a log and where it begins, in bytes."""

    start: int
    raw: bytes


def sequences(log: bytes) -> Iterator[Sequence]:
    """Yield the whole control sequences of ``log`` in order."""
    for match in SEQUENCE.finditer(log):
        yield Sequence(match.start(), match[0])


def left_on(log: bytes) -> set[str]:
    """Return the names of the modes that are not as in a terminal at rest after ``log``."""
    private = dict.fromkeys(MODES.values(), False) | dict.fromkeys(MODES_ON.values(), True)
    keyboards = titles = 0
    styled = ordered = False
    for _, raw in sequences(log):
        if match := re.fullmatch(rb"\x1b\[\?([\d;]+)([hl])", raw):
            for number in match[1].split(b";"):
                private[int(number)] = match[2] == b"h"
        elif re.fullmatch(rb"\x1b\[>\d*u", raw):
            keyboards += 1
        elif re.fullmatch(rb"\x1b\[<\d*u", raw):
            keyboards -= 1
        elif raw in (b"\x1b[22;2t", b"\x1b[23;2t"):
            titles += 1 if raw[3:4] == b"2" else -1
        elif raw in (b"\x1b[8h", b"\x1b[8l"):
            ordered = raw[3:4] == b"l"
        elif match := re.fullmatch(rb"\x1b\[([\d;]*)m", raw):
            styled = match[1].strip(b"0") != b""
    left = {name for name, number in MODES.items() if private[number]}
    left |= {name for name, number in MODES_ON.items() if not private[number]}
    if keyboards:
        left.add("keyboard protocol")
    if titles:
        left.add("title")
    if ordered:
        left.add("right-to-left text in the order it is written")
    if styled:
        left.add("colours and attributes")
    return left


def colours(log: bytes) -> set[bytes]:
    """Return the parameters of ``log``'s SGR sequences that set or reset a colour."""
    found = set()
    for match in re.finditer(rb"\x1b\[([\d;:]*)m", log):
        numbers = match[1].split(b";")
        if any(re.fullmatch(rb"(?:3|4|9|10)[0-9](?::.*)?", number) for number in numbers):
            found.add(match[1])
    return found


def text_of(log: bytes) -> str:
    """Return ``log`` without its control sequences."""
    return SEQUENCE.sub(b"", log).decode()


def faults(log: bytes) -> list[str]:
    """Return what in ``log`` is neither text nor an allowed sequence, each with its place."""
    found = [
        f"sequence {raw[:60]!r} at byte {start}"
        for start, raw in sequences(log)
        if not _ALLOWED.fullmatch(raw)
    ]
    # Same length, so that places stay true.
    rest = SEQUENCE.sub(lambda match: b" " * len(match[0]), log)
    found += [
        f"control {byte:#04x} at byte {place}, in {log[max(0, place - 20) : place + 20]!r}"
        for place, byte in enumerate(rest)
        if (byte < 0x20 or byte == 0x7F) and byte not in _ALLOWED_CONTROLS
    ]
    try:
        text = rest.decode()
    except UnicodeDecodeError as error:
        return [*found, f"not UTF-8: {error}"]
    found += [f"character U+{ord(match[0]):04X}" for match in _FORMAT.finditer(text)]
    return found


def assert_clean(log: bytes) -> None:
    """Fail when ``log`` holds a control outside ``ALLOWED``, or a character that acts as one."""
    found = faults(log)
    assert not found, f"{len(found)} faults, first: " + "; ".join(found[:5])
