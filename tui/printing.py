"""What the commands print on a terminal, through Rich.

All text becomes :class:`rich.text.Text`, in which markup means nothing; it has been cleaned before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tui.document.model import Document, SectionName
from tui.document.places import place
from tui.export.outline import LineKind, OutlineLine, outline
from tui.record.problems import Problem
from tui.search.context import around
from tui.search.hits import Hit

MEASURE = 88
"""The widest text, in cells; longer lines are hard to read."""

_STYLES: dict[LineKind, str] = {
    "title": "bold",
    "summary": "dim",
    "section": "bold reverse",
    "headline": "bold underline",
    "heading": "bold",
    "group": "bold",
    "quote": "italic",
    "attribution": "italic",
    "photo": "cyan",
    "name": "bold cyan",
}
_MARKERS: dict[LineKind, tuple[str, int]] = {
    "quote": ("│ ", 2),
    "attribution": ("— ", 2),
    "entry": ("• ", 2),
    "photo": ("▣ ", 2),
    "detail": ("", 2),
    "caption": ("", 2),
    "point": ("", 2),
    "period": ("", 2),
    "state": ("", 2),
    "role": ("", 2),
}
"""What stands before a line, and by how many cells it is set in."""


def print_outline(document: Document, sections: Collection[SectionName], color: bool) -> None:
    """Print some sections of a document."""
    console = _console(color)
    for line in outline(document, sections):
        if line.gap:
            console.print()
        _print_line(console, line)


def _print_line(console: Console, line: OutlineLine) -> None:
    """Print a line, its following rows set in as far as its text."""
    marker, indent = _MARKERS.get(line.kind, ("", 0))
    label = f"{line.label} " if line.label else ""
    shown = f" {line.words} " if line.kind == "section" else line.words
    text = Text.assemble((label, "dim"), (shown, _STYLES.get(line.kind, "")))
    _print_wrapped(console, text, " " * indent + marker)


def _print_wrapped(console: Console, text: Text, before: str) -> None:
    """Print text in rows of at most :data:`MEASURE` cells; ``before`` stands before the first."""
    width = max(1, min(console.width, MEASURE) - len(before))
    for row in text.wrap(console, width):
        row.rstrip()
        console.print(Text.assemble((before, "dim"), row), soft_wrap=True)
        before = " " * len(before)


def print_hits(document: Document, hits: Iterable[Hit], color: bool) -> None:
    """Print hits as a table for each section: where it is, and the words around the hit."""
    console = _console(color)
    width = max(16, (console.width - 30) // 2)
    for section, group in groupby(hits, key=lambda hit: document.texts[hit.text].section):
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True, max_width=24, overflow="ellipsis")
        table.add_column(overflow="fold")
        for hit in group:
            text = document.texts[hit.text]
            before, match, after = around(text.words, hit.start, hit.end, width)
            row = Text.assemble(before, (f"«{match}»", "bold reverse"), after)
            if hit.reason:
                row.append(f"  ({hit.reason})", "dim")
            table.add_row(Text(place(document, text)), row)
        console.print(Text(document.section(section).title, "bold"))
        console.print(table)


def print_problems(problems: Iterable[Problem], color: bool) -> None:
    """Print problems, each with its place, what is wrong, and its line with the part marked."""
    console = _console(color)
    for number, problem in enumerate(problems):
        if number:
            console.print()
        console.print(Text(problem.place, "bold"), soft_wrap=True)
        path = f"{problem.path}: " if problem.path else ""
        _print_wrapped(console, Text.assemble(path, (problem.reason, "red")), "  ")
        if problem.expected:
            _print_wrapped(console, Text(problem.expected), "  ")
        if problem.source:
            start, end = problem.span
            source = Text(problem.source)
            source.stylize("bold reverse", start, max(end, start + 1))
            margin = (f"  {problem.line} │ ", "dim")
            console.print(Text.assemble(margin, source), soft_wrap=True)


def _console(color: bool) -> Console:
    """Return a console of the terminal's own width that interprets nothing in what it prints."""
    return Console(
        file=sys.stdout,
        width=os.get_terminal_size(sys.stdout.fileno()).columns or 80,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
    )
