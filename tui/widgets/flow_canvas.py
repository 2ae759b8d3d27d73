"""A canvas for a flow: it draws the lines in view and marks spans of the texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.geometry import Size
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from tui.widgets.flow import Block, Flow, Line, Place, Spans
from tui.widgets.flow_lines import (
    GUTTER,
    MARGIN,
    Marked,
    Marks,
    Overlay,
    clipped,
    draw,
    line_text,
)
from tui.widgets.looks import Looks, looks
from tui.widgets.scrolled import THUMB, Scrolled

_KEPT_LINES = 500
_AT_ONCE = 500
"""So many lines are laid out in a millisecond."""


class FlowCanvas(Scrolled):
    """Lays out blocks in its width and draws them. It has no cursor: see FlowView."""

    blocks: var[Sequence[Block]] = var(())
    """What is shown."""
    marks: var[Marks] = var(dict)
    """The spans to mark, by the keys of the parts."""
    current: var[Marked | None] = var(None)
    """The one marked span that stands out from the rest."""

    ticks: var[tuple[Place, ...]] = var(())
    """Places that the edge shows, so that what is out of view can be found."""

    measure: int = 0
    """The most cells a line of text takes; 0 for as many as there are."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.flow = Flow((), 1)
        """The blocks as they are laid out now."""
        self._strips: dict[int, tuple[str, Strip]] = {}
        self._rows: tuple[Flow, int, frozenset[int]] | None = None
        self._looks: Looks | None = None

    # What subclasses decide.

    def has_cursor(self, y: int) -> bool:
        """Tell whether line ``y`` shows the cursor."""
        return False

    def standing_on(self) -> Marked | None:
        """Return the span that the cursor is on, when it is on a span."""
        return None

    def names_in(self, line: Line) -> Iterable[tuple[int, int]]:
        """Return the spans of a line's text that name a thing."""
        return ()

    def laid_out(self) -> None:
        """Called when the blocks have been laid out anew."""

    def text_column(self, line: Line) -> int:
        """Return the cell at which the text of a line begins."""
        return GUTTER + line.lead

    # Laying out.

    def on_resize(self) -> None:
        self.lay_out()

    def watch_blocks(self) -> None:
        self.lay_out()
        self.refresh()

    def lay_out(self) -> None:
        """Lay out the blocks in the width there is, unless they are laid out so already.

        Of a long flow only the lines in view: the rest when they have been drawn.
        """
        width = self.content_size.width
        if width <= 0:
            return
        room = width - MARGIN - len(THUMB)
        if self.measure:
            room = min(room, self.measure + GUTTER)
        column = max(1, room - GUTTER)
        if self.flow.blocks is self.blocks and self.flow.width == column:
            return
        self.flow = Flow(self.blocks, column)
        self._strips.clear()
        laid_out = self.flow.up_to(_AT_ONCE)
        self._set_length(laid_out if self.flow.is_whole else self.size.height)
        self.laid_out()
        if not self.flow.is_whole:
            self.call_after_refresh(self.lay_out_whole)

    def lay_out_whole(self) -> None:
        """Lay out what is left, so that every line can be scrolled to."""
        if self.virtual_size.height != len(self.flow.lines):
            self._set_length(len(self.flow.lines))
            self.refresh()

    def _set_length(self, lines: int) -> None:
        # Nothing is laid out by this size, so nothing needs to be laid out or drawn again for it.
        self.set_reactive(FlowCanvas.virtual_size, Size(self.content_size.width, lines))

    def scroll_at_once(self, y: int) -> None:
        self.lay_out_whole()
        super().scroll_at_once(y)

    # Marks.

    def watch_marks(self, old: Marks, new: Marks) -> None:
        self.redraw(self._changed(old, new))

    def watch_current(self, old: Marked | None, new: Marked | None) -> None:
        self.redraw(self._changed(_as_marks(old), _as_marks(new)))

    def _changed(self, old: Marks, new: Marks) -> list[int]:
        """Return the lines in view, or drawn and kept, on which ``old`` and ``new`` differ."""
        changed = []
        for y in {*self._strips, *self.in_view()}:
            line = self.flow.line(y)
            if line is not None and line.part >= 0:
                key = self.flow.blocks[line.block].parts[line.part].key
                if clipped(old.get(key, ()), line) != clipped(new.get(key, ()), line):
                    changed.append(y)
        return changed

    def in_view(self) -> range:
        """Return the lines in view."""
        top = self.scroll_offset.y
        return range(top, self.flow.up_to(top + self.size.height))

    # Ticks at the edge.

    def watch_ticks(self) -> None:
        before = self._rows[2] if self._rows is not None else frozenset()
        self._rows = None
        top = self.scroll_offset.y
        for row in before ^ self.ticked_rows():
            self._strips.pop(top + row, None)
            self.refresh_line(top + row)

    def ticked_rows(self) -> frozenset[int]:
        """Return the rows of the view to whose share of all lines a tick belongs."""
        if not self.ticks:
            return frozenset()
        height, total = self.content_size.height, len(self.flow.lines)
        if self._rows is None or self._rows[:2] != (self.flow, height):
            lines = {self.flow.line_of(place) for place in self.ticks} if total > height else ()
            rows = frozenset(line * height // total for line in lines)
            self._rows = self.flow, height, rows
        return self._rows[2]

    # Drawing.

    def redraw(self, lines: Iterable[int]) -> None:
        """Draw these lines again: no others, since readers sit behind slow connections."""
        for y in lines:
            self._strips.pop(y, None)
            self.refresh_line(y)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks = None
        self._strips.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        self.lay_out()  # the first lines are drawn before the first Resize arrives
        width = self.content_size.width
        edge = self.edge(y)
        y += self.scroll_offset.y
        line = self.flow.line(y)
        if line is None:
            return draw(self.flow, None, Overlay(), self.looks, width, edge)
        kept = self._strips.get(y)
        if kept is not None and kept[0] == edge and kept[1].cell_length == width:
            return kept[1]
        strip = draw(self.flow, line, self._overlay(y, line), self.looks, width, edge)
        if self.allow_select:
            strip = strip.apply_offsets(0, y)
        if len(self._strips) > _KEPT_LINES:
            self._strips.clear()
        self._strips[y] = edge, strip
        return strip

    def _overlay(self, y: int, line: Line) -> Overlay:
        if line.part < 0:
            return Overlay()
        part = self.flow.blocks[line.block].parts[line.part]
        standing = self.current or self.standing_on()
        current = [standing[1:]] if standing is not None and standing[0] == part.key else []
        return Overlay(
            names=clipped(self.names_in(line), line),
            marks=clipped((*part.spans, *self.marks.get(part.key, ())), line),
            current=clipped(current, line),
            selected=self._selected(self.text_selection, y, line),
            cursor=self.has_cursor(y),
        )

    @property
    def looks(self) -> Looks:
        """The styles of this view now."""
        if self._looks is None:
            self._looks = looks(
                self.visual_style, self.background_colors[1], ansi=self.app.native_ansi_color
            )
        return self._looks

    # Selecting text with the mouse.

    def _selected(self, selection: Selection | None, y: int, line: Line) -> Spans:
        """Return the part of a line that lies in a selection of cells."""
        span = selection.get_span(y) if selection is not None else None
        if span is None or line.part < 0:
            return ()
        shift = line.start - self.text_column(line)
        start = max(line.start, span[0] + shift)
        end = line.end if span[1] < 0 else min(line.end, span[1] + shift)
        return ((start, end),) if start < end else ()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, with the lines of a paragraph joined again."""
        pieces: list[str] = []
        before: Line | None = None
        for y, line in enumerate(self.flow.lines):
            for start, end in self._selected(selection, y, line):
                if before is not None:
                    same = (before.block, before.part) == (line.block, line.part)
                    pieces.append(" " if same else "\n")
                pieces.append(line_text(self.flow, line._replace(start=start, end=end)))
                before = line
        return ("".join(pieces), "\n") if pieces else None


def _as_marks(marked: Marked | None) -> Marks:
    return {} if marked is None else {marked[0]: ((marked[1], marked[2]),)}
