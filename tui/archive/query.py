"""The query language of an archive: words as in docs/search.md, and what narrows events.

``khoa học tổ chức:"Viện Kinh tế Việt Nam" năm:2021..2023 -hội`` is taken apart here; whom a name
means is looked up in :mod:`tui.archive.question`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from tui.text.canonical import canonical
from tui.text.folding import fold

Field: TypeAlias = Literal["organization", "person", "kind", "place", "year", "in-force"]

FIELDS: dict[str, Field] = {
    "tổ chức": "organization",
    "org": "organization",
    "người": "person",
    "person": "person",
    "loại": "kind",
    "kind": "kind",
    "nơi": "place",
    "place": "place",
    "năm": "year",
    "year": "year",
    "hiệu lực": "in-force",
    "in-force": "in-force",
}
"""The names of fields, in both languages; in a query their marks may be left out."""

_BY_FOLDED = {fold(name): field for name, field in FIELDS.items()}
_NAME = "|".join(re.escape(name).replace(r"\ ", " {1,3}") for name in _BY_FOLDED)
_FIELD = re.compile(rf"(?<!\S)(-?)({_NAME}):")
_REFUSED = re.compile(r'(?<!\S)-(?=[^\s-])(?:"[^"\n]*"|[^\s"]+)')
_QUOTED = re.compile(r'"[^"\n]*"')


class Words(Struct, frozen=True):
    """Words to find as :func:`tui.search.find.find` does; ``refused`` if they must not be there."""

    text: str
    start: int
    end: int
    refused: bool = False


class Narrowing(Struct, frozen=True):
    """A field and its value. ``[start, end)`` is where the value stands in the query.

    A value in quotes is just that; of one without, the words up to the next field may or may not
    belong to it.
    """

    field: Field
    written: str
    """The field as it was typed."""
    value: str
    start: int
    end: int
    quoted: bool = False
    refused: bool = False
    open_end: bool = False
    """Whether the value may still be being typed: nothing follows it."""


class ArchiveQuery(Struct, frozen=True):
    """A query taken apart."""

    text: str
    parts: tuple[Words | Narrowing, ...]


def parse(text: str) -> ArchiveQuery:
    """Return any text taken apart."""
    text = canonical(text)
    return ArchiveQuery(text, tuple(_parts(text)))


def written_value(name: str) -> str:
    """Return a name as a value in a query."""
    return f'"{name}"' if '"' not in name else name


def _parts(text: str) -> Iterator[Words | Narrowing]:
    folded = fold(text)
    quoted = [match.span() for match in _QUOTED.finditer(folded)]
    at = 0
    for match in _marks(folded, quoted):
        if match.start() < at:
            continue
        yield from _words(text, at, match.start())
        if match.re is _REFUSED:
            yield Words(text[match.start() + 1 : match.end()] + " ", *match.span(), refused=True)
            at = match.end()
        else:
            narrowing = _narrowing(text, folded, match, quoted)
            yield narrowing
            at = narrowing.end + narrowing.quoted
    yield from _words(text, at, len(text))


def _marks(folded: str, quoted: list[tuple[int, int]]) -> list[re.Match[str]]:
    """Return the fields and the refused words of a query in order; what is quoted has none."""
    found = [*_FIELD.finditer(folded), *_REFUSED.finditer(folded)]
    found.sort(key=lambda match: (match.start(), match.re is _REFUSED))
    return [m for m in found if not any(start < m.start() < end for start, end in quoted)]


def _words(text: str, start: int, end: int) -> Iterator[Words]:
    if text[start:end].strip():
        yield Words(text[start:end].lstrip(), start, end)


def _narrowing(
    text: str, folded: str, match: re.Match[str], quoted: list[tuple[int, int]]
) -> Narrowing:
    field = _BY_FOLDED[re.sub(" +", " ", match[2])]
    written = text[match.start(2) : match.end(2)]
    start = match.end()
    for quote_start, quote_end in quoted:
        if quote_start == start:
            value = text[start + 1 : quote_end - 1]
            return Narrowing(field, written, value, start + 1, quote_end - 1, True, bool(match[1]))
    following = [m.start() for m in _marks(folded, quoted) if m.start() >= start]
    end = min(following, default=len(text))
    value = text[start:end]
    value = value[: len(value.rstrip())]
    end_of_value = start + len(value)
    open_end = end_of_value == len(text)
    return Narrowing(field, written, value, start, end_of_value, False, bool(match[1]), open_end)
