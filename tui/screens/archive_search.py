"""The search bar of an archive screen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.locale import number
from tui.panes.archive_facets import written
from tui.widgets.door import shown

if TYPE_CHECKING:
    from tui.archive.whom import Completion
    from tui.screens.archive import ArchiveScreen
    from tui.widgets.completing_bar import CompletingBar


def _load_engine() -> None:
    """Load what the first key asks, before it is typed."""
    for name in ("candidates", "sighting"):
        import_module(f"tui.archive.{name}")


class ArchiveSearch:
    """Has the bar, once there has been a search, and the query to return to."""

    def __init__(self, screen: ArchiveScreen) -> None:
        self.screen = screen
        self.bar: CompletingBar | None = None
        self._before = ""
        self._offered: tuple[Completion, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing."""
        return self.screen.has_class("-searching")

    async def open(self) -> None:
        """Open the bar with the query there is, to go on with."""
        from tui.widgets.completing_bar import CompletingBar  # with Textual's Input: not on start

        screen = self.screen
        if self.bar is None:
            self.bar = CompletingBar(id="archive-search")
            await screen.mount(self.bar, before=screen.keys)
            screen.run_worker(_load_engine, thread=True, group="load")
        self._before = screen.asker.query
        screen.set_class(True, "-searching")
        screen.set_focus(self.bar.line)
        if self._before and not self._before.endswith(" "):
            self.bar.line.value = self._before + " "
        self.bar.line.cursor_position = len(self.bar.line.value)
        screen.refresh_bindings()

    def asked(self, query: str) -> None:
        """Ask for what is typed, but not for a key that came as the bar closed."""
        if self.is_open and self.bar is not None:
            self.screen.asker.ask(query, cursor=self.bar.line.cursor_position)

    def ask(self, query: str) -> None:
        """Ask for a query that was not typed here."""
        if self.bar is not None:
            self.bar.line.value = query
        self.screen.asker.ask(query)
        self.screen.refresh_bindings()

    def answered(self) -> None:
        """Show in the bar how many events were found."""
        answer = self.screen.asker.answer
        if self.bar is not None:
            count = answer.count if answer else None
            self.bar.bar.found = answer is not None and bool(answer.listed)
            told = written(count) if count is not None else ""
            if answer is not None and count is None and answer.after is None:
                told = number(len(answer.listed))
            self.bar.bar.answer = shown(told)

    def completed(self, query: str, found: tuple[Completion, ...]) -> None:
        """Show how what is typed may go on."""
        if self.bar is not None and self.is_open and query == self.bar.line.value:
            self._offered = found
            self.bar.offers = tuple(
                (each.name, number(each.events) if each.events else "") for each in found
            )

    def take(self, place: int) -> None:
        """Put a completion into the query."""
        if self.bar is None or place >= len(self._offered):
            return
        chosen, line = self._offered[place], self.bar.line
        behind = "" if chosen.text.endswith(":") else " "
        line.value = line.value[: chosen.start] + chosen.text + behind + line.value[chosen.end :]
        line.cursor_position = chosen.start + len(chosen.text + behind)

    def stay(self) -> None:
        """Leave the bar; the query stays."""
        self._leave()

    def give_up(self) -> None:
        """Leave the bar and ask again for what was asked for before."""
        before = self._before
        self._leave()
        self.ask(before)

    def _leave(self) -> None:
        if self.bar is not None:
            self.bar.offers = ()
        self.screen.set_class(False, "-searching")
        self.screen.set_focus(self.screen.events)
        self.screen.lists.show_header()
        self.screen.refresh_bindings()
