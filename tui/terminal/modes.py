"""The modes of a terminal: what is written to enter it, to leave it, and what is never written.

Sequences are those of ECMA-48, of xterm ("XTerm Control Sequences") and of kitty (its keyboard
protocol, https://sw.kovidgoyal.net/kitty/keyboard-protocol/).
"""

from __future__ import annotations

import re

_MOUSE = (1000, 1003, 1015, 1006)
_KEYBOARD = 0b11001
"""Kitty's flags: tell keys apart, report all of them as sequences, with their text."""

PUSH_KEYBOARD = f"\x1b[>{_KEYBOARD}u"
CANCEL = b"\x18"
"""Ends a sequence or control string that was cut, without doing what it says."""

AGAIN = (
    "\x1b[?1049h"
    + "".join(f"\x1b[?{mode}h" for mode in _MOUSE)
    + "\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l"
).encode()
"""Enters the modes that Textual's driver sets on its start, the keyboard's apart."""

_END_OF_FRAME = "\x1b[?2026l"
_POP_KEYBOARD = "\x1b[<u"
_LEAVE = (
    _END_OF_FRAME
    + "".join(f"\x1b[?{mode}l" for mode in (*_MOUSE, 1004, 2004))
    + "\x1b[?7h\x1b[m{keyboard}\x1b[?1049l\x1b[?25h"
)

_NEVER = ("\x1b[?2048$p", "\x1b[?2048h", "\x1b[?1016h", "\x1b]22;")
# The size is the kernel's alone: a report in the band can say 99999 × 99999, and with a size of 0
# pixels the next click would divide by it. The mouse's pointer would keep its shape after the end.
_NOT_ON_A_PLAIN_TERMINAL = ("\x1b[?2026$p", "\x1b]", PUSH_KEYBOARD)
# A console prints what it does not know of these.

_PLAIN = re.compile(r"linux|vt\d\d\d?\b.*|ansi|cons25.*|sun.*|wy.*")


def is_plain(term: str) -> bool:
    """Whether a terminal of this name (``TERM``) prints control strings and kitty's sequences."""
    return _PLAIN.fullmatch(term) is not None


def withheld(data: str, *, plain: bool) -> bool:
    """Whether ``data``, one sequence that Textual writes, must not reach the terminal."""
    return data.startswith(_NEVER) or (plain and data.startswith(_NOT_ON_A_PLAIN_TERMINAL))


def leaving(*, keyboard: bool) -> bytes:
    """Return what gives the terminal back; ``keyboard``: the keyboard protocol was entered.

    Kitty keeps the protocol's state for each screen, so it is left before the alternate one.
    """
    return _LEAVE.format(keyboard=_POP_KEYBOARD if keyboard else "").encode()


def entering_again(*, keyboard: bool, pushed: bool) -> bytes:
    """Return what enters the terminal after a stop.

    ``keyboard``: with the keyboard protocol; ``pushed``: it was not left before the stop.
    """
    if not keyboard:
        return AGAIN
    return AGAIN + (f"\x1b[={_KEYBOARD}u" if pushed else PUSH_KEYBOARD).encode()
