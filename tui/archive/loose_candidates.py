"""Words of a query as an expression over terms, when they are loosened as ``find`` loosens them.

No event is missed in which the looser rules find the words: what each of them needs of a text, less
what the index does not know (how far words are apart, in which paragraph they stand).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice, pairwise

from tui.archive.expression import NOTHING, Expression, Term, all_of, any_of
from tui.search.expansions import Expansions, key_of_word
from tui.search.query import parse_query
from tui.search.wider import rewritings, rewritings_apart
from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.telex import decode
from tui.text.words import join_words, script_of, word_pattern

_MOST_APART = 12
"""Words of a query that may stand apart, and other ways of writing it in which they may."""
_FEWEST_JOINED, _MOST_JOINED = 4, 60
"""Letters of a query whose spaces do not count."""
_MOST_DIVISIONS = 64
"""Ways to divide letters into words that are asked for one by one."""


class LooseCandidates:
    """Makes the expressions of one query.

    Args:
        literal: Returns what has a text as the strict rules find it.
        instead: Returns what may have something else in place of several words, all of them; it
            is given these, and the same without the last and without the first.
        is_word: Tells whether any event has a word of this key.
    """

    def __init__(
        self,
        literal: Callable[[str], Expression],
        instead: Callable[[str, str, str], Expression],
        is_word: Callable[[str], bool],
    ) -> None:
        self._literal = lru_cache(None)(literal)
        self._instead = lru_cache(None)(instead)
        self._is_word = lru_cache(None)(is_word)

    def otherwise(self, text: str) -> Iterator[Expression]:
        """Yield what has a query written otherwise, or as the keys of Telex (wider, keys)."""
        end = " " * text[-1:].isspace()
        for written in rewritings(text, _shipped()):
            yield self._literal(written + end)
        if reading := decode(text):
            yield self._literal(f"{reading.strip()} ")

    def elsewhere(self, text: str) -> Iterator[Expression]:
        """Yield what has the words of a query apart, or its letters (apart, joined)."""
        written = islice(rewritings(text, _shipped()), _MOST_APART)
        more = rewritings_apart(text, _shipped())
        for query in (text, f"{decode(text) or ''} ", *written, *more):
            yield self._apart(query, self._literal)
        yield self._joined(text)
        yield self._apart(text, lambda word: any_of((self._literal(word), self._joined(word))))

    def _apart(self, query: str, word: Callable[[str], Expression]) -> Expression:
        """Return what has parts of a query that are all of it (S14).

        Every word stands there, as ``word`` has it, or what may stand in place of some words of
        which it is one.
        """
        text = canonical(query)
        spans = _word_spans(text)
        if not 2 <= len(spans) <= _MOST_APART:
            return NOTHING
        instead = {
            (first, last): self._instead(
                self._part(text, spans, first, last),
                self._part(text, spans, first, last - 1),
                self._part(text, spans, first + 1, last),
            )
            for first in range(len(spans))
            for last in range(first + 2, len(spans) + 1)
        }
        return all_of(
            any_of(
                (
                    word(self._part(text, spans, i, i + 1)),
                    *(part for (first, last), part in instead.items() if first <= i < last),
                )
            )
            for i, (start, end) in enumerate(spans)
            if fold(text[start:end]) != "va"
        )

    def _part(self, text: str, spans: list[tuple[int, int]], first: int, last: int) -> str:
        start, end = spans[first][0], spans[last - 1][1]
        return text[start:end] + ("" if end == len(text) else " ")

    def _joined(self, query: str) -> Expression:
        """Return what has the letters of a query as words one after another (S15)."""
        letters = join_words(parse_query(query).words).letters
        if not _FEWEST_JOINED <= len(letters) <= _MOST_JOINED:
            return NOTHING
        divisions = self._divisions(letters)
        if len(divisions) > _MOST_DIVISIONS:
            return any_of(Term(words[0]) for words in divisions)
        return any_of(
            all_of(Term("_".join(pair)) for pair in pairwise(words))
            if len(words) > 1
            else Term(words[0])
            for words in divisions
        )

    def _divisions(self, letters: str) -> list[tuple[str, ...]]:
        """Return the ways to divide letters into words that there are.

        Where these are many it is a way for each first word, of which there is one for each letter.
        """
        length = len(letters)
        behind: dict[int, list[tuple[str, ...]]] = {length: [()]}
        for at in reversed(range(length)):
            found: list[tuple[str, ...]] = []
            for end in range(at + 1, length + 1):
                if (rest := behind.get(end)) and self._is_word(key := key_of_word(letters[at:end])):
                    found += [(key, *words) for words in rest[:_MOST_DIVISIONS]]
            if len(found) > _MOST_DIVISIONS:
                found = list({words[0]: words for words in reversed(found)}.values()) + found
            behind[at] = found
        return behind[0]


def _word_spans(text: str) -> list[tuple[int, int]]:
    folded = fold(text)
    return [match.span() for match in word_pattern(script_of(folded)).finditer(folded)]


@lru_cache(1)
def _shipped() -> Expansions:
    return Expansions()
