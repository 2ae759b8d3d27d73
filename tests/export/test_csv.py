"""CSV that a spreadsheet reads rightly."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.export.events import EMPTY, FULL
from tests.export.hostile import everything, the_bundled_event
from tui import locale
from tui.document.model import Document, SectionName
from tui.document.of_record import document
from tui.export.errors import ExportError
from tui.export.formats.csv import BYTE_ORDER_MARK, harmless, render
from tui.export.options import Options


def read(*sections: SectionName, delimiter: str = ",") -> list[list[str]]:
    shown = document(FULL, date(2024, 6, 30), file="le-ky.toml")
    text = render(shown, Options(sections=sections, delimiter=delimiter))
    assert text.startswith(BYTE_ORDER_MARK)
    assert text.count("\n") == text.count("\r\n")
    return list(csv.reader(StringIO(text[1:], newline=""), delimiter=delimiter))


def test_the_register_is_what_is_meant_when_no_pane_is_named() -> None:
    locale.use("vi")
    heads, row = read()
    assert heads[:4] == ["Thỏa thuận", "Loại", "Các bên", "Nội dung"]
    assert row == [
        "Thỏa thuận",
        "",
        "Sở; Viện",
        "tư vấn",
        "2022-01-18",
        "2021",
        "2025",
        "còn hiệu lực",
        "Lễ ký",
        "le-ky.toml",
    ]
    assert read("agreements") == [heads, row]


def test_participants_and_photos_are_tables_too() -> None:
    heads, person, *_organizations = read("participants")
    assert dict(zip(heads, person, strict=True)) == {
        "Name": "TS Lê An",
        "Kind": "Person",
        "Group": "Guests",
        "Positions": "Nguyên Giám đốc Sở",
        "Other names": "",
        "Role": "guest, spoke",
        "Event": "Lễ ký",
        "File": "le-ky.toml",
    }
    heads, photo = read("photos")
    assert dict(zip(heads, photo, strict=True))["In the photo"] == "TS Lê An"


def test_another_delimiter() -> None:
    assert read(delimiter=";") == read()


@pytest.mark.parametrize("sections", [("article",), ("agreements", "photos")])
def test_what_is_no_single_table_is_refused(sections: tuple[SectionName, ...]) -> None:
    with pytest.raises(ExportError):
        render(document(FULL), Options(sections=sections))


def test_a_record_of_no_agreements_has_the_headings_alone() -> None:
    assert render(document(EMPTY), Options()).count("\n") == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_begins_like_a_formula_is_text(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert harmless((f"{start}1", "b")) == f"'{start}1; b"


@pytest.mark.parametrize("pane", ["participants", "agreements", "photos"])
@pytest.mark.parametrize("shown", [the_bundled_event, everything], ids=["bundled", "hostile"])
def test_every_row_is_read_back_and_no_cell_is_a_formula(
    shown: Callable[[], Document], pane: SectionName
) -> None:
    made = render(shown(), Options(sections=[pane]))
    heads, *rows = csv.reader(StringIO(made[1:], newline=""))
    assert len(rows) == sum(len(group.items) for group in shown().section(pane).groups)
    assert {len(row) for row in rows} == {len(heads)}
    assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r"))] == []


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_caption_is_read_back_behind_its_quote(text: str) -> None:
    photo = replace(FULL.photos[0], caption=text)
    shown = document(replace(FULL, photos=(photo,)), date(2024, 6, 30))
    rendered = render(shown, Options(sections=["photos"]))
    _heads, row = csv.reader(StringIO(rendered[1:], newline=""))
    assert row[1] == harmless(text)
