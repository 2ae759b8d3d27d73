"""Laying out blocks in lines, without a screen."""

from __future__ import annotations

from itertools import count
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.flow import Block, Flow, Part, Place
from tui.widgets.flow_lines import clipped, line_text
from tui.widgets.lazy import Lazy

BLOCKS = (
    Block((Part("Đại biểu", look="heading"),)),
    Block((Part("GS.TS Đỗ Hoài Nam", 0), Part("Nguyên Chủ tịch Viện", 1, indent=2)), id="a"),
    Block((Part("nghiên cứu khoa học", 2, prefix="• "),), id="b", gap=1),
)


def texts(flow: Flow) -> list[str]:
    return [line_text(flow, line) if line.part >= 0 else "" for line in flow.lines]


def test_parts_begin_lines_of_their_own_and_gaps_are_blank() -> None:
    flow = Flow(BLOCKS, 40)
    assert texts(flow) == [
        "Đại biểu",
        "GS.TS Đỗ Hoài Nam",
        "Nguyên Chủ tịch Viện",
        "",
        "nghiên cứu khoa học",
    ]
    assert [line.lead for line in flow.lines] == [0, 0, 2, 0, 2]


def test_lines_hang_below_the_text_after_a_prefix() -> None:
    flow = Flow(BLOCKS[2:], 14)
    assert texts(flow) == ["nghiên cứu", "khoa học"]
    assert [line.lead for line in flow.lines] == [2, 2]


def test_text_below_a_long_prefix_begins_at_the_left() -> None:
    flow = Flow((Block((Part("2022-2025 và sau", prefix="█" * 10 + " "),)),), 20)
    assert [line.lead for line in flow.lines] == [11, 0]


def test_no_gap_stands_before_the_first_block() -> None:
    assert texts(Flow((Block((Part("a"),), gap=2),), 9)) == ["a"]


def test_the_lines_of_a_block_leave_out_the_gap_before_it() -> None:
    flow = Flow(BLOCKS, 40)
    assert [list(flow.block_lines(n)) for n in range(3)] == [[0], [1, 2], [4]]


def test_a_place_is_on_the_last_line_that_begins_at_or_before_it() -> None:
    flow = Flow((Block((Part("một hai ba"),)),), 7)
    assert texts(flow) == ["một hai", "ba"]
    assert [flow.line_of(Place(0, 0, offset)) for offset in (0, 5, 7, 8, 9)] == [0, 0, 0, 1, 1]


def test_a_blank_line_belongs_to_the_block_it_stands_before() -> None:
    flow = Flow(BLOCKS, 40)
    assert [flow.block_at(y) for y in range(5)] == [0, 1, 1, 1, 2]


def test_a_line_is_laid_out_when_it_is_asked_for_and_no_block_after_it() -> None:
    blocks = Lazy(Block((Part(f"{number}"),), gap=1) for number in count())
    flow = Flow(blocks, 40)
    assert flow.line(4) == (2, 0, 0, 1, 0, True)
    assert flow.block_lines(2) == range(4, 5)
    assert flow.up_to(6) == 6
    assert not flow.is_whole


@given(st.lists(st.text("ab ", max_size=20), max_size=6), st.integers(1, 12), st.randoms())
def test_lines_are_the_same_in_whatever_order_they_are_asked_for(
    texts: list[str], width: int, random: Random
) -> None:
    blocks = tuple(Block((Part(text),), gap=len(text) % 2) for text in texts)
    lines = Flow(blocks, width).lines
    lazy = Flow(Lazy(blocks), width)
    for y in random.sample(range(len(lines) + 1), len(lines) + 1):
        assert lazy.line(y) == (lines[y] if y < len(lines) else None)
        assert lazy.up_to(y) == y
        assert lazy.block_at(y) == Flow(blocks, width).block_at(y)
    assert lazy.is_whole
    assert bool(lazy) is bool(lines)


def test_spans_are_clipped_to_the_line() -> None:
    flow = Flow((Block((Part("một hai ba"),)),), 7)
    assert [clipped(((4, 9),), line) for line in flow.lines] == [((4, 7),), ((8, 9),)]


@given(st.lists(st.text("ab đ\n", max_size=40), min_size=1, max_size=6), st.integers(1, 30))
def test_every_offset_of_every_part_has_its_line(parts: list[str], width: int) -> None:
    flow = Flow(tuple(Block((Part(text, prefix="• "),), gap=1) for text in parts), width)
    for block, text in enumerate(parts):
        for offset in range(len(text)):
            line = flow.lines[flow.line_of(Place(block, 0, offset))]
            assert (line.block, line.part) == (block, 0)
            assert line.start <= offset
            assert text[line.end : offset].strip() == ""
