"""The form of the lists: short or in full, in another order, or filtered by words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec.structs import replace

from tui.document.model import SectionName
from tui.locale import _
from tui.panes.list_form import ORDERS, next_order
from tui.panes.pane import Pane
from tui.widgets.door import shown

if TYPE_CHECKING:
    from tui.screens.event import EventScreen
    from tui.search.hits import Found
    from tui.widgets.search_bar import SearchBar

ListChange: TypeAlias = Literal["short", "order", "filter"]


class ListControl:
    """Has the bar in which the filter of a pane is typed."""

    def __init__(self, screen: EventScreen) -> None:
        self.screen = screen
        self.bar: SearchBar | None = None
        """The bar, once there has been a filter."""
        self.pane: Pane | None = None
        """The pane whose filter is typed."""
        self._words: dict[SectionName, str] = {}
        """By which words each pane is filtered, if it is."""

    async def change(self, change: ListChange, pane: Pane) -> None:
        """List the items of a pane in short or in full, in another order, or only some."""
        match change:
            case "short":
                self.toggle_short(pane)
            case "order":
                self.reorder(pane)
            case "filter":
                await self.open(pane)

    def toggle_short(self, pane: Pane) -> None:
        """List one line an item, or in full again."""
        pane.form = replace(pane.form, short=not pane.form.short)
        self.screen.linker.count()

    def reorder(self, pane: Pane) -> None:
        """Order the list otherwise, and say how."""
        order = next_order(pane.section, pane.form.order)
        pane.form = replace(pane.form, order=order)
        self.screen.linker.count()
        self.screen.keys.say(_("Ordered {how}.").format(how=_(ORDERS[order])))

    async def open(self, pane: Pane) -> None:
        """Open the bar for the filter of a pane."""
        if not self.screen.is_attached:
            return  # another screen has taken its place since the key was pressed
        from tui.widgets.search_bar import FilterBar

        if self.bar is None:
            self.bar = FilterBar("≡", id="filter")
            await self.screen.mount(self.bar, before=self.screen.keys)
        self.pane = pane
        self.screen.set_class(True, "-filtering")
        self.screen.set_focus(self.bar.line)
        self.bar.line.select_all()

    async def asked(self, query: str) -> None:
        """List only the items that have the words."""
        pane = self.pane
        if pane is None:
            return
        if query.strip():
            self._words[pane.section] = query
            self._filter(pane)
        else:
            self._words.pop(pane.section, None)
            self._list(pane, None)

    def filter_again(self) -> None:
        """Filter the items of a fuller document by the same words."""
        for section in self._words:
            self._filter(self.screen.panes[section])

    def _filter(self, pane: Pane) -> None:
        """Look for the words of a pane as a search does, and list what has them."""
        from tui.search.rules import RULES  # with the engine

        query = self._words[pane.section]
        then = partial(self._found, pane, query)
        self.screen.finder.search(query, RULES[-1], then, group=f"filter of {pane.section}")

    def _found(self, pane: Pane, query: str, found: Found) -> None:
        """List the items with the hits of a query, unless other words have been typed since."""
        if query == self._words.get(pane.section):
            document = self.screen.document
            own = document.ranges[pane.section]
            items = (document.texts[hit.text].item for hit in found.hits if hit.text in own)
            self._list(pane, frozenset(items))

    def _list(self, pane: Pane, only: frozenset[str] | None) -> None:
        pane.form = replace(pane.form, only=only)
        if pane is self.pane and self.bar is not None:
            self.bar.answer = shown(str(len(only)) if only is not None else "")
        self.screen.linker.count()

    async def stayed(self, query: str) -> None:
        """Leave the bar; the filter stays until ``Esc``."""
        self._leave()

    def give_up(self) -> None:
        """Leave the bar and list all items again."""
        if self.pane is not None:
            self.show_all(self.pane)
        self._leave()

    def show_all(self, pane: Pane) -> None:
        """List all items of a pane again."""
        self._words.pop(pane.section, None)
        pane.form = replace(pane.form, only=None)
        if self.bar is not None:
            self.bar.line.value = ""

    def clear(self, pane: Pane) -> bool:
        """End the filter of a pane; tell whether it had one."""
        had = pane.form.only is not None or pane.section in self._words
        if had:
            self.show_all(pane)
            self.screen.linker.count()
        return had

    def _leave(self) -> None:
        self.screen.set_class(False, "-filtering")
        self.pane = None
        self.screen.linker.read_on()
