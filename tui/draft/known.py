"""People and organisations of other records, whose ids and names a draft takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from tui.draft import lexicon
from tui.draft.model import Draft, DraftOrganization, DraftPerson
from tui.record.model import Organization, Person, Record

_Known = TypeVar("_Known", bound=Person | Organization)
_Found = TypeVar("_Found", bound=DraftPerson | DraftOrganization)


class Known:
    """People and organisations by their names. A name that two of them have tells neither."""

    def __init__(self) -> None:
        self._people: dict[str, dict[str, Person]] = {}
        self._organizations: dict[str, dict[str, Organization]] = {}

    def add(self, record: Record) -> None:
        """Take the people and organisations of a record."""
        _add(self._people, record.people)
        _add(self._organizations, record.organizations)

    def applied_to(self, draft: Draft) -> Draft:
        """Return a draft in which who is known has the known id, name and variants."""
        return replace(
            draft,
            people=tuple(_applied(self._people, draft.people)),
            organizations=tuple(_applied(self._organizations, draft.organizations)),
        )


def _add(known: dict[str, dict[str, _Known]], things: Iterable[_Known]) -> None:
    for thing in things:
        for name in (thing.name, *thing.alternate_names):
            known.setdefault(lexicon.phrase_key(name), {}).setdefault(thing.id, thing)


def _applied(known: dict[str, dict[str, _Known]], found: Iterable[_Found]) -> Iterable[_Found]:
    used: set[str] = set()
    for thing in found:
        same = known.get(lexicon.phrase_key(thing.name), {})
        one = next(iter(same.values())) if len(same) == 1 else None
        if one is None or one.id in used:
            yield thing
            continue
        used.add(one.id)
        names = dict.fromkeys((thing.name, *thing.other_names, *one.alternate_names))
        others = tuple(name for name in names if name != one.name)
        yield replace(thing, id=one.id, name=one.name, other_names=others)
