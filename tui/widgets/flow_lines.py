"""Drawing one line of a flow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeAlias

from msgspec import Struct
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from tui.widgets.door import shown
from tui.widgets.flow import Flow, Line, Spans


class Marks(Protocol):
    """The marked spans of texts; a ``dict`` is one."""

    def get(self, key: int, default: Spans, /) -> Spans:
        """Return the spans of the text with this key."""


Marked: TypeAlias = tuple[int, int, int]
"""One span: key, start, end."""

GUTTER = 2
"""Cells before every line, for the mark of the cursor."""
MARGIN = 1
"""Cells between the text and the scrollbar."""
CURSOR = "▌ "


class Looks(Struct, frozen=True):
    """The styles of a view, looked up once for all its lines."""

    base: Style
    parts: Mapping[str, Style]
    mark: Style
    current: Style
    name: Style
    cursor: Style
    selected: Style


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


def draw(flow: Flow, line: Line, overlay: Overlay, looks: Looks, width: int) -> Strip:
    """Draw a line as a strip of ``width`` cells."""
    blank = looks.base.rich_style
    if line.part < 0:
        return Strip.blank(width, blank)
    part = flow.blocks[line.block].parts[line.part]
    gutter = (CURSOR, looks.cursor) if overlay.cursor else " " * GUTTER
    lead = " " * line.lead
    if line.first and part.prefix:
        lead = " " * part.indent + part.prefix if part.indent < line.lead else part.prefix
    text = part.text[line.start : line.end]
    content = shown(
        gutter,
        (lead, looks.parts[part.prefix_look]) if lead.strip() else lead,
        (text, looks.parts[part.look]),
    )
    content = _overlaid(content, line.start - GUTTER - len(lead), overlay, looks)
    segments = content.render_segments(looks.base)
    room = width - content.cell_length
    if room < 0:
        return Strip(segments, content.cell_length).adjust_cell_length(width, blank)
    # Neighbours of one style become one: less to draw, and to send over slow connections.
    return Strip(Segment.simplify([*segments, Segment(" " * room, blank)]), width)


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
