"""Waits until an app has nothing left to do, by what its loop and its queues hold.

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
from textual._queue import Queue
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot

PATIENCE = 30.0
"""Seconds after which an app that is still busy fails the test."""
_until_handled = Pilot._wait_for_screen
held: set[object] = set()
"""What holds workers back on purpose: while there is something, no worker is waited for."""


async def until_idle(_least: float = 0, _most: float = 0) -> None:
    """Wait in place of ``textual._wait.wait_for_idle``, whose arguments these are."""
    await _until_at_rest(active_app.get())


async def until_seen(pilot: Pilot[Any], _timeout: float = 0) -> bool:
    """Wait in place of ``Pilot._wait_for_screen``: the first key comes after the first frame."""
    await _until_at_rest(pilot.app)
    return pilot.app._exception is None


async def _until_at_rest(app: App[Any]) -> None:
    end = monotonic() + PATIENCE
    while app.is_running and app._exception is None:
        await _until_the_loop_rests(end)
        left = [*_left(app)]
        workers = [*_workers(app)]
        if not left and not workers:
            return
        if monotonic() > end:
            raise TimeoutError(f"the app does not come to rest: {left or workers}")
        if workers:
            await asyncio.wait(workers, timeout=end - monotonic())
        if app.screen_stack:
            app.screen._on_timer_update()


async def _until_the_loop_rests(end: float) -> None:
    """Wait until nothing is ready to be run: what comes next, a timer or a thread brings about."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready and monotonic() < end:
        await asyncio.sleep(0)


def _left(app: App[Any]) -> Iterator[object]:
    """Yield what an app has still to do."""
    yield from (pump for pump in _pumps(app) if _is_busy(pump))
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


def _is_busy(pump: MessagePump) -> bool:
    """Tell whether messages wait, or one is being handled: then nobody waits for the next."""
    queue: Queue[Message | None] = pump._message_queue
    waits_for_more = bool(queue.ready_event._waiters)
    return bool(queue.qsize() or pump._next_callbacks or (pump._running and not waits_for_more))


def _workers(app: App[Any]) -> Iterator[asyncio.Task[None]]:
    """Yield the workers that run, unless a test holds some back."""
    if not held:
        yield from (w._task for w in app.workers if w._task and not w.is_finished)


async def until_workers_are_done(pilot: Pilot[Any]) -> None:
    """Wait until no worker is left; the end of one may begin another."""
    await pilot.pause()
    while [*pilot.app.workers]:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def until_heard(pilot: Pilot[Any]) -> None:
    """Wait until the messages that are there have been handled, not what these bring about."""
    await _until_handled(pilot)
    pilot.app.screen._on_timer_update()


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds that a thread, or a key on its way, brings about."""
    end = monotonic() + PATIENCE
    while not holds():
        if monotonic() > end:
            raise TimeoutError("it never came to hold")
        await asyncio.sleep(0)
