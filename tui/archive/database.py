"""What every engine of an archive can do: plain SQL, and finding events by terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeAlias

from msgspec import Struct

from tui.archive.expression import Expression

Row: TypeAlias = Sequence[Any]


class Match(Struct, frozen=True):
    """The parts of a statement that finds the events of an expression, the newest first.

    ``tables`` has the table ``event`` as ``e``; ``docid`` is the column to compare and order by.
    """

    tables: str
    condition: str
    docid: str
    parameters: tuple[Any, ...] = ()


class Database(Protocol):
    """A database of the tables of :mod:`tui.archive.schema`. Parameters are written ``?``."""

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[Row]:
        """Return all rows of a statement."""

    def run(self, sql: str, parameters: Iterable[Any] = ()) -> None:
        """Run a statement that gives no rows."""

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Run a statement with each of the rows."""

    def transaction(self) -> AbstractContextManager[None]:
        """Do all of what follows, or nothing of it."""

    def match(self, expression: Expression) -> Match:
        """Return what finds the events that have the terms of an expression."""

    def add_events(self, rows: Sequence[Row], terms: Sequence[str]) -> None:
        """Add rows of ``event``, in the order of their docids, each with its terms."""

    def add_names(self, names: Sequence[tuple[int, str]]) -> None:
        """Make entities known by the words of their names; the most frequent first."""

    def named(self, words: Sequence[str], last: str, sorts: str, limit: int) -> list[int]:
        """Return entities by the words of their names, the most frequent first.

        The last word may be a beginning, and be empty. ``sorts`` are letters of sorts.
        """

    def beginning(self, prefix: str, otherwise: Expression) -> Expression:
        """Return what has a term that begins so, or ``otherwise`` where these are too many."""

    @property
    def keeps_records(self) -> bool:
        """Whether it holds the content of the files of its events."""

    def keep_records(self, records: Sequence[tuple[int, bytes]]) -> None:
        """Keep the content of the files of events, by their numbers."""

    def record(self, docid: int) -> bytes | None:
        """Return the content of the file of an event, where it is kept."""

    def close(self) -> None:
        """Let go of the database."""


def after(prefix: str) -> str:
    """Return the text that stands behind all that begin with ``prefix``."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)
