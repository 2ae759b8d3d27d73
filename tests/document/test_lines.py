"""On which line of its file something stands that is shown."""

from __future__ import annotations

import pytest

from tests.cli.program import EVENT
from tui.document.lines import line_of
from tui.document.model import SectionName
from tui.document.of_record import document
from tui.record.bundled import bundled
from tui.record.loading import load, loads

MORE = """
[[agreements]]
id = "thoa-thuan"
parties = ["so", "vien"]
valid_through = 2025

[[organizations]]
id = "vien"
name = "Viện"

[[notes]]
about = "so"
text = "Một ghi chú."
"""
TEXT = EVENT + MORE
LINES = TEXT.splitlines()


def line_with(words: str) -> int:
    """Return the line, from 1, on which some words stand first."""
    return next(number for number, line in enumerate(LINES, 1) if words in line)


def after(header: str, nth: int = 0) -> int:
    """Return the line of a header."""
    return [number for number, line in enumerate(LINES, 1) if line == header][nth]


@pytest.mark.parametrize(
    ("section", "item", "field", "line"),
    [
        ("participants", "nam", "", after("[[people]]")),
        ("participants", "nam", "name", line_with('name = "Đỗ Hoài Nam"')),
        ("participants", "vien", "", after("[[organizations]]", 1)),
        ("article", "body[0]", "", after("[[article.body]]")),
        ("article", "body[0]", "text", line_with("text = ")),
        ("article", "event", "start_date", line_with("start_date")),
        ("article", "notes[0]", "text", line_with("Một ghi chú")),
        ("article", "source", "title", 1),
        ("article", "relations", "rows[3]", after("[[agreements]]")),
        ("agreements", "thoa-thuan", "period", line_with("valid_through")),
        ("agreements", "thoa-thuan", "parties[1]", line_with("parties = ")),
        ("agreements", "thoa-thuan", "signed", after("[[agreements]]")),
        ("article", "body[7]", "text", after("[[article.body]]")),
        ("participants", "gone", "name", 1),
        ("photos", "", "", 1),
        ("article", "", "", after("[event]")),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_thing_stands_on_its_line(
    section: SectionName, item: str, field: str, line: int, newline: str
) -> None:
    content = TEXT.replace("\n", newline).encode("utf-8-sig")
    assert line_of(content, section, item, field) == line


def test_a_thing_is_found_by_its_id_where_it_stands_today() -> None:
    lines = "# a remark\n" * 5
    assert line_of((lines + TEXT).encode(), "participants", "nam") == after("[[people]]") + 5


@pytest.mark.parametrize(
    "content", [b"", b"[", b"\xff\xfe\0", b"people = 1", b'people = [{id="nam"}]']
)
def test_a_broken_file_has_lines_too(content: bytes) -> None:
    assert line_of(content, "participants", "nam", "name") == 1


def test_every_text_of_the_bundled_event_has_a_line_of_its_own_item() -> None:
    content = bundled().read_bytes()
    shown = document(load(bundled()))
    headers = {
        line_of(content, text.section, text.item) for text in shown.texts if text.item != "article"
    }
    items = {text.item for text in shown.texts if text.item != "article"}
    assert len(headers) == len(items)
    for text in shown.texts:
        at = line_of(content, text.section, text.item, text.field)
        assert at >= line_of(content, text.section, text.item)
        assert at > 1


def test_the_event_of_the_tests_is_sound() -> None:
    assert loads(TEXT.encode(), "x").people
