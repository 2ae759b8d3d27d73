"""Going through all screens, looking at each cell, and watching what the app does meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from rich.segment import Segment
from textual.pilot import Pilot
from textual.screen import Screen

from tests.hostile.harm import harm
from tui.app import KtcnApp
from tui.document.model import SECTIONS
from tui.screens.card import CardScreen
from tui.screens.event import EventScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.widgets.keys import usual_keys

KINDS = ("people", "organizations", "agreements", "photos", "documents")
"""The parts of a record whose things have cards."""
_METAS = {"key", "tab", "offset"}
"""What a cell may carry: the key or the tab that it stands for, its place in a text."""
_KEYS = frozenset(key for keys in usual_keys().values() for key in keys.split(","))


class View:
    """One screen as it is drawn: its name, and the segments of each of its rows."""

    def __init__(self, name: str, screen: Screen[Any]) -> None:
        self.name = name
        self.rows: list[list[Segment]] = [
            list(strip) for strip in screen._compositor.render_strips()
        ]

    @property
    def lines(self) -> list[str]:
        """The text of each row."""
        return ["".join(segment.text for segment in row) for row in self.rows]

    def faults(self) -> list[str]:
        """Return what a cell holds that it must not hold: controls, and actions not ours."""
        found = [f"{self.name}, row {y}: {what}" for y, what in self._in_text()]
        for y, row in enumerate(self.rows):
            for segment in row:
                found += [f"{self.name}, row {y}: {what}" for what in _acts(segment)]
        return found

    def _in_text(self) -> Iterator[tuple[int, str]]:
        for y, line in enumerate(self.lines):
            for what in harm(line):
                yield y, what


def _acts(segment: Segment) -> Iterator[str]:
    if segment.control:
        yield f"a control: {segment!r}"
    style = segment.style
    if style is None:
        return
    if style.link:
        yield f"a link: {style.link}"
    if style.blink or style.blink2 or style.conceal:
        yield f"a look that is none of ours: {style}"
    meta = style.meta
    if not meta.keys() <= _METAS:
        yield f"an action: {meta}"
    if meta.get("key", "q") not in _KEYS or meta.get("tab", SECTIONS[0]) not in SECTIONS:
        yield f"a key or a tab that is none: {meta}"


class Watch:
    """What an app does that a record must not make it do, and the actions that it runs."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.actions: list[str] = []


@contextmanager
def watched(app: KtcnApp) -> Iterator[Watch]:
    """Write down what ``app`` does; it neither exits nor opens anything meanwhile."""
    watch = Watch()
    run_action = app.run_action

    async def noted(action: Any, *rest: Any, **more: Any) -> bool:
        watch.actions.append(str(action))
        return await run_action(action, *rest, **more)

    def refused(name: str) -> Any:
        return lambda *given, **more: watch.done.append(f"{name}{given}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "run_action", noted)
        for name in ("bell", "exit", "open_url", "notify", "deliver_text", "suspend"):
            patch.setattr(app, name, refused(name))
        yield watch


def event_screen(app: KtcnApp) -> EventScreen:
    """Return the screen of the event, whatever lies over it."""
    screen = app.screen_stack[0]
    assert isinstance(screen, EventScreen)
    return screen


async def card(pilot: Pilot[int], kind: str, number: int = 0) -> View:
    """Open the card of a thing and return how it looks; it stays open."""
    app = pilot.app
    assert isinstance(app, KtcnApp)
    event_screen(app).overlays.open_card(f"{kind}-{number}")
    await pilot.pause()
    assert isinstance(app.screen, CardScreen)
    return View(f"card of {kind}", app.screen)


async def copied(pilot: Pilot[int]) -> View:
    """Copy what the cursor is on and return how the screen tells of it."""
    await pilot.press("y")
    return View("copied", pilot.app.screen)


async def palette(pilot: Pilot[int], query: str = "") -> View:
    """Open the palette, type ``query``, and return how it looks; it stays open."""
    await pilot.press("ctrl+p")
    screen = pilot.app.screen
    assert isinstance(screen, PaletteScreen)
    if query:
        screen.query_one("SearchInput").value = query  # type: ignore[attr-defined]
        await pilot.pause()
    return View("palette", screen)


async def help_(pilot: Pilot[int]) -> View:
    """Open the help and return how it looks; it stays open."""
    await pilot.press("f1")
    assert isinstance(pilot.app.screen, HelpScreen)
    return View("help", pilot.app.screen)


async def search(pilot: Pilot[int], query: str) -> View:
    """Search for ``query`` in the bar and return how the event looks then."""
    app = pilot.app
    assert isinstance(app, KtcnApp)
    screen = event_screen(app)
    await pilot.press("slash")
    assert screen.search_control.bar is not None
    screen.search_control.bar.line.value = query
    await pilot.pause()
    return View("search", screen)


async def tour(pilot: Pilot[int], query: str) -> AsyncIterator[View]:
    """Go through all screens; ``query`` is searched for and looked up."""
    app = pilot.app
    assert isinstance(app, KtcnApp)
    yield View("event", app.screen)
    for number, name in enumerate(SECTIONS, 1):
        await pilot.press(str(number), "z")
        yield View(f"{name} alone", app.screen)
        yield await copied(pilot)
        await pilot.press("Y")
        yield View("citation copied", app.screen)
        await pilot.press("z")
    for kind in KINDS:
        yield await card(pilot, kind)
        yield await copied(pilot)
        app.pop_screen()
    yield await palette(pilot)
    app.pop_screen()
    yield await palette(pilot, query)
    app.pop_screen()
    yield await help_(pilot)
    app.pop_screen()
    yield await search(pilot, query)
    await pilot.press("enter")
    yield View("stayed on the hit", app.screen)
    await pilot.press("n", "N")
    yield View("walked over hits", app.screen)
