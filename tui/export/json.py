"""JSON with the keys of the event file; what the file leaves out is left out here too."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from msgspec import Struct

from tui.document.model import SECTIONS, SectionName
from tui.record.model import Record

_PANES: dict[SectionName, tuple[str, ...]] = {
    "article": ("source", "article", "documents", "abbreviations", "notes", "related"),
    "participants": ("people", "organizations"),
    "agreements": ("agreements",),
    "photos": ("photos",),
}
"""The keys of the file whose texts stand in each pane; ``format`` and ``event`` always do."""


def render(record: Record, panes: Collection[SectionName] = SECTIONS) -> str:
    """Return the record as JSON (RFC 8259), indented by two, that ends with a line feed."""
    wanted = {"format", "event"}.union(*(_PANES[pane] for pane in panes))
    document = {key: value for key, value in _filled(record).items() if key in wanted}
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _filled(value: Any) -> Any:
    """Return a part of a record as plain values, without those that are the model's defaults."""
    if isinstance(value, Struct):
        return {
            field.name: _filled(held)
            for field in msgspec.structs.fields(value)
            if (held := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple):
        return [_filled(item) for item in value]
    return value
