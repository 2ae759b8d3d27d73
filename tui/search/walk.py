"""Walking over hits in reading order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.search.hits import Hit


def step(
    hits: Sequence[Hit], passage: int, offset: int, direction: int, *, on_hit: bool
) -> tuple[int, bool] | None:
    """Return the index of the next hit (``direction`` 1) or the one before (-1), and whether the
    walk has wrapped around an end; nothing when there are no hits.

    The walk starts at ``offset`` in the passage with index ``passage``. A hit there counts as the
    next one unless ``on_hit`` says that the reader stands on it already.
    """
    if not hits:
        return None
    place = (passage, offset)
    if direction > 0:
        bisect = bisect_right if on_hit else bisect_left
        index = bisect(hits, place, key=_place)
        return (index, False) if index < len(hits) else (0, True)
    index = bisect_left(hits, place, key=_place) - 1
    return (index, False) if index >= 0 else (len(hits) - 1, True)


def index_at(hits: Sequence[Hit], passage: int, offset: int) -> int:
    """Return the index of the hit that begins just there, or -1."""
    index = bisect_left(hits, (passage, offset), key=_place)
    found = index < len(hits) and _place(hits[index]) == (passage, offset)
    return index if found else -1


def _place(hit: Hit) -> tuple[int, int]:
    return hit.text, hit.start
