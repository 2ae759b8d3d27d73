"""Spaces and hyphens do not count: *haiphong*, *covid19*, *start-up*, *big data* (S15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tui.document.texts import FREE_BETWEEN_LETTERS
from tui.search.hits import JOINED, Hit
from tui.search.query import parse_query
from tui.search.scan import MOST_HITS, Scope, as_hits
from tui.text.canonical import canonical
from tui.text.folding import WORD, fold
from tui.text.syllables import is_syllable
from tui.text.words import agree, join_words, read_word

_GAP = rf"(?:(?!\.\s)[{re.escape(FREE_BETWEEN_LETTERS)}]){{0,3}}+"
"""A point before a space ends a sentence or an abbreviation."""
_FEWEST_LETTERS = 4
_MOST_LETTERS = 60


def joined_hits(query: str, scope: Scope) -> tuple[Hit, ...]:
    """Return where the texts have the letters of a query, however they are parted into words.

    The words of the texts are whole, and the marks that were typed are theirs.
    """
    typed = join_words(parse_query(query).words)
    letters = typed.letters
    if not _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS or not letters.isascii():
        return ()
    found = []
    texts = scope.texts
    for match in islice(_in_texts(_joined(letters), letters, scope), MOST_HITS):
        shown = "".join(filter(str.isalnum, texts.text[match.start() : match.end()]))
        if "\n\n" not in match[0] and agree(typed, read_word(shown)) is not None:
            found.append((match.start(), match.end(), JOINED, query.strip()))
    return tuple(as_hits(texts, found))


def _in_texts(pattern: re.Pattern[str], letters: str, scope: Scope) -> Iterator[re.Match[str]]:
    """Yield the matches in the texts that have the letters at all, which is seen much sooner."""
    texts = scope.texts
    for index in texts.with_letters_together(letters):
        scope.check()
        yield from pattern.finditer(texts.folded, texts.starts[index], texts.end(index))


def _joined(letters: str) -> re.Pattern[str]:
    """Return the expression for whole words that have these letters together."""
    return re.compile(
        letters[0]
        + rf"(?<![^\W_]{letters[0]})"
        + "".join(f"{_GAP}{letter}" for letter in letters[1:])
        + r"(?![^\W_])"
    )


def with_spaces(query: str, scope: Scope) -> Iterator[str]:
    """Yield the query with words that the texts write as several taken apart: *gialai*."""
    text = canonical(query)
    written = list(text)
    for match in WORD.finditer(text):
        is_one = is_syllable(match[0].lower()) or scope.has_letters(fold(match[0]))
        hits = () if is_one else joined_hits(match[0], scope)
        if hits:
            shown = scope.texts[hits[0].text].words[hits[0].start : hits[0].end]
            at = match.start()
            for part in WORD.findall(shown)[:-1]:
                at += len(part)
                written[at - 1] += " "
    if len("".join(written)) > len(text):
        yield "".join(written)
