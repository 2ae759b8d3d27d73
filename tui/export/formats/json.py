"""JSON with the keys of the event file; what the file leaves out is left out here too.

``mentions`` is added: where the texts name the things of the event, each with the address of the
text, the span in code points and the id of the thing.

A document that is not of one record has its own parts as keys: sections, groups, items, texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from tui.document.model import Document, SectionName
from tui.export.options import Options
from tui.search.mentions import Mentions

ENCODING = "utf-8"

_PANES: dict[SectionName, tuple[str, ...]] = {
    "article": ("source", "article", "documents", "abbreviations", "notes", "related"),
    "participants": ("people", "organizations"),
    "agreements": ("agreements",),
    "photos": ("photos",),
}
"""The keys of the file whose texts stand in each pane; ``format`` and ``event`` always do."""


def render(document: Document, options: Options) -> str:
    """Return the document as JSON (RFC 8259), indented by two, that ends with a line feed."""
    held = _of_record(document, options) if document.record else _of_parts(document, options)
    if mentions := [*_mentions(document, options)]:
        held["mentions"] = mentions
    return msgspec.json.format(msgspec.json.encode(held), indent=2).decode() + "\n"


def _of_record(document: Document, options: Options) -> dict[str, Any]:
    wanted = {"format", "event"}.union(*(_PANES[pane] for pane in options.sections_or_all))
    return {key: value for key, value in _filled(document.record).items() if key in wanted}


def _mentions(document: Document, options: Options) -> Iterator[dict[str, Any]]:
    """Yield where the texts name a thing, in reading order."""
    mentions = Mentions(document.things, document.texts)
    for index, text in enumerate(document.texts):
        if text.section not in options.sections_or_all:
            continue
        for named in mentions.within(index):
            yield {
                "section": text.section,
                "item": text.item,
                "field": text.field,
                "start": named.start,
                "end": named.end,
                "id": named.id,
            }


def _of_parts(document: Document, options: Options) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "summary": document.summary,
        "sections": [
            _filled(section)
            for section in document.sections
            if section.name in options.sections_or_all
        ],
    }


@cache
def _defaults(kind: type[Struct]) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a part of a record, each with its default; msgspec takes long for it."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind))


def _filled(value: Any) -> Any:
    """Return a part of a record as plain values, without those that are the model's defaults."""
    if isinstance(value, Struct):
        return {
            name: _filled(held)
            for name, default in _defaults(type(value))
            if (held := getattr(value, name)) != default
        }
    if isinstance(value, tuple):
        return [_filled(item) for item in value]
    return value
