"""Hits by the texts they are in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tui.search.hits import Hit


class HitMarks:
    """The spans of hits by text, looked up when a line is drawn."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.hits = hits

    def get(
        self, key: int, default: tuple[tuple[int, int], ...] = (), /
    ) -> tuple[tuple[int, int], ...]:
        """Return the spans of the hits in the text at index ``key``."""
        found = self.hits[slice(*hit_range(self.hits, range(key, key + 1)))]
        return tuple((hit.start, hit.end) for hit in found) or default


def hit_range(hits: Sequence[Hit], texts: range) -> tuple[int, int]:
    """Return the slice of ``hits``, sorted, that lies in these texts."""
    return (
        bisect_left(hits, texts.start, key=_text),
        bisect_left(hits, texts.stop, key=_text),
    )


def _text(hit: Hit) -> int:
    return hit.text
