"""The screen of an archive: its events, by what they can be narrowed, and search over all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from tui.archive.answer import Listed
from tui.locale import N_, _
from tui.panes.archive_facets import Choice
from tui.screens.archive_asker import ArchiveAsker
from tui.screens.archive_keeper import ArchiveKeeper, change_told
from tui.screens.archive_lists import ArchiveLists
from tui.screens.archive_search import ArchiveSearch
from tui.screens.breakpoints import VERTICAL, breakpoint_classes, sentence_without_room
from tui.screens.opener import Opener
from tui.widgets.door import shown
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings
from tui.widgets.pane_tabs import PaneTabs
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.archive.refresh import Change
    from tui.archive.whom import Completion
    from tui.widgets.completing_bar import CompletingBar
    from tui.widgets.search_bar import SearchBar

ListName: TypeAlias = Literal["events", "facets"]

_ABOUT_EVENTS = N_("The events of the archive, the newest first. Enter opens one.")
_ABOUT_FACETS = N_(
    "What the events can be narrowed by, and how many have it. Enter on a person or an "
    "organisation opens its dossier, on anything else it narrows; + and - narrow by anything."
)
_AHEAD = 20
"""Events below the cursor at which further ones are listed."""


class ArchiveScreen(Screen[None]):
    """Lists the events of some files and folders."""

    HORIZONTAL_BREAKPOINTS = [(0, "-no-room"), (20, "-one-pane"), (100, "-two-columns")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = VERTICAL
    BINDINGS = bindings("archive", "heading.previous", "heading.next")

    active: var[str] = var("events")
    """The list that has, or last had, the focus."""

    def __init__(self, paths: tuple[str, ...], size: Size, query: str = "") -> None:
        """Show the archive of ``paths`` in a terminal of ``size``, asked for ``query``."""
        super().__init__(classes=breakpoint_classes(self, size))
        self.paths = paths
        self.status = ""
        self.keeper = ArchiveKeeper(self, paths)
        self.asker = ArchiveAsker(self)
        self.asker.query = query
        self.opener = Opener(self)
        self.search = ArchiveSearch(self)
        self.events = _list("events", _(_ABOUT_EVENTS))
        self.facets = _list("facets", _(_ABOUT_FACETS))
        self.events.add_class("-active")
        self.lists = ArchiveLists(self)

    def compose(self) -> ComposeResult:
        yield TextLine(id="header")
        yield PaneTabs(
            [("events", shown(f"1 {_('Events')}")), ("facets", shown(f"2 {_('Facets')}"))]
        ).data_bind(ArchiveScreen.active)
        yield self.events
        yield self.facets
        yield KeyLine()

    def render(self) -> Content:
        return sentence_without_room(self)

    def on_mount(self) -> None:
        self.keeper.open_known()
        if not self.asker.query:
            self.asker.ask_at_once()
        self.set_focus(self.events)
        self.lists.show(is_new=True)
        self.watch(self.events, "scroll_y", self._scrolled, init=False)
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        self.asker.ask(self.asker.query)
        self.keeper.start()

    def take_over(self, other: ArchiveScreen) -> None:
        """Show what another screen of the same archive showed."""
        self.asker.query = other.asker.query
        self.lists.wanted = other.lists.listed

    @property
    def keys(self) -> KeyLine:
        """The line of keys."""
        return self.query_one(KeyLine)

    # What the workers tell.

    def archive_opened(self) -> None:
        """Show the archive, whose index has been built."""
        if self.keeper.opened is not None and self.keeper.opened.notes:
            self.keys.say(" ".join(self.keeper.opened.notes))
        self.status = ""
        self.asker.ask(self.asker.query)
        self.lists.show(is_new=True)

    def archive_refreshed(self, change: Change) -> None:
        """Show what came of a refresh."""
        self.status = change_told(change)
        if change:
            if not self.is_active:
                self.opener.say(self.status)
                self.opener.reread()
            self.asker.ask(self.asker.query, again=True)
        self.lists.show_header()

    def status_changed(self, sentence: str) -> None:
        """Show how far the keeper has come, or what went wrong."""
        self.status = sentence
        self.lists.show_header()

    def show_answer(self, *, is_new: bool) -> None:
        """Show what is known of the query; ``is_new`` tells that it is another one."""
        self.lists.show(is_new=is_new)
        self.search.answered()

    def show_mistake(self, sentence: str) -> None:
        """Show what is wrong with the query."""
        self.lists.show_sentence(sentence)
        self.search.answered()

    def show_completions(self, query: str, found: tuple[Completion, ...]) -> None:
        """Show how the query may go on."""
        self.search.completed(query, found)

    # The lists.

    def watch_focused(self, focused: Widget | None) -> None:
        if focused in (self.events, self.facets) and isinstance(focused, FlowView):
            self.active = str(focused.id)

    def watch_active(self, old: str, new: str) -> None:
        if self.is_mounted and old != new:
            self.events.set_class(new == "events", "-active")
            self.facets.set_class(new == "facets", "-active")
            self.refresh_bindings()

    @on(FlowView.Moved)
    def _moved(self, event: FlowView.Moved) -> None:
        self.lists.count()
        if event.view is self.events:
            self._read_on()

    def _scrolled(self) -> None:
        height = self.events.content_size.height
        if self.events.scroll_offset.y + 2 * height >= self.events.virtual_size.height:
            self.asker.read_on()

    def _read_on(self) -> None:
        if self.events.cursor.block + _AHEAD >= len(self.events.blocks):
            self.asker.read_on()

    @on(FlowView.Chosen)
    async def _chosen(self, event: FlowView.Chosen) -> None:
        await self.action_open()

    def action_list(self, name: ListName) -> None:
        """Go to a list."""
        self.set_focus(self.events if name == "events" else self.facets)

    @on(PaneTabs.Chosen)
    def _tab_chosen(self, event: PaneTabs.Chosen) -> None:
        self.action_list("events" if event.name == "events" else "facets")

    def action_other_list(self) -> None:
        """Go to the facets, or back to the events."""
        self.action_list("facets" if self.active == "events" else "events")

    def action_heading(self, direction: int) -> None:
        """Go to the next heading of the list, or the one before."""
        (self.events if self.active == "events" else self.facets).action_heading(direction)

    def check_action(self, action: str, parameters: tuple[Any, ...]) -> bool | None:
        if action == "narrow":
            return self.active == "facets" and self.lists.choice is not None
        if action == "search":
            return not self.search.is_open
        return super().check_action(action, parameters)

    # Opening.

    async def action_open(self) -> None:
        """Open the event that the cursor is on, or the dossier of a name, or narrow."""
        choice = self.lists.choice if self.active == "facets" else None
        if choice is None:
            if (listed := self.lists.listed) is not None:
                await self.open_listed(listed)
        elif choice.more_of:
            self.lists.open_all(choice.more_of)
        elif choice.facet is not None and choice.is_name:
            await self.opener.open_dossier(choice.facet)
        else:
            self.narrow(choice)

    async def open_listed(self, listed: Listed, *, instead: bool = False) -> None:
        """Open an event of the list with the hits lit in it; ``instead`` of the one on the top."""
        answer = self.asker.answer
        words = " ".join(p.strip() for p in answer.question.phrases) if answer else ""
        await self.opener.open_event(listed.row, words, instead=instead, in_list=True)

    async def open_next(self, direction: int) -> bool:
        """Open the next event of the list in place of the one on the top; tell if there is one."""
        listed = self.lists.step(direction)
        if listed is None and direction > 0 and self.asker.has_more:
            await self.asker.wait_for_more()
            listed = self.lists.step(direction)
        if listed is not None:
            await self.open_listed(listed, instead=True)
            self._read_on()
        return listed is not None

    def action_narrow(self, without: bool = False) -> None:
        """Ask only for the events that have, or have not, what the cursor is on."""
        choice = self.lists.choice
        if choice is not None and choice.words:
            self.narrow(choice, without=without)

    def narrow(self, choice: Choice, *, without: bool = False) -> None:
        """Add a facet to the query."""
        words = f"-{choice.words}" if without else choice.words
        self.search.ask(f"{self.asker.query.strip()} {words}".strip())
        self.set_focus(self.events)

    async def action_register(self) -> None:
        """Open the agreements of these events."""
        if self.asker.answer is not None:
            await self.opener.open_register(self.asker.answer.question)

    async def action_broken(self) -> None:
        """List the files that are not events."""
        await self.opener.open_broken()

    # Searching.

    async def action_search(self) -> None:
        """Open the search bar, with the query there is."""
        await self.search.open()

    def on_search_bar_asked(self, event: SearchBar.Asked) -> None:
        self.search.asked(event.query)

    def on_search_bar_stayed(self, event: SearchBar.Stayed) -> None:
        self.search.stay()

    def on_search_bar_given_up(self, event: SearchBar.GivenUp) -> None:
        self.search.give_up()

    def on_completing_bar_taken(self, event: CompletingBar.Taken) -> None:
        self.search.take(event.place)

    def action_back(self) -> None:
        """Go back to the events; from there, end the query."""
        if self.active == "facets":
            self.action_list("events")
        elif self.asker.query:
            self.search.ask("")

    def on_screen_suspend(self) -> None:
        """What lies over the screen has a footer of its own."""
        self.add_class("-covered")

    def on_screen_resume(self) -> None:
        self.remove_class("-covered")


def _list(name: ListName, about: str) -> FlowView:
    view = FlowView(id=name, classes="pane")
    view.about = about
    view.cursor_stays = name == "events"
    view.can_choose = False
    return view
