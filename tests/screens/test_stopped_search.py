"""A search that takes long is stopped by Esc, and does not hold up the end of the program."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Any

import pytest

from tests.idle import PATIENCE, until, until_workers_are_done
from tests.reliability import case
from tests.screens.conftest import MakeApp
from tests.screens.test_event import event
from tests.screens.test_large import large
from tui.search.hits import Found
from tui.search.scan import SearchCancelledError


class Endless:
    """A search that goes on until it is cancelled."""

    def __init__(self) -> None:
        self.begun, self.pause, self.ended = Event(), Event(), Event()
        self.cancelled = 0

    def find(
        self, *_given: Any, is_cancelled: Callable[[], bool] | None = None, **_options: Any
    ) -> Found:
        """Look whether it is cancelled, as a search of many texts does; find no first hits."""
        if is_cancelled is None:
            return Found()
        self.begun.set()
        end = monotonic() + PATIENCE  # or a test that fails would never end
        while not is_cancelled() and monotonic() < end:
            self.pause.wait(0.001)
        self.cancelled += 1
        self.ended.set()
        raise SearchCancelledError


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Endless:
    search = Endless()
    monkeypatch.setattr("tui.search.find.find", search.find)
    return search


@case("Esc stops a search that is running, and the program ends in the middle of one")
async def test_esc_stops_a_running_search(make_app: MakeApp, endless: Endless) -> None:
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await until_workers_are_done(pilot)
        app.simulate_key("slash")
        app.simulate_key("a")
        await until(endless.begun.is_set)
        app.simulate_key("escape")
        await until_workers_are_done(pilot)
        assert endless.cancelled == 1
        assert not event(app).searching
        assert app.focused is event(app).panes["article"]


@case("Esc stops a search that is running, and the program ends in the middle of one")
@pytest.mark.parametrize(("key", "code"), [("ctrl+c", 130), ("ctrl+q", 0)])
async def test_the_program_ends_in_the_middle_of_a_search(
    make_app: MakeApp, endless: Endless, key: str, code: int
) -> None:
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await until_workers_are_done(pilot)
        app.simulate_key("slash")
        app.simulate_key("a")
        await until(endless.begun.is_set)
        app.simulate_key(key)
        await until(lambda: app.return_code is not None)
    assert (app.return_value or app.return_code) == code
    assert endless.ended.wait(PATIENCE)  # its thread goes on until it looks
