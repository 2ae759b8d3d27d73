"""What the commands do on a terminal: print with looks, and open the screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.terminal.control import assert_clean, colours
from tests.terminal.pty_harness import Terminal

TUI = [sys.executable, "-m", "tui"]


def printed(*arguments: str, **options: object) -> tuple[int, str, bytes]:
    """Run a command that ends by itself; return its exit code, screen and bytes."""
    with Terminal([*TUI, *arguments], columns=100, rows=60, **options) as terminal:  # type: ignore[arg-type]
        code = terminal.wait()
        assert_clean(terminal.log)
        terminal.assert_restored()
        return code, terminal.text, terminal.log


def test_an_event_is_printed_with_looks(event: Path) -> None:
    code, text, log = printed("show", str(event))
    assert code == 0
    assert "Chiều 18/01/2022, TS Đỗ Hoài Nam dự lễ ký [/bold] của Sở." in text
    assert b"\x1b[1m" in log


def test_hits_are_marked_without_colour_too(event: Path) -> None:
    code, text, log = printed("search", "hoai nam", str(event), "--no-color")
    assert code == 0
    assert "TS Đỗ «Hoài Nam» dự lễ ký [/bold] của Sở." in text
    assert b"\x1b[1;7m" in log
    assert colours(log) == set()


@pytest.mark.parametrize("how", [{"NO_COLOR": "1"}, {}])
def test_no_colour_is_printed_when_none_is_wanted(event: Path, how: dict[str, str]) -> None:
    arguments = () if how else ("--no-color",)
    event.write_text(event.read_text("utf-8").replace('"guest"', '"gest"'), "utf-8")
    for command in ("show", "check"):
        code, _text, log = printed(command, str(event), *arguments, environment=how)
        assert code == 1
        assert colours(log) == set()


def test_a_problem_is_printed_with_its_line(event: Path) -> None:
    event.write_text(event.read_text("utf-8").replace('"guest"', '"gest"'), "utf-8")
    code, text, log = printed("check", str(event))
    assert code == 1
    assert f"{event}:16:" in text.replace("\n", "")
    assert '16 │ roles = ["gest"]' in text
    assert b"\x1b[1;7m" in log


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "2 tệp: không có lỗi."), ("en", "2 files: no problems.")],
)
def test_that_all_is_well_is_said_on_a_terminal(event: Path, language: str, said: str) -> None:
    code, text, _log = printed("check", str(event), str(event), "--lang", language)
    assert (code, text.strip()) == (0, said)


def test_a_dumb_terminal_gets_text_and_a_sentence(event: Path) -> None:
    code, text, log = printed(str(event), environment={"TERM": "dumb"})
    assert code == 0
    assert "Lễ ký\n=====" in text
    assert "TERM=dumb" in text
    assert b"\x1b" not in log


def test_without_a_keyboard_the_event_is_printed_with_a_sentence(event: Path) -> None:
    code, text, _log = printed(str(event), stdin=Path("/dev/null"))
    assert code == 0
    assert "Đầu vào chuẩn không phải bàn phím" in text


def test_an_encoding_without_the_letters_gets_text_and_a_sentence(event: Path) -> None:
    code, text, _log = printed(str(event), environment={"PYTHONIOENCODING": "ascii"})
    assert code == 0
    assert text.startswith("Le ky\n18/01/2022 - 1 nguoi")
    assert "LC_ALL=C.UTF-8" in text


def test_a_wrong_theme_is_told_before_the_screen_opens(event: Path) -> None:
    code, text, log = printed("--theme", "nrod", str(event))
    assert code == 2
    assert "--theme: không có bộ màu “nrod”" in text
    assert b"\x1b[?1049h" not in log


def test_an_event_from_standard_input_is_read_with_the_keyboard_of_the_terminal(
    event: Path,
) -> None:
    with Terminal([*TUI, "-"], columns=100, rows=30, stdin=event) as terminal:
        terminal.wait_until("TS Đỗ Hoài Nam")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()
