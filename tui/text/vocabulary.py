"""The words of a text, by which misspelt ones are recognised (search.md, rule S16)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from tui.text.folding import fold

Vocabulary: TypeAlias = Mapping[str, tuple[str, ...]]
"""The words of a text in small letters, the most frequent first, by their folded letters."""

_WORD = re.compile(r"[^\W_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def vocabulary(text: str) -> Vocabulary:
    """Return the words of canonical ``text``."""
    found: dict[str, list[str]] = {}
    for word, _count in Counter(_WORD.findall(text.lower())).most_common():
        found.setdefault(fold(word), []).append(word)
    return {letters: tuple(words) for letters, words in found.items()}


def one_edit_away(letters: str) -> Iterator[str]:
    """Yield what is typed with one letter too many, too few, in its neighbour's place or wrong."""
    for at in range(len(letters)):
        yield letters[:at] + letters[at + 1 :]
    for at in range(len(letters) - 1):
        yield letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
    for at in range(len(letters) + 1):
        for letter in _LETTERS:
            yield letters[:at] + letter + letters[at:]
            yield letters[:at] + letter + letters[at + 1 :]


def split_words(text: str, words: Vocabulary) -> Iterator[str]:
    """Yield ``text`` with words that are none taken apart into two that are: *gialai*."""
    runs = [match.span() for match in _WORD.finditer(text)]
    for start, end in runs:
        letters = fold(text[start:end])
        if letters in words:
            continue
        for cut in range(1, len(letters)):
            if letters[:cut] in words and letters[cut:] in words:
                yield f"{text[: start + cut]} {text[start + cut :]}"
