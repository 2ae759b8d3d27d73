"""The search bar: the words typed, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import var

from tui.widgets.door import shown
from tui.widgets.keys import bindings
from tui.widgets.search_input import SearchInput
from tui.widgets.text_line import TextLine

ROOM = 8
"""Cells for an answer: most fit, so that a new one lays nothing out again."""


class SearchBar(Horizontal):
    """A line to type in, with room for an answer at its end."""

    DEFAULT_CSS = """
    SearchBar {
        dock: bottom;
        display: none;
        height: 1;
        margin: 0 0 1 0;
        background: $panel;
        &:ansi { background: ansi_default; }
        & > #slash { width: 2; padding: 0 0 0 1; text-style: bold; }
        & > SearchInput {
            width: 1fr; height: 1; border: none; padding: 0; background: transparent;
            &:focus { border: none; background-tint: transparent 0%; }
        }
        & > #answer { max-width: 60%; text-align: right; text-style: bold; padding: 0 1; }
    }
    .-searching #search-bar, .-filtering #filter { display: block; }
    .-low SearchBar { margin: 0; }
    .-low.-searching KeyLine, .-low.-filtering KeyLine { display: none; }
    """
    SCOPED_CSS = False  # where it stands depends on the size of the screen
    BINDINGS = bindings("search")

    answer: var[Content] = var(Content())
    """What came of the search, made by the one door."""
    found: var[bool] = var(True, bindings=True)
    """Whether there is a hit to stay on, or nothing to find."""
    history: var[tuple[str, ...]] = var(())
    """Earlier queries, the last one last."""

    @dataclass
    class Asked(Message):
        """The words in the bar have changed."""

        query: str
        bar: SearchBar

        def can_replace(self, message: Message) -> bool:
            """Of a burst of an input method, only what it comes to is looked for."""
            return isinstance(message, SearchBar.Asked)

    @dataclass
    class Stayed(Message):
        """The reader accepts what was found."""

        query: str
        bar: SearchBar

    @dataclass
    class GivenUp(Message):
        """The reader wants to be where they were."""

        bar: SearchBar

    def __init__(self, sign: str = "/", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sign = sign
        """Stands before the words."""

    def compose(self) -> ComposeResult:
        yield TextLine(shown(self.sign), id="slash")
        yield SearchInput(history=self.history)
        yield TextLine(id="answer")

    @property
    def line(self) -> SearchInput:
        """Where the words are typed."""
        return self.query_one(SearchInput)

    def watch_answer(self, answer: Content) -> None:
        if self.is_mounted:
            line = self.query_one("#answer", TextLine)
            line.content = answer
            line.styles.width = max(ROOM, answer.cell_length + 2)

    def watch_history(self, history: tuple[str, ...]) -> None:
        if self.is_mounted:
            self.line.history = history

    def on_mount(self) -> None:
        self.query_one("#answer").styles.width = ROOM
        # Not by Input.Changed, which is two more steps of the loop away: the letter would be drawn
        # before its hits are there, and they a frame later.
        self.watch(self.line, "value", self._asked, init=False)

    def _asked(self, value: str) -> None:
        self.post_message(self.Asked(value, self))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim the key that stays while there is nothing to stay on."""
        if action == "stay" and not self.found:
            return None
        return super().check_action(action, parameters)

    def action_stay(self) -> None:
        """Accept what was found."""
        self.post_message(self.Stayed(self.line.value, self))

    def action_give_up(self) -> None:
        """Return to the old place."""
        self.post_message(self.GivenUp(self))


class FilterBar(SearchBar):
    """A search bar for the words that the items of a list are to have."""

    BINDINGS = bindings("filter")
