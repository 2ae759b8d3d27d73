"""A seeded monkey over events and an archive: whatever it does, nothing is raised.

How many seeds and steps is set by ``MONKEY``: ``MONKEY=50x100`` for CI, and the long form is
``MONKEY=1000x300 python -m pytest tests/screens/test_monkey.py``. A seed that fails is printed with
the shortest steps that do.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence

import pytest
from textual import events
from textual.pilot import Pilot

from tests.reliability import case
from tests.screens.conftest import MakeApp
from tests.screens.monkey import (
    KEYS_OF_ARCHIVES,
    SHORTENING,
    Step,
    fault_of,
    shortest,
    steps_of,
)
from tests.terminal.job import ROOT
from tui.app import KtcnApp, Paths
from tui.commands.files import sample_files
from tui.record.loading import load
from tui.record.model import Record
from tui.screens.palette import PaletteScreen

SEEDS, STEPS = map(int, os.environ.get("MONKEY", "5x60").split("x"))


@pytest.fixture(scope="module")
def hostile() -> Record:
    """The event whose every text tries to break the screen."""
    return load(ROOT / "data" / "hostile-event.toml")


@pytest.fixture(autouse=True)
def staying(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys that quit do not: the monkey goes on."""
    monkeypatch.setattr(KtcnApp, "exit", lambda self, *args, **options: None)


async def assert_nothing_is_raised(
    make_app: MakeApp, record: Record | Paths | None, steps: Sequence[Step], what: str
) -> None:
    fault = await fault_of(make_app(record), steps)
    if fault is None:
        return

    async def fails(fewer: Sequence[Step]) -> bool:
        return type(await fault_of(make_app(record), fewer)) is type(fault)

    few = await shortest(steps, fails)
    listed = "\n".join(f"    {step!r}," for step in few)
    raise AssertionError(f"{what}: {fault!r}, by these steps:\n{listed}") from fault


@case(f"Monkey: {STEPS} keys, texts, clicks and resizes over the bundled event")
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_nothing_is_raised_over_the_bundled_event(make_app: MakeApp, seed: int) -> None:
    await assert_nothing_is_raised(make_app, None, steps_of(seed, STEPS), f"seed {seed}")


@case(f"Monkey: {STEPS} keys, texts, clicks and resizes over the hostile event")
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_nothing_is_raised_over_the_hostile_event(
    make_app: MakeApp, hostile: Record, seed: int
) -> None:
    await assert_nothing_is_raised(make_app, hostile, steps_of(seed, STEPS), f"hostile, {seed}")


@case(f"Monkey: {STEPS} keys, texts, clicks and resizes over the sample archive")
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_nothing_is_raised_over_an_archive(make_app: MakeApp, seed: int) -> None:
    steps = steps_of(seed, STEPS, KEYS_OF_ARCHIVES)
    await assert_nothing_is_raised(make_app, sample_files(), steps, f"archive, {seed}")


async def test_a_fault_is_found_and_shortened(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: KtcnApp) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(KtcnApp, "action_palette", broken)
    steps = [Step("press", "j"), Step("press", "ctrl+p"), Step("click", "", 3, 3)]
    with pytest.raises(AssertionError, match=r"seed 1.*\n +Step\(.*'ctrl\+p'.*\),$"):
        await assert_nothing_is_raised(make_app, None, steps, "seed 1")


async def test_a_failure_is_shortened() -> None:
    steps = steps_of(0, 60)
    culprits = {steps[7], steps[41]}

    async def fails(fewer: Sequence[Step]) -> bool:
        return culprits <= set(fewer)

    assert set(await shortest(steps, fails)) == culprits


async def test_shortening_ends_when_its_time_is_over() -> None:
    """It went on for 527 s where each try was slow."""
    steps = steps_of(0, 60)
    tried: list[Sequence[Step]] = []

    async def fails(fewer: Sequence[Step]) -> bool:
        tried.append(fewer)
        return False

    assert await shortest(steps, fails, lambda: len(tried) * SHORTENING / 3) == steps
    assert len(tried) == 3


def test_a_seed_gives_the_same_steps_each_time() -> None:
    assert steps_of(3, 50) == steps_of(3, 50) != steps_of(4, 50)


async def all_taken(pilot: Pilot[int]) -> None:
    """Wait until all has been taken that was posted to the app, and what came of it.

    A key goes from the app to a widget and by way of its parents back to the app, and a pause of
    the pilot can end before; the screens would then be gone when the app takes it.
    """
    app, waiting = pilot.app, True
    while waiting:
        taken = asyncio.Event()
        app.call_later(taken.set)
        await taken.wait()
        await pilot.pause()
        nodes = (app, *app.screen_stack, *app.screen.walk_children())
        waiting = any(node.message_queue_size for node in nodes)


async def test_a_key_typed_while_the_search_bar_closes_does_no_harm(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        for _ in range(5):
            for key in ("ctrl+f", "escape", "right_square_bracket"):
                app.post_message(events.Key(key, "]" if key.startswith("right") else None))
            await all_taken(pilot)
            await pilot.press("escape")
    assert app.crash is None


async def test_keys_faster_than_the_palette_closes_do_no_harm(make_app: MakeApp) -> None:
    keys = ("ctrl+p", "pageup", "pagedown", "enter", "enter", "escape", "escape")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys * 5:
            app.post_message(events.Key(key, None))
        await all_taken(pilot)
    assert app.crash is None


async def test_a_sheet_closes_once_however_often_it_is_told(make_app: MakeApp) -> None:
    """The second time closed the event, or raised."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        sheet = app.screen
        assert isinstance(sheet, PaletteScreen)
        sheet.dismiss()
        sheet.dismiss()
        sheet.action_close()
        await all_taken(pilot)
        assert app.screen_stack[-1] is app.screen_stack[0]
    assert app.crash is None
