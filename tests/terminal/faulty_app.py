"""ktcn-tui, run by its own command line, with more keys.

F7, F8 and F9 are faults; F12 names the window "drawn" when all is drawn that was typed before.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, ClassVar

from tui.terminal.environment import prepare

prepare(color=not os.environ.get("NO_COLOR"))

from textual.binding import Binding, BindingType  # noqa: E402

import tui.app  # noqa: E402
from tui.cli import main  # noqa: E402


class FaultyApp(tui.app.KtcnApp):
    """Raises in a handler, in a worker and in a worker's thread."""

    CSS_PATH: ClassVar[Any] = Path(tui.app.__file__).parent / tui.app.KtcnApp.CSS_PATH
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "fault", priority=True),
        Binding("f8", "fault_in_worker", priority=True),
        Binding("f9", "fault_in_thread", priority=True),
        Binding("f12", "mark", priority=True),
    ]

    def action_fault(self) -> None:
        secret = "a value of the record"
        raise KeyError(secret)

    def action_mark(self) -> None:
        self.call_after_refresh(self.watch_window_title, "drawn")

    def action_fault_in_worker(self) -> None:
        async def fail() -> None:
            self.action_fault()

        self.run_worker(fail())

    def action_fault_in_thread(self) -> None:
        self.run_worker(lambda: [][1], thread=True)


if __name__ == "__main__":
    setattr(tui.app, "KtcnApp", FaultyApp)  # noqa: B010  # mypy takes no class for a class
    main()
