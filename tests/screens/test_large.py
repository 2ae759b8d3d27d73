"""An event of 300 people, 40 agreements, 60 photos and 200 paragraphs is a pleasure to read."""

from __future__ import annotations

from functools import cache

import pytest
from textual.pilot import Pilot

from tests import large_event
from tests.screens.conftest import MakeApp
from tests.screens.test_event import event
from tui.app import KtcnApp
from tui.record.loading import loads
from tui.record.model import Record


@cache
def large() -> Record:
    return loads(large_event.event().encode(), "large.toml")


async def settled(pilot: Pilot[int], app: KtcnApp) -> None:
    """Wait until the workers have told what they found."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(("key", "pane"), [("2", 0), ("3", 1), ("4", 2)])
async def test_the_pane_that_is_read_has_most_of_the_room(
    make_app: MakeApp, key: str, pane: int
) -> None:
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(key)
        await settled(pilot, app)
        heights = [each.outer_size.height for each in event(app).panes][1:]
        assert sum(heights) == 33
        assert heights.index(max(heights)) == pane
        assert max(heights) > 20


async def test_mentions_come_from_a_worker_and_panes_follow(make_app: MakeApp) -> None:
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "down")
        await settled(pilot, app)
        screen = event(app)
        assert screen.finder.is_large
        assert screen.selection
        assert {screen.document.texts[hit.text].section for hit in screen.hits} >= {"participants"}


async def test_the_filter_lists_only_what_has_the_words_and_esc_ends_it(
    make_app: MakeApp,
) -> None:
    app = make_app(large())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "f", *"huong")
        await settled(pilot, app)
        pane = event(app).panes["participants"]
        names = [block.parts[0].text for block in pane.blocks if block.id]
        assert names
        assert all("Hương" in name or "Hường" in name or "Hưởng" in name for name in names)
        await pilot.press("enter", "escape")
        await settled(pilot, app)
        assert len([block for block in pane.blocks if block.id]) == 360


async def test_the_short_form_is_a_line_an_item(make_app: MakeApp) -> None:
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "v")
        await settled(pilot, app)
        pane = event(app).panes["agreements"]
        items = [number for number, block in enumerate(pane.blocks) if block.id]
        assert len(items) == 40
        assert all(len(pane.flow.block_lines(number)) == 1 for number in items)


async def test_the_short_form_tells_the_state_and_has_no_axis(make_app: MakeApp) -> None:
    """The axis of years stood over no bars, and the state was left out."""
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "v")
        await settled(pilot, app)
        pane = event(app).panes["agreements"]
        blocks = list(pane.blocks)
        assert not any(block.heading for block in blocks)
        told = [block.parts[0].suffix for block in blocks]
        assert "○ 2016–2019  hết hiệu lực" in told
        assert "● 2018–  còn hiệu lực" in told
        rows = [pane.render_line(y).text for y in range(pane.size.height)]
        assert any(row.rstrip(" ▐").endswith("…") for row in rows)  # what is long is cut


async def test_braces_go_from_heading_to_heading(make_app: MakeApp) -> None:
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "right_curly_bracket")
        pane = event(app).panes["participants"]
        assert pane.blocks[pane.cursor.block - 1].heading
        second = pane.cursor
        await pilot.press("right_curly_bracket", "left_curly_bracket")
        assert pane.cursor == second


async def test_agreements_can_be_ordered_by_year(make_app: MakeApp) -> None:
    app = make_app(large())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3")
        pane = event(app).panes["agreements"]
        usual = [block.id for block in pane.blocks if block.id]
        await pilot.press("o", "o")
        ordered = [block.id for block in pane.blocks if block.id]
        assert ordered != usual
        assert sorted(ordered) == sorted(usual)
        await pilot.press("o")
        assert [block.id for block in pane.blocks if block.id] == usual
