"""The groups in which the participants of an event are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from tui.record.model import Organization, Person, Record
from tui.text.collation import name_key, text_key

GroupName: TypeAlias = Literal[
    "guests", "hosts", "speakers", "people", "organizers", "parties", "organizations"
]


class Group(Struct, frozen=True):
    """Participants of one kind, in the order of Vietnamese lists of names."""

    name: GroupName
    members: tuple[Person | Organization, ...]


def _person_group(person: Person) -> GroupName:
    if "guest" in person.roles:
        return "guests"
    if "organizer-side" in person.roles:
        return "hosts"
    if "speaker" in person.roles or "signatory" in person.roles:
        return "speakers"
    return "people"


def _organization_group(organization: Organization) -> GroupName:
    if "party" in organization.roles:
        return "parties"
    if "organizer" in organization.roles:
        return "organizers"
    return "organizations"


def participant_groups(record: Record) -> tuple[Group, ...]:
    """Return the people and organisations of a record in groups; no group is empty."""
    people = _grouped(record.people, _person_group, lambda person: name_key(person.name))
    organizations = _grouped(
        record.organizations, _organization_group, lambda organization: text_key(organization.name)
    )
    order: tuple[GroupName, ...] = (
        "guests",
        "hosts",
        "speakers",
        "organizers",
        "parties",
        "people",
        "organizations",
    )
    found = people | organizations
    return tuple(Group(name, found[name]) for name in order if name in found)


def _grouped(
    members: Iterable[Any],
    group_of: Callable[[Any], GroupName],
    key: Callable[[Any], Any],
) -> dict[GroupName, tuple[Any, ...]]:
    found: dict[GroupName, list[Any]] = {}
    for member in members:
        found.setdefault(group_of(member), []).append(member)
    return {name: tuple(sorted(group, key=key)) for name, group in found.items()}
