"""A hostile archive on the screen of a real terminal: nothing of it is a control there."""

from __future__ import annotations

from pathlib import Path

from tests.archive.hostile import whole
from tests.hostile.test_pty import PATIENCE, assert_harmless
from tests.reliability import case
from tests.terminal.control import text_of
from tests.terminal.programs import ARCHIVE

DOWN, END, HOME, PAGE, ENTER, ESCAPE = "\x1b[B", "\x1b[F", "\x1b[H", "\x1b[6~", "\r", "\x1b[27u"
KEYS = (
    *(PAGE,) * 12,
    *(END, ENTER, "2", END, "3", END, "4", END, "y", ESCAPE),  # an event, and back
    *(
        "\t",
        "}",
        DOWN,
        ENTER,
        "2",
        END,
        "3",
        END,
        "v",
        "1",
        END,
        ENTER,
        ESCAPE,
        ESCAPE,
    ),  # a dossier
    *("A", END, HOME, "T", ESCAPE, "1", END, ENTER, ESCAPE, ESCAPE),  # the register
    *("\x05", PAGE, PAGE, END, "y", ESCAPE),  # broken files
    *("/", "x", " ", "o", "r", "g", ":", "\t", ESCAPE),  # completions
    *("/", "x", ENTER, ENTER, "\x1b[1;3B", "\x1b[1;3B", "2", "D", END, ESCAPE, ESCAPE),
)
"""Through all that an archive shows; each key waits until the one before it is done."""


@case("Hostile archive: all strings, circles, devices, names that are no UTF-8, on the screen")
def test_a_hostile_archive_on_a_terminal(tmp_path: Path) -> None:
    folder = whole(tmp_path / "kho\x1b[31m\u202e")
    with ARCHIVE.ready_in(str(folder), columns=120, rows=40, home=tmp_path) as terminal:
        terminal.wait_until("Tên tệp số 2", timeout=PATIENCE)
        for key in KEYS:
            terminal.send(key)
        for columns, rows in ((60, 20), (20, 5), (19, 4), (100, 30)):
            terminal.resize(columns, rows)
        terminal.send("\x11")
        assert terminal.wait(PATIENCE) == 0
        terminal.assert_restored()
        assert_harmless(terminal.log)
        assert terminal.log.count(b"\x1b]52;c;") == 2
        told = text_of(terminal.log)
        assert all(words in told for words in ("Nhân sự và đối tác", "Sổ thỏa thuận", "tệp hỏng"))
