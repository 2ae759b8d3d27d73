"""An app that is a line to type in, on the driver of the project, and says what the line holds."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input, Static

from tui.terminal.driver import KtcnDriver
from tui.widgets.search_input import SearchInput


class LineApp(App[None]):
    """Shows the value in brackets and, as a terminal composes what it shows, its code points."""

    def compose(self) -> ComposeResult:
        yield SearchInput()
        yield Static("[] 0", id="held", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#held", Static).update(f"[{event.value}] {len(event.value)}")


if __name__ == "__main__":
    LineApp(driver_class=KtcnDriver).run()
