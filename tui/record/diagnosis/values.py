"""The keys and the values of a TOML file, with their places; and what is wrong with them."""

from __future__ import annotations

import re
from typing import Any, Literal, NoReturn, TypeAlias

from msgspec import Struct

from tui.locale import _
from tui.record.diagnosis.reader import SPACE, Reader, StopError, short
from tui.record.diagnosis.scalars import TomlError, read_scalar, read_string
from tui.record.limits import MAX_DEPTH

Kind: TypeAlias = Literal["value", "inline", "dotted", "implied", "table", "tables", "broken"]


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
    kind: Kind = "value"
    key: tuple[int, int] = (0, 0)
    lost: bool = False


class Part(Struct, frozen=True):
    """A part of a key, and its place."""

    name: str
    start: int
    end: int


_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_AFTER_KEY = " \t.=]:,}#\n\"'"
_THREE_QUOTES = ('"""', "'''")
_WORDS = re.compile(r"""[^\n=\]"'#]*+""")
_STATEMENT = re.compile(
    r"""[ \t]*+(?:
        (?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+=
        |\[\[?[A-Za-z_][\w.-]*+\]\]?+[ \t]*+(?:\#|\n|\Z)
    )""",
    re.VERBOSE,
)
"""What a line looks like that begins with a key or is a header."""


class ValueReader(Reader):
    """Reads keys and values; a mistake within a value is remembered where reading can go on."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.has_lost = False
        """Whether some statements could not be understood at all."""

    def lose(self, table: Node) -> None:
        """Remember that a statement of a table could not be understood."""
        table.lost = self.has_lost = True

    def pair(self, table: Node, depth: int) -> None:
        """Read ``key = value`` into a table. Raises :exc:`TomlError`."""
        try:
            parts = self.key()
        except TomlError:
            self.lose(table)
            raise
        self.skip(SPACE)
        start = self.at
        try:
            if not self.sees("="):
                self._refuse_key_alone(parts)
            self.at += 1
            self.skip(SPACE)
            node = self._value(depth)
        except TomlError:
            self._put(table, parts, Node(None, start, start, "broken"))
            raise
        self._put(table, parts, node)

    def key(self) -> list[Part]:
        """Read a key of one part or more. Raises :exc:`TomlError`."""
        parts = [self._part()]
        while True:
            end = self.at
            self.skip(SPACE)
            if not self.sees("."):
                return parts
            self.at += 1
            self.skip(SPACE)
            if len(parts) > MAX_DEPTH:
                self._stop(parts[0].start, end)
            parts.append(self._part())

    def twice(self, part: Part, known: Node) -> None:
        """Remember that a key stands where there is one already."""
        at = known.start if known.kind in ("table", "tables") else known.key[0]
        line = self.text.count("\n", 0, at) + 1
        why = _("“{key}” stands here already, on line {line}.")
        why = why.format(key=short(part.name), line=line)
        self.slip(part.start, part.end, why, _("Keep one of the two."))

    def _part(self) -> Part:
        start = self.at
        if (self.sees('"') or self.sees("'")) and not self.text.startswith(_THREE_QUOTES, start):
            name, self.at = read_string(self.text, start)
            return Part(name, start, self.at)
        found = _BARE_KEY.match(self.text, start)
        if found is None or self.text[found.end() : found.end() + 1] not in _AFTER_KEY:
            self._refuse_key(start)
        self.at = found.end()
        return Part(found[0], start, self.at)

    def _refuse_key(self, start: int) -> NoReturn:
        words = _WORDS.match(self.text, start)
        assert words is not None
        said = words[0].rstrip()
        end = start + max(len(said), 1)
        if said.startswith("//"):
            why, right = _("This is no statement."), _("A remark begins with “#”.")
            raise TomlError(start, self.line_end(start), why, right)
        why = _("“{key}” is no key.") if said else _("A key is missing here.")
        right = _("A key is made of a-z, 0-9, “_” and “-”, such as start_date.")
        raise TomlError(start, end, why.format(key=short(said)), right)

    def _refuse_key_alone(self, parts: list[Part]) -> NoReturn:
        start = parts[0].start
        key = short(self.text[start : parts[-1].end])
        why = _("There is no “=” after the key “{key}”.").format(key=key)
        if self.sees(":"):
            raise TomlError(self.at, self.at + 1, why, _("Write “=” instead of “:”."))
        right = _("A line is a key with its value, {pair}, or a header, {header}.")
        right = right.format(pair='key = "…"', header="[event]")
        raise TomlError(start, self.line_end(self.at), why, right)

    def _put(self, table: Node, parts: list[Part], node: Node) -> None:
        """Place a value in a table under a key of one part or more."""
        for part in parts[:-1]:
            below = table.value.get(part.name)
            if below is None:
                below = Node({}, part.start, part.end, "dotted", (part.start, part.end))
                table.value[part.name] = below
            elif below.kind == "implied":
                below.kind = "dotted"
            elif below.kind != "dotted":
                self.twice(part, below)
                return
            table = below
        last = parts[-1]
        if known := table.value.get(last.name):
            self.twice(last, known)
            return
        node.key = (last.start, last.end)
        table.value[last.name] = node

    def _value(self, depth: int) -> Node:
        start = self.at
        if self.sees('"') or self.sees("'"):
            value, self.at = read_string(self.text, start)
        elif self.sees("[") or self.sees("{"):
            if depth >= MAX_DEPTH:
                self._stop(start, start + 1)
            return self._array(depth + 1) if self.sees("[") else self._inline(depth + 1)
        else:
            value, self.at = read_scalar(self.text, start)
        return Node(value, start, self.at)

    def _array(self, depth: int) -> Node:
        start = self.at
        self.at += 1
        items: list[Node] = []
        while not self._closes("]", start):
            items.append(self._value(depth))
            self._comma("]", start)
        return Node(items, start, self.at)

    def _inline(self, depth: int) -> Node:
        start = self.at
        self.at += 1
        table = Node({}, start, start, "inline")
        while not self._closes("}", start):
            self.pair(table, depth)
            self._comma("}", start)
        table.end = self.at
        return table

    def _closes(self, bracket: str, start: int) -> bool:
        """Return whether a list or a table ends here, and go past its bracket if so."""
        line = self.skip_blank()
        if self.sees(bracket):
            self.at += 1
            return True
        self._refuse_unclosed(bracket, start, line)
        return False

    def _comma(self, bracket: str, start: int) -> None:
        """Go past the comma after an item; remember one that is missing."""
        end = self.at
        line = self.skip_blank()
        if self.sees(","):
            self.at += 1
        elif not self.sees(bracket):
            self._refuse_unclosed(bracket, start, line)
            self.slip(end, end, _("A comma is missing here."), _("Write “,” between two items."))

    def _refuse_unclosed(self, bracket: str, start: int, line: int | None) -> None:
        """Raise the error for a list or a table that cannot go on here.

        It cannot where the file ends, another bracket closes or, on a new ``line``, a new statement
        begins.
        """
        begins = line is not None and self._begins_statement(bracket, line)
        other = "]" if bracket == "}" else "}"
        if not begins and not self.is_done() and not self.sees(other):
            return
        why = _("This list is not closed.") if bracket == "]" else _("This table is not closed.")
        right = _("Write “{bracket}” where it ends.").format(bracket=bracket)
        raise TomlError(start, start + 1, why, right, line if begins else self.line_end(self.at))

    def _begins_statement(self, bracket: str, line: int) -> bool:
        """Return whether a new statement begins on a line, so that a bracket was forgotten."""
        found = _STATEMENT.match(self.text, line)
        # In an inline table a line may begin with a key; a header ends it all the same.
        return found is not None and (bracket == "]" or self.sees("["))

    def _stop(self, start: int, end: int) -> NoReturn:
        self.remember(too_deep(start, end))
        raise StopError


def too_deep(start: int, end: int) -> TomlError:
    """Return the mistake of a value that lies too deep."""
    why = _("Values are nested deeper than {depth} here.").format(depth=MAX_DEPTH)
    return TomlError(start, end, why, _("No key of an event lies that deep."))
