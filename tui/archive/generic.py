"""Generic names: *Sở Y tế* names another body in every place, the one of the event's place.

A name is generic where several others extend it. Where it stands in an event with a place, the body
of that place is meant, as *Sở Y tế Huế* is in Huế.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tui.archive.database import Database
from tui.archive.expression import Expression, Term, all_of, any_of
from tui.archive.identity import IDENTIFIED
from tui.archive.schema import ORGANIZATION, facet

_FEWEST_EXTENSIONS = 3


class Generics:
    """Whom generic names mean in each place, as an index has it."""

    def __init__(self, database: Database) -> None:
        rows = database.rows("SELECT generic, place, entity FROM generic")
        self.meant: Mapping[tuple[int, int], int] = {
            (int(generic), int(place)): int(entity) for generic, place, entity in rows
        }
        self.names: frozenset[int] = frozenset(generic for generic, _place in self.meant)
        self._of: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for (generic, place), entity in self.meant.items():
            self._of[entity].append((generic, place))

    def entity(self, id_: int, place: int) -> int:
        """Return who is meant by an entity in an event of a place."""
        return self.meant.get((id_, place), id_)

    def names_of(self, entity: int) -> list[tuple[int, int]]:
        """Return the generic names of an entity, each with the place in which it is meant."""
        return self._of.get(entity, [])

    def events_of(self, entity: int) -> Expression:
        """Return what finds the events of an entity."""
        meant = (
            all_of((Term(facet(generic)), Term(facet(place))))
            for generic, place in self.names_of(entity)
        )
        return any_of((Term(facet(entity)), *meant))


def generic_keys(keys: Iterable[str]) -> set[str]:
    """Return the keys of organisations that several others extend."""
    keys = {key for key in keys if not key.startswith(IDENTIFIED)}
    extended: defaultdict[str, int] = defaultdict(int)
    for key in keys:
        words = key.split(" ")
        for cut in range(2, len(words)):
            extended[" ".join(words[:cut])] += 1
    return {key for key in keys if extended.get(key, 0) >= _FEWEST_EXTENSIONS}


def places_of_generic_names(database: Database) -> list[tuple[int, str, int, int]]:
    """Return each generic name with each place where it stands: number, key, place, events."""
    rows = database.rows("SELECT key, id FROM entity WHERE sort = ?", (ORGANIZATION,))
    ids = {str(key): int(id_) for key, id_ in rows}
    found: list[tuple[int, str, int, int]] = []
    for key in sorted(generic_keys(ids)):
        match = database.match(Term(facet(ids[key])))
        sql = (
            f"SELECT e.place, count(*) FROM {match.tables} WHERE {match.condition} "
            "AND e.place > 0 GROUP BY e.place ORDER BY e.place"
        )
        rows = database.rows(sql, match.parameters)
        found += [(ids[key], key, int(place), int(count)) for place, count in rows]
    return found


def events_of_all(database: Database, entities: Iterable[int]) -> int:
    """Return how many events have all of some entities."""
    match = database.match(all_of(Term(facet(id_)) for id_ in entities))
    sql = f"SELECT count(*) FROM {match.tables} WHERE {match.condition}"
    return int(database.rows(sql, match.parameters)[0][0])
