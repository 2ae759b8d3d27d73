"""An event opened for reading: its record, its passages, and what is named where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.record.entities import entities
from tui.record.groups import participant_groups
from tui.record.model import Entity, Record
from tui.search.passages import PANES, Hit, PaneName, Passages
from tui.search.record_passages import record_passages

if TYPE_CHECKING:
    from tui.search.mentions import Mentions


class EventIndex:
    """What the screens ask about one event. It never changes."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.groups = participant_groups(record)
        self.passages: Passages = record_passages(record, self.groups)

    @cached_property
    def mentions(self) -> Mentions:
        """What is named where."""
        from tui.search.mentions import Mentions  # not before the article is on the screen

        return Mentions(self.record, self.passages)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """All entities by id."""
        return entities(self.record)

    @cached_property
    def ranges(self) -> dict[PaneName, range]:
        """The indices of the passages of each pane."""
        starts = dict.fromkeys(PANES, len(self.passages))
        for index in range(len(self.passages) - 1, -1, -1):
            starts[self.passages[index].pane] = index
        found: dict[PaneName, range] = {}
        end = len(self.passages)
        for pane in reversed(PANES):
            start = min(starts[pane], end)
            found[pane] = range(start, end)
            end = start
        return found


class HitMarks:
    """The spans of hits by passage, looked up when a line is drawn."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.hits = hits

    def get(
        self, key: int, default: tuple[tuple[int, int], ...] = (), /
    ) -> tuple[tuple[int, int], ...]:
        """Return the spans of the hits in the passage at index ``key``."""
        found = self.hits[slice(*hit_range(self.hits, range(key, key + 1)))]
        return tuple((hit.start, hit.end) for hit in found) or default


def hit_range(hits: Sequence[Hit], passages: range) -> tuple[int, int]:
    """Return the slice of ``hits``, sorted, that lies in these passages."""
    return (
        bisect_left(hits, passages.start, key=_passage),
        bisect_left(hits, passages.stop, key=_passage),
    )


def _passage(hit: Hit) -> int:
    return hit.passage
