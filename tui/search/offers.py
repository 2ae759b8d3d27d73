"""What a reader may have meant who finds nothing: one letter or one mark is other (S16).

Offered, never applied: "Có phải bạn tìm …?". Only words that the texts have are offered, and only
what finds something as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.search.scan import Scope, hits_of
from tui.text.budget import Budget
from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.vocabulary import Vocabulary, one_edit_away

_WORD = re.compile(r"[^\W_]+")
_FEWEST_LETTERS = 2
_FEWEST_ALONE = 4
"""A shorter word that stands alone has too many neighbours for one of them to be meant."""
_MOST_LETTERS = 24
_MOST_WORDS = 8
_MOST_TRIES = 60
"""How many queries are tried in place of one."""


def offer(query: str, scope: Scope) -> str:
    """Return the query with another word in place of one that was typed, or ''."""
    text = canonical(query).strip().lower()
    spans = [match.span() for match in _WORD.finditer(text)]
    if not 0 < len(spans) <= _MOST_WORDS:
        return ""
    words = scope.texts.vocabulary
    tries = Budget(_MOST_TRIES)
    fewest = _FEWEST_ALONE if len(spans) == 1 else _FEWEST_LETTERS
    # A word that the texts do not have is the likeliest to be the wrong one.
    for start, end in sorted(spans, key=lambda span: fold(text[slice(*span)]) in words):
        for word in _near(text[start:end], words, fewest):
            if not tries.spend():
                return ""
            offered = f"{text[:start]}{word}{text[end:]}"
            if hits_of(offered + " ", scope)[0]:
                return offered
    return ""


def _near(typed: str, words: Vocabulary, fewest: int) -> Iterator[str]:
    """Yield the words that differ from the one typed by marks alone, then by one letter."""
    letters = fold(typed)
    if not fewest <= len(letters) <= _MOST_LETTERS or letters.isdigit():
        return
    yield from (word for word in words.get(letters, ()) if word != typed)
    for near in dict.fromkeys(one_edit_away(letters)):
        if near != letters:
            yield from words.get(near, ())
