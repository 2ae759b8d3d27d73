"""What a view of a flow draws, line by line, kept until it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.selection import Selection
from textual.strip import Strip

from tui.widgets import edge
from tui.widgets.cursors import ItemCursor, LineCursor
from tui.widgets.flow import Flow, Line, Spans
from tui.widgets.flow_lines import GUTTER, Marked, Marks, Overlay, clipped, draw, line_text
from tui.widgets.looks import Looks, looks

if TYPE_CHECKING:
    from tui.widgets.flow_view import FlowView

_KEPT_LINES = 500


class Surroundings(Struct, frozen=True):
    """What is the same for all lines of a view that are drawn together, looked up once."""

    looks: Looks
    width: int
    pad: int
    top: int
    """The first line in view."""
    thumb: range
    ticks: frozenset[int]
    names: Callable[[int], Sequence[tuple[int, int]]] | None
    """Gives the names in the text with a key, where the cursor stops at them."""
    current: Marked | None
    cursor: range
    """The lines that show the cursor."""
    selection: Selection | None
    can_select: bool


class Painter:
    """Draws the lines of a view and remembers the last of them."""

    def __init__(self, view: FlowView) -> None:
        self.view = view
        self.strips: dict[int, tuple[str, Strip]] = {}
        """The lines that are drawn, with the character at their edge."""
        self._looks: Looks | None = None
        self._around: Surroundings
        self._tick_lines: tuple[Flow, tuple[object, ...], int, tuple[int, ...]] | None = None

    def forget(self, lines: Iterable[int] | None = None) -> None:
        """Redraw these lines when they are next asked for, or all."""
        if lines is None:
            self.strips.clear()
        else:
            for y in lines:
                self.strips.pop(y, None)

    def forget_looks(self) -> None:
        """Take the styles of the theme again."""
        self._looks = None
        self.forget()

    @property
    def looks(self) -> Looks:
        """The styles of the view now."""
        if self._looks is None:
            view = self.view
            ansi = view.app.native_ansi_color
            self._looks = looks(view.visual_style, view.background_colors[1], ansi=ansi)
        return self._looks

    def look(self) -> None:
        """Look up what is the same for all lines that are drawn next."""
        view, walk = self.view, self.view.walk
        width, height = view.content_size
        top, total = view.scroll_offset.y, view.virtual_size.height
        self._around = Surroundings(
            looks=self.looks,
            width=width,
            pad=view.pad,
            top=top,
            thumb=edge.thumb(top, height, total),
            ticks=self._ticked_rows(),
            names=walk.names if isinstance(walk, LineCursor) else None,
            current=view.current or view.standing_on(),
            cursor=view.cursor_lines() if view.has_focus or view.cursor_stays else range(0),
            selection=view.text_selection,
            can_select=view.allow_select,
        )

    def line(self, row: int) -> Strip:
        """Return a row of the view, as it was when it was looked at last."""
        around = self._around
        mark = edge.edge(row, around.thumb, around.ticks)
        if row == 0 and (above := self._heading_above(around.top)) is not None:
            return self._drawn(above, mark, Overlay())
        y = row + around.top
        line = self.view.flow.line(y)
        if line is None:
            return self._drawn(None, mark, Overlay())
        kept = self.strips.get(y)
        if kept and kept[0] == mark and kept[1].cell_length == around.width:
            return kept[1]
        strip = self._drawn(line, mark, self._overlay(y, line))
        if around.can_select:
            strip = strip.apply_offsets(0, y)
        if len(self.strips) > _KEPT_LINES:
            self.strips.clear()
        self.strips[y] = mark, strip
        return strip

    def _drawn(self, line: Line | None, mark: str, over: Overlay) -> Strip:
        around, pad = self._around, self._around.pad
        strip = draw(self.view.flow, line, over, around.looks, around.width - pad, mark)
        return Strip.join([Strip.blank(pad, around.looks.base.rich_style), strip]) if pad else strip

    def _overlay(self, y: int, line: Line) -> Overlay:
        """Return what lies over the text of a line."""
        if line.part < 0:
            return Overlay()
        view, around = self.view, self._around
        part = view.flow.blocks[line.block].parts[line.part]
        current = around.current
        return Overlay(
            names=clipped(around.names(part.key), line) if around.names and part.key >= 0 else (),
            marks=clipped((*part.spans, *view.marks.get(part.key, ())), line),
            current=clipped([current[1:]], line) if current and current[0] == part.key else (),
            selected=selected_span(around.selection, y, line, around.pad),
            cursor=y in around.cursor,
        )

    def _heading_above(self, top: int) -> Line | None:
        """Return the line of the heading over the first line in view, if it is out of view."""
        flow = self.view.flow
        if top == 0 or not isinstance(self.view.walk, ItemCursor) or not flow:
            return None
        block = flow.block_at(top + 1)
        if flow.blocks[block].heading:
            return None  # the next row shows it
        while block >= 0 and not flow.blocks[block].heading:
            block -= 1
        if block < 0:
            return None
        y = flow.block_lines(block).start
        return flow.line(y) if y < top else None

    # The edge.

    def ticks_changed(self) -> set[int]:
        """Return the lines in view at whose edge a tick comes or goes."""
        before = {y for y, (mark, _strip) in self.strips.items() if mark == edge.TICK}
        return before ^ {self.view.scroll_offset.y + row for row in self._ticked_rows()}

    def _ticked_rows(self) -> frozenset[int]:
        view = self.view
        if not view.ticks or view.content_size.height <= 0:
            return frozenset()
        height, total = view.content_size.height, view.virtual_size.height
        kept = self._tick_lines
        if kept is None or kept[0] is not view.flow or kept[1:3] != (view.ticks, total):
            # Asked before any is laid out: each that is laid out brings more of them near.
            near = [place for place in view.ticks if view.flow.is_near(place.block)]
            lines = tuple(view.flow.line_of(place) for place in near)
            kept = self._tick_lines = view.flow, view.ticks, total, lines
        return edge.ticked(kept[3], view.scroll_offset.y, height, total)


def as_marks(marked: Marked | None) -> Marks:
    """Return one marked span as marks."""
    return {} if marked is None else {marked[0]: ((marked[1], marked[2]),)}


def changed_lines(flow: Flow, lines: Iterable[int], old: Marks, new: Marks) -> list[int]:
    """Return those of ``lines`` on which two sets of marks differ."""
    changed = []
    for y in lines:
        line = flow.line(y)
        if line is not None and line.part >= 0:
            key = flow.blocks[line.block].parts[line.part].key
            if clipped(old.get(key, ()), line) != clipped(new.get(key, ()), line):
                changed.append(y)
    return changed


def selected_span(selection: Selection | None, y: int, line: Line, pad: int) -> Spans:
    """Return the part of a line's text that lies in a selection of cells."""
    span = selection.get_span(y) if selection is not None else None
    if span is None or line.part < 0:
        return ()
    shift = line.start - (pad + GUTTER + line.lead)
    start = max(line.start, span[0] + shift)
    end = line.end if span[1] < 0 else min(line.end, span[1] + shift)
    return ((start, end),) if start < end else ()


def selected_text(flow: Flow, selection: Selection, pad: int) -> str:
    """Return the selected text, with the lines of a paragraph joined again."""
    pieces: list[str] = []
    before: Line | None = None
    for y, line in enumerate(flow.lines):
        for start, end in selected_span(selection, y, line, pad):
            if before is not None:
                same = (before.block, before.part) == (line.block, line.part)
                pieces.append(" " if same else "\n")
            pieces.append(line_text(flow, line._replace(start=start, end=end)))
            before = line
    return "".join(pieces)
