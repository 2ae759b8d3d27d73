"""The passages of a record as one reads them from top to bottom: the frame of every format."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Literal, TypeAlias

from msgspec import Struct

from tui.export.labels import EMPTY_PANES, FIELDS, GROUPS, PANE_TITLES, SECTIONS
from tui.export.summary import summary
from tui.locale import _
from tui.record.groups import participant_groups
from tui.record.model import Record
from tui.search.passages import PANES, PaneName, Passage
from tui.search.record_passages import record_passages

Kind: TypeAlias = Literal[
    "title",  # the event's name
    "summary",  # its date, place and counts
    "pane",  # the title of a pane
    "headline",  # of the article
    "heading",
    "paragraph",
    "quote",
    "attribution",  # who is quoted
    "item",  # of a list
    "photo",  # where it stands in the article
    "name",  # what an entry is called
    "detail",  # what is said of the entry before
    "fact",  # of the event or its source
]


CLOSE: frozenset[tuple[Kind, Kind]] = frozenset(
    [
        ("title", "summary"),
        ("quote", "attribution"),
        ("item", "item"),
        ("photo", "photo"),
        ("heading", "name"),
        ("heading", "item"),
        ("heading", "fact"),
        ("heading", "paragraph"),
        ("name", "detail"),
        ("detail", "detail"),
        ("fact", "fact"),
    ]
)
"""Kinds that follow each other without a blank line."""


class Line(Struct, frozen=True):
    """A piece of text of any length and what it is; ``label`` stands before it."""

    kind: Kind
    text: str
    label: str = ""


def outline(record: Record, panes: Collection[PaneName] = PANES) -> Iterator[Line]:
    """Yield the lines of a record: the event, then each of ``panes`` in reading order."""
    yield Line("title", record.event.name)
    yield Line("summary", summary(record))
    passages = [passage for passage in record_passages(record) if passage.pane in panes]
    by_pane = {pane: list(group) for pane, group in groupby(passages, lambda p: p.pane)}
    for pane in PANES:
        if pane in panes:
            yield Line("pane", _(PANE_TITLES[pane]))
            held = by_pane.get(pane, [])
            if not held or (pane == "article" and not record.article.body):
                yield Line("paragraph", _(EMPTY_PANES[pane]))
            yield from _article(record, held) if pane == "article" else _entries(record, held)


def _article(record: Record, passages: list[Passage]) -> Iterator[Line]:
    kinds = {f"body[{i}]": block.kind for i, block in enumerate(record.article.body)}
    documents = {document.id for document in record.documents}
    before = short = ""
    for passage in passages:
        if passage.field == "short":
            short = passage.text
        elif passage.field == "headline":
            yield Line("headline", passage.text)
        elif passage.item in kinds:
            yield Line(_kind_in_body(kinds[passage.item], passage.field), passage.text)
        else:
            section = "documents" if passage.item in documents else _unnumbered(passage.item)
            if section != before:
                yield Line("heading", _(SECTIONS[section]))
                before = section
            label = f"{short} =" if passage.field == "long" else _label(section, passage)
            yield Line(_kind_behind(section, passage.field), passage.text, label)


def _kind_in_body(block: str, field: str) -> Kind:
    if field == "by":
        return "attribution"
    if field.startswith("items"):
        return "item"
    if field.startswith("photos"):
        return "photo"
    return "heading" if block == "heading" else "quote" if block == "quote" else "paragraph"


def _kind_behind(section: str, field: str) -> Kind:
    """Return what a passage is that stands behind the article."""
    if section == "notes":
        return "item"
    if section in ("documents", "related"):
        return "name" if field in ("name", "title") else "detail"
    return "fact"


def _entries(record: Record, passages: list[Passage]) -> Iterator[Line]:
    """Yield the entries of a pane that is a list: what each is called and what is said of it."""
    heading = {group.members[0].id: _(GROUPS[group.name]) for group in participant_groups(record)}
    for item, group in groupby(passages, lambda passage: passage.item):
        for number, passage in enumerate(group):
            if number == 0 and passage.pane == "participants" and item in heading:
                yield Line("heading", heading[item])
            label = _label(passage.pane, passage) if number else ""
            yield Line("detail" if number else "name", passage.text, label)


def _label(section: str, passage: Passage) -> str:
    label = FIELDS.get(f"{section}.{_unnumbered(passage.field)}")
    return _(label) if label else ""


def _unnumbered(path: str) -> str:
    """Return the path of a list's item without its number: ``notes`` for ``notes[0]``."""
    return path.partition("[")[0]
