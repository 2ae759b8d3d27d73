"""A text to read: the cursor goes from line to line and from name to name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.locale import N_
from tui.widgets.flow import Line, Place
from tui.widgets.flow_lines import Marked
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import has


class Reader(FlowView):
    """A text whose cursor is on a line, and on the name of a thing where the line has one."""

    ALLOW_SELECT = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right",
            "name(1)",
            N_("Next name"),
            id="cursor.next_name",
            show=False,
            tooltip=N_("To the next name in the text"),
        ),
        Binding(
            "left",
            "name(-1)",
            N_("Previous name"),
            id="cursor.previous_name",
            show=False,
            tooltip=N_("To the name before in the text"),
        ),
    ]

    names: Callable[[int], Sequence[tuple[int, int]]] = staticmethod(lambda _key: ())
    """Gives the sorted spans of the names in the text with this key."""

    def cursor_lines(self, cursor: Place) -> range:
        y = self.flow.line_of(cursor)
        return range(y, y + 1)

    def names_in(self, line: Line) -> Iterable[tuple[int, int]]:
        key = self.flow.blocks[line.block].parts[line.part].key
        return self.names(key) if key >= 0 else ()

    def standing_on(self) -> Marked | None:
        key = self.standing_key
        if key < 0 or not self.has_focus:
            return None
        for start, end in self.names(key):
            if start <= self.cursor.offset < end:
                return key, start, end
        return None

    def step(self, cursor: Place, lines: int) -> Place:
        return self.nearest(self.flow.line_of(cursor) + lines, lines) or cursor

    def nearest(self, y: int, direction: int) -> Place | None:
        while y >= 0 and (line := self.flow.line(y)) is not None:
            if line.part >= 0:
                return self._on_line(line)
            y += 1 if direction > 0 else -1
        return None

    def _on_line(self, line: Line) -> Place:
        """Return the place of the first name that begins on the line, or the line's start."""
        for start, _end in self.names_in(line):
            if line.start <= start < line.end:
                return Place(line.block, line.part, start)
        return Place(line.block, line.part, line.start)

    def place_at_cell(self, x: int, y: int) -> Place | None:
        line = self.flow.lines[y]
        if line.part < 0:
            return self.nearest(y, -1)
        offset = line.start + max(0, x - self.text_column(line))
        for start, end in self.names_in(line):
            if start <= offset < end:
                return Place(line.block, line.part, max(start, line.start))
        return Place(line.block, line.part, line.start)

    def action_name(self, direction: int) -> None:
        """Move to the next name in the text, or the one before."""
        if self.flow:
            self.move_cursor(self._name_from(self.cursor, direction))

    def _name_from(self, cursor: Place, direction: int) -> Place | None:
        block, part = cursor.block, cursor.part
        while block >= 0 and has(self.blocks, block):
            parts = self.blocks[block].parts
            while 0 <= part < len(parts):
                key = parts[part].key
                starts = [start for start, _ in self.names(key)] if key >= 0 else []
                if (block, part) == cursor[:2]:
                    starts = [s for s in starts if (s - cursor.offset) * direction > 0]
                if starts:
                    return Place(block, part, starts[0] if direction > 0 else starts[-1])
                part += direction
            block += direction
            part = 0 if direction > 0 or block < 0 else (len(self.blocks[block].parts) - 1)
        return None
