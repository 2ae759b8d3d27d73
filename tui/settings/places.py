"""Where in a configuration file a setting stands, and what is wrong with its TOML."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tui.record.diagnosis.nodes import Node
from tui.record.diagnosis.tree import Tree


@lru_cache(maxsize=1)
def tree(source: str) -> Tree:
    """Return the tree of a file, also of one that is no TOML."""
    return Tree(source)


@lru_cache(maxsize=1)
def lines(source: str) -> dict[str, int]:
    """Return the line, from 1, of each key and table of a file, by its name with dots."""
    found: dict[str, int] = {}
    read = tree(source)
    below: list[tuple[str, Node]] = list(read.root.value.items())
    while below:
        name, node = below.pop()
        found.setdefault(name, read.line_of(node.key[0]))
        if isinstance(node.value, dict):
            below += [(f"{name}.{key}", each) for key, each in node.value.items()]
    return found


def understood(source: str) -> dict[str, Any]:
    """Return what a file holds as far as it can be understood."""
    held: dict[str, Any] = _plain(tree(source).root)
    return held


def _plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        found = {key: below for key, below in node.value.items() if below.kind != "broken"}
        return {key: _plain(below) for key, below in found.items()}
    if isinstance(node.value, list):
        return [_plain(below) for below in node.value]
    return node.value
