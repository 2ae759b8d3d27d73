"""The JSON Schema says what the loader does."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from tests.record.bad_files import BAD
from tui.record.schema import json_schema, schema_text

DATA = Path(__file__).parents[2] / "data"


def as_json(value: Any) -> Any:
    """Return a value of TOML as editors see it."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def errors(document: dict[str, Any]) -> list[Any]:
    checker = jsonschema.Draft202012Validator(
        json_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return list(checker.iter_errors(as_json(document)))


def test_the_schema_file_is_that_of_the_model() -> None:
    """If it is not: ``python -m tests.record.write``."""
    assert (DATA / "event.schema.json").read_text("utf-8") == schema_text()


def test_is_a_schema_of_its_draft() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("file", sorted(DATA.glob("*.toml")), ids=lambda file: file.name)
def test_the_files_that_come_with_the_program_are_valid(file: Path) -> None:
    assert errors(tomli.loads(file.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "name",
    [
        *("empty", "key-unknown", "key-missing", "table-for-tables", "tables-for-table"),
        *("type-date-in-quotes", "type-number-for-text", "word-unknown", "id-capitals"),
        *("empty-name", "format-0", "format-2", "parties-one"),
    ],
)
def test_finds_what_needs_no_comparison(name: str) -> None:
    assert errors(tomli.loads((BAD / f"{name}.toml").read_text("utf-8")))


def test_every_part_is_described() -> None:
    definitions = json_schema()["$defs"]
    assert all(part["description"] for part in definitions.values())
    assert all(part["additionalProperties"] is False for part in definitions.values())
