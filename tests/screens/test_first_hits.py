"""In a large event the first hits show with the letter; the rest, and the count, behind that."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from tests import idle
from tests.idle import PATIENCE, until, until_workers_are_done
from tests.reliability import case
from tests.screens.conftest import MakeApp
from tests.screens.test_event import event
from tests.screens.test_large import large
from tests.screens.test_search import answer
from tests.screens.test_typing_ahead import key
from tui.app import KtcnApp
from tui.search import find as engine
from tui.search.hits import Found


class Held:
    """A search of the whole event that waits until it may go on."""

    def __init__(self) -> None:
        self.begun, self.goes_on = Event(), Event()
        self._find = engine.find

    def find(self, *given: Any, **options: Any) -> Found:
        """Wait, then search."""
        idle.held.add(self)
        self.begun.set()
        assert self.goes_on.wait(PATIENCE)
        idle.held.discard(self)
        return self._find(*given, **options)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    search = Held()
    monkeypatch.setattr("tui.search.find.find", search.find)
    monkeypatch.setattr("tui.search.find._FEW", 0)
    monkeypatch.setattr("tui.screens.search_control._PATIENCE", PATIENCE)
    yield search
    search.goes_on.set()


@asynccontextmanager
async def searching(make_app: MakeApp) -> AsyncIterator[tuple[KtcnApp, Pilot[int]]]:
    """Open a large event and its search bar, and wait until all is ready for the first letter."""
    app = make_app(large(), language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        await until_workers_are_done(pilot)
        await pilot.press("slash")
        await until_workers_are_done(pilot)
        yield app, pilot


def sections(app: KtcnApp) -> set[str]:
    screen = event(app)
    return {screen.document.texts[hit.text].section for hit in screen.hits}


@case("Search: in a large event the first hits show with the letter")
async def test_the_first_hits_show_before_all_are_known(make_app: MakeApp, held: Held) -> None:
    async with searching(make_app) as (app, pilot):
        app.simulate_key("t")
        await until(held.begun.is_set)
        screen = event(app)
        assert screen.searching
        assert sections(app) == {"article"}
        assert screen.current is not None
        known = len(screen.hits)
        assert answer(app) == f"{known}+ hits"
        stood = screen.current
        held.goes_on.set()
        await until_workers_are_done(pilot)
        assert len(sections(app)) > 1
        assert len(screen.hits) > known
        assert answer(app).startswith("1/")
        assert "+" not in answer(app)
        assert screen.current == stood


@case("Search: in a large event the first hits show with the letter")
async def test_keys_behind_the_words_wait_until_all_hits_are_known(
    make_app: MakeApp, held: Held
) -> None:
    async with searching(make_app) as (app, pilot):
        for sign in "t⏎nN":
            app.post_message(key(sign))
        await until(held.begun.is_set)
        bar = event(app).search_control.bar
        assert bar is not None
        assert bar.line.has_focus
        held.goes_on.set()
        await until(lambda: not bar.line.has_focus)
        await until_workers_are_done(pilot)
        assert bar.line.value == "t"
        assert answer(app).startswith("1/")


@case("Search: in a large event the first hits show with the letter")
async def test_the_cursor_stays_where_the_reader_went_meanwhile(
    make_app: MakeApp, held: Held
) -> None:
    async with searching(make_app) as (app, pilot):
        app.simulate_key("t")
        await until(held.begun.is_set)
        pane = event(app).panes["article"]
        pane.action_page(1)
        await until(lambda: event(app).current is None)
        place = pane.cursor
        held.goes_on.set()
        await until_workers_are_done(pilot)
        assert pane.cursor == place


async def test_a_search_goes_on_from_where_the_reader_is(make_app: MakeApp) -> None:
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await until_workers_are_done(pilot)
        await pilot.press("pagedown", "pagedown", "slash", "t")
        await until_workers_are_done(pilot)
        screen = event(app)
        assert screen.current is not None
        assert screen.current[0] >= screen.search_control.session.start > 0


async def test_a_filter_of_a_large_event_holds_no_key_up_and_a_late_answer_is_dropped(
    make_app: MakeApp, held: Held
) -> None:
    """The whole event was searched between two keys."""
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await until_workers_are_done(pilot)
        pane = event(app).panes["participants"]
        await pilot.press("2", "f")
        app.simulate_key("h")
        await until(held.begun.is_set)
        assert pane.form.only is None  # the loop is free, and the list is as it was
        app.post_message(key("⎋"))
        await until(lambda: pane.has_focus)
        held.goes_on.set()
        await until_workers_are_done(pilot)
        assert pane.form.only is None
