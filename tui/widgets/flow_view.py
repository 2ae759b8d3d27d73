"""A view of a flow: it draws the lines in view, marks spans of the texts, and has a cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.widgets.cursors import Cursor, ItemCursor, LineCursor
from tui.widgets.flow import Block, Flow, Place
from tui.widgets.flow_lines import Marked, Marks
from tui.widgets.flow_mouse import FlowMouse
from tui.widgets.flow_painter import Painter, as_marks, changed_lines, selected_text
from tui.widgets.flow_scroller import FlowScroller
from tui.widgets.keys import bindings
from tui.widgets.lazy import has
from tui.widgets.typesetter import Typesetter


class FlowView(ScrollView, can_focus=True):
    """Shows blocks in its width. Where its cursor can stand is told by :attr:`walk`."""

    DEFAULT_CSS = "FlowView { overflow: hidden hidden; }"
    BINDINGS = bindings("view")

    # It is laid out when it is first drawn: no watcher has anything to do before.

    blocks: var[Sequence[Block]] = var((), init=False)
    """What is shown."""
    marks: var[Marks] = var(dict, init=False)
    """The spans to mark, by the keys of the parts."""
    current: var[Marked | None] = var(None, init=False)
    """The one marked span that stands out from the rest."""
    ticks: var[tuple[Place, ...]] = var((), init=False)
    """Places that the edge shows while they are out of view."""
    cursor: var[Place] = var(Place(), init=False)
    """Where the cursor is."""

    about: str = ""  # what the view is for, as a message for the help
    measure: int = 0  # the most cells a line of text takes; 0 for as many as there are
    centred: bool = False  # text of that measure stands in the middle
    cursor_stays: bool = False  # shows without the focus too
    can_choose: bool = True  # choosing a block does something

    # Messages are not dataclasses: each takes a tenth of a millisecond to make, at every start.

    class Moved(Message):
        """The reader moved the cursor."""

        def __init__(self, view: FlowView) -> None:
            super().__init__()
            self.view = view
            """The view it moved in."""

    class Chosen(Message):
        """The reader chose what the cursor is on."""

        def __init__(self, view: FlowView) -> None:
            super().__init__()
            self.view = view
            """The view it was chosen in."""

    def __init__(
        self,
        walk: Cursor | None = None,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.walk: Cursor = walk or ItemCursor()
        self.flow = Flow((), 1)  # as it is laid out now
        self.typesetter = Typesetter(self)
        self.painter = Painter(self)
        self.mouse = FlowMouse(self)
        self.scroller = FlowScroller(self)

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

    def standing_on(self) -> Marked | None:
        """Return the span of the name that the cursor is on, when it is on one."""
        key = self.standing_key
        if key >= 0 and self.has_focus and isinstance(self.walk, LineCursor):
            for start, end in self.walk.names(key):
                if start <= self.cursor.offset < end:
                    return key, start, end
        return None

    def cursor_lines(self) -> range:
        """Return the lines that show the cursor."""
        return self.walk.lines(self.flow, self.cursor) if self.flow else range(0)

    def reading_place(self) -> Offset | None:
        """Return the cell of the screen at which the line with the cursor begins, if in view."""
        return self.scroller.cursor_cell()

    # Laying out.

    def on_resize(self) -> None:
        self.lay_out()

    def watch_blocks(self) -> None:
        self.lay_out()
        self.refresh()

    @property
    def pad(self) -> int:
        """Blank cells before the lines, for text that stands in the middle."""
        return self.typesetter.pad

    def lay_out(self) -> None:
        """Lay out the blocks in the width there is."""
        self.typesetter.lay_out()

    def valid(self, place: Place) -> Place:
        """Return ``place``, or the nearest there is where a cursor can stand."""
        return self.walk.valid(self.blocks, place) or Place()

    # Drawing.

    def in_view(self) -> range:
        """Return the lines in view."""
        top = self.scroll_offset.y
        return range(top, self.flow.up_to(top + self.size.height))

    def redraw(self, lines: Iterable[int]) -> None:
        """Draw these lines again: no others, since readers sit behind slow connections."""
        for y in lines:
            self.painter.forget((y,))
            self.refresh_line(y)

    def watch_marks(self, old: Marks, new: Marks) -> None:
        lines = {*self.painter.strips, *self.in_view()}
        self.redraw(changed_lines(self.flow, lines, old, new))

    def watch_current(self, old: Marked | None, new: Marked | None) -> None:
        self.watch_marks(as_marks(old), as_marks(new))

    def watch_ticks(self) -> None:
        self.redraw(self.painter.ticks_changed())

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.painter.forget_looks()

    def render_lines(self, crop: Region) -> list[Strip]:
        self.lay_out()  # the first lines are drawn before the first Resize arrives
        self.painter.look()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        return self.painter.line(y)

    # Scrolling.

    @property
    def allow_vertical_scroll(self) -> bool:
        """It can be scrolled although it has none of Textual's scrollbars."""
        return True

    def scroll_at_once(self, y: int) -> None:
        """Bring line ``y`` to the top, or as near to it as there are lines."""
        needed = self.flow.up_to(y + self.content_size.height)
        if needed > self.virtual_size.height:
            self.typesetter.set_length(needed)
        self.scroll_to(y=y, animate=False, immediate=True)

    def reveal(self, place: Place) -> None:
        """Bring ``place`` into view, with lines around it; the cursor stays where it is."""
        self.scroller.reveal(place)

    # The cursor.

    def place_cursor(self, place: Place) -> None:
        """Put the cursor at ``place`` and bring it into view, without a :class:`Moved`."""
        self.cursor = place
        self.scroller.show_cursor()

    def move_cursor(self, place: Place | None) -> None:
        """Move the cursor as the reader asked; nothing happens without a place to move to."""
        if place is not None and self.flow:
            self.place_cursor(place)
            self.post_message(self.Moved(self))

    def jump_to(self, place: Place) -> None:
        """Put the cursor at ``place`` with lines around it in view, as after a leap."""
        self.place_cursor(place)
        self.reveal(place)

    def watch_cursor(self, old: Place, new: Place) -> None:
        if self.flow and old != new:
            before = self.walk.lines(self.flow, self.valid(old))
            self.redraw({*before, *self.cursor_lines()})

    def on_focus(self) -> None:
        self.redraw(self.cursor_lines())

    on_blur = on_focus

    def action_move(self, steps: int) -> None:
        """Move the cursor by an arrow key, or scroll what is taller than the view."""
        if self.flow and not self.scroller.scrolled_within(self.cursor_lines(), steps):
            self.move_cursor(self.walk.step(self.flow, self.cursor, steps) or self.cursor)

    def action_page(self, pages: int) -> None:
        """Move by as many lines as are in view, less one for orientation."""
        self.move_cursor(self.scroller.page(pages))

    def action_end(self, direction: int) -> None:
        """Move to the first place or the last."""
        y = 0 if direction < 0 else len(self.flow.lines) - 1
        self.move_cursor(self.walk.nearest(self.flow, y, -direction))

    def action_heading(self, direction: int) -> None:
        """Move to the next heading, or the one before; in a list, to the first item under it."""
        place = self.walk.heading(self.blocks, self.cursor, direction)
        if place is None:
            self.action_end(direction)
        else:
            self.move_cursor(place)

    def action_name(self, direction: int) -> None:
        """Move to the next name in the text, or the one before."""
        if self.flow and isinstance(self.walk, LineCursor):
            self.move_cursor(self.walk.name_from(self.blocks, self.cursor, direction))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "name":
            return isinstance(self.walk, LineCursor)
        return self.can_choose if action == "choose" else super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        if self.flow:
            self.post_message(self.Chosen(self))

    # The mouse.

    def on_click(self, event: events.Click) -> None:
        self.mouse.click(event)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.mouse.down(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self.mouse.move(event)

    def on_mouse_up(self) -> None:
        self.mouse.up()

    def selection_updated(self, selection: Selection | None) -> None:
        self.painter.forget()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, with the lines of a paragraph joined again."""
        found = selected_text(self.flow, selection, self.pad)
        return (found, "\n") if found else None
