"""A pane: a frame with a title and counts, and a section of a document to read in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.geometry import Region
from textual.reactive import var

from tui.document.model import SECTIONS, Document, SectionName, Text
from tui.document.sections import words_of
from tui.document.timeline import Timeline, timeline
from tui.locale import _
from tui.panes.blocks import Axis, RowBlocks, section_rows
from tui.panes.list_form import ListForm
from tui.record.model import Photo
from tui.widgets.cursors import ItemCursor, LineCursor
from tui.widgets.door import shown
from tui.widgets.flow import Flow, Place
from tui.widgets.flow_lines import GUTTER, MARGIN
from tui.widgets.flow_view import FlowView

if TYPE_CHECKING:
    from tui.search.mentions import Mentions

_MEASURE = 88
"""The widest text of an article, in cells; longer lines are hard to read."""
_PERIOD = 26
"""Cells that are kept for the period behind a bar, and the state's sign before it."""
_FEW = 200
"""Of no more texts than these it is looked whether blank lines between the items have room."""


class Pane(FlowView):
    """A framed view of one section of a document."""

    form: var[ListForm] = var(ListForm(), init=False)
    """In which form the items are listed."""

    def __init__(self, document: Document, section: SectionName, classes: str = "pane") -> None:
        reads = section == "article"
        walk = LineCursor(lambda _key: ()) if reads else ItemCursor()
        super().__init__(walk, id=section, classes=classes)
        self.document = document
        self.section: SectionName = section
        self.about = words_of(section).about
        self.can_select_text = reads
        self.measure = _MEASURE if reads else 0
        self.axis: Axis | None = None
        self._made_for: tuple[int, int] | None = None
        self._counted: str | None = None
        self._frame_only = False
        self._numbers: dict[str, int] = {}
        self._items: list[int] = []
        self.border_title = shown(f"{self.number} {self.title}")
        self._put(self._blocks(0))
        self.set_reactive(Pane.cursor, self.valid(self.cursor))

    @property
    def allow_select(self) -> bool:
        """Whether text can be selected with the mouse."""
        return self.can_select_text

    @property
    def number(self) -> int:
        """The digit that goes to this pane."""
        return SECTIONS.index(self.section) + 1

    @property
    def title(self) -> str:
        """The name of the pane."""
        return self.document.section(self.section).title

    @property
    def is_list(self) -> bool:
        """Whether the cursor goes from item to item."""
        return self.section != "article"

    @property
    def is_empty(self) -> bool:
        """Whether the document has nothing for this pane."""
        return not self.document.ranges[self.section]

    @property
    def has_bars(self) -> bool:
        """Whether periods are drawn, whose bars are as wide as there is room."""
        return self.section == "agreements" and not self.is_empty

    @cached_property
    def _timeline(self) -> Timeline | None:
        return timeline(self.document)

    # The blocks.

    def watch_form(self) -> None:
        self._made_for = None
        self.lay_out()
        self.refresh()

    def lay_out(self) -> None:
        """Make the blocks again when what there is room for has changed, then lay them out.

        Of few texts it depends on the height too: whether blank lines between items have room.
        """
        width, height = self.content_size.width, self.content_size.height
        if width > 0 and self.is_list:
            size = (width, height if self._is_short else 0)
            if self._made_for != size:
                self._made_for = size
                self._make_blocks(width, height)
        super().lay_out()

    def show(self, document: Document, moved: Callable[[Place], Place]) -> None:
        """Show a fuller document; what the reader has before their eyes stays there.

        Who has not gone on from the top stays at the top, whatever comes there.

        Args:
            moved: Tells where the text at a place stands in the fuller document.
        """
        cursor, top = self.cursor, self.scroll_offset.y
        if not top and cursor == self.valid(Place()):
            moved = lambda _place: self.valid(Place())  # noqa: E731
        seen = cursor if self.scroller.shows(cursor) else self.flow.place_at(top)
        row = self.flow.line_of(seen) - top if self.flow else 0
        self.document = document
        self.__dict__.pop("_timeline", None)
        self.axis = self._made_for = None
        self._put(self._blocks(0))
        self.flow = Flow((), 1)  # a pane out of view is laid out when it comes into view
        self.set_reactive(Pane.cursor, moved(cursor))
        self.lay_out()
        if self.flow and self.flow.blocks is self.blocks:  # it is in view, and laid out
            self.scroll_at_once(max(0, self.flow.line_of(moved(seen)) - row))
        self.refresh()

    @property
    def _is_short(self) -> bool:
        return len(self.document.ranges[self.section]) <= _FEW

    def _make_blocks(self, width: int, height: int) -> None:
        room = width - GUTTER - MARGIN - 1
        if self.has_bars:
            found = self._timeline
            self.axis = Axis(found, max(room - 2 - _PERIOD, room // 3, 1)) if found else None
        blocks = self._blocks(0)
        if self._is_short and not self.form.short:
            spaced = self._blocks(1)
            if Flow(spaced, max(1, room)).up_to(height + 1) <= height:
                blocks = spaced
        stood = self.item
        self._put(blocks)
        self.set_reactive(Pane.cursor, self.valid(Place(self._numbers.get(stood, 0))))

    def _blocks(self, gap: int) -> RowBlocks:
        rows = section_rows(self.document, self.section, self.form, gap=gap)
        return RowBlocks(rows, self.form, self.axis)

    def _put(self, blocks: RowBlocks) -> None:
        self.set_reactive(Pane.blocks, blocks)
        self._numbers = {
            row.item.id: number for number, row in enumerate(blocks.rows) if row.item is not None
        }
        self._items = list(self._numbers.values())

    @property
    def position(self) -> tuple[int, int]:
        """Which item the cursor is on, from 1, and how many there are."""
        return bisect_right(self._items, self.cursor.block), len(self._items)

    @property
    def wanted_height(self) -> int:
        """How many lines the section has, without blank lines between its items, about."""
        texts = len(self.document.ranges[self.section])
        if not self._is_short:
            return texts
        width = self.content_size.width or 40
        return len(Flow(self._blocks(0), max(1, width - GUTTER - MARGIN - 1)).lines)

    def place_of(self, text: int, offset: int) -> Place | None:
        """Return where an offset into the text at this index stands, if it is listed.

        A text that the short form leaves out stands at its item.
        """
        number = self._numbers.get(self.document.texts[text].item)
        if number is None:
            return None
        for part, each in enumerate(self.blocks[number].parts):
            if each.key == text:
                return Place(number, part, offset)
        return Place(number)

    def link(self, mentions: Mentions) -> None:
        """Make the names in the text stops of the cursor, and draw them so."""
        self.walk = LineCursor(lambda key: [(n.start, n.end) for n in mentions.within(key)])
        self.redraw(self.in_view())

    def centre(self, centred: bool) -> None:
        """Let the text stand in the middle, or at the left."""
        self.centred = centred
        self.painter.forget()
        self.refresh()

    def texts_of_line(self) -> tuple[Text, ...]:
        """Return the text that the cursor is in, and then the others of its item."""
        key = self.standing_key
        if not self.is_list:
            return (self.document.texts[key],) if key >= 0 else ()
        return self.document.texts_of_items.get(self.item, ())

    # Copying.

    def text_to_copy(self) -> str:
        """Return what the cursor is on: a paragraph, a caption, or an item with its labels."""
        if not self.is_list:
            key = self.standing_key
            return self.document.texts[key].words if key >= 0 else ""
        thing = self.document.things.get(self.item)
        if isinstance(thing, Photo):
            return thing.caption
        texts = self.document.texts_of_things.get(self.item, ())
        return "\n".join(" ".join(filter(None, (text.label, text.words))) for text in texts)

    # The frame.

    def count(self, text: str) -> None:
        """Show ``text`` at the end of the frame; only the frame is drawn again."""
        if text != self._counted:
            self._counted = text
            self._frame_only = True
            self.border_subtitle = shown(text)
            self._frame_only = False

    def refresh(self, *regions: Region, **how: Any) -> Pane:
        """Refresh, but draw only the lower edge when nothing else has changed.

        Setting a border subtitle redraws a widget whole; over a slow line four panes of it at each
        move of the cursor would be felt.
        """
        if self._frame_only and not regions:
            size = self.size
            regions = (Region(-1, size.height, self.outer_size.width, 1),)
        return super().refresh(*regions, **how)

    def percent(self) -> str:
        """Return how far down the view is, where not all is in view."""
        hidden = self.virtual_size.height - self.content_size.height
        if hidden <= 0:
            return ""
        return _("{n} %").format(n=min(100, self.scroll_offset.y * 100 // hidden))
