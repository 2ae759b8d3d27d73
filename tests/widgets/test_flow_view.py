"""Lists: the cursor goes from item to item, passes over headings and scrolls what is tall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip

from tui.widgets import flow_painter, typesetter
from tui.widgets.flow import Block, Flow, Line, Part, Place
from tui.widgets.flow_lines import draw, line_text
from tui.widgets.flow_view import FlowView
from tui.widgets.lazy import Lazy

BLOCKS = (
    Block((Part("A", look="heading"),)),
    *(Block((Part(f"item {n}", n),), id=f"i{n}") for n in range(6)),
    Block((Part("B", look="heading"),), gap=1),
    *(Block((Part(f"item {n}", n),), id=f"i{n}") for n in range(6, 12)),
)


class ListApp(App[None]):
    CLICK_CHAIN_TIME_THRESHOLD = 0  # every click counts by itself

    def __init__(self, blocks: Sequence[Block] = BLOCKS) -> None:
        super().__init__()
        self.blocks = blocks
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        items = FlowView()
        items.set_reactive(FlowView.blocks, self.blocks)
        yield items

    @property
    def items(self) -> FlowView:
        return self.query_one(FlowView)

    def on_flow_view_moved(self, event: FlowView.Moved) -> None:
        self.heard.append(f"moved {event.view.item}")

    def on_flow_view_chosen(self, event: FlowView.Chosen) -> None:
        self.heard.append(f"chosen {event.view.item}")


@pytest.mark.parametrize(
    ("keys", "item"),
    [
        ("", "i0"),
        ("down", "i1"),
        ("j j k", "i1"),
        ("up", "i0"),
        ("end", "i11"),
        ("G g", "i0"),
        ("down down down down down down", "i6"),
        ("end up up up up up up", "i5"),
        ("end down", "i11"),
        ("pagedown", "i5"),
        ("space b", "i0"),
        ("end pageup home", "i0"),
    ],
)
async def test_keys_move_the_cursor(keys: str, item: str) -> None:
    app = ListApp()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.press(*keys.split())
        assert app.items.item == item
        shown = app.items.cursor_lines()
        top = app.items.scroll_offset.y
        assert top <= shown.start < shown.stop <= top + 6


async def test_the_first_item_shows_its_heading_again() -> None:
    app = ListApp()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.press("end", "home")
        assert app.items.scroll_offset.y == 0


async def test_enter_chooses_and_moves_are_told() -> None:
    app = ListApp()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.press("down", "enter")
        assert app.heard == ["moved i1", "chosen i1"]


async def test_a_click_moves_and_a_second_click_chooses() -> None:
    app = ListApp()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.click(FlowView, offset=(3, 3))
        assert app.items.item == "i2"
        await pilot.click(FlowView, offset=(3, 3))
        assert app.heard == ["moved i2", "chosen i2"]


async def test_an_item_taller_than_the_view_is_scrolled_through() -> None:
    tall = Block((Part("một hai ba bốn năm sáu bảy tám chín mười"),), id="tall")
    app = ListApp((tall, Block((Part("next"),), id="next")))
    async with app.run_test(size=(10, 3)) as pilot:
        tops = []
        while app.items.item == "tall":
            tops.append(app.items.scroll_offset.y)
            await pilot.press("down")
        assert tops == list(range(len(tops)))
        assert len(tops) == len(app.items.flow.lines) - 1 - 3 + 1
        await pilot.press("up")
        assert app.items.item == "tall"


async def test_an_empty_list_takes_every_key() -> None:
    app = ListApp(())
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.press("down", "up", "end", "home", "pagedown", "pageup", "enter")
        assert app.items.item == ""
        assert app.heard == []


async def test_the_cursor_stays_on_its_item_when_the_width_changes() -> None:
    app = ListApp()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.press("end", "up")
        await pilot.resize_terminal(12, 4)
        assert app.items.item == "i10"
        shown = app.items.cursor_lines()
        assert app.items.scroll_offset.y <= shown.start < app.items.scroll_offset.y + 4


async def test_fewer_blocks_leave_the_cursor_on_one_of_them() -> None:
    app = ListApp()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.press("end")
        app.items.blocks = BLOCKS[:3]
        await pilot.pause()
        assert app.items.item == "i1"


async def test_only_the_lines_that_changed_are_drawn_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[str] = []

    def spy(flow: Flow, line: Line | None, *rest: Any, **named: Any) -> Strip:
        drawn.append(line_text(flow, line) if line is not None else "")
        return draw(flow, line, *rest, **named)

    monkeypatch.setattr(flow_painter, "draw", spy)
    app = ListApp()
    async with app.run_test(size=(30, 18)) as pilot:
        drawn.clear()
        await pilot.press("down")
        assert drawn == ["item 0", "item 1"]
        drawn.clear()
        app.items.marks = {3: ((0, 4),)}
        await pilot.pause()
        assert drawn == ["item 3"]


def test_places_are_compared_by_value() -> None:
    assert Place(1, 0, 0) == Place(1)


LONG = 3 * typesetter._AT_ONCE


async def test_a_long_list_is_laid_out_whole_when_its_first_lines_are_drawn() -> None:
    blocks = Lazy(Block((Part(f"item {n}", n),), id=f"i{n}") for n in range(LONG))
    app = ListApp(blocks)
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.pause()
        assert app.items.max_scroll_y == LONG - 6
        await pilot.press("pagedown")
        await pilot.resize_terminal(20, 4)
        assert app.items.max_scroll_y == LONG - 4
        assert app.items.item == "i5"


async def test_a_key_that_comes_before_a_long_list_is_laid_out_whole_is_right() -> None:
    app = ListApp()
    async with app.run_test(size=(30, 6)):
        app.items.blocks = Lazy(Block((Part(f"item {n}", n),), id=f"i{n}") for n in range(LONG))
        assert app.items.max_scroll_y == 0
        app.items.action_end(1)
        assert app.items.item == f"i{LONG - 1}"
        assert app.items.scroll_offset.y == LONG - 6


async def test_other_blocks_while_there_is_no_room_for_any() -> None:
    """The cursor was looked for among the blocks there were before."""
    app = ListApp(BLOCKS[:2])
    async with app.run_test(size=(40, 10)) as pilot:
        app.items.styles.border = ("solid", "white")
        await pilot.resize_terminal(2, 3)
        app.items.blocks = BLOCKS
        for block in (12, 3):
            app.items.cursor = Place(block)
        await pilot.resize_terminal(40, 10)
        assert app.items.item == "i2"


async def test_what_all_lines_share_is_looked_up_once_a_frame(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Sizes, colours and the cursor were looked up for each line: a tenth of the start."""
    looks: list[int] = []
    look, line = flow_painter.Painter.look, flow_painter.Painter.line
    app = ListApp()

    def counted(painter: flow_painter.Painter) -> None:
        looks.append(0)
        look(painter)

    def drawn(painter: flow_painter.Painter, row: int) -> Strip:
        looks[-1] += 1
        return line(painter, row)

    monkeypatch.setattr(flow_painter.Painter, "look", counted)
    monkeypatch.setattr(flow_painter.Painter, "line", drawn)
    async with app.run_test(size=(30, 6)):
        assert looks[0] == 6
