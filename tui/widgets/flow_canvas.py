"""A canvas for a flow: it draws the lines in view and marks spans of the texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.color import Color
from textual.css.styles import StylesBase
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from tui.widgets.flow import Block, Flow, Line, Spans
from tui.widgets.flow_lines import (
    GUTTER,
    MARGIN,
    Looks,
    Marked,
    Marks,
    Overlay,
    clipped,
    draw,
    line_text,
)

_PARTS = ("heading", "title", "text", "quote", "detail", "label", "bar")
_KEPT_LINES = 500


class FlowCanvas(ScrollView):
    """Lays out blocks in its width and draws them. It has no cursor: see FlowView."""

    DEFAULT_CSS = """
    FlowCanvas {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .flow--heading { text-style: bold; color: $text-accent; }
        & > .flow--title { text-style: bold; }
        & > .flow--quote { text-style: italic; }
        & > .flow--detail { color: $text-muted; }
        & > .flow--label { color: $text-muted; }
        & > .flow--bar { color: $text-accent; }
        & > .flow--name { color: $text-primary; }
        & > .flow--mark {
            text-style: bold underline;
            background: $warning-muted;
            color: auto 95%;
        }
        & > .flow--current { text-style: bold reverse; }
        & > .flow--cursor { text-style: bold; color: $text-accent; }
        &:ansi {
            & > .flow--heading { color: ansi_default; }
            & > .flow--detail { color: ansi_default; }
            & > .flow--label { color: ansi_default; text-style: dim; }
            & > .flow--bar { color: ansi_default; }
            & > .flow--name { color: ansi_blue; }
            & > .flow--mark { background: ansi_default; color: ansi_magenta; }
            & > .flow--cursor { color: ansi_default; }
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"flow--{look}" for look in _PARTS),
        "flow--name",
        "flow--mark",
        "flow--current",
        "flow--cursor",
    }

    blocks: var[tuple[Block, ...]] = var(())
    """What is shown."""
    marks: var[Marks] = var(dict)
    """The spans to mark, by the keys of the parts."""
    current: var[Marked | None] = var(None)
    """The one marked span that stands out from the rest."""

    measure: int = 0
    """The most cells a line of text takes; 0 for as many as there are."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.flow = Flow((), 1)
        """The blocks as they are laid out now."""
        self._strips: dict[int, Strip] = {}
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
        """Lay out the blocks in the width there is, unless they are laid out so already."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        room = min(width - MARGIN, self.measure + GUTTER) if self.measure else width - MARGIN
        column = max(1, room - GUTTER)
        if self.flow.blocks is self.blocks and self.flow.width == column:
            return
        self.flow = Flow(self.blocks, column)
        self._strips.clear()
        # Without set_reactive the new size would have everything drawn a second time.
        self.set_reactive(FlowCanvas.virtual_size, Size(width, len(self.flow.lines)))
        self.refresh(layout=True, repaint=False)
        self.laid_out()

    # Marks.

    def watch_marks(self, old: Marks, new: Marks) -> None:
        self.redraw(self._changed(old, new))

    def watch_current(self, old: Marked | None, new: Marked | None) -> None:
        self.redraw(self._changed(_as_marks(old), _as_marks(new)))

    def _changed(self, old: Marks, new: Marks) -> list[int]:
        """Return the lines in view, or drawn and kept, on which ``old`` and ``new`` differ."""
        changed = []
        for y in {*self._strips, *self._in_view()}:
            line = self.flow.lines[y]
            if line.part >= 0:
                key = self.flow.blocks[line.block].parts[line.part].key
                if clipped(old.get(key, ()), line) != clipped(new.get(key, ()), line):
                    changed.append(y)
        return changed

    def _in_view(self) -> range:
        top = self.scroll_offset.y
        return range(top, min(len(self.flow.lines), top + self.size.height))

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
        width = self.scrollable_content_region.width
        y += self.scroll_offset.y
        if y >= len(self.flow.lines):
            return Strip.blank(width, self.visual_style.rich_style)
        strip = self._strips.get(y)
        if strip is None or strip.cell_length != width:
            strip = self._draw(y, width)
            if self.allow_select:
                strip = strip.apply_offsets(0, y)
            if len(self._strips) > _KEPT_LINES:
                self._strips.clear()
            self._strips[y] = strip
        return strip

    def _draw(self, y: int, width: int) -> Strip:
        line = self.flow.lines[y]
        return draw(self.flow, line, self._overlay(y, line), self.looks, width)

    def _overlay(self, y: int, line: Line) -> Overlay:
        if line.part < 0:
            return Overlay()
        part = self.flow.blocks[line.block].parts[line.part]
        current = [
            (marked[1], marked[2])
            for marked in (self.current, self.standing_on())
            if marked is not None and marked[0] == part.key
        ]
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
            around = self.background_colors[1]
            style = {
                name: _style(self.get_component_styles(f"flow--{name}"), around)
                for name in (*_PARTS, "name", "mark", "current", "cursor")
            }
            self._looks = Looks(
                base=self.visual_style,
                parts=style,
                mark=style["mark"],
                current=style["current"],
                name=style["name"],
                cursor=style["cursor"],
                selected=_style(self.screen.get_component_styles("screen--selection"), around),
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


def _style(styles: StylesBase, around: Color) -> Style:
    """Return what the rules of a component class set, and nothing that they do not.

    An automatic colour is the one that can be read on their background, over ``around``.
    ``Widget.get_visual_style`` would leave out ``reverse``, without which a mark shows by its
    colour alone.
    """
    text_style = styles.text_style
    background = styles.background if styles.has_rule("background") else None
    foreground = styles.color if styles.has_rule("color") else None
    if foreground is not None and styles.auto_color:
        foreground = (around + (background or around)).get_contrast_text(foreground.a)
    return Style(
        background=background,
        foreground=foreground,
        bold=text_style.bold,
        dim=text_style.dim,
        italic=text_style.italic,
        underline=text_style.underline,
        reverse=text_style.reverse,
    )


def _as_marks(marked: Marked | None) -> Marks:
    return {} if marked is None else {marked[0]: ((marked[1], marked[2]),)}
