"""A pane: a frame with a title and counts, and a section of a document to read in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.geometry import Region
from textual.reactive import var

from tui.document.model import SECTIONS, Document, SectionName
from tui.document.timeline import timeline
from tui.locale import N_, _
from tui.panes.blocks import Axis, section_blocks
from tui.panes.list_form import ListForm
from tui.record.model import Photo
from tui.widgets.cursors import ItemCursor, LineCursor
from tui.widgets.door import shown
from tui.widgets.flow import Block, Flow, Place
from tui.widgets.flow_lines import GUTTER, MARGIN
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import Lazy

if TYPE_CHECKING:
    from tui.search.mentions import Mentions

_ABOUT: dict[SectionName, str] = {
    "article": N_("The article. Names in it are stops for the cursor: Enter opens their cards."),
    "participants": N_("Who took part: people with their offices, and organisations."),
    "agreements": N_(
        "What was signed, by whom and for how long. The bars share one axis of years, with a mark "
        "at today."
    ),
    "photos": N_("The captions of the photos, and who is in each."),
}
_MEASURE = 88
"""The widest text of an article, in cells; longer lines are hard to read."""
_PERIOD = 26
"""Cells that are kept for the period behind a bar, and the state's sign before it."""
_FEW = 200
"""Of no more texts than these it is looked whether blank lines between the items have room."""


class Pane(FlowView):
    """A framed view of one section of a document."""

    form: var[ListForm] = var(ListForm())
    """In which form the items are listed."""

    def __init__(self, document: Document, section: SectionName, classes: str = "pane") -> None:
        reads = section == "article"
        walk = LineCursor(lambda _key: ()) if reads else ItemCursor()
        super().__init__(walk, id=section, classes=classes)
        self.document = document
        self.section: SectionName = section
        self.about = _ABOUT[section]
        self.can_select_text = reads
        self.measure = _MEASURE if reads else 0
        self.axis: Axis | None = None
        self._made_for: tuple[int, int] | None = None
        self._counted: str | None = None
        self._frame_only = False
        self._places: dict[int, Place] = {}
        self._placed: object = None
        self.border_title = shown(f"{self.number} {self.title}")
        self.set_reactive(Pane.blocks, self._blocks(0))
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

    # The blocks.

    def watch_form(self) -> None:
        self._made_for = None
        self.lay_out()
        self.refresh()

    def lay_out(self) -> None:
        """Make the blocks anew when what there is room for has changed, then lay them out."""
        size = (self.content_size.width, self.content_size.height)
        if size[0] > 0 and self._made_for != size and (self.is_list or self._made_for is None):
            self._made_for = size
            if self.is_list:
                self._make_blocks(*size)
        super().lay_out()

    def _make_blocks(self, width: int, height: int) -> None:
        if self.has_bars:
            room = width - GUTTER - MARGIN - 1
            found = timeline(self.document)
            self.axis = Axis(found, max(room - 2 - _PERIOD, room // 3, 1)) if found else None
        blocks: Sequence[Block] = self._blocks(0)
        if len(self.document.ranges[self.section]) <= _FEW and not self.form.short:
            spaced = tuple(self._blocks(1))
            lines = Flow(spaced, max(1, width - GUTTER - MARGIN - 1)).lines
            if len(lines) <= height:
                blocks = spaced
        stood = self.item
        self.set_reactive(Pane.blocks, blocks)
        self.set_reactive(Pane.cursor, self._cursor_on(stood))

    def _blocks(self, gap: int) -> Lazy[Block]:
        made = section_blocks(self.document, self.section, self.form, axis=self.axis, gap=gap)
        return Lazy(made)

    def _cursor_on(self, item: str) -> Place:
        """Return the place of an item; the first one's if it is not listed any more."""
        found = (number for number, block in enumerate(self.blocks) if block.id == item)
        return self.valid(Place(next(found, 0) if item else 0))

    @property
    def wanted_height(self) -> int:
        """How many lines the section has, without blank lines between its items, about."""
        texts = len(self.document.ranges[self.section])
        if texts > _FEW:
            return texts
        width = self.content_size.width or 40
        return len(Flow(tuple(self._blocks(0)), max(1, width - GUTTER - MARGIN - 1)).lines)

    def place_of(self, text: int, offset: int) -> Place | None:
        """Return where an offset into the text at this index stands, if it is shown.

        A text that the short form leaves out stands at its item.
        """
        if self._placed is not self.blocks:
            self._placed = self.blocks
            self._places = {
                part.key: Place(number, i)
                for number, block in enumerate(self.blocks)
                for i, part in enumerate(block.parts)
                if part.key >= 0
            }
        found = self._places.get(text)
        if found is not None:
            return found._replace(offset=offset)
        item = self.document.texts[text].item
        for number, block in enumerate(self.blocks):
            if block.id == item:
                return Place(number)
        return None

    def link(self, mentions: Mentions) -> None:
        """Make the names in the text stops of the cursor, and draw them so."""
        self.walk = LineCursor(lambda key: [(n.start, n.end) for n in mentions.within(key)])
        self.redraw(self.in_view())

    def centre(self, centred: bool) -> None:
        """Let the text stand in the middle, or at the left."""
        self.centred = centred
        self.painter.forget()
        self.refresh()

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
