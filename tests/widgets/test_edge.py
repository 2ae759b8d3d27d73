"""The mark of scrolling at the edge, and the ticks of what there is to find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from tui.widgets.edge import BLANK, THUMB, TICK, thumb
from tui.widgets.flow import Block, Flow, Part, Place
from tui.widgets.flow_view import FlowView


def test_all_in_view_needs_no_thumb() -> None:
    assert thumb(0, 10, 10) == range(0)
    assert thumb(0, 0, 10) == range(0)


@given(st.integers(1, 60), st.integers(1, 5000), st.data())
def test_the_thumb_is_at_an_end_only_when_the_view_is(
    height: int, hidden: int, data: st.DataObject
) -> None:
    total = height + hidden
    top = data.draw(st.integers(0, hidden))
    rows = thumb(top, height, total)
    assert 1 <= len(rows) <= height
    assert rows.start >= 0
    assert rows.stop <= height
    if height - len(rows) >= 2:
        assert (rows.start == 0) == (top == 0)
    if top == hidden:
        assert rows.stop == height


class ListApp(App[None]):
    def compose(self) -> ComposeResult:
        items = FlowView()
        blocks = tuple(Block((Part(f"item {n}", n),), id=f"i{n}") for n in range(40))
        items.set_reactive(FlowView.blocks, blocks)
        yield items

    @property
    def items(self) -> FlowView:
        return self.query_one(FlowView)

    def edge(self) -> str:
        rows = range(self.items.content_size.height)
        return "".join(self.items.render_line(row).text[-1] for row in rows)


async def test_ticks_show_where_marks_are_out_of_view() -> None:
    app = ListApp()
    async with app.run_test(size=(20, 10)) as pilot:
        assert app.edge() == THUMB * 2 + BLANK * 8
        app.items.ticks = (Place(0), Place(20), Place(39))
        await pilot.pause()
        assert app.edge() == THUMB * 2 + BLANK * 3 + TICK + BLANK * 3 + TICK
        app.items.ticks = ()
        await pilot.pause()
        assert app.edge() == THUMB * 2 + BLANK * 8


async def test_a_list_in_view_as_a_whole_has_no_ticks() -> None:
    app = ListApp()
    async with app.run_test(size=(20, 50)) as pilot:
        app.items.ticks = (Place(3),)
        await pilot.pause()
        assert app.edge() == BLANK * 50


async def test_dragging_along_the_edge_scrolls() -> None:
    app = ListApp()
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.mouse_down(FlowView, offset=(19, 9))
        assert app.items.scroll_offset.y == app.items.max_scroll_y == 30
        await pilot.hover(FlowView, offset=(19, 0))
        await pilot.mouse_up(FlowView, offset=(19, 0))
        assert app.items.scroll_offset.y == 0
        await pilot.hover(FlowView, offset=(19, 9))
        assert app.items.scroll_offset.y == 0


@pytest.mark.parametrize("turns", [1, 3])
async def test_the_wheel_scrolls_and_leaves_the_cursor(turns: int) -> None:
    app = ListApp()
    async with app.run_test(size=(20, 10)):
        for _ in range(turns):
            app.items._scroll_down_for_pointer(animate=False)
        assert app.items.scroll_offset.y > 0
        assert app.items.item == "i0"


async def test_ticks_far_below_lay_nothing_out() -> None:
    """Each block laid out for a tick brought the next ones near: all were, before the frame."""
    app = ListApp()
    async with app.run_test(size=(20, 10)) as pilot:
        items = app.items
        items.blocks = tuple(Block((Part(f"item {n}", n),), id=f"i{n}") for n in range(5000))
        items.flow = Flow(items.blocks, items.flow.width)  # as if none were laid out yet
        items.ticks = tuple(Place(n) for n in range(0, 5000, 100))
        app.edge()
        assert items.flow.is_near(300)
        assert not items.flow.is_near(1500)
        await pilot.pause()
