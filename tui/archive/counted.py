"""Counting what many events have: entities and periods of agreements, by rows of ``event``."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from tui.archive.database import Row
from tui.archive.generic import Generics

COUNTED = "e.place, e.entities, e.periods"
"""The columns by which events are counted; others may follow."""


class Counted(Struct, frozen=True):
    """What so many events have."""

    events: int = 0
    entities: Counter[int] = Counter()
    """In how many of them each entity is."""
    periods: Counter[bytes] = Counter()
    """How many of them have agreements of these days, as ``event.periods`` has them."""

    def plus(self, other: Counted) -> Counted:
        """Return what these and other events have."""
        entities, periods = self.entities.copy(), self.periods.copy()
        entities.update(other.entities)
        periods.update(other.periods)
        return Counted(self.events + other.events, entities, periods)


def counted(rows: Sequence[Row], generics: Generics) -> Counted:
    """Return what the events of rows of :data:`COUNTED` have; generic names mean who they mean."""
    blobs: defaultdict[int, list[bytes]] = defaultdict(list)
    for place, entities, *_rest in rows:
        blobs[place].append(entities)
    by_place = {place: array("I", b"".join(parts)) for place, parts in blobs.items()}
    total = Counter(array("I", b"".join(map(bytes, by_place.values()))))
    if generic := generics.names.intersection(total):
        for place, entities in by_place.items():
            counts = Counter(entities)
            for name in generic.intersection(counts):
                meant = generics.entity(name, place)
                twice = _with_both(blobs[place], name, meant) if meant in counts else 0
                total[name] -= counts[name]
                total[meant] += counts[name] - twice
    return Counted(len(rows), +total, Counter(bytes(row[2]) for row in rows if row[2]))


def _with_both(events: Iterable[bytes], name: int, meant: int) -> int:
    """Return how many events have a body by a generic name and by its own; not if these are one."""
    if name == meant:
        return 0
    known = (array("I", bytes(entities)) for entities in events)
    return sum(name in entities and meant in entities for entities in known)
