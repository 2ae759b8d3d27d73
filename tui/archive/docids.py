"""The numbers of events in an index: in the order of their days, with room for later ones."""

from __future__ import annotations

from collections.abc import Mapping

from tui.archive.database import Database

FIRST = 1 << 20
_ROOM = 8
"""Numbers left free behind each day, besides a quarter of its events."""


class CrowdedError(Exception):
    """No number is free where an event belongs; the index must be rebuilt."""


class Plan:
    """Gives numbers to events that come day by day."""

    def __init__(self, counts: Mapping[int, int]) -> None:
        self._next: dict[int, int] = {}
        self._end: dict[int, int] = {}
        at = FIRST
        for day in sorted(counts):
            self._next[day] = at
            at += counts[day] + counts[day] // 4 + _ROOM
            self._end[day] = at
        self._last = 0

    def take(self, day: int) -> int | None:
        """Return a number for an event of a day; none where the day is not as it was planned."""
        docid = self._next.get(day, 0)
        if docid <= self._last or docid >= self._end.get(day, 0):
            return None
        self._next[day] = docid + 1
        self._last = docid
        return docid


def free(database: Database, day: int) -> int:
    """Return a free number for an event of a day in an index that is there already.

    Raises :exc:`CrowdedError` when there is none.
    """
    before, same = _last(database, "day <= ?", day)
    after = _first(database, day)
    if after is None:
        return before + 1 if before else FIRST
    if after - before < 2:
        raise CrowdedError
    return before + 1 if same == day else before + max(1, min(_ROOM, (after - before) // 2))


def _last(database: Database, condition: str, day: int) -> tuple[int, int]:
    """Return the last number up to a day, and its day; both 0 if there is none."""
    found = [(0, 0)]
    for table in ("event", "dead"):
        sql = f"SELECT docid, day FROM {table} WHERE {condition} ORDER BY day DESC, docid DESC"
        found += [(int(row[0]), int(row[1])) for row in database.rows(sql + " LIMIT 1", (day,))]
    return max(found)


def _first(database: Database, day: int) -> int | None:
    """Return the first number behind a day."""
    found: list[int] = []
    for table in ("event", "dead"):
        sql = f"SELECT docid FROM {table} WHERE day > ? ORDER BY day, docid LIMIT 1"
        found += [int(row[0]) for row in database.rows(sql, (day,))]
    return min(found, default=None)
