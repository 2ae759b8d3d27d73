"""How well names are found: the sentences of mentions_gold.toml, marked by hand.

``python -m tests.search.mentions_gold`` prints precision and recall over whole spans, and what goes
wrong.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

import msgspec

from tests.search.natural import event
from tests.search.texts import passages
from tui.search.mentions import Mentions

FILE = Path(__file__).with_name("mentions_gold.toml")
_MARKED = re.compile(r"\[([a-z0-9-]+)\|([^]]+)\]")


class Sentence(msgspec.Struct, frozen=True):
    """A text with its mentions marked, and the record that has the things."""

    file: str
    words: str


class Sentences(msgspec.Struct, frozen=True):
    """The whole of mentions_gold.toml."""

    text: tuple[Sentence, ...]


class Span(NamedTuple):
    """Where something is named, and what."""

    start: int
    end: int
    id: str


def sentences() -> tuple[Sentence, ...]:
    """Return the sentences that were marked."""
    return msgspec.toml.decode(FILE.read_bytes(), type=Sentences).text


def marked(words: str) -> tuple[str, set[Span]]:
    """Return a sentence without its marks, and what they mark."""
    text, spans, end = "", set(), 0
    for mark in _MARKED.finditer(words):
        text += words[end : mark.start()]
        spans.add(Span(len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        end = mark.end()
    return text + words[end:], spans


def found(sentence: Sentence) -> tuple[str, set[Span], set[Span]]:
    """Return the text of a sentence, what is named there, and what is found."""
    text, named = marked(sentence.words)
    document = event(sentence.file)
    own = tuple((pair.short, pair.long) for pair in document.texts.abbreviations)
    mentions = Mentions(document.things, passages(text, own=own))
    return text, named, {Span(each.start, each.end, each.id) for each in mentions.within(0)}


def main() -> None:
    """Print precision and recall, and each span that goes wrong."""
    named = right = told = 0
    for sentence in sentences():
        text, expected, given = found(sentence)
        named, right, told = (
            named + len(expected),
            right + len(expected & given),
            told + len(given),
        )
        for sign, spans in (("missed", expected - given), ("wrong", given - expected)):
            for span in sorted(spans):
                sys.stdout.write(f"{sign}: {text[span.start : span.end]!r} {span.id}\n")
    sys.stdout.write(f"P {right / told:.3f}, R {right / named:.3f} of {named} mentions\n")


if __name__ == "__main__":
    main()
