"""Keys are passed on in order, each when the one before it has done its work."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tests.idle import PATIENCE
from tui.terminal.typing_ahead import InOrder


class Box(Static, can_focus=True):
    """Tells the app which keys it got, and gives the focus on by keys and messages."""

    def on_key(self, event: events.Key) -> None:
        app = self.app
        assert isinstance(app, OrderApp)
        app.heard.append(f"{self.id} {event.key}")


class Sheet(ModalScreen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.pop_screen")]

    def compose(self) -> ComposeResult:
        yield Box(id="sheet")


class OrderApp(InOrder[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "go('b')"),
        Binding("i", "go('line')"),
        Binding("s", "open"),
        Binding("x", "remove"),
        Binding("l", "leave"),
        Binding("p", "permit"),
        Binding("end", "reach_the_end"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.may_leave = False
        self.end = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield Box(id="a")
        yield Box(id="b")
        yield Input(id="line")

    def action_go(self, name: str) -> None:
        self.screen.set_focus(self.query_one(f"#{name}"))

    def action_open(self) -> None:
        self.push_screen(Sheet())

    async def action_remove(self) -> None:
        await self.query_one("#a").remove()
        self.action_go("b")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.may_leave if action == "leave" else super().check_action(action, parameters)

    def action_permit(self) -> None:
        self.may_leave = True

    def action_leave(self) -> None:
        self.heard.append("left")

    def action_reach_the_end(self) -> None:
        self.end.set()

    def send(self, *keys: str) -> None:
        for key in keys:
            self.post_message(events.Key(key, key if len(key) == 1 else None))


async def heard(app: OrderApp) -> list[str]:
    """Return what was heard of all that came so far: keys are acted on in order."""
    app.end.clear()
    app.send("end")
    await asyncio.wait_for(app.end.wait(), PATIENCE)
    return app.heard


async def test_a_key_goes_where_the_one_before_it_moved_the_focus() -> None:
    app = OrderApp()
    async with app.run_test():
        app.send("1", "b", "2", "3")
        assert await heard(app) == ["a 1", "b 2", "b 3"]


async def test_a_key_goes_to_the_screen_that_the_one_before_it_opened_or_left() -> None:
    app = OrderApp()
    async with app.run_test():
        app.send("s", "1", "escape", "2")
        assert await heard(app) == ["sheet 1", "a 2"]


async def test_letters_for_a_line_and_a_paste_are_in_order() -> None:
    app = OrderApp()
    async with app.run_test():
        app.send("i", "a", "b")
        app.post_message(events.Paste("cd"))
        app.send("e", "tab", "1")
        assert await heard(app) == ["a 1"]
        assert app.query_one(Input).value == "abcde"


async def test_a_key_that_takes_its_widget_away_does_not_keep_the_others() -> None:
    app = OrderApp()
    async with app.run_test():
        app.send("x", "1", "2")
        assert await heard(app) == ["b 1", "b 2"]


async def test_a_key_that_was_refused_is_not_acted_on_later() -> None:
    """It came back behind the keys after it, and did what these had made possible."""
    app = OrderApp()
    async with app.run_test():
        app.send("l", "p")
        await heard(app)
        assert await heard(app) == ["a l"]
