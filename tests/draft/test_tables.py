"""Tables: rows that list things are entries, tables that lay a page out are not."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.draft.making import people
from tui.draft.article import Article
from tui.draft.drafting import draft
from tui.draft.reading.files import article_of
from tui.draft.writing import write
from tui.record.loading import loads

LEAD = (
    "Sáng 15/3/2023, tại Hà Nội, Bộ Khoa học và Công nghệ tổ chức Hội nghị tổng kết năm với sự"
    " tham dự của nhiều đại biểu. Danh sách đại biểu như sau."
)
ROWS = (
    ("1", "Huỳnh Thành Đạt", "Bộ trưởng Bộ Khoa học và Công nghệ"),
    ("2", "Bùi Thế Duy", "Thứ trưởng Bộ Khoa học và Công nghệ"),
)
ENTRIES = ["\n".join(row) for row in ROWS]


def page(table: str) -> Article:
    markup = f"<html><body><article><p>{LEAD}</p>{table}<p>{LEAD}</p></article></body></html>"
    return article_of(markup.encode(), "x.html")


def table_of(*rows: tuple[str, ...], cell: str = "<td>{}</td>") -> str:
    lines = ("".join(map(cell.format, row)) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def docx(*rows: tuple[str, ...]) -> bytes:
    def paragraph(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"{paragraph(LEAD)}<w:tbl>{table}</w:tbl>{paragraph(LEAD)}"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>')
    return file.getvalue()


def entries(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind == "list"]


@pytest.mark.parametrize("cell", ["<td>{}</td>", "<td><p>{}</p></td>", "<th> <b>{}</b>\n</th>"])
def test_each_row_of_a_page_is_an_entry(cell: str) -> None:
    article = page(table_of(*ROWS, cell=cell))
    assert entries(article) == ENTRIES
    assert people(draft(article)) == {
        "Huỳnh Thành Đạt": ["Bộ trưởng @ Bộ Khoa học và Công nghệ"],
        "Bùi Thế Duy": ["Thứ trưởng @ Bộ Khoa học và Công nghệ"],
    }


def test_the_entries_are_written_with_their_lines() -> None:
    record = loads(write(draft(page(table_of(*ROWS))), "x.html").encode(), "x.toml")
    assert next(block.items for block in record.article.body if block.items) == tuple(ENTRIES)


@pytest.mark.parametrize(
    "table",
    [
        table_of(("một", "hai")),  # a row alone
        table_of(("một",), ("hai",)),  # a column alone
        table_of(("<img src=x>", "Quang cảnh"), ("<img src=y>", "Đại biểu")),
        table_of((LEAD * 3, "Tin khác"), ("một", "hai")),
        table_of((table_of(("một",)), "hai"), ("ba", "bốn")),
    ],
)
def test_a_table_that_lays_the_page_out_is_text(table: str) -> None:
    assert entries(page(table)) == []


def test_rows_of_docx_and_markdown_are_entries() -> None:
    assert entries(article_of(docx(*ROWS), "x.docx")) == ENTRIES
    lines = "\n".join(f"| {' | '.join(row)} |" for row in ROWS)
    text = f"{LEAD}\n\n| STT | Tên | Chức vụ |\n|---|:--|---|\n{lines}\n"
    assert entries(article_of(text.encode(), "x.md")) == ["STT\nTên\nChức vụ", *ENTRIES]


def test_a_row_of_docx_with_one_cell_is_a_paragraph() -> None:
    assert entries(article_of(docx((LEAD,)), "x.docx")) == []
