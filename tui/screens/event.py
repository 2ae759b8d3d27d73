"""The screen of a document: four linked panes, search over all of them, cards, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from tui.document.model import SECTIONS, Document, SectionName
from tui.locale import _
from tui.panes.pane import Pane
from tui.panes.pane_group import PaneGroup
from tui.screens.availability import availability
from tui.screens.breakpoints import HORIZONTAL, VERTICAL, breakpoint_classes
from tui.screens.event_header import event_header
from tui.screens.finder import Finder
from tui.screens.list_control import ListControl
from tui.screens.search_control import SearchControl
from tui.screens.walker import Walker
from tui.search.hits import Hit
from tui.search.marks import HitMarks
from tui.widgets.door import shown
from tui.widgets.flow_lines import Marked, Marks
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings
from tui.widgets.pane_tabs import PaneTabs
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.screens.journey import Journey, Way
    from tui.widgets.search_bar import SearchBar


class EventScreen(Screen[None]):
    """Shows a document: an event, or all that an archive says of a person or an organisation."""

    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS = bindings("event")
    AUTO_FOCUS = ""  # the active pane has it, which need not be the first

    selection: var[str] = var("")
    """The id of the thing that the cursor is on, or nothing."""
    hits: var[tuple[Hit, ...]] = var(())
    """The hits of the query, or without one the mentions of the selection."""
    marks: var[Marks] = var(dict)
    """The spans of :attr:`hits`, for the panes to mark."""
    current: var[Marked | None] = var(None)
    """The hit that the cursor is on."""
    active: var[SectionName] = var("article")
    """The pane that has, or last had, the focus."""
    searching: var[bool] = var(False)
    """Whether :attr:`hits` are those of a query."""
    zoomed: var[bool] = var(False, toggle_class="-zoomed", bindings=True)
    """Whether the active pane has the whole screen."""

    def __init__(self, document: Document, size: Size, journey: Journey | None = None) -> None:
        """Show ``document`` in a terminal of ``size``, opened on a ``journey`` in an archive."""
        super().__init__(classes=breakpoint_classes(self, size))
        self.document, self.journey = document, journey
        self.panes = PaneGroup(self, document)
        self.finder = Finder(self)
        self.search_control = SearchControl(self)
        self.lists = ListControl(self)
        self.walker = Walker(self)

    def compose(self) -> ComposeResult:
        yield TextLine(event_header(self.document), id="header")
        yield PaneTabs(
            [
                (section.name, shown(f"{number} {section.title}"))
                for number, section in enumerate(self.document.sections, 1)
            ]
        ).data_bind(EventScreen.active)
        for name in SECTIONS:
            classes = "pane -active" if name == self.active else "pane"
            pane = Pane(self.document, name, classes)
            pane.can_choose = self.journey is None or not self.journey.is_gathered
            yield pane.data_bind(EventScreen.marks, EventScreen.current)
        yield KeyLine()
        yield TextLine(shown(_("The terminal is too small.")), id="too-small")

    def on_mount(self) -> None:
        self.set_focus(self.panes[self.active])
        self.call_after_refresh(self.finder.link)  # the article is read before names are found

    @property
    def keys(self) -> KeyLine:
        """The line of keys."""
        return self.query_one(KeyLine)

    def select(self, thing: str) -> None:
        """Make the thing with this id the selection, and mark it where it is named."""
        self.selection = thing
        self.refresh_bindings()
        if self.searching:
            self.count()
        else:
            self.finder.find_mentions(thing)

    def mark(self, thing: str, hits: tuple[Hit, ...]) -> None:
        """Mark the mentions of the selection, unless the reader has moved on since."""
        if thing == self.selection and not self.searching:
            self.hits = hits
            self.panes.follow(hits, self.active)
            self.count()

    # Where the cursor is.

    @on(FlowView.Moved)
    def _cursor_moved(self, event: FlowView.Moved) -> None:
        if isinstance(event.view, Pane):
            self.current = None
            self.select(self.finder.thing_at(event.view))

    def read_on(self) -> None:
        """Put the keyboard back to the active pane, and select what its cursor is on."""
        pane = self.panes[self.active]
        self.set_focus(pane)
        self.select(self.finder.thing_at(pane))

    def watch_hits(self, hits: tuple[Hit, ...]) -> None:
        self.marks = HitMarks(hits)

    def watch_focused(self, focused: Widget | None) -> None:
        if isinstance(focused, Pane) and self.active != focused.section:
            self.active = focused.section

    def count(self) -> None:
        """Show in the frame of every pane, and on its tab, where it is and what is marked there."""
        counts = self.panes.counts(self.hits, self.current, searching=self.searching)
        for pane in self.panes:
            pane.count(counts[pane.section])
        self.query_one(PaneTabs).counts = self.panes.tab_counts(self.hits, self.active)
        self.panes.show_ticks(self.hits)

    def check_action(self, action: str, parameters: tuple[Any, ...]) -> bool | None:
        known = availability(self, action, parameters)
        return super().check_action(action, parameters) if known == "" else known

    # Searching.

    async def action_search(self) -> None:
        """Open the search bar, with the words of the last search selected."""
        await self.search_control.open()

    def control(self, bar: SearchBar) -> SearchControl | ListControl:
        """Return what a bar belongs to."""
        return self.lists if bar is self.lists.bar else self.search_control

    async def on_search_bar_asked(self, event: SearchBar.Asked) -> None:
        await self.control(event.bar).asked(event.query)

    def on_search_bar_stayed(self, event: SearchBar.Stayed) -> None:
        self.control(event.bar).stay(event.query)

    def on_search_bar_given_up(self, event: SearchBar.GivenUp) -> None:
        self.control(event.bar).give_up()

    def action_hit(self, direction: int) -> None:
        """Go to the next hit, or the one before, across panes."""
        if self.searching and self.hits:
            self.walker.walk(self.hits, direction)
            self.search_control.answer()

    def action_mention(self, direction: int) -> None:
        """Go to the next mention of the selection, or the one before, across panes."""
        self.walker.walk(self.finder.mentions_of(self.selection), direction)

    async def action_results(self) -> None:
        """Show all hits as a list."""
        from tui.screens.results import ResultsScreen

        if self.hits:
            results = ResultsScreen(self.document, self.hits, searching=self.searching)
            await self.app.push_screen(results, self.walker.jump)

    async def action_timeline(self) -> None:
        """Show all agreements on one axis of years."""
        from tui.screens.timeline import TimelineScreen

        timeline = TimelineScreen(self.document, self.size.width)
        await self.app.push_screen(timeline, self.walker.jump_to_item)

    # Panes.

    def watch_active(self, old: SectionName, new: SectionName) -> None:
        """Only one pane is in view in a narrow terminal: the active one."""
        if self.is_mounted and old != new:
            self.panes[old].remove_class("-active")
            self.panes[new].add_class("-active")
            self._share_room()

    def on_resize(self) -> None:
        self.call_after_refresh(self._share_room)

    def on_screen_suspend(self) -> None:
        """What lies over the screen has a footer of its own."""
        self.add_class("-covered")

    def on_screen_resume(self) -> None:
        self.remove_class("-covered")

    def _share_room(self) -> None:
        """Give the panes of a column their rows: most to the one that is read."""
        height = self.size.height - self.query_one("#header").outer_size.height - 1
        self.panes.share_room(height, self.active, zoomed=self.zoomed)

    def watch_zoomed(self) -> None:
        if self.is_mounted:
            self._share_room()
            self.panes["article"].centre(self.zoomed)

    @on(PaneTabs.Chosen)
    def _tab_chosen(self, event: PaneTabs.Chosen) -> None:
        self.action_pane(event.name)

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        for known in SECTIONS:
            if known == name:
                self.active, self.current = known, None
                self.read_on()

    def action_next_pane(self, direction: int) -> None:
        """Go to the next pane, or the one before, also where only one is in view."""
        self.action_pane(SECTIONS[(SECTIONS.index(self.active) + direction) % len(SECTIONS)])

    def action_zoom(self) -> None:
        """Give the active pane the whole screen, or put it back."""
        self.zoomed = not self.zoomed

    def action_heading(self, direction: int) -> None:
        """Go to the next heading of the active pane, or the one before."""
        self.panes[self.active].action_heading(direction)

    def action_short(self) -> None:
        """List one line an item, or in full again."""
        self.lists.toggle_short(self.panes[self.active])

    def action_order(self) -> None:
        """Order the list otherwise."""
        self.lists.reorder(self.panes[self.active])

    async def action_filter(self) -> None:
        """List only the items that have some words."""
        await self.lists.open(self.panes[self.active])

    def action_back(self) -> None:
        """End the search; without one, the filter, then the zoom; then return to the archive.

        The hits of the archive's own query go with the event.
        """
        if self.searching and not self.search_control.is_given:
            self.search_control.end()
        elif not self.lists.clear(self.panes[self.active]):
            if self.journey is not None and not self.zoomed:
                self.journey.leave()
            self.zoomed = False

    def action_history(self, direction: int) -> None:
        """Go back to where a leap began, or forward again."""
        self.walker.history(direction)

    async def action_journey(self, way: Way) -> None:
        """Go on in the archive: to another event, to a dossier, to the event of a line."""
        if self.journey:
            await self.journey.take(way, self.selection, self.panes[self.active].texts_of_line())

    # Cards.

    @on(FlowView.Chosen)
    async def _chosen(self, event: FlowView.Chosen) -> None:
        if self.journey is not None and self.journey.is_gathered:
            await self.action_journey("origin")
        elif isinstance(event.view, Pane) and (thing := self.finder.thing_at(event.view)):
            self.open_card(thing)

    def open_card(self, thing: str) -> None:
        """Open the card of the thing with this id; a mention chosen there is gone to."""
        from tui.screens.card import CardScreen

        card = CardScreen(self.document, self.finder.mentions, thing)
        self.app.push_screen(card, lambda hit: self.walker.jump(hit, thing))

    # Copying.

    def action_copy(self) -> None:
        """Copy the text that the cursor is on: a caption, a paragraph, a participant."""
        self.keys.copy(self.panes[self.active].text_to_copy())

    def action_cite(self) -> None:
        """Copy the citation of the document."""
        self.keys.copy(self.document.citation)
