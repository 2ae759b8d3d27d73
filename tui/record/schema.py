"""The JSON Schema of the event file, made from the model: ``data/event.schema.json``."""

from __future__ import annotations

from typing import Any

import msgspec

from tui.record.model import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "An event record, format 1"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the event file.

    Editors check TOML against it as they would JSON: a TOML date is a text of the format ``date``,
    and there is no null. The rules that compare values with others are not in it.
    """
    return {"$schema": DIALECT, "title": TITLE, **_for_toml(msgspec.json.schema(Record))}


def schema_text() -> str:
    """Return the JSON Schema as the content of a file."""
    return msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode() + "\n"


def _for_toml(schema: Any) -> Any:
    """Return a schema without null, which TOML has not, and without defaults that say nothing."""
    if isinstance(schema, list):
        return [_for_toml(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: _for_toml(value) for key, value in schema.items() if not _is_idle(key, value)}
    if "anyOf" in result:
        present = [each for each in result.pop("anyOf") if each != {"type": "null"}]
        result.update({"anyOf": present} if len(present) > 1 else present[0])
    if isinstance(description := result.get("description"), str):
        result["description"] = description.replace("``", '"')
    return result


def _is_idle(key: str, value: Any) -> bool:
    """Return whether a key of a schema says nothing."""
    return (key == "default" and not isinstance(value, str)) or value == ""
