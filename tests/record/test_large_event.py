"""The large event of the benchmarks and pictures is sound, and has all that it is made for."""

from __future__ import annotations

from collections import Counter

import pytest

from tests import large_event
from tui.document.periods import STATES, state
from tui.record.loading import loads
from tui.record.model import Record


@pytest.fixture(scope="module")
def record() -> Record:
    return loads(large_event.event().encode(), "large.toml")


def test_it_is_as_large_as_it_says(record: Record) -> None:
    kinds = Counter(block.kind for block in record.article.body)
    assert len(record.people) == large_event.PEOPLE
    assert len(record.agreements) == large_event.AGREEMENTS
    assert len(record.photos) == large_event.PHOTOS
    assert kinds["paragraph"] == large_event.PARAGRAPHS
    assert min(kinds["heading"], kinds["quote"], kinds["list"], len(record.notes)) >= 10


def test_the_same_seed_gives_the_same_event() -> None:
    assert large_event.event(2) == large_event.event(2) != large_event.event(3)


def test_its_agreements_are_in_every_state(record: Record) -> None:
    states = Counter(state(agreement, large_event.TODAY) for agreement in record.agreements)
    assert set(states) == {*STATES, ""}


def test_its_people_share_given_names(record: Record) -> None:
    given = Counter(person.name.split()[-1] for person in record.people)
    assert min(given.values()) > 1


def test_its_people_are_named_in_the_article(record: Record) -> None:
    article = "\n".join(block.text for block in record.article.body)
    named = [person for person in record.people if person.name in article]
    assert len(named) > large_event.PEOPLE / 2
