"""A bare Textual app on the driver of the project: what the tests of the terminal drive.

Run as ``python -m tests.terminal.bare_app [N]``; keys crash it, block it and make it copy. With N
it sends itself SIGTERM at the Nth thing it writes; with N = 0 its keys do nothing.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from typing import ClassVar, NoReturn

from tui.terminal.environment import prepare

prepare(color=not os.environ.get("NO_COLOR"))

from textual.app import ComposeResult  # noqa: E402
from textual.binding import Binding, BindingType  # noqa: E402
from textual.content import Content  # noqa: E402
from textual.events import Key, Paste, Resize  # noqa: E402
from textual.widgets import Input, Static  # noqa: E402

from tui.terminal.crash import tell  # noqa: E402
from tui.terminal.driver import KtcnDriver  # noqa: E402
from tui.terminal.reporting_app import ReportingApp  # noqa: E402
from tui.terminal.window import WindowApp  # noqa: E402

SECRET = "a value of the record"


WRITES = int(sys.argv[1]) if len(sys.argv) > 1 else -1


def dying_at(number: int) -> Callable[[int, bytes], int]:
    """Return ``os.write`` that has the process killed at its call ``number`` for the terminal."""
    write, calls = os.write, count(1)

    def dying(file: int, data: bytes) -> int:
        if file == 2 and next(calls) == number:
            os.kill(os.getpid(), signal.SIGTERM)
        return write(file, data)

    return dying


class BareApp(WindowApp[int], ReportingApp[int]):
    """Shows ``ready``, its size and the last key."""

    AUTO_FOCUS = None
    ENABLE_COMMAND_PALETTE = False
    CSS = "Input { margin-top: 1; } #styled { color: red; background: blue 50%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit"),
        Binding("ctrl+c", "quit", priority=True),
        Binding("ctrl+z", "suspend_process", priority=True),
        Binding("f12", "mark", priority=True),
    ]

    def compose(self) -> ComposeResult:
        yield Static("ready", id="ready")
        yield Static("", id="size")
        yield Static("", id="key")
        yield Static("[b]bold[/] [reverse]reverse[/] [u]underline[/] Đỗ Hoài ễ", id="styled")
        yield Input(id="line")

    def on_resize(self, event: Resize) -> None:
        self.query_one("#size", Static).update(f"{event.size.width} by {event.size.height}")

    def on_paste(self, event: Paste) -> None:
        self.show(f"pasted {event.text}")

    def show(self, text: str) -> None:
        self.query_one("#key", Static).update(Content(text))

    def on_key(self, event: Key) -> None:
        secret = SECRET
        self.show(f"key {event.key}")
        match event.key if WRITES else "":
            case "x":
                raise KeyError(secret)
            case "w":
                self.run_worker(self.fail(secret))
            case "t":
                self.run_worker(lambda: [][len(secret)], thread=True)
            case "b":
                self.show("blocked")
                self.call_after_refresh(self.block)
            case "c":
                self.copy_to_clipboard("chép")
            case "i":
                self.query_one(Input).focus()
            case "o":
                self.open_url("https://example.org")
            case "s":
                self.deliver_screenshot()

    def action_mark(self) -> None:
        self.call_after_refresh(self.watch_window_title, "drawn")

    def block(self) -> NoReturn:
        """Keep the loop from all else, when what was shown has been drawn."""
        while True:
            signal.pause()

    async def fail(self, secret: str) -> None:
        raise KeyError(secret)


if __name__ == "__main__":
    if WRITES > 0:
        os.write = dying_at(WRITES)  # type: ignore[assignment]
    app = BareApp(driver_class=KtcnDriver)
    app.run()
    raise SystemExit(tell(app.crash) if app.crash else app.return_code)
