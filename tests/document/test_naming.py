"""What the things of a record are called."""

from __future__ import annotations

from datetime import date

import pytest

from tui.document.naming import (
    display_name,
    language_of,
    person_name,
    photo_labels,
    things_of,
)
from tui.record.model import (
    Agreement,
    Document,
    Entity,
    Event,
    Organization,
    Person,
    Photo,
    Record,
)

PERSON = Person(id="nam", name="Đỗ Hoài Nam", honorific_prefix="GS.TS")
ORGANIZATION = Organization(id="so", name="Sở Khoa học")
AGREEMENT = Agreement(id="a", parties=("so", "vien"))
PHOTO = Photo(id="anh-1", caption="Toàn cảnh")
DOCUMENT = Document(id="nq-45", name="Nghị quyết 45")


def record(language: str = "vi") -> Record:
    event = Event(id="e", name="Lễ", start_date=date(2022, 1, 18), in_language=language)
    return Record(
        format=1,
        event=event,
        documents=(DOCUMENT,),
        photos=(PHOTO,),
        agreements=(AGREEMENT,),
        organizations=(ORGANIZATION,),
        people=(PERSON,),
    )


def test_entities_are_listed_by_id_and_kind() -> None:
    assert list(things_of(record()).items()) == [
        ("nam", PERSON),
        ("so", ORGANIZATION),
        ("a", AGREEMENT),
        ("anh-1", PHOTO),
        ("nq-45", DOCUMENT),
    ]


@pytest.mark.parametrize(
    ("language", "vietnamese"),
    [("vi", True), ("VI", True), ("vi-VN", True), ("vi-Latn-VN", True), ("en", False),
     ("vie", False), ("en-vi", False)],
)  # fmt: skip
def test_the_language_of_a_record_is_told_by_its_first_subtag(
    language: str, vietnamese: bool
) -> None:
    assert (language_of(record(language)) == "vi") is vietnamese
    assert photo_labels(record(language)) == {"anh-1": "Ảnh 1" if vietnamese else "Photo 1"}


def test_an_honorific_stands_before_a_name() -> None:
    assert person_name(PERSON) == "GS.TS Đỗ Hoài Nam"
    assert person_name(Person(id="nam", name="Nam")) == "Nam"


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        (PERSON, "GS.TS Đỗ Hoài Nam"),
        (ORGANIZATION, "Sở Khoa học"),
        (DOCUMENT, "Nghị quyết 45"),
        (PHOTO, "Toàn cảnh"),
        (Photo(id="anh-2"), "anh-2"),
        (Agreement(id="a", parties=(), name="Thỏa thuận", kind="biên bản"), "Thỏa thuận"),
        (Agreement(id="a", parties=(), kind="biên bản"), "biên bản"),
        (AGREEMENT, "a"),
    ],
)
def test_the_name_shown_is_never_empty(entity: Entity, name: str) -> None:
    assert display_name(entity) == name
