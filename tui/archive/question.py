"""A query that has been understood: whom its names mean in each index, and which events it wants.

A mistake in it is said with its place; there is no empty answer without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.archive.errors import QueryError
from tui.archive.expression import EVERYTHING, Expression, all_of, any_of, without
from tui.archive.identity import (
    identified,
    person_key,
    place_key,
    plain_key,
    typed_organization_keys,
)
from tui.archive.query import ArchiveQuery, Field, Narrowing, Words, parse
from tui.archive.schema import KIND, ORGANIZATION, PERSON, PLACE, YEAR
from tui.archive.selection import Days, Selection
from tui.archive.states import read_days
from tui.archive.store import EntityRow, Store
from tui.locale import N_, _
from tui.search.query import parse_query
from tui.search.rules import Rule
from tui.text.cleaning import clean_line

SORTS: dict[Field, str] = {
    "organization": ORGANIZATION,
    "person": PERSON,
    "kind": KIND,
    "place": PLACE,
    "year": YEAR,
}
MOST_MEANT = 400
"""Entities that one name may mean; of more the most frequent count."""

_UNKNOWN: dict[Field, str] = {
    "organization": N_("No organisation in this archive is called “{value}”."),
    "person": N_("Nobody in this archive is called “{value}”."),
    "kind": N_("No agreement in this archive is of the kind “{value}”."),
    "place": N_("No event in this archive took place in “{value}”."),
}
_YEARS = re.compile(r"(\d{4})?\s*(?:\.\.+|…|[-–—])?\s*(\d{4})?")


class Meant(Struct, frozen=True):
    """Whom a field of a query means, by the number of the index."""

    field: Field
    refused: bool
    entities: tuple[frozenset[int], ...]


class Question(Struct, frozen=True):
    """A query understood. ``selections`` are the candidates, one of each index."""

    query: ArchiveQuery
    selections: tuple[Selection, ...]
    day: date = date.min
    """The day that was today when it was asked."""
    rule: Rule = "strict"
    """How far its words are loosened, which is only done when nothing stricter finds an event."""
    phrases: tuple[str, ...] = ()
    """What must stand in an event, each as :func:`tui.search.find.find` finds it."""
    refused: tuple[str, ...] = ()
    """What must not."""
    meant: tuple[Meant, ...] = ()
    days: tuple[Days, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether all events are wanted."""
        return not self.query.parts

    @property
    def is_exact(self) -> bool:
        """Whether every candidate is wanted, so that no file need be looked at."""
        return not self.phrases and not self.refused


class _Understanding:
    """Understands one query for some indexes."""

    def __init__(self, stores: Sequence[Store], day: date, rule: Rule) -> None:
        self.rule = rule
        self.stores = stores
        self.day = day
        self.wanted: list[list[Expression]] = [[] for _ in stores]
        self.unwanted: list[list[Expression]] = [[] for _ in stores]
        self.phrases: list[str] = []
        self.refused: list[str] = []
        self.meant: list[Meant] = []
        self.days: list[Days] = []

    def words(self, part: Words) -> None:
        if not parse_query(part.text).words and not parse_query(part.text).signs:
            return
        if part.refused:
            self.refused.append(part.text)
            for store, unwanted in zip(self.stores, self.unwanted, strict=True):
                unwanted.append(store.candidates.surely(part.text))
        else:
            self.phrases.append(part.text)
            for store, wanted in zip(self.stores, self.wanted, strict=True):
                wanted.append(store.candidates.of(part.text, self.rule))

    def narrow(self, part: Narrowing) -> None:
        if not part.value:
            sentence = _("Write a value after “{field}:”, such as {example}.")
            example = f"{part.written}:{_example(part.field)}"
            message = sentence.format(field=part.written, example=example)
            raise QueryError(message, part.start, part.end)
        for value, rest in _divisions(part):
            if self._narrowed(part, value):
                if rest:
                    self.words(rest)
                return
        raise _unknown(part)

    def _narrowed(self, part: Narrowing, value: str) -> bool:
        """Narrow by a value; return whether it means anything."""
        if part.field == "in-force":
            days = read_days(value, self.day)
            if days:
                self.days.append(replace(days, refused=part.refused))
            return days is not None
        if part.field == "year":
            found = [_years(store, value) for store in self.stores]
        else:
            open_end = part.open_end and part.value == value
            found = [_named(store, part.field, value, open_end) for store in self.stores]
        if all(entities is None for entities in found):
            return False
        for i, store in enumerate(self.stores):
            events = any_of(store.events_of(entity.id) for entity in found[i] or ())
            (self.unwanted if part.refused else self.wanted)[i].append(events)
        ids = tuple(frozenset(entity.id for entity in entities or ()) for entities in found)
        self.meant.append(Meant(part.field, part.refused, ids))
        return True

    def selections(self) -> Iterator[Selection]:
        for wanted, unwanted in zip(self.wanted, self.unwanted, strict=True):
            expression = without(all_of(wanted), any_of(unwanted))
            yield Selection(expression, tuple(self.days))


def understand(text: str, stores: Sequence[Store], day: date, rule: Rule = "strict") -> Question:
    """Return what a query wants of some indexes on a day that is today.

    Raises :exc:`QueryError` for a mistake.
    """
    query = parse(text)
    understanding = _Understanding(stores, day, rule)
    for part in query.parts:
        if isinstance(part, Words):
            understanding.words(part)
        else:
            understanding.narrow(part)
    return Question(
        query=query,
        selections=tuple(understanding.selections()),
        day=day,
        rule=rule,
        phrases=tuple(understanding.phrases),
        refused=tuple(understanding.refused),
        meant=tuple(understanding.meant),
        days=tuple(understanding.days),
    )


def everything(stores: Sequence[Store]) -> Question:
    """Return the question for all events."""
    return Question(parse(""), tuple(Selection(EVERYTHING) for _ in stores))


def _divisions(part: Narrowing) -> Iterator[tuple[str, Words | None]]:
    """Yield what the value may be, the longest first, and the words behind it."""
    yield part.value, None
    if part.quoted:
        return
    ends = [match.start() for match in re.finditer(r"\s+", part.value)]
    for end in reversed(ends):
        rest = part.value[end:].lstrip() + ("" if part.open_end else " ")
        yield part.value[:end], Words(rest, part.start + end, part.end)


def _named(store: Store, field: Field, value: str, open_end: bool) -> list[EntityRow] | None:
    """Return whom a name means: who is called just so, else all whose names have its words."""
    sort = SORTS[field]
    for key in (*_keys(field, value), identified(value.removeprefix("#"))):
        if exact := store.by_key(sort, key):
            return exact
    words = plain_key(value).split()
    if not words:
        return None
    last = words.pop() if open_end else ""
    return store.named(words, last, sort, MOST_MEANT) or None


def _years(store: Store, value: str) -> list[EntityRow] | None:
    """Return the years of the archive that a value names; none for a value that is not a year."""
    match = _YEARS.fullmatch(value)
    if not match or not (match[1] or match[2]):
        return None
    alone = match[1] if value == match[1] else ""
    first, last = int(match[1] or 0), int(alone or match[2] or 9999)
    return [e for e in store.most_frequent(YEAR, 10_000) if first <= int(e.key) <= last]


def _keys(field: Field, value: str) -> tuple[str, ...]:
    match field:
        case "organization":
            return typed_organization_keys(value)
        case "person":
            return (person_key(value),)
        case "place":
            return (place_key(value),)
        case _:
            return (plain_key(value),)


def _unknown(part: Narrowing) -> QueryError:
    if part.field == "year":
        sentence = _("“{value}” is not a year; write 2022, or 2021..2023 for several.")
    elif part.field == "in-force":
        sentence = _("“{value}” is not a day; write 2024-06-30, a year, or today.")
    else:
        sentence = _(_UNKNOWN[part.field])
    return QueryError(sentence.format(value=clean_line(part.value)[:60]), part.start, part.end)


def _example(field: Field) -> str:
    match field:
        case "year":
            return "2021..2023"
        case "in-force":
            return "2024-06-30"
        case "place":
            return '"Hải Phòng"'
        case "person":
            return '"Đỗ Hoài Nam"'
        case "kind":
            return '"Thỏa thuận hợp tác"'
        case _:
            return '"Viện Kinh tế Việt Nam"'
