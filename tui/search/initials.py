"""Letters that are the initials of what the texts name: *KHXHVN*, *Châu V. Minh* (S18)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from tui.search.scan import Scope
from tui.search.typed import Typed, is_same, typed
from tui.text.canonical import canonical

_IsName: TypeAlias = Callable[[list[str]], bool]

_LETTER = r"[^\W_]"
_GAP = r"[ \-]{1,3}(?:va )?"
_FEWEST, _MOST = 4, 12
"""Letters of an acronym that is no other's; three stand by chance in every text."""
_VOWELS = frozenset("aeiou")
_MOST_WORDS = 8
_MOST_NAMES = 4
"""How many names are tried for the letters of one word."""
_MOST_PLACES = 2_000
_LOOKED_THROUGH = 1_000_000
"""Code points of text that are looked through; no event has so many."""


def in_full(query: str, scope: Scope) -> Iterator[str]:
    """Yield a query with names of the texts in place of their initials."""
    words = typed(canonical(query), scope.expansions)
    if len(words.folded) > _MOST_WORDS:
        return
    for index, word in enumerate(words.folded):
        letters = words.written(index, index + 1)
        if _is_acronym(letters, word) and not scope.has_letters(word):
            for name in _names(letters.lower().replace("tw", "tư"), _has_two_capitals, scope):
                yield words.with_other(index, index + 1, name)
    if _has_initials(words):
        parts = [words.written(index, index + 1) for index in range(len(words.folded))]
        yield from _names(parts, _has_capitals, scope)


def _is_acronym(typed: str, folded: str) -> bool:
    """Tell whether letters may be initials: in capitals, or no vowel is behind the first."""
    if not (_FEWEST <= len(folded) <= _MOST and folded.isalpha()):
        return False
    return typed.isupper() or _VOWELS.isdisjoint(folded[1:])


def _has_initials(words: Typed) -> bool:
    """Tell whether letters that are not whole words stand beside others, but not at the end."""
    lengths = [*map(len, words.folded)]
    return (
        len(lengths) > 2
        and min(lengths[:-1]) == 1 < lengths[-1]
        and all(map(str.isalpha, words.folded))
    )


def _names(parts: Sequence[str], is_name: _IsName, scope: Scope) -> list[str]:
    """Return names in the texts, each once, whose words are these or begin with these letters."""
    key = tuple(parts)
    if key not in scope.names:
        scope.names[key] = _found(parts, is_name, scope)
    return scope.names[key]


def _found(parts: Sequence[str], is_name: _IsName, scope: Scope) -> list[str]:
    texts = scope.texts
    end = min(scope.end, scope.start + _LOOKED_THROUGH)
    found: dict[str, str] = {}
    places = re.compile(_pattern(parts, scope)).finditer(texts.folded, scope.start, end)
    for match in islice(places, _MOST_PLACES):
        scope.check()
        name = texts.text[match.start() : match.end()]
        written = [texts.text[slice(*match.span(n))] for n in range(1, len(parts) + 1)]
        if is_name(written) and all(map(_agrees, parts, written)):
            found.setdefault(name.casefold(), name)
    return [*found.values()][:_MOST_NAMES]


def _pattern(parts: Sequence[str], scope: Scope) -> str:
    folded = ["".join(typed(part, scope.expansions).folded) for part in parts]
    words = [
        f"({part}{_LETTER}*+)" if len(part) == 1 else f"({part})(?!{_LETTER})" for part in folded
    ]
    # A letter first, then what must stand before it: `re` leaps from one such letter to the next.
    first = folded[0]
    words[0] = f"({first}(?<!{_LETTER}{first}){words[0][1 + len(first) :]}"
    return _GAP.join(words)


def _agrees(part: str, written: str) -> bool:
    """Tell whether a word has the marks that were typed, of a letter alone its bar."""
    if len(part) > 1:
        return is_same(part, written)
    return written != "và" and (part.lower() != "đ" or written[0].lower() == "đ")


def _has_two_capitals(words: list[str]) -> bool:
    return words[0][0].isupper() and any(word[0].isupper() for word in words[1:])


def _has_capitals(words: list[str]) -> bool:
    return all(word[0].isupper() for word in words)
