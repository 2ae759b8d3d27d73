"""Whatever a record holds, each screen shows it as text: no control, no markup, no action.

All strings of ``strings.py`` are taken: gathered in one record, and each in all fields of a record
of its own, of which a few screens are looked at; of these every third is taken in the plain run.
:mod:`tests.hostile.test_at_length` has the rest.
"""

from __future__ import annotations

import pytest

from tests.hostile import looking
from tests.hostile.length import LENGTH, MANY_LINES
from tests.hostile.looking import KINDS, View, tour, watched
from tests.hostile.records import (
    everywhere,
    gathered,
)
from tests.hostile.strings import HOSTILE, MARKUP
from tests.opening import open_app
from tests.reliability import case
from tui.text.cleaning import clean_line

NAMES = list(HOSTILE)
LONG = 60
"""Cells of a text that fit into one row of every screen looked at."""


@case("Hostile strings: on every screen, each in all fields of a record")
@pytest.mark.parametrize("name", NAMES[:: 1 if LENGTH else 3])
async def test_on_a_screen_nothing_acts(name: str) -> None:
    text = HOSTILE[name]
    _, record = everywhere(text)
    turn = NAMES.index(name)
    app = open_app(record, "vi" if turn % 2 else "en")
    async with app.run_test(size=(130, 40)) as pilot:
        with watched(app) as watch:
            views = [View("event", app.screen), await looking.search(pilot, text)]
            if turn % 3 == 0:
                views.append(await looking.palette(pilot, text))
            else:
                views.append(await looking.card(pilot, KINDS[turn % len(KINDS)]))
                views.append(await looking.copied(pilot))
    assert [fault for view in views for fault in view.faults()] == []
    assert watch.done == []
    for view in views:
        assert_is_seen(clean_line(text), view)


def assert_is_seen(text: str, view: View) -> None:
    """Fail unless a row of a view shows ``text``, or its beginning."""
    beginning = text[:LONG]
    assert any(beginning in line for line in view.lines), (
        f"{beginning!a} is not seen, {view.name}:\n" + "\n".join(map(ascii, view.lines))
    )


@case("Hostile strings: all in one record, on every screen, card, palette and message")
@pytest.mark.parametrize("size", [(200, 120), (60, 20)] if LENGTH else [(120, 40)], ids=str)
async def test_in_all_screens_nothing_acts(size: tuple[int, int]) -> None:
    _, record = gathered([text for text in HOSTILE.values() if LENGTH or len(text) < MANY_LINES])
    app = open_app(record, "en")
    async with app.run_test(size=size) as pilot:
        with watched(app) as watch:
            views = [view async for view in tour(pilot, "[@click=app.quit]")]
    assert len({view.name for view in views}) == 17
    assert [fault for view in views for fault in view.faults()] == []
    assert watch.done == []


@case("Hostile strings: markup is seen as it was typed")
@pytest.mark.parametrize("name", list(MARKUP))
def test_markup_is_kept_as_it_was_typed(name: str) -> None:
    text = MARKUP[name]
    assert clean_line(text) == text
    _, record = everywhere(text)
    assert record.event.name == text
    assert record.people[0].positions[0].title == text
