"""Other searches on the same text and cases: ripgrep, fzf, SQLite's FTS5, ICU, VS Code's folding.

Each finder gives the first match of a query in a text as it stands there, or ``None``. What cannot
be had on the machine is left out of the table.
"""

from __future__ import annotations

import importlib
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from unicodedata import normalize

import tomli

from tests.benchmarks import generate
from tests.benchmarks.engine import MEGABYTE, QUERY, seconds
from tests.benchmarks.programs import ROOT
from tests.search import natural
from tests.search.texts import highlights, passages
from tui.search.find import find
from tui.text.canonical import canonical

VECTORS = ROOT / "tests" / "search" / "vectors.toml"
Finder: TypeAlias = Callable[[str, str], str | None]
Lines: TypeAlias = Callable[[str, Sequence[str]], set[int]]
INTRODUCTION = """\
The cases are those of `tests/search/vectors.toml`, made for the rules of [search.md](search.md).
The natural queries are those of `tests/search/natural.toml`, which we wrote ourselves as readers
type, over the records of `data/archive`; one is answered when a text with all its words is
returned, misspelt ones apart.
Each search is set up for the most cases that it can get right: ripgrep takes the query as it
stands, FTS5 as a phrase whose last word may go on, ICU base letters and whole words only."""
OPEN, CLOSE = "\x02", "\x03"


class Contender(NamedTuple):
    """A search: how it finds one match, and how long it takes for all matches in 10 MB."""

    name: str
    first: Finder
    seconds: float
    remark: str
    lines: Lines
    """Which of several texts a query returns."""


class Score(NamedTuple):
    """How many of the cases a search gets right."""

    decided: int
    """Found where there is a match, and nothing where there is none."""
    exact: int
    """Of these, the ones with exactly the right span."""


def cases() -> list[dict[str, Any]]:
    """Return the cases of the rules of docs/search.md: ``query``, ``text``, ``match``.

    Those of the order of results, and of what is found only without loosening, are left out.
    """
    found: list[dict[str, Any]] = tomli.loads(VECTORS.read_text("utf-8"))["case"]
    return [case for case in found if "up_to" not in case and case["rule"] != "S12"]


def score(first: Finder) -> Score:
    """Count the cases that a search gets right."""
    decided = exact = 0
    for case in cases():
        wanted = canonical(case["match"]) if case["match"] else None
        match = first(case["query"], case["text"])
        decided += (match is None) == (wanted is None)
        exact += (match if match is None else canonical(match)) == wanted
    return Score(decided, exact)


def queries() -> list[natural.Case]:
    """Return what readers type, misspelt queries apart, as no other search offers another one."""
    return [case for case in natural.cases().query if not case.offers]


def answered(lines: Lines) -> int:
    """Count the natural queries for which a text with all their words is returned."""
    count = 0
    for case in queries():
        texts = [text.words.replace("\n", " ") for text in natural.event(case.file).texts]
        count += any(
            all(word in texts[index] for word in case.finds) for index in lines(case.query, texts)
        )
    return count


def each(first: Finder) -> Lines:
    """Return how a search that takes one text takes several."""
    return lambda query, texts: {
        index for index, text in enumerate(texts) if first(query, text) is not None
    }


def table(folder: Path, runs: int) -> str:
    """Run all searches and return the comparison as a Markdown table."""
    text = generate.text(10 * MEGABYTE)
    makers = (ours, ripgrep, fzf, fts5, icu, vs_code)
    contenders = [found for make in makers if (found := make(text, folder, runs))]
    total = len(cases())
    lines = [
        f"| search | “{QUERY}” in 10 MB | of {total} cases found or refused rightly "
        f"| with the right span | of {len(queries())} natural queries answered | |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for contender in contenders:
        right = score(contender.first)
        lines.append(
            f"| {contender.name} | {contender.seconds * 1000:.0f} ms "
            f"| {right.decided} | {right.exact} "
            f"| {answered(contender.lines)} | {contender.remark} |"
        )
    return "\n".join(lines)


def ours(text: str, folder: Path, runs: int) -> Contender:
    """The engine of this program."""

    def first(query: str, text: str) -> str | None:
        return next(iter(highlights(query, text)), None)

    large = passages(*text.split("\n"))
    return Contender(
        "ktcn-tui",
        first,
        seconds(lambda: find(large, QUERY), runs),
        "text folded once, on loading",
        lambda query, texts: {hit.text for hit in find(passages(*texts), query).hits},
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
        "`rg -i`",
        first,
        seconds(lambda: output("--", QUERY, str(file)), runs),
        "a whole process",
        lambda query, texts: numbers(
            (program, "--ignore-case", "--line-number", "--fixed-strings", "--", query, "-"), texts
        ),
    )


def numbers(command: Sequence[str], texts: Sequence[str]) -> set[int]:
    """Return the indices of the lines that a program prints with their numbers, from 1, first."""
    told = subprocess.run(command, input="\n".join(texts), capture_output=True, text=True)
    return {int(line.partition(":")[0]) - 1 for line in told.stdout.splitlines()}


def fzf(text: str, folder: Path, runs: int) -> Contender | None:
    """``fzf --filter``: the words in any order, their letters as they come, marks off."""
    program = shutil.which("fzf")
    if not program:
        return None

    def output(query: str, given: str, *options: str) -> str:
        command = (program or "fzf", *options, "--filter", query)
        return subprocess.run(command, input=given, capture_output=True, text=True).stdout

    def first(query: str, text: str) -> str | None:
        return output(query, text.replace("\n", " ")).removesuffix("\n") or None

    def lines(query: str, texts: Sequence[str]) -> set[int]:
        given = "\n".join(f"{index}\t{text}" for index, text in enumerate(texts))
        found = output(query, given, "--delimiter", "\t", "--nth", "2..")
        return {int(line.partition("\t")[0]) for line in found.splitlines()}

    whole = seconds(lambda: output(QUERY, text), min(runs, 3))
    return Contender("`fzf`", first, whole, "a whole process; gives lines, no spans", lines)


def vs_code(text: str, folder: Path, runs: int) -> Contender:
    """The folding of VS Code (``removeAccents``): marks off, small letters, a substring."""

    def bare(text: str) -> str:
        marked = normalize("NFD", text).lower()
        return "".join(c for c in marked if not "\u0300" <= c <= "\u036f")

    def first(query: str, text: str) -> str | None:
        sought, length = bare(query), len(text)
        if sought not in bare(text):
            return None
        start = max(at for at in range(length + 1) if sought in bare(text[at:]))
        end = min(at for at in range(start, length + 1) if sought in bare(text[start:at]))
        return text[start:end]

    folded = bare(text)
    whole = seconds(lambda: folded.count(bare(QUERY)), runs)
    remark = "written again here, text folded once"
    return Contender("VS Code's folding", first, whole, remark, each(first))


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

    def words(query: str, texts: Sequence[str]) -> set[int]:
        wanted = " ".join(f'"{word}"' for word in query.replace('"', "").split())
        with sqlite3.connect(":memory:") as held:
            held.execute(create)
            held.executemany("INSERT INTO t VALUES (?)", ((text,) for text in texts))
            rows = held.execute("SELECT rowid FROM t WHERE t MATCH ?", (wanted,)).fetchall()
        held.close()
        return {row[0] - 1 for row in rows}

    remark = f"after {index:.1f} s of indexing; natural queries as words, not as a phrase"
    return Contender("SQLite FTS5, `remove_diacritics 2`", first, query, remark, words)


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
        if not text:
            return None  # which ICU refuses to search
        found = search(query, text)
        start = found.first()
        return None if start < 0 else text[start : start + found.getMatchedLength()]

    def every() -> int:
        return sum(1 for _ in search(QUERY, text))

    whole = seconds(every, min(runs, 3))
    return Contender("ICU StringSearch", first, whole, "root collation", each(first))
