"""What can be wrong with an event file, and where."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in a record: keys, and indices from 0."""

MAX_PROBLEMS = 1000
"""How many problems of a file are told; one more then says that others follow."""


class Problem(Struct, frozen=True, kw_only=True):
    """A mistake in a file, in the reader's language; every text is clean and on one line.

    ``line`` and ``column`` count from 1, columns in code points; both are 0 where there is no
    place, as for a file that cannot be read. ``path`` leads to the value in the record, such as
    ``people[2].positions[0].organization``; it is empty for a mistake of TOML. ``reason`` says what
    is wrong and ``expected`` what would be right, each a sentence. ``source`` is the line of the
    file, or a part of a long one, and ``span`` the part ``[start, end)`` of it that is meant.
    """

    file: str
    line: int
    column: int
    path: str
    reason: str
    expected: str = ""
    source: str = ""
    span: tuple[int, int] = (0, 0)

    @property
    def place(self) -> str:
        """``file:line:column``, or the file alone where there is no place in it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __str__(self) -> str:
        said = (self.path and f"{self.path}:", self.reason, self.expected)
        return f"{self.place}: {' '.join(filter(None, said))}"


class Mistake(Struct, frozen=True):
    """A value of a record that breaks a rule, before it is placed in the file.

    ``expected`` says what would be right. For a reference that leads nowhere ``word`` is the id it
    names, ``known`` are those that it may name, and ``dangling`` the parts of a record to which it
    may lead: it need not be wrong where these could not be understood.
    """

    path: Path
    reason: str
    expected: str
    word: str = ""
    known: tuple[str, ...] = ()
    dangling: frozenset[str] = frozenset()


class RecordError(Exception):
    """A file is not an event record; ``problems`` are all its mistakes, in file order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class UnreadableError(RecordError):
    """A file cannot be read at all; ``problems`` holds the one reason."""


def written(path: Path) -> str:
    """Return a path as it is shown, such as ``people[2].name``."""
    shown = ""
    for part in path:
        if isinstance(part, int):
            shown += f"[{part}]"
        else:
            key = part if part.replace("_", "a").isalnum() else f'"{part}"'
            shown += f".{key}" if shown else key
    return shown
