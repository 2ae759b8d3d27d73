"""Tables of a page that list things: each of their rows is one entry, each cell a line of it.

A table that only lays the page out is none of these: it holds pictures, tables, or long text.
"""

from __future__ import annotations

from collections import Counter

from tui.draft.reading.page import Page

_FEWEST = 2
"""A table has so many rows, each with so many cells that say something."""
_LONGEST_CELL = 300


def rows_of_entries(page: Page) -> frozenset[int]:
    """Return the indices of the elements that are rows of tables with entries."""
    letters: Counter[int] = Counter()
    layout: set[int] = set()
    for index, element in enumerate(page.elements):
        if element.cell >= 0:
            letters[element.cell] += element.letters
        if element.tag == "table" and page.elements[element.parent].table >= 0:
            layout |= {index, page.elements[element.parent].table}
    for kind, index, _data in page.events:
        if kind == "image":
            layout.add(page.elements[index].table)
    filled: Counter[int] = Counter()
    for cell, count in letters.items():
        if count > _LONGEST_CELL:
            layout.add(page.elements[cell].table)
        filled[page.elements[cell].row] += count > 0
    tables: dict[int, list[int]] = {}
    for row, count in filled.items():
        if row >= 0 and count >= _FEWEST:
            tables.setdefault(page.elements[row].table, []).append(row)
    return frozenset(
        row
        for table, rows in tables.items()
        if table not in layout and len(rows) >= _FEWEST
        for row in rows
    )
