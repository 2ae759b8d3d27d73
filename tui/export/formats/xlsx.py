"""A workbook of Excel: the agreements, the participants and the photos, a sheet each.

Nothing of a record becomes a formula or a link: every text is written as a text.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tui.document.model import Document, SectionName
from tui.export.errors import ExportError, extra
from tui.export.options import Options
from tui.export.table import BETWEEN_VALUES, Cell, Table
from tui.export.tables import TABLES, table
from tui.locale import _

with extra("office", of="xlsx"):
    from xlsxwriter import Workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32_767
"""Characters, in UTF-16, that a cell may hold."""
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was, and knows no day before 1900."""


def render(document: Document, options: Options) -> bytes:
    """Return the sections that are asked for as a workbook; all that are tables, if none is.

    Raises:
        ExportError: Only the article is asked for, which is not a table.
    """
    wanted: list[SectionName] = [name for name in TABLES if name in options.sections_or_all]
    if not wanted:
        raise ExportError(_("The article is not a table; name another pane or another format."))
    return workbook([table(name, [document]) for name in wanted])


def workbook(tables: list[Table]) -> bytes:
    """Return a workbook with a sheet for each table."""
    buffer = BytesIO()
    book = Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    text = {"valign": "top", "text_wrap": True, "font_name": "Arial", "font_size": 10}
    heading = book.add_format({**text, "bold": True, "bg_color": "#E7ECEA", "bottom": 1})
    words = book.add_format(text)
    day = book.add_format({**text, "num_format": "dd/mm/yyyy", "align": "left"})
    number = book.add_format({**text, "num_format": "0", "align": "left"})
    for each in tables:
        _write(book.add_worksheet(each.title), each, heading, (words, day, number))
    book.close()
    return buffer.getvalue()


def _write(sheet: Worksheet, of: Table, heading: Format, formats: tuple[Any, ...]) -> None:
    words, day, number = formats
    last = 0
    for column, each in enumerate(of.columns):
        sheet.set_column(column, column, each.width)
        sheet.write_string(0, column, _(each.heading), heading)
    for last, row in enumerate(of.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, date) and cell >= _FIRST_DAY:
                sheet.write_datetime(last, column, cell, day)
            elif isinstance(cell, int):
                sheet.write_number(last, column, cell, number)
            elif text := _text(cell):
                sheet.write_string(last, column, text, words)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(of.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _text(cell: Cell) -> str:
    """Return a cell as a text that fits."""
    text = BETWEEN_VALUES.join(cell) if isinstance(cell, tuple) else str(cell or "")
    if len(text.encode("utf-16-le")) // 2 <= _LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * (_LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"
