"""What stands where in a TOML file, also in one that is no TOML.

The parser tells the first mistake and no places. This reader goes on after a mistake and keeps the
place of every key and value; it is used only once a file is known to be wrong. No library does this
for TOML 1.1 in the memory that is promised.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from tui.locale import _
from tui.record.diagnosis.nodes import KeyPart, Node
from tui.record.diagnosis.reader import BLANK, SPACE, StopError, short
from tui.record.diagnosis.recovery import after_continuation, value_of_many_lines
from tui.record.diagnosis.scalars import TomlError
from tui.record.diagnosis.values import ValueReader


class Tree(ValueReader):
    """The tree of a file: its ``root``, and its mistakes of TOML, ``slips``, in no order."""

    def __init__(self, text: str, arrays: Collection[str] = ()) -> None:
        """Read a file; ``arrays`` are the headers that are known to have two brackets."""
        super().__init__(text)
        self.root = Node({}, 0, 0, "table")
        self.asides: list[Node] = []
        """The tables that stand nowhere in the tree, for their header could not be understood."""
        self.is_whole = True
        """Whether all of the file was read; if not, it is nested too deep or full of mistakes."""
        self._arrays = arrays
        self._table = self.root
        try:
            self._read()
        except StopError:
            self.is_whole = False

    def _read(self) -> None:
        while True:
            self.skip(BLANK)
            if self.is_done():
                return
            try:
                if self.sees("["):
                    self._header()
                    self._end_of_statement()
                elif self.sees("#"):
                    self.skip_comment()
                else:
                    self._key_and_value()
            except TomlError as slip:
                self.remember(slip)
                self.at = self._after(slip)

    def _after(self, slip: TomlError) -> int:
        """Return where reading goes on after a mistake."""
        if slip.resume is not None and self.text.endswith("\n", 0, slip.resume):
            return slip.resume
        at = max(self.at, slip.start, slip.resume or 0)
        if slip.is_of_value:
            return after_continuation(self.text, self.line_end(at))
        if value := value_of_many_lines(self.text, at):
            # What a key that could not be understood has for a value is not a mistake.
            self.at = value
            with suppress(TomlError):
                self.value(0)
            at = self.at
        return self.line_end(at)

    def _key_and_value(self) -> None:
        slips = len(self.slips)
        node = self.pair(self._table, 0)
        try:
            self._end_of_statement()
        except TomlError as slip:
            # What was read of the value is not what was meant.
            node.kind, node.value = "broken", None
            slip.is_of_value = True
            raise
        if len(self.slips) > slips and (key := self._begins_anew(node)):
            self._table = self._aside(Node({key: node}, node.start, node.start, "table"))

    def _begins_anew(self, node: Node) -> str:
        """Return the key that stands twice if it shows that a header before it is lost.

        It does when it is the first key of the table and others have followed.
        """
        if len(self._table.value) < 2 or node.key != (0, 0):
            return ""
        key, first = next(iter(self._table.value.items()))
        twice = self.text[self.slips[-1].start : self.slips[-1].end]
        return key if self.text[slice(*first.key)] == twice else ""

    def _aside(self, table: Node) -> Node:
        table.lost = True
        self.asides.append(table)
        return table

    def _end_of_statement(self) -> None:
        self.skip(SPACE)
        self.skip_comment()
        if not self.is_done() and not self.sees("\n"):
            self.refuse_rest(_("There is something after the end of this statement."))

    def _header(self) -> None:
        """Read ``[table]`` or ``[[array of tables]]``; what follows belongs to it."""
        start = self.at
        opening, closing = ("[[", "]]") if self.sees("[[") else ("[", "]")
        self.at += len(opening)
        # What stands under a header that could not be understood is read and put aside.
        table = self._table = Node({}, start, start, "table", lost=True)
        self.again = None
        try:
            self.skip(SPACE)
            parts = self.key()
            if not self.sees(closing):
                why = _("This header is not closed.")
                shown = f"{opening}{_joined(parts)}{closing}"
                right = _("Write {header}.").format(header=shown)
                raise TomlError(start, self.line_end(start), why, right)
            self.at += len(closing)
            self._table = self._opened(parts, start, closing == "]]") or table
        finally:
            if self._table is table:
                self._aside(table)
                self.root.lost = True

    def _opened(self, parts: list[KeyPart], start: int, is_array: bool) -> Node | None:
        """Return the table that a header opens; nothing when there cannot be one."""
        table = self._descended(parts[:-1], start)
        if table is None:
            return None
        end, last = self.at, parts[-1]
        known: Node | None = table.value.get(last.name)
        fresh = Node({}, start, end, "table", (last.start, last.end))
        if known is None:
            whole = Node([fresh], start, end, "tables", (last.start, last.end))
            table.value[last.name] = whole if is_array else fresh
            return fresh
        if known.kind == "table" and _joined(parts) in self._arrays:
            # The first of them was to have two brackets as well.
            self._tell_of_brackets(parts, known.start, known.end)
            first = Node(known.value, known.start, known.end, "table", known.key, known.lost)
            known.kind, known.value = "tables", [first]
        if known.kind == "tables":
            if not is_array:
                self._tell_of_brackets(parts, start, end)
            known.value.append(fresh)
            return fresh
        if known.kind == "implied" and not is_array:
            known.kind, known.start, known.end = "table", start, end
            return known
        self.twice(last, known)
        self.again = known
        return known if known.kind == "table" and not is_array else None

    def _tell_of_brackets(self, parts: list[KeyPart], start: int, end: int) -> None:
        why = _("A table of [[{key}]] begins with two brackets.").format(key=_joined(parts))
        right = _("Write {header}.").format(header=f"[[{_joined(parts)}]]")
        self.slip(start, end, why, right)

    def _descended(self, parts: list[KeyPart], start: int) -> Node | None:
        """Return the table that ``parts`` of a header lead to, making it if there is none."""
        table = self.root
        for part in parts:
            below = table.value.get(part.name)
            if below is None:
                below = Node({}, start, self.at, "implied", (part.start, part.end))
                table.value[part.name] = below
            if below.kind == "tables":
                below = below.value[-1]
            if below.kind in ("value", "inline", "broken"):
                self.twice(part, below)
                return None
            table = below
        return table


def _joined(parts: list[KeyPart]) -> str:
    """Return a key as it may be shown."""
    return short(".".join(part.name for part in parts))
