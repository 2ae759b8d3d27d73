"""Cleaning text from outside, so that it cannot control a terminal.

Everything from outside is cleaned once: the strings of a record, file names, arguments, messages of
exceptions, queries that are shown.
"""

from __future__ import annotations

import re
from functools import cache

from tui.text.canonical import canonical, marks, without_invisible

MAX_MARKS = 4
"""The longest run of combining marks that is kept; written languages need at most three."""
MAX_DECOMPOSED = 30
"""The longest run before composition, as in Unicode's stream-safe format (UAX #15, section 13)."""

_LATIN = "\xa0-\xac\xae-\u02ff\u1e00-\u1eff"
_PUNCTUATION = "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u23ce\u2500-\u25fc"

UNFAMILIAR = re.compile(f"[^\n -~{_LATIN}{_PUNCTUATION}]")
"""A character outside the Latin letters, punctuation and symbols that never need cleaning.

All of those but the line feed take one cell in every terminal. One expression serves whoever asks
whether a text has others: such a class takes a third of a millisecond to compile.
"""

# Compiled when they are first needed, by :mod:`re`, as few texts have any of this.
_LINE_ENDS = "\r\n|[\r\x85\u2028\u2029]"
_MAYBE_MARKS = f"[^\x00-\u02ff\u1e00-\u1eff]{{{MAX_MARKS + 1},}}"

_PICTURES = {0x7F: "\u2421", ord("\t"): " "} | {
    code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)
}
_PLANES = range(0, 0xF0000, 0x10000)


def clean(text: str) -> str:
    """Return ``text``, of any number of lines, in a form that is safe to show; idempotent.

    The result is canonical (S1). Line ends become LF, tabs a space, C0 controls and DEL their
    pictures (``␛``). C1, bidirectional and format controls, tags, surrogates, noncharacters,
    private-use characters and invisible letters become U+FFFD. A run of combining marks is cut to
    :data:`MAX_MARKS`.
    """
    if not UNFAMILIAR.search(text):
        return text
    # Cut before normalizing too, so that a megabyte of marks is not sorted.
    text = _cut(without_invisible(text), MAX_DECOMPOSED)
    text = re.sub(_LINE_ENDS, "\n", canonical(text))
    return _cut(_harmful().sub("\ufffd", text.translate(_PICTURES)), MAX_MARKS)


def clean_line(text: str) -> str:
    """Return ``text`` cleaned, on one line, each run of white space as one space; idempotent."""
    return " ".join(clean(text).split())


def _cut(text: str, longest: int) -> str:
    """Return ``text`` with each run of combining marks cut to the ``longest``."""
    return _runs(longest).sub(r"\1", text) if re.search(_MAYBE_MARKS, text) else text


@cache
def _runs(longest: int) -> re.Pattern[str]:
    """Return a pattern for a run of marks that is too long; its group is the part to keep."""
    return re.compile(f"([{marks()}]{{{longest}}})[{marks()}]+")


@cache
def _harmful() -> re.Pattern[str]:
    """Return a pattern for the characters that become U+FFFD, compiled when first needed."""
    noncharacters = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES)
    return re.compile(
        "["
        "\x80-\x9f"  # C1 controls
        "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
        "\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # invisible letters
        "\u2061-\u2065\u206a-\u206f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # format controls
        "\U00013430-\U0001343f"  # Egyptian joiners
        "\ufff0-\ufffb"  # interlinear annotations
        "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags
        "\ud800-\udfff"  # surrogates: undecodable bytes of file names
        "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use, including kitty's image placeholders
        f"\ufdd0-\ufdef{noncharacters}]"
    )
