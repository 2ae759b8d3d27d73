"""Whom a name may mean in an archive, and how a query may go on."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tui.archive.archive import Archive, Facet
from tui.archive.identity import identified, person_key, plain_key, typed_organization_keys
from tui.archive.query import FIELDS, Narrowing, Words, parse, written_value
from tui.archive.question import SORTS
from tui.archive.schema import ORGANIZATION, PERSON
from tui.archive.store import EntityRow
from tui.text.folding import fold

MOST = 20


class Completion(Struct, frozen=True):
    """A way in which a query may go on: what to put in place of ``[start, end)`` of it.

    ``name`` is what to show of it, ``events`` in how many it is; 0 for a field.
    """

    start: int
    end: int
    text: str
    name: str
    events: int = 0


def whom(archive: Archive, name: str) -> list[Facet]:
    """Return the organisations and people that a name means, the most frequent first.

    Who is called just so comes alone; else all whose names have its words.
    """
    keys = {
        *((ORGANIZATION, key) for key in typed_organization_keys(name)),
        (PERSON, person_key(name)),
        *((sort, identified(name.removeprefix("#"))) for sort in (ORGANIZATION, PERSON)),
    }
    exact = [
        [entity for sort, key in sorted(keys) for entity in store.by_key(sort, key)]
        for store in archive.stores
    ]
    if any(exact):
        return _together(exact)
    words = plain_key(name).split()
    if not words:
        return []
    sorts = ORGANIZATION + PERSON
    return _together([store.named(words, "", sorts, MOST) for store in archive.stores])


def named(archive: Archive, sorts: str, beginning: str, limit: int = MOST) -> list[Facet]:
    """Return what has the words of a beginning in its name, the last of them typed in part."""
    words = plain_key(beginning).split()
    is_word_done = not words or beginning[-1:].isspace()
    last = "" if is_word_done else words.pop()
    found = [store.named(words, last, sorts, limit) for store in archive.stores]
    return _together(found)[:limit]


def completions(archive: Archive, text: str, cursor: int) -> list[Completion]:
    """Return how a query may go on where the cursor is."""
    query = parse(text)
    if query.text != text:  # what is not composed yet is not completed either
        return []
    for part in query.parts:
        if not part.start <= cursor <= part.end:
            continue
        if isinstance(part, Words):
            return _fields(part, text, cursor)
        sort = SORTS.get(part.field)
        return _values(archive, part, sort, cursor) if sort else []
    return []


def _values(archive: Archive, part: Narrowing, sort: str, cursor: int) -> list[Completion]:
    start, end = part.start - part.quoted, part.end + part.quoted
    found = named(archive, sort, part.value[: cursor - part.start])
    return [
        Completion(start, end, written_value(facet.name), facet.name, facet.events)
        for facet in found
    ]


def _fields(part: Words, text: str, cursor: int) -> list[Completion]:
    """Return the fields that begin as what was typed last does, be it of two words."""
    folded = fold(text[part.start : cursor])
    found: list[Completion] = []
    for name in FIELDS:
        for words in range(name.count(" ") + 1, 0, -1):
            typed = " ".join(folded.split(" ")[-words:]).lstrip("-")
            if typed and fold(name).startswith(typed):
                found.append(Completion(cursor - len(typed), cursor, f"{name}:", f"{name}:"))
                break
    return sorted(found, key=lambda completion: completion.start)


def _together(found: Iterable[Iterable[EntityRow]]) -> list[Facet]:
    """Return the entities of several indexes, those of one key together."""
    by_key: dict[tuple[str, str], list[EntityRow | None]] = {}
    lists = [list(entities) for entities in found]
    for i, entities in enumerate(lists):
        for entity in entities:
            known = by_key.setdefault((entity.sort, entity.key), [None] * len(lists))
            known[i] = entity
    facets = []
    for (sort, key), known in by_key.items():
        entities = [entity for entity in known if entity]
        events = sum(entity.events for entity in entities)
        facets.append(Facet(sort, key, entities[0].name, events, tuple(known)))
    return sorted(facets, key=lambda facet: -facet.events)
