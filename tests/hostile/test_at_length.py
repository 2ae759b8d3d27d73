"""The long form of the hostile tests: every string on all screens, and in each field alone.

``KTCN_HOSTILE=all python -m pytest -n auto tests/hostile`` runs them, and the rest at full length;
without the variable they are not collected.
"""

from __future__ import annotations

import pytest

from tests.hostile.looking import tour, watched
from tests.hostile.records import (
    everywhere,
    field,
    free,
    harmless,
    load,
    one_of_each_field,
    replaced,
)
from tests.hostile.strings import HOSTILE
from tests.opening import open_app
from tests.reliability import case

SIZES = [(200, 300), (120, 36), (60, 20), (20, 5)]
ALONE = [
    f"markup: {what}" for what in ("closing only", "click with arguments", "link", "unbalanced")
]


@case("Hostile strings: the whole tour of each at four sizes (long form)")
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", list(HOSTILE))
async def test_the_whole_tour_of_each_string(name: str, size: tuple[int, int]) -> None:
    text = HOSTILE[name]
    _, record = everywhere(text)
    app = open_app(record, "en")
    async with app.run_test(size=size) as pilot:
        with watched(app) as watch:
            views = [view async for view in tour(pilot, text)]
    assert [fault for view in views for fault in view.faults()] == []
    assert watch.done == []


@case("Hostile strings: markup in each field alone (long form)")
@pytest.mark.parametrize("name", ALONE)
@pytest.mark.parametrize("path", [p for p in one_of_each_field() if p in free()], ids=field)
async def test_markup_in_each_field_alone(path: tuple[str | int, ...], name: str) -> None:
    text = HOSTILE[name].replace("\\", "")
    app = open_app(load(replaced(harmless(), [path], text.lstrip("/"))), "en")
    async with app.run_test(size=(120, 100)) as pilot:
        with watched(app) as watch:
            views = [view async for view in tour(pilot, text)]
    assert [fault for view in views for fault in view.faults()] == []
    assert watch.done == []
