"""docs/format.md says of every key what the model says; the papers show valid event files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest
import tomli

from tui.record import model
from tui.record.model import Record

ROOT = Path(__file__).parents[2]
FORMAT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")

TABLES: dict[str, type[msgspec.Struct]] = {
    "### Top level": model.Record,
    "### `[event]`": model.Event,
    "### `[source]`": model.Source,
    "### `[article]`": model.Article,
    "A block has a `kind`": model.Block,
    "### `[[people]]`": model.Person,
    "Each of the `positions`": model.Position,
    "### `[[organizations]]`": model.Organization,
    "### `[[agreements]]`": model.Agreement,
    "### `[[photos]]`": model.Photo,
    "### `[[documents]]`": model.Document,
    "### `[[abbreviations]]`": model.Abbreviation,
    "### `[[notes]]`": model.Note,
    "### `[[related]]`": model.Related,
}
"""For each table of keys the words before it and the part of the model it documents."""


def rows(before: str) -> dict[str, str]:
    """Return the first table after some words: for each key what is said of its value."""
    assert FORMAT.count(before) == 1
    _, _, after = FORMAT.partition(before)
    found = re.search(r"^\| key \| value \|\n\|---\|---\|\n((?:\|.*\n)+)", after, re.MULTILINE)
    assert found is not None
    return dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", found[1], re.MULTILINE))


def test_every_part_of_the_model_has_its_table() -> None:
    parts = {
        value
        for value in vars(model).values()
        if isinstance(value, type)
        and issubclass(value, msgspec.Struct)
        and msgspec.structs.fields(value)
    }
    parts = {part for part in parts if msgspec.structs.fields(part)}
    assert parts == set(TABLES.values())


@pytest.mark.parametrize("before", TABLES)
def test_a_table_lists_the_keys_and_which_are_required(before: str) -> None:
    listed = {key: value.startswith("**required**") for key, value in rows(before).items()}
    fields = msgspec.structs.fields(TABLES[before])
    assert listed == {field.encode_name: field.required for field in fields}


@pytest.mark.parametrize(
    ("before", "key", "words"),
    [
        ("### `[event]`", "part_of_day", model.PartOfDay),
        ("A block has a `kind`", "kind", model.BlockKind),
        ("### `[[people]]`", "roles", model.PersonRole),
        ("### `[[organizations]]`", "roles", model.OrganizationRole),
    ],
)
def test_a_key_that_takes_one_of_some_words_lists_them(
    before: str, key: str, words: object
) -> None:
    listed = re.findall('`"([^"]+)"`', rows(before)[key])
    assert listed == [word for word in get_args(words) if word]


def examples() -> list[tuple[str, str]]:
    """Return the event files shown in the papers, each with the name of its paper."""
    return [
        (paper.name, block)
        for paper in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
        for block in re.findall(r"^```toml\n(.*?)^```", paper.read_text("utf-8"), re.M | re.S)
        if re.search("^format = ", block, re.M)
    ]


def test_the_papers_show_event_files() -> None:
    assert {"README.md", "format.md", "huong-dan.md"} <= {paper for paper, _ in examples()}


@pytest.mark.parametrize(("paper", "example"), examples())
def test_an_event_file_shown_in_a_paper_is_valid(paper: str, example: str) -> None:
    record = msgspec.convert(tomli.loads(example), Record)
    assert record.agreements
