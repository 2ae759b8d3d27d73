"""The screen of a document: four linked panes, search over all of them, cards, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from tui.document.model import SECTIONS, Document, SectionName
from tui.panes.pane import Pane
from tui.panes.pane_group import PaneGroup
from tui.record.event_file import EventFile
from tui.screens.availability import availability
from tui.screens.breakpoints import (
    HORIZONTAL,
    VERTICAL,
    breakpoint_classes,
    sentence_without_room,
)
from tui.screens.event_header import event_header
from tui.screens.finder import Finder
from tui.screens.linker import Linker
from tui.screens.list_control import ListChange, ListControl
from tui.screens.overlays import Overlays, SheetName
from tui.screens.search_control import SearchControl
from tui.screens.walker import Walked, Walker
from tui.screens.watching import Watching
from tui.search.hits import Hit
from tui.search.marks import HitMarks
from tui.widgets.door import shown
from tui.widgets.flow_lines import Marked, Marks
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.screens.journey import Journey, Way
    from tui.widgets.pane_tabs import PaneTabs
    from tui.widgets.search_bar import SearchBar


class EventScreen(Screen[None]):
    """Shows a document: an event, or all that an archive says of a person or an organisation."""

    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS = bindings("event")
    AUTO_FOCUS = ""  # the active pane has it, which need not be the first

    selection: var[str] = var("")
    """The id of the thing that the cursor is on, or nothing."""
    hits: var[tuple[Hit, ...]] = var((), init=False)
    """The hits of the query, or without one the mentions of the selection."""
    marks: var[Marks] = var(dict)
    """The spans of :attr:`hits`, for the panes to mark."""
    current: var[Marked | None] = var(None)
    """The hit that the cursor is on."""
    active: var[SectionName] = var("article", init=False)
    """The pane that has, or last had, the focus."""
    searching: var[bool] = var(False)
    """Whether :attr:`hits` are those of a query."""
    zoomed: var[bool] = var(False, init=False, toggle_class="-zoomed", bindings=True)
    """Whether the active pane has the whole screen."""

    def __init__(
        self,
        document: Document,
        size: Size,
        journey: Journey | None = None,
        file: EventFile = EventFile(),  # noqa: B008  # immutable
    ) -> None:
        """Show a document.

        Args:
            document: What is shown.
            size: The size of the terminal.
            journey: Where it stands in an archive, if it was opened from one.
            file: The file that it was made of.
        """
        super().__init__(classes=breakpoint_classes(self, size))
        self.document, self.journey = document, journey
        self.tabs: PaneTabs | None = None
        self.panes = PaneGroup(self, document)
        self.finder = Finder(self)
        self.linker = Linker(self)
        self.search_control = SearchControl(self)
        self.lists = ListControl(self)
        self.walker = Walker(self)
        self.overlays = Overlays(self)
        self.watching = Watching(self, file)

    def compose(self) -> ComposeResult:
        yield TextLine(event_header(self.document), id="header")
        if self.has_class("-one-pane"):
            yield self._make_tabs()
        for name in SECTIONS:
            classes = "pane -active" if name == self.active else "pane"
            pane = Pane(self.document, name, classes)
            pane.can_choose = self.journey is None or not self.journey.is_gathered
            yield pane.data_bind(EventScreen.marks, EventScreen.current)
        yield KeyLine()

    def _make_tabs(self) -> PaneTabs:
        from tui.widgets.pane_tabs import PaneTabs  # only where the terminal is narrow

        sections = enumerate(self.document.sections, 1)
        self.tabs = PaneTabs([(s.name, shown(f"{number} {s.title}")) for number, s in sections])
        return self.tabs.data_bind(EventScreen.active)

    def render(self) -> Content:
        return sentence_without_room(self)

    def on_mount(self) -> None:
        self.set_focus(self.panes[self.active])
        self.call_after_refresh(self.finder.link)  # the article is read before names are found
        self.watching.start()

    def tell_mistake(self, mistake: str) -> None:
        """Show what is wrong with the file now; nothing once it is whole again."""
        from tui.widgets.mistake_line import MistakeLine  # few files are broken

        if mistake and not self.query(MistakeLine):
            self.mount(MistakeLine(), before=self.keys)
        for line in self.query(MistakeLine):
            line.content = shown(mistake)
        self.set_class(bool(mistake), "-broken")

    @property
    def keys(self) -> KeyLine:
        """The line of keys."""
        return self.query_one(KeyLine)

    # Where the cursor is.

    @on(FlowView.Moved)
    def _cursor_moved(self, event: FlowView.Moved) -> None:
        if isinstance(event.view, Pane):
            self.current = None
            self.linker.select(self.finder.thing_at(event.view))

    def watch_hits(self, hits: tuple[Hit, ...]) -> None:
        self.marks = HitMarks(hits)

    def watch_focused(self, focused: Widget | None) -> None:
        if isinstance(focused, Pane) and self.active != focused.section:
            self.active = focused.section

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

    async def on_search_bar_stayed(self, event: SearchBar.Stayed) -> None:
        await self.control(event.bar).stayed(event.query)

    def on_search_bar_given_up(self, event: SearchBar.GivenUp) -> None:
        self.control(event.bar).give_up()

    async def action_walk(self, over: Walked, direction: int) -> None:
        """Go to the next hit or mention, or the one before; back or forth over the jumps."""
        await self.search_control.answered()
        self.walker.walk_over(over, direction)

    async def action_sheet(self, name: SheetName) -> None:
        """Open the list of all hits, or the timeline."""
        await self.search_control.answered()
        await self.overlays.open(name)

    # Panes.

    def watch_active(self, old: SectionName, new: SectionName) -> None:
        """Only one pane is in view in a narrow terminal: the active one."""
        if self.is_mounted and old != new:
            self.panes[old].remove_class("-active")
            self.panes[new].add_class("-active")
            self._share_room()

    def on_resize(self) -> None:
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self.tabs is None and self.has_class("-one-pane"):
            self.mount(self._make_tabs(), after="#header")
            self.linker.count()
        self._share_room()

    def on_screen_suspend(self) -> None:
        """What lies over the screen has a footer of its own."""
        self.add_class("-covered")

    def on_screen_resume(self) -> None:
        self.remove_class("-covered")
        self.watching.uncovered()

    def _share_room(self) -> None:
        """Give the panes of a column their rows: most to the one that is read."""
        height = self.size.height - self.query_one("#header").outer_size.height - 1
        self.panes.share_room(height, self.active, zoomed=self.zoomed)

    def watch_zoomed(self) -> None:
        if self.is_mounted:
            self._share_room()
            self.panes["article"].centre(self.zoomed)

    def on_pane_tabs_chosen(self, event: PaneTabs.Chosen) -> None:
        self.action_pane(event.name)

    def action_pane(self, name: str) -> None:
        """Go to a pane."""
        for known in SECTIONS:
            if known == name:
                self.active, self.current = known, None
                self.linker.read_on()
                # The pane may have followed the selection to where its own cursor is not.
                self.call_after_refresh(self.panes[known].scroller.show_cursor)

    def action_next_pane(self, direction: int) -> None:
        """Go to the next pane, or the one before, also where only one is in view."""
        self.action_pane(SECTIONS[(SECTIONS.index(self.active) + direction) % len(SECTIONS)])

    def action_zoom(self) -> None:
        """Give the active pane the whole screen, or put it back."""
        self.zoomed = not self.zoomed

    def action_heading(self, direction: int) -> None:
        """Go to the next heading of the active pane, or the one before."""
        self.panes[self.active].action_heading(direction)

    async def action_list(self, change: ListChange) -> None:
        """List the items of the active pane otherwise."""
        await self.lists.change(change, self.panes[self.active])

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
            self.overlays.open_card(thing)

    # Copying, and the file.

    def action_copy(self, what: Literal["text", "citation"]) -> None:
        """Copy the text that the cursor is on, or the citation of the document."""
        is_text = what == "text"
        text = self.panes[self.active].text_to_copy() if is_text else self.document.citation
        self.keys.copy(text)

    def action_reload(self) -> None:
        """Read the file again."""
        self.watching.reload()

    async def action_edit(self) -> None:
        """Ask for the place in the file of what the cursor is on."""
        from tui.screens.file_place import PlaceAsked, file_place  # not on start-up

        place = await file_place(self)
        if isinstance(place, str):
            self.keys.say(place)
        else:
            self.post_message(PlaceAsked(place))
