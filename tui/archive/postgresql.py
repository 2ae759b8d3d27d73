"""An index on a server of PostgreSQL that many read; it keeps the records besides.

The tables are those of :mod:`tui.archive.schema`, in a schema of their own. Terms are a
``tsvector`` without positions. What the server answers is cleaned as what stands in files is.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tui.archive import schema
from tui.archive.database import Match, Row
from tui.archive.errors import ArchiveError, DamagedError
from tui.archive.expression import (
    ALL,
    EVERYTHING,
    NOTHING,
    AllOf,
    AnyOf,
    Expression,
    Prefix,
    Term,
    Without,
)
from tui.locale import _
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    import psycopg

SCHEMA = "ktcn_tui"
NEW = "ktcn_tui_new"

_WORDS = {"integer": "BIGINT", "blob": "BYTEA", "clustered": "", "terms": ", terms tsvector"}
_TABLES = """
CREATE TABLE named(rank BIGSERIAL PRIMARY KEY, entity BIGINT, words tsvector);
CREATE TABLE record(docid BIGINT PRIMARY KEY, content BYTEA)
"""
_INDEXES = """
CREATE INDEX event_terms ON event USING gin(terms) WITH (fastupdate = off);
CREATE INDEX named_words ON named USING gin(words) WITH (fastupdate = off);
ANALYZE
"""
_WIDE = "::"
"""The term of an event with more terms than a ``tsvector`` holds: it is always a candidate."""
_MOST_BYTES = 900_000
"""Of terms; a ``tsvector`` holds a megabyte."""
_SECONDS = 10
"""Until a server that does not answer is given up."""


class PostgresDatabase:
    """A database of PostgreSQL; every thread has a connection of its own."""

    def __init__(self, url: str, name: str = SCHEMA) -> None:
        self._url = url
        self._schema = name
        self._local = threading.local()
        self._connections: list[psycopg.Connection[Any]] = []
        self._wide: bool | None = None
        self.rows("SELECT 1")  # whether there is a server is known at once

    @property
    def connection(self) -> psycopg.Connection[Any]:
        """The connection of this thread."""
        found: psycopg.Connection[Any] | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = connect(self._url)
            found.execute(f"SET search_path TO {self._schema}")
            self._connections.append(found)
        return found

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[Row]:
        """Return all rows of a statement, their texts cleaned."""
        with named_errors():
            found = self.connection.execute(_placed(sql), tuple(parameters)).fetchall()
        return [tuple(map(_cleaned, row)) for row in found]

    def run(self, sql: str, parameters: Iterable[Any] = ()) -> None:
        """Run a statement that gives no rows."""
        with named_errors():
            self.connection.execute(_placed(sql), tuple(parameters))

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Run a statement with each of the rows."""
        with named_errors(), self.connection.cursor() as cursor:
            cursor.executemany(_placed(sql), rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all of what follows, or nothing of it."""
        with named_errors(), self.connection.transaction():
            yield

    def match(self, expression: Expression) -> Match:
        """Return what finds the events that have the terms of an expression."""
        if expression in (EVERYTHING, NOTHING):
            return Match("event e", "1 = 1" if expression == EVERYTHING else "1 = 0", "e.docid")
        return Match("event e", "e.terms @@ ?::tsquery", "e.docid", (self._written(expression),))

    def _written(self, expression: Expression) -> str:
        """Return an expression in the language of ``tsquery``."""
        match expression:
            case Term(text):
                return self._or_wide(_quoted(text), text)
            case Prefix(text):
                return self._or_wide(_quoted(text) + ":*", text)
            case AllOf(parts):
                return _joined(" & ", map(self._written, parts or (Term(ALL),)))
            case AnyOf(parts):
                return _joined(" | ", map(self._written, parts or (Term(""),)))
            case Without(wanted, refused):
                return f"({self._written(wanted)} & !{self._written(refused)})"

    def _or_wide(self, written: str, text: str) -> str:
        """Return a term, or that of events with too many terms; facets are always told."""
        if text.startswith(":") or not self._has_wide():
            return written
        return f"({written} | {_quoted(_WIDE)})"

    def _has_wide(self) -> bool:
        if self._wide is None:
            sql = "SELECT 1 FROM event WHERE terms @@ ?::tsquery LIMIT 1"
            self._wide = bool(self.rows(sql, (_quoted(_WIDE),)))
        return self._wide

    def beginning(self, prefix: str, otherwise: Expression) -> Expression:
        """Return what has a term that begins so."""
        return Prefix(prefix)

    def add_events(self, rows: Sequence[Row], terms: Sequence[str]) -> None:
        """Add rows of ``event``, in the order of their docids, each with its terms."""
        marks = ",".join("?" * len(rows[0]))
        self.run_many(
            f"INSERT INTO event VALUES({marks}, array_to_tsvector(?::text[]))",
            ((*row, _narrow(of_row)) for row, of_row in zip(rows, terms, strict=True)),
        )

    def add_names(self, names: Sequence[tuple[int, str]]) -> None:
        """Make entities known by the words of their names; the most frequent first."""
        self.run_many(
            "INSERT INTO named(entity, words) VALUES(?, array_to_tsvector(?::text[]))",
            ((entity, words.split()) for entity, words in names),
        )

    def named(self, words: Sequence[str], last: str, sorts: str, limit: int) -> list[int]:
        """Return entities by the words of their names, the most frequent first."""
        asked = [*map(_quoted, words), *([_quoted(last) + ":*"] if last else [])]
        tables = "entity e JOIN named ON named.entity = e.id" if asked else "entity e"
        condition = "AND named.words @@ ?::tsquery" if asked else ""
        sql = (
            f"SELECT e.id FROM {tables} WHERE e.sort = ANY(?) AND e.n > 0 {condition} "
            "ORDER BY e.n DESC, e.id LIMIT ?"
        )
        wanted = (" & ".join(asked),) if asked else ()
        return [int(row[0]) for row in self.rows(sql, (list(sorts), *wanted, limit))]

    @property
    def keeps_records(self) -> bool:
        """Whether it holds the content of the files of its events."""
        return True

    def keep_records(self, records: Sequence[tuple[int, bytes]]) -> None:
        """Keep the content of the files of events, by their numbers."""
        self.run_many("INSERT INTO record VALUES(?, ?)", records)

    def record(self, docid: int) -> bytes | None:
        """Return the content of the file of an event."""
        rows = self.rows("SELECT content FROM record WHERE docid = ?", (docid,))
        return next((bytes(row[0]) for row in rows), None)

    def close(self) -> None:
        """Let go of the server."""
        for connection in self._connections:
            connection.close()
        self._connections.clear()


def connect(url: str) -> psycopg.Connection[Any]:
    """Connect to a server.

    Raises:
        ArchiveError: There is none, or psycopg is not installed.
    """
    try:
        import psycopg
    except ImportError:
        sentence = _("For an archive on a server install psycopg: pip install 'ktcn-tui[server]'.")
        raise ArchiveError(sentence) from None
    with named_errors():
        return psycopg.connect(url, autocommit=True, connect_timeout=_SECONDS)


def create(database: PostgresDatabase) -> None:
    """Make the empty tables."""
    for statement in schema.statements(schema.TABLES, **_WORDS) + schema.statements(_TABLES):
        database.run(statement)


def finish(database: PostgresDatabase) -> None:
    """Make the indexes of full tables."""
    for statement in schema.statements(schema.INDEXES) + schema.statements(_INDEXES):
        database.run(statement)


@contextmanager
def named_errors() -> Iterator[None]:
    """Turn what the server reports into errors of archives; what it says is cleaned."""
    import psycopg

    try:
        yield
    except psycopg.errors.UndefinedTable as error:
        raise DamagedError(
            _("There is no archive on the server; fill it with index --to.")
        ) from error
    except psycopg.Error as error:
        said = clean_line(str(error)).partition(" DETAIL:")[0][:200]
        sentence = _("The server cannot do this: {reason}")
        raise ArchiveError(sentence.format(reason=said)) from error


def _placed(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


def _cleaned(value: Any) -> Any:
    return clean_line(value) if isinstance(value, str) else value


def _quoted(term: str) -> str:
    """Return a term as a lexeme of ``tsquery``."""
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _joined(sign: str, written: Iterable[str]) -> str:
    return f"({sign.join(written)})"


def _narrow(terms: str) -> list[str]:
    """Return terms as a list; of too many only those of facets."""
    split = terms.split(" ")
    if len(terms.encode()) + 4 * len(split) < _MOST_BYTES:
        return split
    return [_WIDE, *(term for term in split if term.startswith(":"))]
