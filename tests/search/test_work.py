"""Twice as many people, bodies or words take twice the work to find who is named where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reliability import case
from tests.work import assert_linear
from tui.document.model import Text
from tui.document.texts import Texts
from tui.record.model import Entity, Organization, Person
from tui.search.mentions import Mentions

Event = tuple[list[str], list[Entity]]
NAM = Person(id="nam", name="Nguyễn Văn Nam", honorific_prefix="GS.TS")
AN = Person(id="an", name="Trần Thị An")
SO = Organization(id="so", name="Sở Khoa học và Công nghệ Hải Phòng", alternate_names=("Sở KH&CN",))


def bodies_of_one_name(n: int) -> Event:
    """400 of them in a file of 219 KB left the screen deaf for 42 s."""
    return ["Viện Kinh tế họp. " * 4] * n, [
        Organization(id=f"o{i}", name="Viện Kinh tế") for i in range(n)
    ]


def people_of_one_name(n: int) -> Event:
    """100, 200 and 400 of them took 1.8, 6 and 22 million calls."""
    people = [Person(id=f"p{i}", name="Nguyễn Văn Nam", honorific_prefix="GS.TS") for i in range(n)]
    return ["GS Nguyễn Văn Nam nói. " * 4] * n, [*people]


def people_of_one_name_and_an_honorific_each(n: int) -> Event:
    people = [Person(id=f"p{i}", name="Đỗ Nam", honorific_prefix=f"Bậc{i}") for i in range(n)]
    return [f"Bậc{i} Nam và Bậc{i} Đỗ Nam nói. " * 4 for i in range(n)], [*people]


def people_of_one_given_name(n: int) -> Event:
    return ["Ông Nam và ông Nam nói. " * 4] * n, [
        Person(id=f"p{i}", name=f"Trần X{i} Nam") for i in range(n)
    ]


def people_of_few_given_names(n: int) -> Event:
    people = [Person(id=f"p{i}", name=f"Trần X{i} N{i // 30}") for i in range(n)]
    return [f"Ông N{i // 30} và ông X{i} N{i // 30} nói. " * 4 for i in range(n)], [*people]


def bodies_with_abbreviations(n: int) -> Event:
    bodies = [Organization(id=f"o{i}", name=f"UBND TP Hải Phòng {i}") for i in range(n)]
    return [f"Ủy ban nhân dân thành phố Hải Phòng {i} họp. " for i in range(n)], [*bodies]


def names_that_begin_alike(n: int) -> Event:
    names = tuple("a " * (i % 290 + 2) + "b" for i in range(n))
    return ["a " * 80] * n, [Organization(id="o", name="Sở", alternate_names=names)]


def names_within_names(n: int) -> Event:
    names = tuple("a " * (i % 290 + 2) for i in range(290))
    return ["a " * n], [Organization(id="o", name="Sở", alternate_names=names)]


def a_paragraph_of_names(n: int) -> Event:
    """Names were looked for in 200,000 characters of a paragraph only: 3.3 MB took 26 s."""
    return ["Nguyễn Văn Nam nói với bà An tại Sở KH&CN. " * n], [NAM, AN, SO]


def a_paragraph_of_capitals(n: int) -> Event:
    return ["Nguyễn Văn Nam " * n], [NAM, AN, SO]


def a_paragraph_of_honorifics(n: int) -> Event:
    return ["GS.TS " * n + "GS Nam và ông Nam, " * n], [NAM, AN]


EVENTS = [
    bodies_of_one_name,
    people_of_one_name,
    people_of_one_name_and_an_honorific_each,
    people_of_one_given_name,
    people_of_few_given_names,
    bodies_with_abbreviations,
    names_that_begin_alike,
    names_within_names,
    a_paragraph_of_names,
    a_paragraph_of_capitals,
    a_paragraph_of_honorifics,
]


def mentions_of(event: Event) -> Mentions:
    texts, things = event
    shown = Texts([Text("article", f"body[{i}]", "text", text) for i, text in enumerate(texts)])
    return Mentions({thing.id: thing for thing in things}, shown)


@case("Mentions: twice the event, at most 2.5 times the work")
@pytest.mark.parametrize("event", EVENTS)
def test_twice_the_event_is_twice_the_work(event: Callable[[int], Event]) -> None:
    def prepare(n: int) -> Callable[[], object]:
        made = event(n)
        mentions = mentions_of(made)
        return lambda: mentions.of(made[1][0].id)

    assert_linear(prepare, 150 if event is names_within_names else 60)


@case("Mentions: twice the event, at most 2.5 times the work")
def test_twice_the_parties_of_an_agreement_is_twice_the_work() -> None:
    """Each of 93 parties was looked for in all of 192 KB: the marks came after 5 s."""

    def prepare(n: int) -> Callable[[], object]:
        names = [f"Viện Kinh tế số {i}" for i in range(n)]
        bodies = [Organization(id=f"o{i}", name=name) for i, name in enumerate(names)]
        mentions = mentions_of(([f"{name} họp. " + "Trời mưa. " * 80 for name in names], [*bodies]))
        return lambda: mentions.of_any([body.id for body in bodies])

    assert_linear(prepare, 60)
