"""Sequences whose items are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tui.widgets.lazy import Lazy, has


class Counted:
    """Yields numbers and knows how many it has made."""

    def __init__(self, stop: int) -> None:
        self.made = 0
        self.stop = stop

    def __iter__(self) -> Iterator[int]:
        for number in range(self.stop):
            self.made += 1
            yield number


def test_no_more_is_made_than_asked_for() -> None:
    source = Counted(9)
    lazy = Lazy(source)
    assert source.made == 0
    assert lazy
    assert source.made == 1
    assert lazy[3] == 3
    assert lazy[1] == 1
    assert has(lazy, 4)
    assert source.made == 5


@pytest.mark.parametrize("stop", [0, 1, 9])
def test_it_is_the_sequence_of_its_items(stop: int) -> None:
    items = list(range(stop))
    assert list(Lazy(items)) == items
    assert len(Lazy(items)) == stop
    assert Lazy(items)[2:] == items[2:]
    assert bool(Lazy(items)) is bool(items)
    assert [has(Lazy(items), index) for index in range(stop + 2)] == [True] * stop + [False] * 2
    for index in range(-stop, stop):
        assert Lazy(items)[index] == items[index]
    with pytest.raises(IndexError):
        Lazy(items)[stop]


def test_any_sequence_tells_whether_it_has_an_item() -> None:
    assert has("ab", 1)
    assert not has("ab", 2)
