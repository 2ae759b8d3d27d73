"""An archive opened: many events, asked by queries, over one index or several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import nlargest
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tui.archive.counted import Counted
from tui.archive.progress import Clock, Report
from tui.archive.question import Question, everything, understand
from tui.archive.recent import Recent
from tui.archive.schema import SORTS, YEAR, sort_of
from tui.archive.selection import Selection
from tui.archive.states import VALUES, of_state, states_in
from tui.archive.store import EntityRow, EventRow, Store
from tui.document.of_record import document
from tui.document.periods import State
from tui.record.model import Record
from tui.record.problems import RecordError
from tui.search.rules import Rule
from tui.text.collation import text_key

if TYPE_CHECKING:
    from tui.archive.sighting import Sighting

PAGE = 50
MOST_COUNTED = 1_000
"""Events that are counted at once; more are ``1000+``."""
MOST_IN_FACETS = 10_000
"""The newest events that facets are counted in."""
_ALL = 1 << 40
MOST_OF_A_SORT = 50
"""Facets of a sort that are told, the most frequent; of years all."""

_LOOSER: dict[Rule, Rule] = {"strict": "keys", "keys": "joined"}
"""The next step of loosening; each takes in all those before it."""

Count: TypeAlias = tuple[int, bool]
"""A number, and whether there are more."""


class Facet(Struct, frozen=True):
    """Something by which events can be narrowed, and how many of the events have it.

    ``entities`` are its numbers, one of each index that knows it.
    """

    sort: str
    key: str
    name: str
    events: int
    entities: tuple[EntityRow | None, ...]


class Facets(Struct, frozen=True):
    """What the newest ``events`` of a question have; ``capped`` if there are more of these."""

    events: int
    capped: bool
    by_sort: dict[str, tuple[Facet, ...]]
    states: Mapping[State, int] = {}
    """In how many of the events there are agreements of each state on the day of the question.

    Agreements that end soon are in force too, as a query has it.
    """


class Archive:
    """An archive, by the stores of its indexes. Every answer is made by values alone."""

    def __init__(self, stores: Sequence[Store]) -> None:
        self.stores = tuple(stores)
        self._recent = Recent(lambda row: document(self.record(row)))

    def ask(self, text: str, day: date) -> Question:
        """Return what a query wants on a day that is today.

        Its words are loosened as far as it takes to find a candidate, if that is of use.

        Raises :exc:`tui.archive.errors.QueryError` for a mistake.
        """
        strict = asked = understand(text, self.stores, day)
        while not self.count(asked, 1)[0]:
            looser = self.looser(asked)
            if looser is None:
                return strict
            asked = looser
        return asked

    def looser(self, question: Question) -> Question | None:
        """Return a question with its words loosened by a step; none where nothing is looser."""
        rule = _LOOSER.get(question.rule)
        if rule is None or not question.phrases:
            return None
        return understand(question.query.text, self.stores, question.day, rule)

    def everything(self) -> Question:
        """Return the question for all events."""
        return everything(self.stores)

    def page(
        self, question: Question, after: EventRow | None = None, limit: int = PAGE
    ) -> tuple[EventRow, ...]:
        """Return the newest candidates, or those after one of them.

        Where the question is not exact, :meth:`look` tells which of them are wanted.
        """
        found: list[EventRow] = []
        for store, selection in zip(self.stores, question.selections, strict=True):
            found += store.events(selection, limit, self._bound(store, after))
        return tuple(sorted(found, key=newest_first)[:limit])

    def _bound(self, store: Store, after: EventRow | None) -> int:
        """Return the number in an index that what comes after an event is before."""
        if after is None:
            return 0
        if store.number == after.shard:
            return after.docid
        return store.before_day(after.day - (store.number < after.shard))

    def look(self, question: Question, row: EventRow) -> Sighting | None:
        """Return what a question finds in an event, by its file; none if it is not wanted.

        Raises :exc:`RecordError` when the file is not an event any more.
        """
        from tui.archive.sighting import sighting  # with the engine of search: not on start-up

        return sighting(self._recent.document(row), question)

    def found(
        self, question: Question, after: EventRow | None = None, report: Report | None = None
    ) -> Iterator[tuple[EventRow, Sighting]]:
        """Yield the events that a question finds, the newest first, with where in them.

        A file that has gone, or is not an event any more, is skipped; the next refresh tells it.
        Where no candidate has the words they are loosened by another step.

        Args:
            report: Is told before each candidate how many were looked at, and of how many.
        """
        found_any = after is not None
        clock = Clock(self.count(question, _ALL)[0], report) if report else None
        while rows := self.page(question, after):
            for row in rows:
                if clock:
                    clock.add(1)
                try:
                    seen = self.look(question, row)
                except RecordError:
                    continue
                if seen is not None:
                    found_any = True
                    yield row, seen
            after = rows[-1]
        if not found_any and (looser := self.looser(question)):
            yield from self.found(looser, report=report)

    def record(self, row: EventRow) -> Record:
        """Return the record of an event, read from its file.

        Raises :exc:`RecordError` when it is not an event any more.
        """
        return self.stores[row.shard].record(row)

    def count(self, question: Question, limit: int = MOST_COUNTED) -> Count:
        """Return how many candidates there are, and whether there are more than ``limit``."""
        total = sum(
            store.count(selection, limit + 1)
            for store, selection in zip(self.stores, question.selections, strict=True)
        )
        return min(total, limit), total > limit

    def facets(
        self, question: Question, limit: int = MOST_IN_FACETS, most: int = MOST_OF_A_SORT
    ) -> Facets:
        """Return what the newest candidates have, of each sort the most frequent."""
        pairs = tuple(zip(self.stores, question.selections, strict=True))
        counted = [store.facets(selection, limit) for store, selection in pairs]
        capped = any(
            found.events == limit and store.count(selection, limit + 1) > limit
            for found, (store, selection) in zip(counted, pairs, strict=True)
        )
        return self._facets(counted, question.day, most, capped=capped)

    def totals(self, day: date, most: int = MOST_OF_A_SORT) -> Facets:
        """Return what all events have, by the totals that the index keeps, states on a day."""
        counted: list[Counted] = []
        states: Counter[State] = Counter()
        for store in self.stores:
            ranked = (
                row for sort in SORTS for row in store.most_frequent(sort, _most_of(sort, most))
            )
            entities = Counter({row.id: row.events for row in ranked})
            counted.append(Counted(store.count(Selection(), _ALL), entities))
            for state in dict.fromkeys(VALUES.values()):
                states[state] += store.count(Selection(days=(of_state(state, day),)), _ALL)
        found = self._facets(counted, day, most, capped=False)
        return replace(found, states=+states)

    def facets_of(self, rows: Iterable[EventRow], day: date, most: int = MOST_OF_A_SORT) -> Facets:
        """Return what some events have, of each sort the most frequent, states on a day."""
        docids: dict[int, list[int]] = {}
        for row in rows:
            docids.setdefault(row.shard, []).append(row.docid)
        counted = [store.facets_of(docids.get(store.number, ())) for store in self.stores]
        return self._facets(counted, day, most, capped=False)

    def _facets(self, counted: Sequence[Counted], day: date, most: int, *, capped: bool) -> Facets:
        counts: Counter[tuple[str, str]] = Counter()
        entities: dict[tuple[str, str], list[EntityRow | None]] = {}
        states: Counter[State] = Counter()
        for store, of_store in zip(self.stores, counted, strict=True):
            for entity, count in _most(store, of_store.entities, most):
                counts[entity.sort, entity.key] += count
                found = entities.setdefault((entity.sort, entity.key), [None] * len(self.stores))
                found[store.number] = entity
            for periods, count in of_store.periods.items():
                for state in states_in(periods, day):
                    states[state] += count
        by_sort: dict[str, list[Facet]] = {}
        for (sort, key), count in counts.items():
            known = tuple(entities[sort, key])
            name = next(entity.name for entity in known if entity)
            by_sort.setdefault(sort, []).append(Facet(sort, key, name, count, known))
        ordered = {sort: _ordered(sort, facets) for sort, facets in by_sort.items()}
        return Facets(sum(each.events for each in counted), capped, ordered, states)

    def close(self) -> None:
        """Let go of the indexes."""
        for store in self.stores:
            store.database.close()


def newest_first(row: EventRow) -> tuple[int, int, int]:
    """Return the key by which events are in order."""
    return -row.day, row.shard, -row.docid


def _most(store: Store, counts: Counter[int], most: int) -> list[tuple[EntityRow, int]]:
    """Return the most frequent entities of each sort; all years."""
    by_sort: dict[str, list[int]] = {}
    for id_ in counts:
        by_sort.setdefault(sort_of(id_), []).append(id_)
    wanted: list[int] = []
    for sort, ids in by_sort.items():
        wanted += nlargest(_most_of(sort, most), ids, key=counts.__getitem__)
    entities = store.entities(wanted)
    return [(entities[id_], counts[id_]) for id_ in wanted if id_ in entities]


def _most_of(sort: str, most: int) -> int:
    """Return how many facets of a sort are told: all years."""
    return _ALL if sort == YEAR else most


def _ordered(sort: str, facets: list[Facet]) -> tuple[Facet, ...]:
    """Return facets the most frequent first, those alike by name; years the latest first."""
    if sort == YEAR:
        return tuple(sorted(facets, key=lambda facet: facet.key, reverse=True))
    return tuple(sorted(facets, key=lambda facet: (-facet.events, text_key(facet.name))))
