"""Spaces and hyphens do not count: *haiphong*, *covid19*, *start-up*, *big data* (S15)."""

from __future__ import annotations

import re
from itertools import islice

from tui.search.hits import JOINED, Hit
from tui.search.query import parse_query
from tui.search.scan import MOST_HITS, Scope, as_hits
from tui.text.words import agree, join_words, read_word

_GAP = r"[ \-\n.,/&]{0,3}+"
"""What does not count between two letters."""
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
    pattern = re.compile(
        letters[0]
        + rf"(?<![^\W_]{letters[0]})"
        + "".join(f"{_GAP}{letter}" for letter in letters[1:])
        + r"(?![^\W_])"
    )
    texts = scope.texts
    for match in islice(pattern.finditer(texts.folded, scope.start, scope.end), MOST_HITS):
        scope.check()
        shown = "".join(filter(str.isalnum, texts.text[match.start() : match.end()]))
        if "\n\n" not in match[0] and agree(typed, read_word(shown)) is not None:
            found.append((match.start(), match.end(), JOINED, query.strip()))
    return tuple(as_hits(texts, found))
