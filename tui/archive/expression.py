"""Which terms an event must have: the questions that every engine of an archive understands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, Union

from msgspec import Struct


class Term(Struct, frozen=True):
    """One term of :mod:`tui.archive.terms`."""

    text: str


class Prefix(Struct, frozen=True):
    """Any term that begins so."""

    text: str


class AllOf(Struct, frozen=True):
    """All of the parts; without parts everything."""

    parts: tuple[Expression, ...]


class AnyOf(Struct, frozen=True):
    """One of the parts at least; without parts nothing."""

    parts: tuple[Expression, ...]


class Without(Struct, frozen=True):
    """What has ``wanted`` but not ``refused``."""

    wanted: Expression
    refused: Expression


Expression: TypeAlias = Union[Term, Prefix, AllOf, AnyOf, Without]  # noqa: UP007  # in a string

ALL = ":"
"""The term that every event has."""
RARE = ("!", "&")
"""The beginnings of terms that are so few in all that an index lists them."""

EVERYTHING = AllOf(())
NOTHING = AnyOf(())


def all_of(parts: Iterable[Expression]) -> Expression:
    """Return what has all of ``parts``, each said once and as flat as can be."""
    flat: dict[Expression, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, AllOf) else (part,)))
    if NOTHING in flat:
        return NOTHING
    found = tuple(flat)
    return found[0] if len(found) == 1 else AllOf(found)


def any_of(parts: Iterable[Expression]) -> Expression:
    """Return what has one of ``parts`` at least, each said once and as flat as can be."""
    flat: dict[Expression, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, AnyOf) else (part,)))
    if EVERYTHING in flat:
        return EVERYTHING
    found = tuple(flat)
    return found[0] if len(found) == 1 else AnyOf(found)


def without(wanted: Expression, refused: Expression) -> Expression:
    """Return what has ``wanted`` but not ``refused``."""
    if refused == NOTHING:
        return wanted
    if refused == EVERYTHING:
        return NOTHING
    return Without(wanted, refused)
