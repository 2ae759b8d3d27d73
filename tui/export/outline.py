"""A document as one reads it from top to bottom: the frame of every printed form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from tui.document.model import SECTIONS, Document, Group, Kind, SectionName

LineKind: TypeAlias = (
    Kind
    | Literal[
        "title",  # of the document
        "summary",
        "section",  # the title of a section
        "group",  # the heading of a group
    ]
)

_IN_ONE_LIST: frozenset[LineKind] = frozenset(("entry", "fact"))
"""Items that begin so follow each other without a blank line, unless they are of the article."""


class OutlineLine(Struct, frozen=True):
    """A text of any length and what it is; ``label`` stands before it, or alone.

    ``gap`` tells that it is set apart from the line before, ``item`` whose text it is.
    """

    kind: LineKind
    words: str
    label: str = ""
    gap: bool = False
    item: str = ""


def outline(
    document: Document, sections: Collection[SectionName] = SECTIONS
) -> Iterator[OutlineLine]:
    """Yield the lines of a document: its title, then each of ``sections`` in reading order."""
    yield OutlineLine("title", document.title)
    yield OutlineLine("summary", document.summary)
    for section in document.sections:
        if section.name in sections:
            yield OutlineLine("section", section.title, gap=True)
            if section.nothing:
                yield OutlineLine("paragraph", section.nothing, gap=True)
            for group in section.groups:
                yield from _group(group)


def _group(group: Group) -> Iterator[OutlineLine]:
    if group.heading:
        yield OutlineLine("group", group.heading, gap=True)
    for number, item in enumerate(group.items):
        apart = number > 0 or not group.heading
        if number and group.heading and item.texts[0].kind in _IN_ONE_LIST:
            apart = False
        for text in item.texts:
            yield OutlineLine(text.kind, text.words, text.label, apart, item.id)
            apart = False
