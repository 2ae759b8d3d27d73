"""What the cursor is on is marked in every pane, and counted in their frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.search.hits import Hit

if TYPE_CHECKING:
    from tui.screens.event import EventScreen


class Linker:
    """Links the panes of an event screen."""

    def __init__(self, screen: EventScreen) -> None:
        self.screen = screen

    def select(self, thing: str) -> None:
        """Make the thing with this id the selection, and mark it where it is named."""
        screen = self.screen
        screen.selection = thing
        screen.refresh_bindings()
        if screen.searching:
            self.count()
        else:
            screen.finder.find_mentions(thing)

    def mark(self, thing: str, hits: tuple[Hit, ...]) -> None:
        """Mark the mentions of the selection, unless the reader has moved on since."""
        screen = self.screen
        if thing == screen.selection and not screen.searching:
            screen.hits = hits
            screen.panes.follow(hits, screen.active)
            self.count()

    def read_on(self) -> None:
        """Put the keyboard back to the active pane, and select what its cursor is on."""
        pane = self.screen.panes[self.screen.active]
        self.screen.set_focus(pane)
        self.select(self.screen.finder.thing_at(pane))

    def count(self) -> None:
        """Show in the frame of every pane, and on its tab, where it is and what is marked there."""
        screen = self.screen
        counts = screen.panes.counts(screen.hits, screen.current, searching=screen.searching)
        for pane in screen.panes:
            pane.count(counts[pane.section])
        if screen.tabs is not None:
            screen.tabs.counts = screen.panes.tab_counts(screen.hits, screen.active)
        screen.panes.show_ticks(screen.hits)
