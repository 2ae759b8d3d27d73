"""A search bar with a list above it of how what is typed may go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var

from tui.widgets.flow import Block, Part
from tui.widgets.flow_view import FlowView
from tui.widgets.keys import bindings
from tui.widgets.search_bar import SearchBar
from tui.widgets.search_input import SearchInput

MOST_SHOWN = 6


class CompletingBar(Vertical):
    """A search bar; Up and Down go over the completions, Tab takes one."""

    DEFAULT_CSS = """
    CompletingBar {
        height: auto;
        & > #completions { height: auto; display: none; background: $panel; }
        &:ansi > #completions { background: ansi_default; }
    }
    """
    BINDINGS = bindings("completions")

    offers: var[tuple[tuple[str, str], ...]] = var((), bindings=True)
    """Of each completion its name, and how often it is met."""

    @dataclass
    class Taken(Message):
        """The completion at this place was taken."""

        place: int
        bar: CompletingBar

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items = FlowView(id="completions")
        self.items.can_focus = False
        self.items.cursor_stays = True
        self.bar = SearchBar()

    def compose(self) -> ComposeResult:
        yield self.items
        yield self.bar

    @property
    def line(self) -> SearchInput:
        """Where the words are typed."""
        return self.bar.line

    def watch_offers(self, offers: Sequence[tuple[str, str]]) -> None:
        self.items.display = bool(offers)  # by a class, all in the bar would be styled again
        self.items.styles.height = max(1, min(MOST_SHOWN, len(offers)))
        self.items.blocks = tuple(
            Block((Part(name, look="text", suffix=told, one_line=True),), id=str(number))
            for number, (name, told) in enumerate(offers)
        )
        self.items.action_end(-1)

    def on_flow_view_moved(self, event: FlowView.Moved) -> None:
        event.stop()

    def on_flow_view_chosen(self, event: FlowView.Chosen) -> None:
        event.stop()
        self.action_take()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of the list alone while there is nothing in it."""
        if action in ("take", "step") and not self.offers:
            return False
        return super().check_action(action, parameters)

    def action_take(self) -> None:
        """Put the completion that the cursor is on in place of its beginning."""
        if self.items.item:
            self.post_message(self.Taken(int(self.items.item), self))

    def action_step(self, steps: int) -> None:
        """Go to the next completion, or the one before."""
        self.items.action_move(steps)
