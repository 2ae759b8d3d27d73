"""CSV (RFC 4180) that spreadsheets read rightly: a table of one section.

It begins with a byte-order mark, without which Excel takes UTF-8 for the encoding of the system.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from tui.document.model import Document
from tui.export.errors import ExportError
from tui.export.options import Options
from tui.export.table import BETWEEN_VALUES, Cell, Table
from tui.export.tables import TABLES, table
from tui.locale import _

ENCODING = "utf-8"

BYTE_ORDER_MARK = "\ufeff"
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins so is computed or executed by some spreadsheet (OWASP, CSV Injection)."""


def render(document: Document, options: Options) -> str:
    """Return the section that is asked for, else the agreements.

    Raises:
        ExportError: Several sections are asked for, or the article, which is not a table.
    """
    sections = tuple(options.sections) or TABLES[:1]
    if len(sections) > 1:
        raise ExportError(_("A CSV file holds one table; name one pane, or use xlsx."))
    if sections[0] not in TABLES:
        raise ExportError(_("The article is not a table; name another pane or another format."))
    return "".join(lines(table(sections[0], [document]), options.delimiter))


def lines(of: Table, delimiter: str = ",") -> Iterator[str]:
    """Yield the lines of a table, the byte-order mark before the first."""
    buffer = StringIO(BYTE_ORDER_MARK)
    buffer.seek(len(BYTE_ORDER_MARK))
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(_(column.heading) for column in of.columns)
    for row in of.rows:
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(map(harmless, row))
    yield buffer.getvalue()


def harmless(cell: Cell) -> str:
    """Return a cell as text that no spreadsheet takes for a formula."""
    if cell is None:
        return ""
    text = BETWEEN_VALUES.join(cell) if isinstance(cell, tuple) else str(cell)
    return f"'{text}" if text.startswith(_FORMULAS) else text
