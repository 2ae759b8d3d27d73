"""A sheet: a modal screen with a title and a list, which closes with Esc or q."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.widgets.door import shown
from tui.widgets.flow import Block, Flow
from tui.widgets.flow_lines import GUTTER, MARGIN
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings

Answer = TypeVar("Answer")

_FRAME = 2


class Places(FlowView):
    """A list whose lines lead to places of the screen below."""

    BINDINGS = bindings("places")


class Sheet(ModalScreen[Answer]):
    """Lies over the screen that opened it and leaves it as it was."""

    CSS_PATH = "../styles/sheet.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-high")]  # noqa: RUF012
    BINDINGS = bindings("sheet", "help")
    VIEW: type[FlowView] = FlowView
    """What its list is."""

    def __init__(self, title: str, blocks: Sequence[Block] = ()) -> None:
        """Make a sheet.

        Args:
            title: Its title.
            blocks: The content of its list.
        """
        super().__init__()
        self.heading = title
        self.items = self.VIEW(id="items")
        """The list."""
        self.items.set_reactive(FlowView.blocks, blocks)

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet") as sheet:
            sheet.border_title = shown(self.heading)
            yield from self.compose_head()
            yield self.items
            yield KeyLine()
        self.fit(sheet)

    def compose_head(self) -> ComposeResult:
        """Yield what stands above the list."""
        yield from ()

    def on_resize(self) -> None:
        self.fit(self.query_one("#sheet"))

    @property
    def columns(self) -> int:
        """How many cells a line of the list has for text."""
        whole = self.app.size.width
        width = min(100, whole * 9 // 10) if whole >= 100 else whole
        return max(1, width - 2 - GUTTER - MARGIN - 1)

    def fit(self, sheet: Widget) -> None:
        """Make the sheet as tall as what it says; the style sheet bounds it."""
        flow = Flow(self.items.blocks, self.columns)
        head = len(list(self.compose_head()))
        sheet.styles.height = max(1, flow.up_to(self.app.size.height)) + head + 1 + _FRAME

    def on_click(self, event: events.Click) -> None:
        """Close at a click outside."""
        if event.widget is self:
            self.action_close()

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close the sheet with an answer; nothing when another key has just closed it.

        Textual would close what lies under it, or raise where nothing does.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_close(self) -> None:
        """Close the sheet without an answer."""
        self.dismiss(None)
