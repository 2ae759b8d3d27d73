"""The second section: the people and organisations of an event, in groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tui.document.model import Group, Item, Reference, Section, Text
from tui.document.naming import Naming, display_name, language_of
from tui.document.sections import SectionWords, section
from tui.document.words import FORMER, OFFICE, PARTICIPANTS, ROLES
from tui.locale import N_, _, in_language
from tui.record.model import Entity, Organization, Person, Position, Record
from tui.text.collation import name_key, text_key

_TOLD_BY_THE_HEADING = frozenset({"guest", "organizer-side", "party", "mentioned"})


WORDS = SectionWords(
    title=N_("Participants"),
    nothing=N_("This record names no participants."),
    about=N_("Who took part: people with their offices, and organisations."),
)
ALSO = N_("also:")
"""Stands before other names."""


def of_record(record: Record, things: Mapping[str, Entity], _today: date) -> Section:
    """Return the participants of a record as a section."""
    naming = Naming("participants", things)
    language = language_of(record)
    groups = tuple(
        Group(
            name,
            tuple(Item(member.id, tuple(_texts(member, naming, language))) for member in members),
            _(PARTICIPANTS[name]),
            counted=True,
        )
        for name, members in participant_groups(record).items()
    )
    return section("participants", groups)


def participant_groups(record: Record) -> dict[str, tuple[Person | Organization, ...]]:
    """Return the participants by the name of their group, in the order in which they are shown.

    In a group they stand in the order of Vietnamese lists of names. No group is empty.
    """
    found: dict[str, list[Person | Organization]] = {name: [] for name in PARTICIPANTS}
    for person in sorted(record.people, key=lambda person: name_key(person.name)):
        found[_group_of_person(person)].append(person)
    for organization in sorted(record.organizations, key=lambda member: text_key(member.name)):
        found[_group_of_organization(organization)].append(organization)
    order = ("guests", "hosts", "speakers", "organizers", "parties", "people", "organizations")
    return {name: tuple(found[name]) for name in order if found[name]}


def role_names(member: Person | Organization) -> str:
    """Return the parts that a participant had, in one line."""
    return ", ".join(_(ROLES[role]) for role in member.roles)


def _group_of_person(person: Person) -> str:
    if "guest" in person.roles:
        return "guests"
    if "organizer-side" in person.roles:
        return "hosts"
    if "speaker" in person.roles or "signatory" in person.roles:
        return "speakers"
    return "people"


def _group_of_organization(organization: Organization) -> str:
    if "party" in organization.roles:
        return "parties"
    if "organizer" in organization.roles:
        return "organizers"
    return "organizations"


def _texts(member: Person | Organization, naming: Naming, language: str) -> Iterator[Text]:
    yield naming.own(member.id, "name", display_name(member), "name")
    if isinstance(member, Person):
        for i, position in enumerate(member.positions):
            yield office(naming, member.id, f"positions[{i}]", position, language)
    if member.alternate_names:
        pairs = ((name, member.id) for name in member.alternate_names)
        yield naming.joined(member.id, "alternate_names", pairs, "detail", _(ALSO))
    if roles := [role for role in member.roles if role not in _TOLD_BY_THE_HEADING]:
        told = ", ".join(_(ROLES[role]) for role in roles)
        yield naming.text(member.id, "roles", "", "role", told)


def office(naming: Naming, item: str, field: str, position: Position, language: str) -> Text:
    """Return an office as one reads it: ``Nguyên Chủ tịch Viện Hàn lâm …``."""
    title = position.title
    if position.former:
        title = in_language(language, FORMER).format(title=title)
    title = title[:1].upper() + title[1:]
    if not position.organization:
        return naming.text(item, field, title, "detail")
    body = naming.named(item, field, position.organization, "detail")
    words = in_language(language, OFFICE).format(title=title, organization=body.words)
    start = len(words) - len(body.words)
    references = tuple(
        Reference(start + each.start, start + each.end, each.id) for each in body.references
    )
    return naming.text(item, field, words, "detail", references=references)
