"""Drawing one line of a flow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeAlias

from msgspec import Struct
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from tui.text.wrapping import has_one_cell_each
from tui.widgets.door import shown
from tui.widgets.flow import Flow, Line, Part, Spans
from tui.widgets.looks import Looks


class Marks(Protocol):
    """The marked spans of texts; a ``dict`` is one."""

    def get(self, key: int, default: Spans, /) -> Spans:
        """Return the spans of the text with this key."""


Marked: TypeAlias = tuple[int, int, int]
"""One span: key, start, end."""

GUTTER = 2
"""Cells before every line, for the mark of the cursor."""
MARGIN = 1
"""Cells between the text and the edge."""
CURSOR = "▌ "


class Overlay(Struct, frozen=True):
    """What lies over the text of one line: spans of its part, and whether the cursor is on it."""

    names: Spans = ()
    marks: Spans = ()
    current: Spans = ()
    selected: Spans = ()
    cursor: bool = False


def line_text(flow: Flow, line: Line) -> str:
    """Return the text of a line without gutter, indent and prefix."""
    return flow.blocks[line.block].parts[line.part].text[line.start : line.end]


def clipped(spans: Iterable[tuple[int, int]], line: Line) -> Spans:
    """Return the spans as far as they lie in the line."""
    return tuple(
        (max(start, line.start), min(end, line.end))
        for start, end in spans
        if start < line.end and end > line.start
    )


def draw(
    flow: Flow, line: Line | None, overlay: Overlay, looks: Looks, width: int, edge: str
) -> Strip:
    """Draw a line as a strip of ``width`` cells, the last of them the character ``edge``.

    Without a line it is one below the last.
    """
    content = shown() if line is None or line.part < 0 else _text(flow, line, overlay, looks)
    segments = content.render_segments(looks.base)
    used = len(content) if has_one_cell_each(content.plain) else content.cell_length
    for row in _rows(flow, line):
        segments += row
        used += row.cell_length
    room = width - used - len(edge)
    if room < 0:
        narrow = Strip(segments, used)
        return narrow.adjust_cell_length(width, looks.base.rich_style)
    # Neighbours of one style become one: less to draw, and to send over slow connections.
    bare = edge.isspace()
    blank = Segment(" " * (room + len(edge) if bare else room), looks.base.rich_style)
    mark = [] if bare else shown((edge, looks.edge)).render_segments(looks.base)
    return Strip([*Segment.simplify([*segments, blank]), *mark], width)


def _rows(flow: Flow, line: Line | None) -> tuple[Strip, ...]:
    """Return what is drawn already of a line."""
    if line is None or line.part < 0:
        return ()
    return flow.blocks[line.block].parts[line.part].rows[line.start : line.end]


def _text(flow: Flow, line: Line, overlay: Overlay, looks: Looks) -> Content:
    part = flow.blocks[line.block].parts[line.part]
    gutter = (CURSOR, looks.cursor) if overlay.cursor else " " * GUTTER
    lead = " " * line.lead
    if line.first and part.prefix:
        lead = " " * part.indent + part.prefix if part.indent < line.lead else part.prefix
    content = shown(
        gutter,
        (lead, looks.parts[part.prefix_look]) if lead.strip() else lead,
        (part.text[line.start : line.end], looks.parts[part.look]),
    )
    if suffix := _suffix(part, line):
        longer = content.append(shown((suffix, looks.parts["label"])))
        if part.one_line:
            content = longer.truncate(GUTTER + flow.width, ellipsis=True)
        elif longer.cell_length <= GUTTER + flow.width:
            content = longer
    return _overlaid(content, line.start - GUTTER - len(lead), overlay, looks)


def _suffix(part: Part, line: Line) -> str:
    """Return what stands behind a line, as far as there is room for it."""
    if line.end < len(part.text):
        return "…" if part.one_line else ""
    return f"  {part.suffix}" if part.suffix else ""


def _overlaid(content: Content, shift: int, overlay: Overlay, looks: Looks) -> Content:
    for spans, style in (
        (overlay.names, looks.name),
        (overlay.marks, looks.mark),
        (overlay.current, looks.current),
        (overlay.selected, looks.selected),
    ):
        for start, end in spans:
            content = content.stylize(style, start - shift, end - shift)
    return content
