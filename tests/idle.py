"""Waits until an app has nothing left to do, by what is in its queues.

Textual's pilot waits after each key until the process has used little of the processor for a
while. That is 40 ms a key on a free machine, and on a loaded one it takes a process that got no
turn for one that is done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.pilot import Pilot

PATIENCE = 30.0
"""Seconds after which an app that is still busy fails the test."""
PATIENCE_WITH_WORKERS = 1.0
"""Seconds to wait for workers; a test of workers holds some back on purpose."""
ROUNDS = 2
"""Rounds of all queues in which nothing came, one after the other, until the app is idle."""


async def until_idle(_least: float = 0, _most: float = 0) -> None:
    """Wait in place of ``textual._wait.wait_for_idle``, whose arguments these are."""
    app = active_app.get()
    start = monotonic()
    quiet = 0
    while quiet < ROUNDS and app.is_running and await Pilot(app)._wait_for_screen():
        left = [*_left(app)]
        quiet = 0 if left else quiet + 1
        await _done(app, start + PATIENCE_WITH_WORKERS - monotonic())
        if app.screen_stack:
            app.screen._on_timer_update()
        if monotonic() > start + PATIENCE:
            raise TimeoutError(f"the app does not come to rest: {left}")


def _left(app: App[Any]) -> Iterator[object]:
    """Yield what an app has still to do."""
    yield from (pump for pump in _pumps(app) if pump.message_queue_size or pump._next_callbacks)
    if app._resize_event or app._resize_timer:
        yield app
    if app.screen_stack:
        screen = app.screen
        yield from screen._callbacks
        yield from screen._dirty_widgets
        if screen._layout_required or screen._repaint_required:
            yield screen


def _pumps(app: App[Any]) -> Iterator[MessagePump]:
    yield app
    for screen in app.screen_stack:
        yield from screen.walk_children(with_self=True)


async def _done(app: App[Any], seconds: float) -> None:
    """Wait for the workers of an app, for some seconds at most."""
    tasks = [worker._task for worker in app.workers if worker._task and not worker.is_finished]
    if tasks and seconds > 0:
        await asyncio.wait(tasks, timeout=seconds)


async def until_workers_are_done(pilot: Pilot[Any]) -> None:
    """Wait until no worker is left; the end of one may begin another."""
    await pilot.pause()
    while [*pilot.app.workers]:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def until_heard(pilot: Pilot[Any]) -> None:
    """Wait until the messages that are there have been handled, not what these bring about."""
    await pilot._wait_for_screen()
    pilot.app.screen._on_timer_update()


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds that a thread, or a key on its way, brings about."""
    end = monotonic() + PATIENCE
    while not holds():
        if monotonic() > end:
            raise TimeoutError("it never came to hold")
        await asyncio.sleep(0)
