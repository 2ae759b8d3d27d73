"""What stands where in a TOML file, also in one that is no TOML.

The parser tells the first mistake and no places. This reader goes on after a mistake and keeps the
place of every key and value; it is used only once a file is known to be wrong. No library does this
for TOML 1.1 in the memory that is promised.
"""

from __future__ import annotations

from tui.locale import _
from tui.record.diagnosis.reader import BLANK, SPACE, StopError, short
from tui.record.diagnosis.scalars import TomlError
from tui.record.diagnosis.values import Node, Part, ValueReader


class Tree(ValueReader):
    """The tree of a file: its ``root``, and its mistakes of TOML, ``slips``, in no order."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.root = Node({}, 0, 0, "table")
        self.is_whole = True
        """Whether all of the file was read; if not, it is nested too deep or full of mistakes."""
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
                elif not self.sees("#"):
                    self.pair(self._table, 0)
                self._end_of_statement()
            except TomlError as slip:
                self.remember(slip)
                if slip.resume is None:
                    self.at = max(self.at, self.line_end(slip.start))
                else:
                    self.lose(self._table)
                    self.at = max(self.at, slip.resume)

    def _end_of_statement(self) -> None:
        self.skip(SPACE)
        self.skip_comment()
        if not self.is_done() and not self.sees("\n"):
            why = _("Something stands after the end of this statement.")
            if self.text.endswith(('"', "'"), 0, self.at):
                right = _('Write \\" for a quote within a text.')
            else:
                right = _("Begin a new line, or put the text between quotes.")
            raise TomlError(self.at, self.line_end(self.at), why, right)

    def _header(self) -> None:
        """Read ``[table]`` or ``[[array of tables]]``; what follows belongs to it."""
        start = self.at
        opening, closing = ("[[", "]]") if self.sees("[[") else ("[", "]")
        self.at += len(opening)
        # What stands under a header that could not be understood is read and put aside.
        table = self._table = Node({}, start, start, "table", lost=True)
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
                self.lose(self.root)

    def _opened(self, parts: list[Part], start: int, is_array: bool) -> Node | None:
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
        if known.kind == "tables":
            if not is_array:
                why = _("A table of [[{key}]] begins with two brackets.").format(key=_joined(parts))
                right = _("Write {header}.").format(header=f"[[{_joined(parts)}]]")
                self.slip(start, end, why, right)
            known.value.append(fresh)
            return fresh
        if known.kind == "implied" and not is_array:
            known.kind, known.start, known.end = "table", start, end
            return known
        self.twice(last, known)
        return known if known.kind == "table" and not is_array else None

    def _descended(self, parts: list[Part], start: int) -> Node | None:
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


def _joined(parts: list[Part]) -> str:
    """Return a key as it may be shown."""
    return short(".".join(part.name for part in parts))
