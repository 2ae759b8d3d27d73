"""The entities of an index as they are written: their numbers, names and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.archive.database import Database
from tui.archive.generic import Generics, events_of_all, places_of_generic_names
from tui.archive.identity import IDENTIFIED, plain_key, unmarked
from tui.archive.schema import ORGANIZATION, SORTS, STEP


class EntityTable:
    """Gives entities numbers and counts them; what is new is held back until :meth:`write`."""

    def __init__(self, database: Database, *, empty: bool) -> None:
        self._database = database
        self._empty = empty
        self._generics = Generics(database)
        self._ids: dict[tuple[str, str], int] = {}
        self._names: dict[int, str] = {}
        self._keys: dict[int, str] = {}
        """Of entities that are not written yet, as are the names."""
        self._fixed: dict[int, str] = {}
        largest = int(database.rows("SELECT coalesce(max(id), 0) FROM entity")[0][0])
        self._next = largest // STEP + 1
        self._new: list[tuple[int, str, str]] = []
        self._counts: Counter[int] = Counter()
        self._spellings: Counter[tuple[int, str]] = Counter()
        self._meant: dict[tuple[int, int], int] = {}

    def of(self, sort: str, key: str, name: str, fixed: str = "") -> int:
        """Return the number of an entity.

        A new one is called ``fixed``, or else as it is most often, for now ``name``.
        """
        id_ = self._ids.get((sort, key))
        if id_ is None:
            id_ = self._ids[sort, key] = self._known(sort, key) or self._added(sort, key, name)
            if fixed:
                self._fixed[id_] = fixed
        return id_

    def _known(self, sort: str, key: str) -> int:
        if self._empty:
            return 0
        sql = "SELECT id FROM entity WHERE sort = ? AND key = ?"
        return next((int(row[0]) for row in self._database.rows(sql, (sort, key))), 0)

    def _added(self, sort: str, key: str, name: str) -> int:
        id_ = self._next * STEP + SORTS.index(sort)
        self._next += 1
        self._new.append((id_, sort, key))
        self._names[id_], self._keys[id_] = name, key
        return id_

    def spelt(self, id_: int, name: str) -> None:
        """Count a way in which an entity is called."""
        self._spellings[id_, name] += 1

    def count(self, ids: Iterable[int], place: int, by: int) -> None:
        """Count an event of a place for its entities; ``by`` is -1 for one that goes.

        Who is in it by two names, of which one is generic, is counted once.
        """
        for id_ in {self._in_place(id_, place) for id_ in ids}:
            self._counts[id_] += by

    def _in_place(self, id_: int, place: int) -> int:
        """Return whom an entity means in a place, where it is known to be generic."""
        if not place or id_ not in self._generics.names:
            return id_
        known = self._generics.entity(id_, place)
        return known if known != id_ else self._meaning(id_, place)

    def _meaning(self, generic: int, place: int) -> int:
        """Return who is meant by a generic name in a place; a new entity if need be."""
        if (generic, place) not in self._meant:
            called = zip(self._called(generic), self._called(place), strict=True)
            key, name = (f"{first} {second}" for first, second in called)
            self._meant[generic, place] = self.of(ORGANIZATION, key, name)
        return self._meant[generic, place]

    def _called(self, id_: int) -> tuple[str, str]:
        """Return the key and the name of an entity, be it new."""
        if id_ in self._keys:
            return self._keys[id_], self._names[id_]
        sql = "SELECT key, name FROM entity WHERE id = ?"
        key, name = self._database.rows(sql, (id_,))[0]
        return str(key), str(name)

    def write(self) -> None:
        """Write new entities with their names, and the counts of all."""
        self._write_new()
        if self._empty:
            for generic, _key, place, count in places_of_generic_names(self._database):
                meant = self._meaning(generic, place)
                self._counts[generic] -= count
                self._counts[meant] += count - events_of_all(
                    self._database, (generic, place, meant)
                )
            self._empty = False
            self._write_new()
        self._database.run_many(
            "INSERT INTO generic VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
            ((generic, place, entity) for (generic, place), entity in self._meant.items()),
        )
        self._meant = {}

    def _write_new(self) -> None:
        database = self._database
        names = self._names | self._most_frequent_names() | self._fixed
        database.run_many(
            "INSERT INTO entity VALUES(?, ?, ?, ?, 0)",
            ((id_, sort, key, names[id_]) for id_, sort, key in self._new),
        )
        database.run_many(
            "UPDATE entity SET n = n + ? WHERE id = ?",
            ((count, id_) for id_, count in self._counts.items() if count),
        )
        database.run_many(
            "INSERT INTO spelling VALUES(?, ?, ?) ON CONFLICT(entity, name) "
            "DO UPDATE SET n = spelling.n + excluded.n",
            ((id_, name, count) for (id_, name), count in self._spellings.items()),
        )
        by_frequency = sorted(self._new, key=lambda new: -self._counts[new[0]])
        database.add_names([(id_, _words(key, names[id_])) for id_, _sort, key in by_frequency])
        self._new, self._counts, self._spellings = [], Counter(), Counter()
        self._names, self._keys, self._fixed = {}, {}, {}

    def _most_frequent_names(self) -> dict[int, str]:
        """Return what each entity is called most often; of several the shortest."""
        best: dict[int, tuple[int, int, str]] = {}
        for (id_, name), count in self._spellings.items():
            best[id_] = max(best.get(id_, (0, 0, "")), (count, -len(name), name))
        return {id_: name for id_, (_count, _length, name) in best.items()}


def _words(key: str, name: str) -> str:
    """Return the words by which an entity is found: those of its key and of its name."""
    words = dict.fromkeys(plain_key(name).split())
    if not key.startswith(IDENTIFIED):
        words.update(dict.fromkeys(unmarked(key).split()))
    return " ".join(words)
