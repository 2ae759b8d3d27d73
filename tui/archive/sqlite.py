"""An index in one file of SQLite, with the terms in a table of FTS5 that keeps no positions."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tui.archive import schema
from tui.archive.database import Match, Row, after
from tui.archive.errors import ArchiveError, DamagedError
from tui.archive.expression import (
    ALL,
    EVERYTHING,
    RARE,
    AllOf,
    AnyOf,
    Expression,
    Prefix,
    Term,
    Without,
    any_of,
)
from tui.locale import _

_WORDS = {"integer": "INTEGER", "blob": "BLOB", "clustered": " WITHOUT ROWID", "terms": ""}
_TERMS = """
CREATE VIRTUAL TABLE term USING fts5(
  t, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_=&@:^!#'");
CREATE VIRTUAL TABLE named USING fts5(
  t, content='', columnsize=0, detail=none, prefix='1 2 3', tokenize='ascii');
CREATE TABLE ranked(rank INTEGER PRIMARY KEY, entity INTEGER)
"""
_CACHE_KIB = 4_000
MOST_BEGINNINGS = 1_500
"""Terms that begin alike; a query of more is asked in another way."""
_WAIT = 10.0
"""Seconds that one process waits for another that writes a refresh."""


class SqliteDatabase:
    """A database of SQLite; every thread has a connection of its own."""

    def __init__(self, path: Path | str, *, write: bool = False) -> None:
        self.path = path
        self._write = write
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self.rows("PRAGMA user_version")  # whether it can be opened is known at once

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of this thread."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = self._connect()
            self._connections.append(found)
        return found

    def _connect(self) -> sqlite3.Connection:
        mode = "rwc" if self._write else "ro"
        uri = (
            self.path
            if isinstance(self.path, str)
            else f"{self.path.absolute().as_uri()}?mode={mode}"
        )
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, timeout=_WAIT, check_same_thread=False
        )
        connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        if not self._write:
            connection.execute("PRAGMA query_only=1")
            connection.execute("PRAGMA mmap_size=2147418112")
        return connection

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[Row]:
        """Return all rows of a statement."""
        with _named_errors():
            return self.connection.execute(sql, tuple(parameters)).fetchall()

    def run(self, sql: str, parameters: Iterable[Any] = ()) -> None:
        """Run a statement that gives no rows."""
        with _named_errors():
            self.connection.execute(sql, tuple(parameters))

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Run a statement with each of the rows."""
        with _named_errors():
            self.connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all of what follows, or nothing of it."""
        self.run("BEGIN IMMEDIATE")
        with self.connection:  # commits, or takes back
            yield

    def match(self, expression: Expression) -> Match:
        """Return what finds the events that have the terms of an expression."""
        if expression == EVERYTHING:
            return Match("event e", "1 = 1", "e.docid")
        written = self._written(expression)
        if not written:
            return Match("event e", "1 = 0", "e.docid")
        tables = "term CROSS JOIN event e ON e.docid = term.rowid"
        return Match(tables, "term MATCH ?", "term.rowid", (written,))

    def _written(self, expression: Expression) -> str:
        """Return an expression in the language of FTS5; empty for one that finds nothing."""
        match expression:
            case Term(text):
                return '"' + text.replace('"', '""') + '"'
            case Prefix(text):
                return self._written(Term(text)) + " *"
            case AllOf(parts):
                written = [self._written(part) for part in parts or (Term(ALL),)]
                return f"({' AND '.join(written)})" if all(written) else ""
            case AnyOf(parts):
                written = [found for part in parts if (found := self._written(part))]
                return f"({' OR '.join(written)})" if written else ""
            case Without(wanted, refused):
                first, second = self._written(wanted), self._written(refused)
                return f"({first} NOT {second})" if first and second else first

    def beginning(self, prefix: str, otherwise: Expression) -> Expression:
        """Return what has a term that begins so, or ``otherwise`` where these are too many.

        FTS5's own prefixes sort all that they find first, which takes seconds. What begins so is
        known from the tables of words and of acronyms.
        """
        first, is_pair, letters = prefix.rpartition("_")
        table, column = ("own", "term") if prefix.startswith(RARE) else ("word", "folded")
        sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} >= ? AND {column} < ? LIMIT ?"
        rows = self.rows(sql, (letters, after(letters), MOST_BEGINNINGS + 1))
        if len(rows) > MOST_BEGINNINGS:
            return otherwise
        return any_of(Term(f"{first}{is_pair}{row[0]}") for row in rows)

    def add_events(self, rows: Sequence[Row], terms: Sequence[str]) -> None:
        """Add rows of ``event``, in the order of their docids, each with its terms."""
        marks = ",".join("?" * len(rows[0]))
        self.run_many(f"INSERT INTO event VALUES({marks})", rows)
        added = zip((row[0] for row in rows), terms, strict=True)
        self.run_many("INSERT INTO term(rowid, t) VALUES(?, ?)", added)

    def add_names(self, names: Sequence[tuple[int, str]]) -> None:
        """Make entities known by the words of their names; the most frequent first."""
        first = self.rows("SELECT coalesce(max(rank), 0) + 1 FROM ranked")[0][0]
        self.run_many(
            "INSERT INTO ranked VALUES(?, ?)",
            ((rank, entity) for rank, (entity, _words) in enumerate(names, first)),
        )
        self.run_many(
            "INSERT INTO named(rowid, t) VALUES(?, ?)",
            ((rank, words) for rank, (_entity, words) in enumerate(names, first)),
        )

    def named(self, words: Sequence[str], last: str, sorts: str, limit: int) -> list[int]:
        """Return entities by the words of their names, the most frequent first."""
        asked = [f'"{word}"' for word in words] + ([f'"{last}" *'] if last else [])
        marks = ",".join("?" * len(sorts))
        sql = (
            "SELECT e.id FROM named CROSS JOIN ranked r ON r.rank = named.rowid "
            f"CROSS JOIN entity e ON e.id = r.entity WHERE named MATCH ? AND e.sort IN ({marks}) "
            "AND e.n > 0 ORDER BY named.rowid LIMIT ?"
        )
        if not asked:
            sql = f"SELECT id FROM entity WHERE sort IN ({marks}) AND n > 0 ORDER BY n DESC LIMIT ?"
            return [row[0] for row in self.rows(sql, (*sorts, limit))]
        return [row[0] for row in self.rows(sql, (" AND ".join(asked), *sorts, limit))]

    @property
    def keeps_records(self) -> bool:
        """Whether it holds the content of the files of its events: they lie beside it."""
        return False

    def keep_records(self, records: Sequence[tuple[int, bytes]]) -> None:
        """Keep nothing."""

    def record(self, docid: int) -> bytes | None:
        """Return nothing: files are read where they are."""
        return None

    def close(self) -> None:
        """Let go of the database."""
        for connection in self._connections:
            connection.close()
        self._connections.clear()


@contextmanager
def _named_errors() -> Iterator[None]:
    """Turn what SQLite reports into errors of archives."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_FULL"):
            raise ArchiveError(_("There is no space left for the index.")) from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise ArchiveError(_("Another program is writing the index; try again.")) from error
        raise DamagedError(_("The index cannot be read.")) from error


def create(database: SqliteDatabase) -> None:
    """Make the empty tables."""
    for statement in schema.statements(schema.TABLES, **_WORDS) + schema.statements(_TERMS):
        database.run(statement)
    for name, size in (("hashsize", 1 << 26), ("crisismerge", 64)):
        database.run(f"INSERT INTO term(term, rank) VALUES('{name}', {size})")


def finish(database: SqliteDatabase) -> None:
    """Make the indexes of full tables, and merge the terms so that they are found quickly."""
    for statement in schema.statements(schema.INDEXES):
        database.run(statement)
    for table in ("term", "named"):
        database.run(f"INSERT INTO {table}({table}) VALUES('optimize')")
