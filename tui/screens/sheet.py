"""A sheet: a modal screen with a title and a list, which closes with Esc or q."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.locale import N_
from tui.widgets.flow import Block
from tui.widgets.item_list import ItemList
from tui.widgets.key_line import KeyLine

Answer = TypeVar("Answer")


class Sheet(ModalScreen[Answer]):
    """Lies over the screen that opened it and leaves it as it was."""

    CSS_PATH = "../styles/sheet.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", N_("back"), id="sheet.close", tooltip=N_("Close this")),
        Binding(
            "question_mark,f1",
            "app.help",
            N_("help"),
            id="help",
            tooltip=N_("What the keys do where you are"),
        ),
    ]

    @abstractmethod
    def heading(self) -> Content:
        """Return the title of the sheet."""

    @abstractmethod
    def blocks(self) -> tuple[Block, ...]:
        """Return the content of its list."""

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet") as sheet:
            sheet.border_title = self.heading()
            yield from self.compose_head()
            items = ItemList(id="items")
            items.set_reactive(ItemList.blocks, self.blocks())
            yield items
            yield KeyLine()

    def compose_head(self) -> ComposeResult:
        """Yield what stands above the list."""
        yield from ()

    @property
    def items(self) -> ItemList:
        """The list."""
        return self.query_one("#items", ItemList)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close the sheet with an answer; nothing when another key has just closed it.

        Textual would close what lies under it, or raise where nothing does.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_close(self) -> None:
        """Close the sheet without an answer."""
        self.dismiss(None)
