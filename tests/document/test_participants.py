"""The groups of participants and the order in them."""

from __future__ import annotations

from datetime import date

import pytest

from tui.document.participants import participant_groups
from tui.record.model import Event, Organization, OrganizationRole, Person, PersonRole, Record


def groups(*members: Person | Organization) -> list[tuple[str, list[str]]]:
    record = Record(
        format=1,
        event=Event(id="e", name="Lễ", start_date=date(2022, 1, 18)),
        people=tuple(each for each in members if isinstance(each, Person)),
        organizations=tuple(each for each in members if isinstance(each, Organization)),
    )
    return [
        (name, [member.name for member in members])
        for name, members in participant_groups(record).items()
    ]


def person(name: str, *roles: PersonRole) -> Person:
    return Person(id="p", name=name, roles=roles)


def organization(name: str, *roles: OrganizationRole) -> Organization:
    return Organization(id="o", name=name, roles=roles)


@pytest.mark.parametrize(
    ("roles", "group"),
    [
        (("guest",), "guests"),
        (("guest", "organizer-side", "speaker"), "guests"),
        (("organizer-side",), "hosts"),
        (("speaker", "organizer-side"), "hosts"),
        (("speaker",), "speakers"),
        (("signatory",), "speakers"),
        (("mentioned",), "people"),
        ((), "people"),
    ],
)
def test_a_person_is_in_the_first_group_that_a_role_gives(
    roles: tuple[PersonRole, ...], group: str
) -> None:
    assert groups(person("Nam", *roles)) == [(group, ["Nam"])]


@pytest.mark.parametrize(
    ("roles", "group"),
    [
        (("party",), "parties"),
        (("organizer", "party"), "parties"),
        (("organizer",), "organizers"),
        (("mentioned",), "organizations"),
        ((), "organizations"),
    ],
)
def test_an_organization_is_in_the_first_group_that_a_role_gives(
    roles: tuple[OrganizationRole, ...], group: str
) -> None:
    assert groups(organization("Sở", *roles)) == [(group, ["Sở"])]


def test_the_groups_stand_in_one_order_and_none_is_empty() -> None:
    assert groups() == []
    found = groups(
        organization("Hội"),
        person("Lan"),
        organization("Viện", "party"),
        organization("Sở", "organizer"),
        person("Mai", "speaker"),
        person("Tuấn", "organizer-side"),
        person("Nam", "guest"),
    )
    assert [name for name, _ in found] == [
        "guests", "hosts", "speakers", "organizers", "parties", "people", "organizations",
    ]  # fmt: skip


def test_people_sort_by_given_name_and_organizations_from_their_first_word() -> None:
    assert groups(
        person("Đỗ Hoài Nam"),
        person("Trần Đức Anh"),
        person("Lê Ánh"),
        organization("Viện Anh"),
        organization("Ban Việt"),
    ) == [
        ("people", ["Trần Đức Anh", "Lê Ánh", "Đỗ Hoài Nam"]),
        ("organizations", ["Ban Việt", "Viện Anh"]),
    ]
