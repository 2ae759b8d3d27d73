"""The sample archive: sound records, named sources, people and bodies that recur."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tui.record.loading import load
from tui.record.model import Record

FOLDER = Path(__file__).parents[2] / "data" / "archive"
FILES = sorted(FOLDER.glob("20*.toml"))


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """Every sample by the name of its file; a mistake in one of them raises."""
    return {path.name: load(path) for path in FILES}


def test_every_sample_is_named_after_its_day(records: dict[str, Record]) -> None:
    for name, record in records.items():
        assert name.startswith(f"{record.event.start_date}-"), name


def test_every_sample_has_an_id_of_its_own(records: dict[str, Record]) -> None:
    ids = Counter(record.event.id for record in records.values())
    assert [used for used, times in ids.items() if times > 1] == []


def test_every_sample_names_its_source(records: dict[str, Record]) -> None:
    for name, record in records.items():
        assert record.source.publisher, name
        assert record.source.title, name
        assert record.source.note, name


def test_people_and_organizations_recur(records: dict[str, Record]) -> None:
    """A dossier needs more than one event to tell of."""
    people = Counter(person.name for record in records.values() for person in record.people)
    bodies = Counter(body.name for record in records.values() for body in record.organizations)
    assert max(people.values()) > 1
    assert max(bodies.values()) > 1


def test_one_id_is_one_name_throughout(records: dict[str, Record]) -> None:
    """Two ids for one body, or one for two, would lead whoever compares the files astray."""
    pairs = {
        pair
        for record in records.values()
        for pair in (
            *((person.id, person.name) for person in record.people),
            *((body.id, body.name) for body in record.organizations),
        )
    }
    assert len(pairs) == len({id_ for id_, _name in pairs}) == len({name for _id, name in pairs})
