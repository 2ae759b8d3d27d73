"""A view of a flow with a cursor that keys and mouse move."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var

from tui.locale import N_
from tui.widgets.flow import Place
from tui.widgets.flow_canvas import FlowCanvas
from tui.widgets.lazy import has


class FlowView(FlowCanvas, can_focus=True):
    """Base of lists and readers. What the cursor stands on is up to the subclass."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", N_("Up"), id="cursor.up", show=False, tooltip=N_("A line up")),
        Binding(
            "down,j", "move(1)", N_("Down"), id="cursor.down", show=False, tooltip=N_("A line down")
        ),
        Binding(
            "pageup,b",
            "page(-1)",
            N_("Page up"),
            id="cursor.page_up",
            show=False,
            tooltip=N_("A screenful up"),
        ),
        Binding(
            "pagedown,space",
            "page(1)",
            N_("Page down"),
            id="cursor.page_down",
            show=False,
            tooltip=N_("A screenful down"),
        ),
        Binding(
            "home,g", "end(-1)", N_("Top"), id="cursor.top", show=False, tooltip=N_("To the top")
        ),
        Binding(
            "end,G",
            "end(1)",
            N_("Bottom"),
            id="cursor.bottom",
            show=False,
            tooltip=N_("To the end"),
        ),
        Binding(
            "enter",
            "choose",
            N_("card"),
            id="card",
            tooltip=N_("Open the card of what the cursor is on"),
        ),
    ]

    cursor: var[Place] = var(Place())
    """Where the cursor is."""

    @dataclass
    class Moved(Message):
        """The reader moved the cursor."""

        view: FlowView
        """The view it moved in."""

    @dataclass
    class Chosen(Message):
        """The reader chose what the cursor is on."""

        view: FlowView
        """The view it was chosen in."""

    @property
    def item(self) -> str:
        """The id of the block that the cursor is on, or nothing."""
        return self.blocks[self.cursor.block].id if has(self.blocks, self.cursor.block) else ""

    @property
    def standing_key(self) -> int:
        """The key of the text that the cursor is in, or -1."""
        if not has(self.blocks, self.cursor.block):
            return -1
        parts = self.blocks[self.cursor.block].parts
        return parts[self.cursor.part].key if self.cursor.part < len(parts) else -1

    # What subclasses decide.

    @abstractmethod
    def cursor_lines(self, cursor: Place) -> range:
        """Return the lines that show a cursor at ``cursor``."""

    @abstractmethod
    def step(self, cursor: Place, lines: int) -> Place:
        """Return the place that is ``lines`` steps of the arrow keys away from ``cursor``."""

    @abstractmethod
    def nearest(self, y: int, direction: int) -> Place | None:
        """Return the first place for a cursor at line ``y`` or, from there, in ``direction``."""

    cursor_stays: bool = False
    """Whether the cursor shows without the focus too."""

    def has_cursor(self, y: int) -> bool:
        return (self.has_focus or self.cursor_stays) and y in self.cursor_lines(self.cursor)

    # After laying out.

    def laid_out(self) -> None:
        self.set_reactive(FlowView.cursor, self.valid(self.cursor))
        self.scroll_to_cursor()

    def valid(self, place: Place) -> Place:
        """Return ``place``, or the nearest there is when the blocks have become fewer."""
        if has(self.blocks, place.block):
            return place
        return self.nearest(len(self.flow.lines) - 1, -1) or Place()

    def _cursor_line(self) -> int:
        lines = self.cursor_lines(self.cursor) if self.flow else range(0)
        return lines.start

    # The cursor.

    def reading_place(self) -> Offset | None:
        """Return the cell of the screen at which the line with the cursor begins, if in view."""
        y = self._cursor_line()
        line = self.flow.line(y) if self.flow else None
        row = y - self.scroll_offset.y
        if line is None or not 0 <= row < self.content_size.height:
            return None
        return self.content_region.offset + Offset(self.text_column(line), row)

    def place_cursor(self, place: Place) -> None:
        """Put the cursor at ``place`` and bring it into view, without a :class:`Moved`."""
        self.cursor = place
        self.scroll_to_cursor()

    def move_cursor(self, place: Place | None) -> None:
        """Move the cursor as the reader asked; nothing happens without a place to move to."""
        if place is not None and self.flow:
            self.place_cursor(place)
            self.post_message(self.Moved(self))

    def scroll_to_cursor(self) -> None:
        """Scroll as little as needed to show the cursor, and what stands just before the first."""
        lines = self.cursor_lines(self.cursor) if self.flow else range(0)
        height = self.content_size.height
        if not lines or height <= 0:
            return
        top = self.scroll_offset.y
        before = self.nearest(0, 1)
        start = 0 if before and lines.start == self.cursor_lines(before).start else lines.start
        if start < top:
            self.scroll_at_once(start)
        elif lines.stop > top + height:
            self.scroll_at_once(min(lines.start, lines.stop - height))

    def jump_to(self, place: Place) -> None:
        """Put the cursor at ``place`` with lines around it in view, as after a leap."""
        self.place_cursor(place)
        height = self.content_size.height
        if self.flow and height > 0:
            y = self.flow.line_of(place)
            top, margin = self.scroll_offset.y, min(2, (height - 1) // 2)
            if not top + margin <= y < top + height - margin:
                self.scroll_at_once(max(0, y - height // 3))

    def watch_cursor(self, old: Place, new: Place) -> None:
        if self.flow and old != new:
            old_lines = self.cursor_lines(self.valid(old))
            self.redraw({*old_lines, *self.cursor_lines(new)})

    def on_focus(self) -> None:
        self.redraw(self.cursor_lines(self.cursor) if self.flow else ())

    def on_blur(self) -> None:
        self.redraw(self.cursor_lines(self.cursor) if self.flow else ())

    def action_move(self, lines: int) -> None:
        """Move the cursor by an arrow key, or scroll what is taller than the view."""
        if self.flow:
            shown = self.cursor_lines(self.cursor)
            top, height = self.scroll_offset.y, self.content_size.height
            if lines > 0 and shown.stop > top + height and shown.start < top + height:
                self.scroll_at_once(top + 1)
            elif lines < 0 and shown.start < top < shown.stop:
                self.scroll_at_once(top - 1)
            else:
                self.move_cursor(self.step(self.cursor, lines))

    def action_page(self, pages: int) -> None:
        """Move by as many lines as are in view, less one for orientation."""
        height = max(1, self.content_size.height - 1)
        last = len(self.flow.lines) - 1
        y = min(last, max(0, self._cursor_line() + pages * height))
        self.scroll_at_once(max(0, self.scroll_offset.y + pages * height))
        self.move_cursor(self.nearest(y, pages) or self.nearest(y, -pages))

    def action_end(self, direction: int) -> None:
        """Move to the first place or the last."""
        if direction < 0:
            self.move_cursor(self.nearest(0, 1))
        else:
            self.move_cursor(self.nearest(len(self.flow.lines) - 1, -1))

    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        if self.flow:
            self.post_message(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to where the click was; a click where it stands already chooses."""
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None or event.chain > 1:
            return
        y = offset.y + self.scroll_offset.y
        if self.flow.line(y) is None:
            return
        place = self.place_at_cell(offset.x, y)
        if place is not None and place == self.cursor:
            self.action_choose()
        else:
            self.move_cursor(place)

    def place_at_cell(self, x: int, y: int) -> Place | None:
        """Return the place for a cursor at cell ``x`` of line ``y``."""
        return self.nearest(y, -1)
