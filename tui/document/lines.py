"""On which line of its file something stands that is shown."""

from __future__ import annotations

import re

from tui.document.model import SectionName
from tui.record.diagnosis.nodes import Node, place_of
from tui.record.diagnosis.tree import Tree
from tui.record.problems import Path
from tui.record.reading import BYTE_ORDER_MARK
from tui.record.rules import ID_HOLDERS

_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")
_WRITTEN_AS = {"period": ("valid_from", "valid_through")}
"""Of a field that is shown, the keys of the file that it is made of."""
_MADE_OF = {"relations": "agreements"}
"""Of an item that is shown, the table of the file that it is made of."""


def line_of(content: bytes, section: SectionName, item: str, field: str = "") -> int:
    """Return the line, from 1, at which something stands in the content of a file.

    The file need not be the one that was loaded: things are looked for by their ids. What is not
    there any more leads to the nearest thing around it, at last to the first line.

    Args:
        content: The bytes of the file, which may be full of mistakes.
        section: The section of the document.
        item: The item there, such as ``body[3]`` or the id of a person; without one, of the
            article, it is the event.
        field: The field of the item; without one it is the item itself.
    """
    text = content.removeprefix(BYTE_ORDER_MARK).decode(errors="replace")
    tree = Tree(text.replace("\r\n", "\n"))
    path = _path_of_item(tree.root, section, item)
    start, _end = place_of(tree.root, path + _steps(field))
    if not path:
        return 1
    for key in _WRITTEN_AS.get(field, ()):
        found, _end = place_of(tree.root, (*path, key))
        if found > start:
            start = found
            break
    return tree.line_of(start)


def _path_of_item(root: Node, section: SectionName, item: str) -> Path:
    """Return the way to an item in the file; empty if it is not there."""
    if section == "article":
        name, *number = _steps(_MADE_OF.get(item, item) or "event")
        if name == "body":
            return ("article", name, *number)
        if name in root.value:
            return (name, *number)
    for part in sorted(ID_HOLDERS & root.value.keys()):
        things = root.value[part].value
        for index, thing in enumerate(things if isinstance(things, list) else ()):
            own = thing.value.get("id") if isinstance(thing.value, dict) else None
            if own is not None and own.value == item:
                return (part, index)
    return ()


def _steps(text: str) -> Path:
    """Return ``positions[1]`` as the way it is in a file."""
    found = _STEP.fullmatch(text)
    if found is None:
        return (text,) if text else ()
    return (found[1],) if found[2] is None else (found[1], int(found[2]))
