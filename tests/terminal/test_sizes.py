"""Windows of any size, and sizes that change faster than anything can be drawn."""

from __future__ import annotations

from random import Random

import pytest

from tests.reliability import case
from tests.terminal.control import assert_clean
from tests.terminal.programs import BARE

SIZES = [
    *((1, 1), (2, 1), (1, 2), (5, 3), (7, 30), (8, 8), (19, 5), (20, 4), (20, 5), (21, 6)),
    *((40, 12), (52, 10), (80, 24), (99, 30), (100, 30), (300, 5), (10, 100), (300, 100)),
]


@case("Sizes: from 1 × 1 to 300 × 100, each in turn")
def test_every_size_in_turn() -> None:
    with BARE.ready_in() as terminal:
        for columns, rows in SIZES:
            drawn = len(terminal.log)
            terminal.resize(columns, rows)
            terminal.wait_until(lambda t: len(t.log) > drawn)  # noqa: B023  # waited for here
        terminal.wait_until("300 by 100")
        terminal.resize(80, 24)
        terminal.wait_until("80 by 24")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()
        assert_clean(terminal.log)


@case("Sizes: started in a window of 1 × 1, of 300 × 100 and of an unknown size")
@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (300, 100), (0, 0)])
def test_started_in_any_size(columns: int, rows: int) -> None:
    with BARE.start(columns=columns or 80, rows=rows or 24) as terminal:
        terminal.resize(columns, rows)
        terminal.wait_until(lambda t: b"\x1b[?2004h" in t.log)
        terminal.resize(80, 24)
        terminal.wait_until("80 by 24")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("Sizes: a storm of 200 resizes")
@pytest.mark.parametrize("seed", range(2))
def test_a_storm_of_resizes(seed: int) -> None:
    chance = Random(seed)
    with BARE.ready_in() as terminal:
        for _ in range(200):
            terminal.resize(chance.randint(1, 300), chance.randint(1, 100))
            terminal.read()
        terminal.resize(80, 24)
        terminal.wait_until("80 by 24")
        terminal.send("q")
        assert terminal.wait() == 0
        terminal.assert_restored()


@case("Sizes: a size that no window has is not believed")
def test_a_size_that_no_window_has() -> None:
    with BARE.ready_in() as terminal:
        terminal.resize(65_535, 65_535, show=False)
        terminal.wait_until(lambda t: b"1000 by 300" in t.log)
        terminal.resize(80, 24)
        terminal.wait_until("80 by 24")
        terminal.send("q")
        assert terminal.wait() == 0
