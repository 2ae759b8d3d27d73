"""A click on any cell of any screen does what our own keys do, and nothing that a record says.

It is clicked with the mouse's own events, while it is watched what the app does: it may run the
actions of our keys, as the keys at the foot of a screen do, and nothing else. Cells beside each
other that are drawn in one style, which is what carries an action, are clicked once; in the longer
forms every cell is clicked.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import Any, TypeAlias

import pytest
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tests.hostile import looking
from tests.hostile.length import LENGTH
from tests.hostile.looking import watched
from tests.hostile.records import gathered
from tests.hostile.strings import MARKUP
from tests.idle import until_heard
from tests.opening import open_app
from tests.reliability import case
from tui.app import KtcnApp
from tui.screens.card import CardScreen
from tui.screens.event import EventScreen
from tui.screens.palette import PaletteScreen
from tui.screens.sheet import Sheet
from tui.widgets.flow_view import FlowView
from tui.widgets.search_bar import SearchBar
from tui.widgets.search_input import SearchInput

Opened: TypeAlias = Callable[[Pilot[int]], Awaitable[object]]

QUERY = "app"
SCREENS: dict[str, Opened] = {
    **{
        f"pane {number}": lambda pilot, number=number: pilot.press(number, "z")  # type: ignore[misc]
        for number in "1234"
    },
    **{
        f"card of {kind}": lambda pilot, kind=kind: looking.card(pilot, kind)  # type: ignore[misc]
        for kind in looking.KINDS
    },
    "palette": lambda pilot: looking.palette(pilot, QUERY),
    "help": looking.help_,
    "search": lambda pilot: looking.search(pilot, QUERY),
}


def our_actions() -> set[str]:
    """Return the actions of all our keys, as they are written there."""
    owners = (KtcnApp, EventScreen, FlowView, Input, SearchBar, SearchInput, Sheet)
    return {
        binding.action
        for owner in (*owners, CardScreen, PaletteScreen)
        for binding in owner.BINDINGS
        if isinstance(binding, Binding)
    }


@case("Hostile strings: a click on every cell fires no action out of a record")
@pytest.mark.parametrize("name", list(SCREENS))
async def test_no_cell_acts(name: str) -> None:
    _, record = gathered(list(MARKUP.values()))
    app = open_app(record, "en")
    async with app.run_test(size=(60, 12)) as pilot:
        with watched(app) as watch:
            await SCREENS[name](pilot)
            with standing_still(app):
                await click_everywhere(pilot)
    assert watch.done == []
    assert watch.actions != []
    assert set(watch.actions) <= our_actions()


async def test_markup_in_the_header_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test of the tests: here the door is left open on purpose."""

    def as_markup(name: tuple[str, object], *_rest: str) -> Content:
        return Content.from_markup(name[0])

    monkeypatch.setattr("tui.screens.event_header.shown", as_markup)
    _, record = gathered(["a [@click=app.bell()]b[/] [@click=no_such]c[/] [link='x:y']d[/]"])
    app = open_app(record, "en")
    async with app.run_test(size=(60, 12)) as pilot:
        with watched(app) as watch:
            faults = looking.View("event", app.screen).faults()
            with standing_still(app):
                await click_everywhere(pilot)
            await pilot.pause()
    assert len(faults) == 3
    assert watch.done == ["bell()"]
    assert "no_such" in map(str, watch.actions)


@contextmanager
def standing_still(app: KtcnApp) -> Iterator[None]:
    """Let no screen open or close: every cell clicked is one of the same screen."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ((app, "push_screen"), (app, "pop_screen"), (app.screen, "dismiss")):
            patch.setattr(owner, name, lambda *given, **more: None)
        yield


async def click_everywhere(pilot: Pilot[int]) -> None:
    """Click wherever the screen may do something else."""
    app = pilot.app
    screen = app.screen
    for y, columns in enumerate(clicked(screen)):
        for x in columns:
            for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
                app.post_message(mouse(kind, x, y))
            await until_heard(pilot)
        await pilot.pause()  # every click of the row has arrived
        assert app.screen is screen


def clicked(screen: Screen[Any]) -> Iterator[list[int]]:
    """Yield of each row of a screen the columns that are clicked."""
    for strip in screen._compositor.render_strips():
        if LENGTH:
            yield list(range(strip.cell_length))
        else:
            ends = accumulate(segment.cell_length for segment in strip)
            yield sorted({0, *ends} - {strip.cell_length} | {strip.cell_length - 1})


def mouse(kind: type[events.MouseEvent], x: int, y: int) -> events.MouseEvent:
    """Return an event of the mouse's first button at a cell."""
    button = int(kind is not events.MouseMove)
    return kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)
