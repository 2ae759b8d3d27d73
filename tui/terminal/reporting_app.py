"""An app that tells of its crash by :mod:`tui.terminal.crash` and not by Textual's traceback."""

from __future__ import annotations

import asyncio
from typing import Any, TypeVar

from textual.app import App
from textual.events import Load

Result = TypeVar("Result")


class ReportingApp(App[Result]):
    """Keeps the first exception that nobody caught; it ends, and shows nothing by itself.

    After :meth:`run`, whoever called it passes :attr:`crash` to :func:`tui.terminal.crash.tell`.
    """

    crash: BaseException | None = None
    """The exception that ended the app."""

    def on_load(self, _event: Load) -> None:
        """Take a task's exception for a crash too; asyncio would only print it, on the screen."""
        asyncio.get_running_loop().set_exception_handler(self._on_loop_exception)

    def panic(self, *_renderables: Any) -> None:
        """End, and print nothing: Textual's own words would hold values of the record."""
        super().panic()

    def _on_loop_exception(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.bell()
        self.panic()
