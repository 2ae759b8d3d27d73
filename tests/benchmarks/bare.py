"""The yardstick: a Textual app that shows one line and does nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

LINE = "One line of text, and nothing else."


class BareApp(App[None]):
    """What Textual itself costs."""

    def compose(self) -> ComposeResult:
        yield Static(LINE)


if __name__ == "__main__":
    BareApp().run()
