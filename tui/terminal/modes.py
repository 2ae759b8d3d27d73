"""The modes of a terminal: what is written to enter it, to leave it, and what is never written.

Sequences are those of ECMA-48, of xterm ("XTerm Control Sequences") and of kitty (its keyboard
protocol, https://sw.kovidgoyal.net/kitty/keyboard-protocol/).
"""

from __future__ import annotations

import re

from tui.text.cleaning import clean_line

_MOUSE = (1000, 1003, 1015, 1006)
_KEYBOARD = 0b11001
"""Kitty's flags: tell keys apart, report all of them as sequences, with their text."""
_LONGEST_TITLE = 120
"""Characters of a title: no window or tab shows more."""

_PUSH_KEYBOARD = f"\x1b[>{_KEYBOARD}u"
CANCEL = b"\x18"
"""Ends a sequence or control string that was cut, without doing what it says."""

_ALTERNATE, _USUAL = "\x1b[?1049h", "\x1b[?1049l"
_WRITTEN_ORDER, _ORDERED_BY_THE_TERMINAL = "\x1b[8l", "\x1b[8h"
"""ECMA-48's BDSM: a terminal that orders right-to-left text in a whole row would mix the panes."""
_ON = "".join(f"\x1b[?{mode}h" for mode in _MOUSE) + "\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l"
_OFF = "".join(f"\x1b[?{mode}l" for mode in (*_MOUSE, 1004, 2004)) + "\x1b[?7h"
_END_OF_FRAME = "\x1b[?2026l"
_QUESTION_ABOUT_FRAMES = "\x1b[?2026$p"
_POP_KEYBOARD = "\x1b[<u"
_PUSH_TITLE, _POP_TITLE = "\x1b[22;2t", "\x1b[23;2t"

_PLAIN = re.compile(r"linux|vt\d\d\d?\b.*|ansi|cons25.*|sun.*|wy.*")


def is_plain(term: str) -> bool:
    """Whether a terminal of this name (``TERM``) prints control strings and kitty's sequences."""
    return _PLAIN.fullmatch(term) is not None


def withheld(data: str, *, plain: bool) -> bool:
    """Whether ``data``, one sequence that Textual writes, must not reach the terminal.

    The mouse's pointer would keep its shape after the end; a console prints control strings.
    """
    return data.startswith("\x1b]" if plain else "\x1b]22;")


def title(text: str) -> str:
    """Return what makes ``text``, cleaned and cut, the title of the window (OSC 2)."""
    return f"\x1b]2;{clean_line(text)[:_LONGEST_TITLE]}\x07"


def entering(name: str, *, plain: bool, again: bool = False) -> str:
    """Return what enters the terminal.

    Args:
        name: The title of the window; none is set where it is empty.
        plain: The terminal understands no control strings and no protocol of kitty's.
        again: The terminal was not left before a stop, so that nothing is pushed a second time.
    """
    if plain:
        return _ALTERNATE + _WRITTEN_ORDER + _ON
    pushed = _PUSH_TITLE if name and not again else ""
    keyboard = f"\x1b[={_KEYBOARD}u" if again else _PUSH_KEYBOARD
    named = title(name) if name else ""
    return f"{pushed}{named}{_ALTERNATE}{_WRITTEN_ORDER}{_ON}{_QUESTION_ABOUT_FRAMES}{keyboard}"


def leaving(entered: str) -> str:
    """Return what gives the terminal back after ``entered`` was written to it, or a part of it.

    Kitty keeps the keyboard's state for each screen, so it is left before the alternate one. A
    terminal that kept the title before shows it again.
    """
    if not entered:
        return ""
    keyboard = _POP_KEYBOARD if _PUSH_KEYBOARD in entered else ""
    name = _POP_TITLE if _PUSH_TITLE in entered else ""
    return f"{_END_OF_FRAME}{_OFF}\x1b[m{keyboard}{_ORDERED_BY_THE_TERMINAL}{_USUAL}\x1b[?25h{name}"
