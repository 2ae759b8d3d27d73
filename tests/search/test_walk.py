"""From hit to hit, and on from the other end."""

from __future__ import annotations

from tui.search.hits import Hit
from tui.search.walk import index_at, step

HITS = (Hit(0, 2, 4), Hit(0, 8, 10), Hit(2, 0, 3))


def test_walking_goes_from_hit_to_hit_and_on_from_the_other_end() -> None:
    place, numbers = (0, 2), []
    for _ in range(4):
        found = step(HITS, *place, 1, on_hit=True)
        assert found is not None
        numbers.append(found)
        place = (HITS[found[0]].text, HITS[found[0]].start)
    assert numbers == [(1, False), (2, False), (0, True), (1, False)]
    assert step(HITS, 0, 2, -1, on_hit=True) == (2, True)
    assert step(HITS, 2, 0, -1, on_hit=True) == (1, False)


def test_a_hit_where_the_reader_is_counts_as_the_next_unless_they_stand_on_it() -> None:
    assert step(HITS, 0, 8, 1, on_hit=False) == (1, False)
    assert step(HITS, 0, 8, 1, on_hit=True) == (2, False)
    assert step((), 0, 0, 1, on_hit=False) is None


def test_only_a_hit_that_begins_there_is_at_a_place() -> None:
    assert index_at(HITS, 0, 8) == 1
    assert index_at(HITS, 0, 9) == index_at(HITS, 1, 0) == index_at(HITS, 3, 0) == -1
