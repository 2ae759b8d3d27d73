"""What no other test would miss, and a reader would: see "Tried without" in docs/development.md."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from tests.opening import open_app
from tui.screens.event import EventScreen


async def test_a_key_is_heard_when_the_terminal_never_said_that_it_is_in_front_again() -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        app.post_message(events.AppBlur())
        await pilot.pause()
        assert not app.app_focus
        await pilot.press("2")
        assert app.app_focus
        assert isinstance(app.screen, EventScreen)
        assert app.screen.panes["participants"].has_focus


async def test_a_fault_in_a_callback_of_the_loop_is_a_crash() -> None:
    app = open_app()

    def fail() -> None:
        raise ZeroDivisionError

    async def run_and_fail() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            asyncio.get_running_loop().call_soon(fail)
            await pilot.pause()
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await run_and_fail()
    assert isinstance(app.crash, ZeroDivisionError)
