"""What the commands print on a terminal, through Rich.

All text becomes :class:`rich.text.Text`, in which markup means nothing; it has been cleaned before.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.export.labels import PANE_TITLES
from tui.export.outline import CLOSE, Kind, Line, outline
from tui.locale import _
from tui.record.model import Record
from tui.record.problems import Problem
from tui.search.context import around
from tui.search.passages import Hit, PaneName, Passages

MEASURE = 88
"""The widest text, in cells; longer lines are hard to read."""

_STYLES: dict[Kind, str] = {
    "title": "bold",
    "summary": "dim",
    "pane": "bold reverse",
    "headline": "bold underline",
    "heading": "bold",
    "quote": "italic",
    "attribution": "italic",
    "photo": "cyan",
    "name": "bold cyan",
}
_MARKERS: dict[Kind, tuple[str, int]] = {
    "quote": ("│ ", 2),
    "attribution": ("— ", 2),
    "item": ("• ", 2),
    "photo": ("▣ ", 2),
    "detail": ("", 2),
}
"""What stands before a line, and by how many cells it is set in."""


def print_outline(record: Record, panes: Collection[PaneName], color: bool) -> None:
    """Print some panes of a record."""
    console = _console(color)
    before: Kind | None = None
    for line in outline(record, panes):
        if before is not None and (before, line.kind) not in CLOSE:
            console.print()
        before = line.kind
        _print_line(console, line)


def _print_line(console: Console, line: Line) -> None:
    """Print a line, its following rows set in as far as its text."""
    marker, indent = _MARKERS.get(line.kind, ("", 0))
    label = f"{line.label} " if line.label else ""
    text = Text.assemble((label, "dim"), (line.text, _STYLES.get(line.kind, "")))
    if line.kind == "pane":
        text.pad(1)
    if not marker:
        console.print(Padding(text, (0, 0, 0, indent)), width=min(console.width, MEASURE))
        return
    grid = Table.grid()
    grid.add_column(width=indent + len(marker), no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(" " * indent + marker, "dim"), text)
    console.print(grid, width=min(console.width, MEASURE))


def print_hits(passages: Passages, hits: Iterable[Hit], color: bool) -> None:
    """Print hits as a table for each pane: the item, and the words around the hit."""
    console = _console(color)
    width = max(16, (console.width - 30) // 2)
    for pane, group in groupby(hits, key=lambda hit: passages[hit.passage].pane):
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True, max_width=24, overflow="ellipsis")
        table.add_column(overflow="fold")
        for hit in group:
            passage = passages[hit.passage]
            before, match, after = around(passage.text, hit.start, hit.end, width)
            row = Text.assemble(before, (f"«{match}»", "bold reverse"), after)
            if hit.reason:
                row.append(f"  ({hit.reason})", "dim")
            table.add_row(Text(passage.item), row)
        console.print(Text(_(PANE_TITLES[pane]), "bold"))
        console.print(table)


def print_problems(problems: Iterable[Problem], color: bool) -> None:
    """Print problems, each with its place, what is wrong, and its line with the part marked."""
    console = _console(color)
    for problem in problems:
        console.print(Text(problem.place, "bold"))
        path = f"{problem.path}: " if problem.path else ""
        console.print(Padding(Text.assemble(path, (problem.reason, "red")), (0, 0, 0, 2)))
        if problem.expected:
            console.print(Padding(Text(problem.expected), (0, 0, 0, 2)))
        if problem.source:
            start, end = problem.span
            line = Text(problem.source)
            line.stylize("bold reverse", start, max(end, start + 1))
            grid = Table.grid()
            grid.add_row(Text(f"  {problem.line} │ ", "dim"), line)
            console.print(grid)


def _console(color: bool) -> Console:
    """Return a console of the terminal's width that interprets nothing in what it prints."""
    return Console(
        file=sys.stdout,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
