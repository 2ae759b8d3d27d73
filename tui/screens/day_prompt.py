"""Asks for the day of the event, in one line."""

from __future__ import annotations

from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.locale import _
from tui.text.dates import read_date
from tui.widgets.door import shown
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings
from tui.widgets.search_input import SearchInput


class DayPrompt(ModalScreen[date | None]):
    """Is dismissed with the day that the reader types, or with nothing; ``day`` is the one now."""

    CSS_PATH = "../styles/day.tcss"
    BINDINGS = bindings("day")

    def __init__(self, day: date) -> None:
        super().__init__()
        self.line = SearchInput(placeholder=f"{day:%d/%m/%Y}")

    def compose(self) -> ComposeResult:
        with Vertical(id="day") as frame:
            frame.border_title = shown(_("Day of the event"))
            yield self.line
            yield KeyLine()

    def on_mount(self) -> None:
        self.set_focus(self.line)

    def action_take(self) -> None:
        """Take the day, if it is one."""
        found = read_date(self.line.value, wide=True)
        try:
            day = date(found.year, found.month, found.day) if found and found.year else None
        except ValueError:  # 30 February
            day = None
        if day is None:
            self.query_one(KeyLine).say(_("It must be a day, such as 2022-01-18 or 18/01/2022."))
        else:
            self.dismiss(day)

    def on_click(self, event: events.Click) -> None:
        """Close at a click outside."""
        if event.widget is self:
            self.action_close()

    def action_close(self) -> None:
        """Close the line without a day."""
        self.dismiss(None)
