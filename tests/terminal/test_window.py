"""The title of the window, the cursor on the line that is read, and what is copied."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from tests.opening import bundled_record
from tests.reliability import case
from tests.terminal.control import sequences
from tests.terminal.programs import KTCN, MARKED
from tests.terminal.pty_harness import Terminal
from tui.terminal.modes import entering, leaving, title
from tui.terminal.window import MOST_COPIED, fitting
from tui.text.graphemes import is_border

ESCAPE = "\x1b[27u"


def named(log: bytes) -> list[str]:
    """Return the titles that were set."""
    return [raw[4:-1].decode() for _, raw in sequences(log) if raw.startswith(b"\x1b]2;")]


@case("The window has the name of the event as its title, and then the one before")
def test_the_title_is_the_name_of_the_event() -> None:
    with KTCN.ready_in() as terminal:
        assert named(terminal.log) == [bundled_record().event.name]
        assert "title" in terminal.modes
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


def test_the_title_comes_back_after_a_stop() -> None:
    with KTCN.ready_in() as terminal:
        terminal.send("\x1a")
        terminal.stopped()
        assert "title" not in terminal.modes
        terminal.foreground()
        terminal.wait_until(lambda t: len(named(t.log)) == 2)
        assert "title" in terminal.modes


@pytest.mark.parametrize("text", ["a\x1b]0;b\x07c", "a\u202eb\n\x9c", "x" * 10_000])
def test_a_title_is_cleaned_and_short(text: str) -> None:
    written = title(text)
    assert written.startswith("\x1b]2;")
    assert written.endswith("\x07")
    assert written[4:-1].isprintable()
    assert len(written) < 140


def test_a_plain_terminal_gets_no_title() -> None:
    assert "\x1b]" not in entering("a", plain=True)
    assert "t" not in leaving(entering("a", plain=True))


def test_what_was_pushed_is_popped_once() -> None:
    entered = entering("a", plain=False) + entering("a", plain=False, again=True)
    left = leaving(entered)
    assert entered.count("\x1b[22;2t") == left.count("\x1b[23;2t") == 1
    assert entered.count("\x1b[>25u") == left.count("\x1b[<u") == 1
    assert leaving("") == ""


@case("The terminal's cursor stands on the line that is read")
def test_the_cursor_stands_on_the_line_that_is_read() -> None:
    with MARKED.ready_in(columns=120, rows=30) as terminal:
        for keys in ("j", "jjj", "\x1b[6~", "G", "2jj", "3j", "4", "2\r", ESCAPE):
            terminal.answer(keys)
            assert stands_on_the_mark(terminal), keys


def test_the_cursor_stands_where_letters_are_typed() -> None:
    with MARKED.ready_in(columns=120, rows=30) as terminal:
        for opened in ("\x10", f"{ESCAPE}/"):
            terminal.answer(f"{opened}tat")
            x, y = terminal.cursor
            assert terminal.lines[y][:x].rstrip().endswith("tat"), opened


def stands_on_the_mark(terminal: Terminal) -> bool:
    """Whether the cursor is on a line with the mark of the cursor in the pane that has it."""
    x, y = terminal.cursor
    return y > 0 and "▌" in terminal.lines[y][max(0, x - 4) : x]


@case("Right-to-left text does not leave its pane")
def test_the_terminal_is_told_not_to_order_rows_itself() -> None:
    """A terminal that orders a whole row as one text lets two panes change places."""
    one, other = "ראשון", "אחרון"
    row = get_display(f"│ {one} │ {other} │")
    assert isinstance(row, str)
    assert row.index(one[::-1]) > row.index(other[::-1])
    with KTCN.ready_in() as terminal:
        assert terminal.log.index(b"\x1b[8l") < terminal.log.index("Bài viết".encode())
        terminal.send("q")
        terminal.wait()
        assert terminal.log.rindex(b"\x1b[8h") > terminal.log.rindex(b"\x1b[8l")


@given(st.text(max_size=200), st.integers(0, 300))
def test_what_fits_is_a_beginning_in_whole_letters(text: str, times: int) -> None:
    whole = text * (times * 10)
    copied = fitting(whole)
    assert whole.startswith(copied)
    assert len(copied.encode()) <= MOST_COPIED
    assert copied == whole or is_border(whole, len(copied))
    assert copied == whole or len(copied.encode()) > MOST_COPIED - 2000


@case("A copy of 4 MiB: cut, said so, and keys are heard while the terminal does not read")
def test_a_copy_of_a_large_paragraph(tmp_path: Path) -> None:
    """5.6 MB were written at once, and neither q nor Ctrl+Q was heard until they were read."""
    file = tmp_path / "large.toml"
    file.write_text(large_event(), "utf-8")
    with KTCN.start(str(file), environment={"KTCN_LANG": "en"}) as terminal:
        terminal.wait_until("Article")
        terminal.send("y")
        terminal.wait_until("Copied only the first")
        (copy,) = [raw for _, raw in sequences(terminal.log) if raw.startswith(b"\x1b]52;c;")]
        assert len(copy) <= 100_000
        assert b64decode(copy[7:-1]).decode().startswith("khoa học")
        terminal.send_unread(b"y" * 200 + b"\x11")
        assert terminal.wait(reading=False) == 0
        terminal.drain()
        terminal.assert_restored()


def large_event() -> str:
    """Return an event with one paragraph of nearly 4 MiB."""
    text = "khoa học và công nghệ " * (4_000_000 // 30)
    head = 'format = 1\n[event]\nid = "large"\nname = "Large"\nstart_date = 2026-01-01\n'
    return f'{head}[[article.body]]\ntext = "{text}"\n'
