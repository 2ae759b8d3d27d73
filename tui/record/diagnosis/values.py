"""The keys and the values of a TOML file, with their places; and what is wrong with them."""

from __future__ import annotations

import re
from typing import NoReturn

from tui.locale import _
from tui.record.diagnosis.nodes import KeyPart, Node
from tui.record.diagnosis.reader import LONGEST, SPACE, Reader, StopError, short
from tui.record.diagnosis.recovery import begins_statement, end_of_list, swallowed
from tui.record.diagnosis.scalars import TomlError, never_closed, read_scalar, read_string
from tui.record.limits import MAX_DEPTH
from tui.text.cleaning import clean_line

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_AFTER_KEY = " \t.=]:,}#\n\"'"
_THREE_QUOTES = ('"""', "'''")
_BEGINS_VALUE = re.compile(r"""["'\d\[{+-]|true|false|inf|nan""")
_WORDS = re.compile(r"""[^\n=\]"'#]*+""")


class ValueReader(Reader):
    """Reads keys and values; a mistake within a value is remembered where reading can go on."""

    again: Node | None = None
    """The table whose header stands a second time: its keys are not told of one by one."""

    def pair(self, table: Node, depth: int) -> Node:
        """Read ``key = value`` into a table and return the value. Raises :exc:`TomlError`."""
        try:
            parts = self.key()
            self.skip(SPACE)
            start = self.at
            if not self.sees("="):
                self._refuse_key_alone(parts)
        except TomlError:
            table.lost = True
            raise
        try:
            self.at += 1
            self.skip(SPACE)
            node = self.value(depth)
        except TomlError as slip:
            slip.is_of_value = True
            self._put(table, parts, Node(None, start, start, "broken"))
            raise
        self._put(table, parts, node)
        return node

    def key(self) -> list[KeyPart]:
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

    def twice(self, part: KeyPart, known: Node) -> None:
        """Remember that a key stands where there is one already."""
        at = known.start if known.kind in ("table", "tables") else known.key[0]
        line = self.line_of(at)
        why = _("“{key}” is given already, on line {line}.")
        why = why.format(key=short(part.name), line=line)
        self.slip(part.start, part.end, why, _("Keep one of the two."))

    def _part(self) -> KeyPart:
        start = self.at
        if (self.sees('"') or self.sees("'")) and not self.text.startswith(_THREE_QUOTES, start):
            name, self.at = read_string(self.text, start)
            return KeyPart(name, start, self.at)
        found = _BARE_KEY.match(self.text, start)
        if found is None or self.text[found.end() : found.end() + 1] not in _AFTER_KEY:
            self._refuse_key(start)
        self.at = found.end()
        return KeyPart(found[0], start, self.at)

    def _refuse_key(self, start: int) -> NoReturn:
        words = _WORDS.match(self.text, start)
        assert words is not None
        said = words[0].rstrip()
        end = start + max(len(said), 1)
        if said.startswith("//"):
            why, right = _("This is not a statement."), _("A comment begins with “#”.")
            raise TomlError(start, self.line_end(start), why, right)
        if _BARE_KEY.fullmatch(unseen := clean_line(said[:LONGEST])):
            why = _("This key contains invisible characters.")
            raise TomlError(start, end, why, _("Type {key} again.").format(key=short(unseen)))
        why = _("“{key}” is not a valid key.") if said else _("A key is missing here.")
        right = _("A key is made of a-z, 0-9, “_” and “-”, such as start_date.")
        raise TomlError(start, end, why.format(key=short(said)), right)

    def _refuse_key_alone(self, parts: list[KeyPart]) -> NoReturn:
        start = parts[0].start
        key = short(self.text[start : parts[-1].end])
        why = _("There is no “=” after the key “{key}”.").format(key=key)
        if self.sees(":"):
            raise TomlError(self.at, self.at + 1, why, _("Write “=” instead of “:”."))
        right = _("A line is a key with its value, {pair}, or a header, {header}.")
        right = right.format(pair='key = "…"', header="[event]")
        raise TomlError(start, self.line_end(self.at), why, right)

    def _put(self, table: Node, parts: list[KeyPart], node: Node) -> None:
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
            if table is not self.again:
                self.twice(last, known)
            return
        node.key = (last.start, last.end)
        table.value[last.name] = node

    def value(self, depth: int) -> Node:
        """Read a value that lies so deep in lists and inline tables. Raises :exc:`TomlError`."""
        start = self.at
        if self.sees('"') or self.sees("'"):
            value, self.at = read_string(self.text, start)
            self._refuse_swallowing(start)
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
        is_whole = True
        while not self._closes("]", start, is_whole):
            try:
                items.append(self.value(depth))
                self._comma("]", start)
            except TomlError as slip:
                if slip.start == start or depth > 1:
                    raise
                self.remember(slip)
                items.append(Node(None, slip.start, slip.end, "broken"))
                is_whole = False
                if slip.resume is None and (end := end_of_list(self.text, slip.start)):
                    self.at = end
                    break
                self.at = slip.resume or self.line_end(slip.start)
                self.at -= self.text.endswith("\n", 0, self.at)  # a statement begins a new line
                self.skip(SPACE)
                self.at += self.sees(",")
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

    def _closes(self, bracket: str, start: int, is_whole: bool = True) -> bool:
        """Return whether a list or a table ends here, and go past its bracket if so.

        One that is not whole, for its mistake is told already, ends before the next statement too.
        """
        line = self.skip_blank()
        if self.sees(bracket):
            self.at += 1
            return True
        if not is_whole and (self.is_done() or self._begins_statement(bracket, line)):
            self.at = self.text.rfind("\n", start, self.at + 1) if line else self.at
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
            if line is None and not _BEGINS_VALUE.match(self.text, self.at):
                self.refuse_rest(_("There is something after the end of this item."))
            self.slip(end, end, _("A comma is missing here."), _("Write “,” between two items."))

    def _refuse_unclosed(self, bracket: str, start: int, line: int | None) -> None:
        """Raise the error for a list or a table that cannot go on here.

        It cannot where the file ends, another bracket closes or, on a new ``line``, a new statement
        begins.
        """
        begins = self._begins_statement(bracket, line)
        other = "]" if bracket == "}" else "}"
        if not begins and not self.is_done() and not self.sees(other):
            return
        why = _("This list is not closed.") if bracket == "]" else _("This table is not closed.")
        right = _("Write “{bracket}” where it ends.").format(bracket=bracket)
        raise TomlError(start, start + 1, why, right, line if begins else self.at)

    def _begins_statement(self, bracket: str, line: int | None) -> bool:
        """Return whether something begins on a new line that shows that a bracket was forgotten."""
        if line is None:
            return False
        if bracket == "}" and self.sees("{"):
            return True
        # In an inline table a line may begin with a key; a header ends it all the same.
        return begins_statement(self.text, line) and (bracket == "]" or self.sees("["))

    def refuse_rest(self, why: str) -> NoReturn:
        """Raise the error for what stands here, on the line of something that has ended."""
        if self.text.endswith(('"', "'"), 0, self.at):
            right = _('Write \\" for a quote within a text.')
        else:
            right = _("Begin a new line, or put the text between quotes.")
        raise TomlError(self.at, self.line_end(self.at), why, right)

    def _refuse_swallowing(self, start: int) -> None:
        """Raise the error for a text of many lines that took in what follows it."""
        if not self.text.startswith(_THREE_QUOTES, start):
            return
        resume = swallowed(self.text, start, self.at)
        if resume is not None:
            raise never_closed(self.text, start, resume)

    def _stop(self, start: int, end: int) -> NoReturn:
        self.remember(too_deep(start, end))
        raise StopError


def too_deep(start: int, end: int) -> TomlError:
    """Return the mistake of a value that lies too deep."""
    why = _("Values are nested deeper than {depth} here.").format(depth=MAX_DEPTH)
    return TomlError(start, end, why, _("No key of an event lies that deep."))
