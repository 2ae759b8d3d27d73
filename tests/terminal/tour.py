"""A tour of the whole program: each screen, search, a card, copies, help, sizes, quit.

It is taken by a program with the key of :meth:`Terminal.mark`: what was drawn is asked when all is
drawn, or the last frame of one key would be taken for the answer to the next.
"""

from __future__ import annotations

from tests.terminal.pty_harness import Terminal

ENTER, ESCAPE, PALETTE = "\r", "\x1b[27u", "\x10"
KEYS = (
    *("2", "j", ENTER, ESCAPE, "3", "j", "4", "j", "1"),  # panes, and the card of a person
    *("/", "h", "o", "i", " ", "k", ENTER, "n", "N", ESCAPE),  # search
    *("z", "z", "?", ESCAPE, PALETTE, "v", "i", ESCAPE),  # zoom, help, palette
)


def look_around(terminal: Terminal) -> None:
    """Press every key of the tour; each changes something on the screen."""
    terminal.mark()
    for key in KEYS:
        before = terminal.cells, terminal.cursor
        terminal.answer(key)
        assert (terminal.cells, terminal.cursor) != before, key


def copy(terminal: Terminal) -> None:
    """Copy what the cursor is on, and the citation of the event."""
    for key in "yY":
        assert terminal.answer(key).count(b"\x1b]52;c;") == 1


def whole_tour(terminal: Terminal) -> None:
    """Look around, copy, resize and quit; the terminal is as it was."""
    look_around(terminal)
    copy(terminal)
    for columns, rows in ((60, 20), (20, 5), (19, 4), (120, 30)):
        before = terminal.cells
        terminal.resize(columns, rows)
        terminal.mark()
        assert terminal.cells != before, f"{columns} by {rows}"
    terminal.send("q")
    assert terminal.wait() == 0
    terminal.assert_restored()
