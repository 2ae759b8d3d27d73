"""Other searches on the same text and cases: ripgrep, SQLite's FTS5 and ICU's StringSearch.

Each finder gives the first match of a query in a text as it stands there, or ``None``. What cannot
be had on the machine is left out of the table.
"""

from __future__ import annotations

import importlib
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import tomli

from tests.benchmarks import generate
from tests.benchmarks.engine import MEGABYTE, QUERY, seconds
from tests.benchmarks.programs import ROOT
from tests.search.texts import highlights, passages
from tui.search.find import find
from tui.text.canonical import canonical

VECTORS = ROOT / "tests" / "search" / "vectors.toml"
Finder: TypeAlias = Callable[[str, str], str | None]
INTRODUCTION = """\
The cases are those of `tests/search/vectors.toml`, made for the rules of [search.md](search.md).
Each search is set up for the most cases that it can get right: ripgrep takes the query as it
stands, FTS5 as a phrase whose last word may go on, ICU base letters and whole words only."""
OPEN, CLOSE = "\x02", "\x03"


class Contender(NamedTuple):
    """A search: how it finds one match, and how long it takes for all matches in 10 MB."""

    name: str
    first: Finder
    seconds: float
    remark: str


class Score(NamedTuple):
    """How many of the cases a search gets right."""

    decided: int
    """Found where there is a match, and nothing where there is none."""
    exact: int
    """Of these, the ones with exactly the right span."""


def cases() -> list[dict[str, Any]]:
    """Return the cases of the rules of docs/search.md: ``query``, ``text``, ``match``."""
    found: list[dict[str, Any]] = tomli.loads(VECTORS.read_text("utf-8"))["case"]
    return found


def score(first: Finder) -> Score:
    """Count the cases that a search gets right."""
    decided = exact = 0
    for case in cases():
        wanted = canonical(case["match"]) if case["match"] else None
        match = first(case["query"], case["text"])
        decided += (match is None) == (wanted is None)
        exact += (match if match is None else canonical(match)) == wanted
    return Score(decided, exact)


def table(folder: Path, runs: int) -> str:
    """Run all searches and return the comparison as a Markdown table."""
    text = generate.text(10 * MEGABYTE)
    makers = (ours, ripgrep, fts5, icu)
    contenders = [found for make in makers if (found := make(text, folder, runs))]
    total = len(cases())
    lines = [
        f"| search | “{QUERY}” in 10 MB | of {total} cases found or refused rightly "
        "| with the right span | |",
        "|---|---:|---:|---:|---|",
    ]
    for contender in contenders:
        right = score(contender.first)
        lines.append(
            f"| {contender.name} | {contender.seconds * 1000:.0f} ms "
            f"| {right.decided} | {right.exact} | {contender.remark} |"
        )
    return "\n".join(lines)


def ours(text: str, folder: Path, runs: int) -> Contender:
    """The engine of this program."""

    def first(query: str, text: str) -> str | None:
        return next(iter(highlights(query, text)), None)

    large = passages(*text.split("\n"))
    return Contender(
        "ktcn-tui", first, seconds(lambda: find(large, QUERY), runs), "text folded once, on loading"
    )


def ripgrep(text: str, folder: Path, runs: int) -> Contender | None:
    """``rg -i``: fixed strings, whatever the case."""
    program = shutil.which("rg")
    if not program:
        return None
    file = folder / "text"
    file.write_text(text, "utf-8")

    def output(*arguments: str, given: str | None = None) -> str:
        command = (program or "rg", "--ignore-case", "--only-matching", "--no-line-number")
        told = subprocess.run(
            (*command, "--fixed-strings", *arguments), input=given, capture_output=True, text=True
        )
        return told.stdout

    def first(query: str, text: str) -> str | None:
        found = output("--multiline", "--", query, "-", given=text)
        return found.removesuffix("\n").split("\n")[0] if found else None

    return Contender(
        "`rg -i`", first, seconds(lambda: output("--", QUERY, str(file)), runs), "a whole process"
    )


def fts5(text: str, folder: Path, runs: int) -> Contender:
    """SQLite's full-text search: the query as a phrase, its last word as a prefix."""
    create = "CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61 remove_diacritics 2')"
    marked = f"SELECT highlight(t, 0, '{OPEN}', '{CLOSE}') FROM t WHERE t MATCH ?"

    def phrase(query: str) -> str:
        return '"' + query.replace('"', "") + '" *'

    def first(query: str, text: str) -> str | None:
        with sqlite3.connect(":memory:") as database:
            database.execute(create)
            database.execute("INSERT INTO t VALUES (?)", (text,))
            row = database.execute(marked, (phrase(query),)).fetchone()
        database.close()
        return row[0].partition(OPEN)[2].partition(CLOSE)[0] if row else None

    database = sqlite3.connect(folder / "fts5.sqlite")
    database.execute(create)
    index = seconds(
        lambda: database.executemany("INSERT INTO t VALUES (?)", ((x,) for x in text.split("\n"))),
        1,
    )
    database.commit()
    query = seconds(lambda: database.execute(marked, (phrase(QUERY),)).fetchall(), runs)
    database.close()
    return Contender(
        "SQLite FTS5, `remove_diacritics 2`", first, query, f"after {index:.1f} s of indexing"
    )


def icu(text: str, folder: Path, runs: int) -> Contender | None:
    """ICU's StringSearch: base letters only and whole words, the settings that get most right."""
    try:
        library = importlib.import_module("icu")
    except ImportError:
        return None
    root = library.Locale.getRoot()

    def search(query: str, text: str) -> Any:
        found = library.StringSearch(query, text, root)
        collator = found.getCollator()
        collator.setStrength(library.Collator.PRIMARY)
        found.setCollator(collator)
        words = library.BreakIterator.createWordInstance(root)
        words.setText(text)
        found.setBreakIterator(words)
        return found

    def first(query: str, text: str) -> str | None:
        found = search(query, text)
        start = found.first()
        return None if start < 0 else text[start : start + found.getMatchedLength()]

    def every() -> int:
        return sum(1 for _ in search(QUERY, text))

    return Contender("ICU StringSearch", first, seconds(every, min(runs, 3)), "root collation")
