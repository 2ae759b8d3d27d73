"""What the tree of a TOML file is made of: values and the parts of keys, with their places."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from msgspec import Struct

from tui.record.problems import Path

UNKNOWN_KEY = "?"
"""Ends the path of a mistake about the key itself."""

NodeKind: TypeAlias = Literal["value", "inline", "dotted", "implied", "table", "tables", "broken"]


class Node(Struct):
    """A value and its place: ``[start, end)`` in code points, that of its header for a table.

    ``value`` is a scalar, a table as a dict of nodes or an array as a list of nodes. ``kind`` says
    how it is written: ``dotted`` is a table that a key with a dot makes, ``implied`` one that only
    headers below it name, ``tables`` an array of tables, ``broken`` a value that could not be
    understood. ``key`` is the place of its key; ``lost`` says that it may have other keys which
    could not be understood.
    """

    value: Any
    start: int
    end: int
    kind: NodeKind = "value"
    key: tuple[int, int] = (0, 0)
    lost: bool = False


class KeyPart(Struct, frozen=True):
    """A part of a key, and its place."""

    name: str
    start: int
    end: int


def place_of(root: Node, path: Path) -> tuple[int, int]:
    """Return where what a path leads to stands, or else the nearest thing around it."""
    node = root
    for part in path:
        if part == UNKNOWN_KEY:
            return node.key
        below = node.value
        if isinstance(below, dict) and part in below:
            node = below[part]
            continue
        if not isinstance(below, list) or not isinstance(part, int) or part >= len(below):
            break
        node = below[part]
    return node.start, node.end
