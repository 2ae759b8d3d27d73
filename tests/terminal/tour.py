"""A tour of the whole program: each screen, search, a card, copies, help, sizes, quit."""

from __future__ import annotations

from tests.terminal.pty_harness import Terminal

ENTER, ESCAPE, PALETTE = "\r", "\x1b[27u", "\x10"
KEYS = (
    *("2", "j", ENTER, ESCAPE, "3", "j", "4", "j", "1"),  # panes, and the card of a person
    *("/", "h", "o", "i", " ", "n", ENTER, "n", "N", ESCAPE),  # search
    *("z", "z", "?", ESCAPE, PALETTE, "v", "i", ESCAPE),  # zoom, help, palette
)


def look_around(terminal: Terminal) -> None:
    """Press every key of the tour; each changes something on the screen."""
    for key in KEYS:
        drawn = len(terminal.log)
        terminal.send(key)
        terminal.wait_until(lambda t: len(t.log) > drawn)  # noqa: B023  # waited for here


def copy(terminal: Terminal) -> None:
    """Copy what the cursor is on, and the citation of the event."""
    for key in "yY":
        copies = terminal.log.count(b"\x1b]52;c;")
        terminal.send(key)
        terminal.wait_until(lambda t: t.log.count(b"\x1b]52;c;") > copies)  # noqa: B023


def whole_tour(terminal: Terminal) -> None:
    """Look around, copy, resize and quit; the terminal is as it was."""
    look_around(terminal)
    copy(terminal)
    for columns, rows in ((60, 20), (20, 5), (19, 4), (120, 30)):
        drawn = len(terminal.log)
        terminal.resize(columns, rows)
        terminal.wait_until(lambda t: len(t.log) > drawn)  # noqa: B023
    terminal.send("q")
    assert terminal.wait() == 0
    terminal.assert_restored()
