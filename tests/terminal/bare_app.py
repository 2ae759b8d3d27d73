"""A bare Textual app on the driver of the project: what the tests of the terminal drive.

Run as ``python -m tests.terminal.bare_app``; the keys crash it, block it and make it copy.
"""

from __future__ import annotations

import time
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input, Static

from tui.terminal.driver import KtcnDriver


class BareApp(App[None]):
    """Shows ``ready``, its size and the last key."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit"),
        Binding("ctrl+c", "quit", priority=True),
        Binding("ctrl+z", "suspend_process", priority=True),
    ]

    def compose(self) -> ComposeResult:
        yield Static("ready", id="ready")
        yield Static("", id="size")
        yield Static("", id="key")
        yield Input(id="line")

    def on_resize(self) -> None:
        self.query_one("#size", Static).update(f"{self.size.width} by {self.size.height}")

    def on_key(self, event: Key) -> None:
        secret = "a value of the record"
        self.query_one("#key", Static).update(f"key {event.key}")
        if event.key == "x":
            raise KeyError(secret)
        if event.key == "w":
            self.run_worker(self.fail(secret))
        if event.key == "b":
            self.query_one("#key", Static).update("blocked")
            self.set_timer(0.1, lambda: time.sleep(60))
        if event.key == "c":
            self.copy_to_clipboard("chép")
        if event.key == "i":
            self.query_one(Input).focus()

    async def fail(self, secret: str) -> None:
        raise KeyError(secret)


if __name__ == "__main__":
    app = BareApp(driver_class=KtcnDriver)
    app.run()
    raise SystemExit(app.return_code or 0)
