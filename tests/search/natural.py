"""How much of what readers type is found: the queries of natural.toml, counted.

``python -m tests.search.natural`` prints the share and what is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from tui.document.model import Document, Text
from tui.document.of_record import document
from tui.document.texts import Texts
from tui.record.loading import load
from tui.search.find import find
from tui.search.hits import Found

ARCHIVE = Path(__file__).parents[2] / "data" / "archive"
FILE = Path(__file__).with_name("natural.toml")

Finder = Callable[[Texts, str], Found]
Offerer = Callable[[Texts, str], str]
"""Returns the words to offer instead of a query, or an empty string."""


class Case(msgspec.Struct, frozen=True):
    """A query and what must be highlighted in one text; ``offers`` is what is offered first."""

    query: str
    file: str
    finds: tuple[str, ...] = ()
    offers: str = ""


class Cases(msgspec.Struct, frozen=True):
    """The whole of natural.toml: what must be found, and what must not."""

    query: tuple[Case, ...]
    nothing: tuple[Case, ...]


@cache
def cases() -> Cases:
    """Return the cases of natural.toml."""
    return msgspec.toml.decode(FILE.read_bytes(), type=Cases)


@cache
def event(file: str | Path) -> Document:
    """Return the event in ``file``, a path below data/archive."""
    return document(load(ARCHIVE / file))


def highlighted(found: Found, texts: Texts) -> Iterator[tuple[Text, list[bool]]]:
    """Yield each text with a hit, and which of its characters are highlighted.

    What is not a word, such as the space between two highlighted words, counts as highlighted.
    """
    marked: dict[int, list[bool]] = {}
    for hit in found.hits:
        words = texts[hit.text].words
        marks = marked.setdefault(hit.text, [not character.isalnum() for character in words])
        marks[hit.start : hit.end] = [True] * (hit.end - hit.start)
    for index, marks in marked.items():
        yield texts[index], marks


def is_highlighted(word: str, words: str, marks: list[bool]) -> bool:
    """Return whether ``word`` stands in ``words``, all of it highlighted."""
    start = words.find(word)
    while start >= 0:
        if all(marks[start : start + len(word)]):
            return True
        start = words.find(word, start + 1)
    return False


def offer(texts: Texts, query: str) -> str:
    """Return what the search offers instead of a query."""
    return find(texts, query).offer


def finds(case: Case, finder: Finder = find, offerer: Offerer | None = offer) -> bool:
    """Return whether one text of the event has all words of ``case`` highlighted.

    A misspelt query must find nothing as it is; what ``offerer`` says to it is what is found.
    """
    texts = event(case.file).texts
    found = finder(texts, case.query)
    if case.offers:
        if found.hits or offerer is None:
            return False
        offered = offerer(texts, case.query)
        if offered.casefold() != case.offers.casefold():
            return False
        found = finder(texts, offered)
    return any(
        all(is_highlighted(word, text.words, marks) for word in case.finds)
        for text, marks in highlighted(found, texts)
    )


def share(finder: Finder = find, offerer: Offerer | None = offer) -> float:
    """Return the share of the queries that are found, from 0 to 1."""
    queries = cases().query
    return sum(finds(case, finder, offerer) for case in queries) / len(queries)


def false_finds(finder: Finder = find) -> list[Case]:
    """Return the cases that must find nothing, and find something."""
    return [case for case in cases().nothing if finder(event(case.file).texts, case.query).hits]


def main() -> None:
    """Print the share that is found, and each case that goes wrong."""
    missed = [case for case in cases().query if not finds(case)]
    total = len(cases().query)
    lines = [f"{total - len(missed)} of {total} found, {1 - len(missed) / total:.0%}"]
    for case in missed:
        lines.append(f"missed: {case.query!r} for {' + '.join(case.finds)} ({case.file})")
    for case in false_finds():
        lines.append(f"found, and should not be: {case.query!r} ({case.file})")
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main()
