"""A query word by word, to be written otherwise."""

from __future__ import annotations

from msgspec import Struct

from tui.search.expansions import Expansions
from tui.text.canonical import canonical
from tui.text.folding import WORD, fold
from tui.text.graphemes import end_of_grapheme
from tui.text.words import agree, is_and, words


class Typed(Struct, frozen=True):
    """The words of a query and where each stands in it."""

    text: str
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    expansions: Expansions

    def written(self, first: int, last: int) -> str:
        """Return the words ``[first, last)`` as they were typed."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def between(self, index: int) -> str:
        """Return what stands before the word at ``index``, which is not the first."""
        return self.text[self.spans[index - 1][1] : self.spans[index][0]]

    def with_other(self, first: int, last: int, words: str) -> str:
        """Return the query with ``words`` in place of ``[first, last)``."""
        start = self.spans[first][0] if first < len(self.spans) else len(self.text)
        end = self.spans[last - 1][1] if last > first else start
        gap = " " if last == first else ""
        return canonical(f"{self.text[:start]}{words}{gap}{self.text[end:]}")


def typed(text: str, expansions: Expansions) -> Typed:
    """Return canonical ``text`` word by word, each with the marks on its last letter."""
    found = tuple(WORD.finditer(fold(text)))
    spans = tuple((word.start(), end_of_grapheme(text, word.end())) for word in found)
    return Typed(text, tuple(word[0] for word in found), spans, expansions)


def letters_of(text: str) -> str:
    """Return the folded letters and digits of ``text``."""
    return "".join(WORD.findall(fold(text)))


def is_same(typed: str, name: str) -> bool:
    """Tell whether words were typed that are ``name``, with its marks or without."""
    return fold(typed) == fold(name) and agrees(typed, name)


def agrees(typed: str, name: str) -> bool:
    """Tell whether the marks that were typed are those of ``name``, *và* apart (S3)."""
    written = [word for word in words(canonical(name)) if not is_and(word)]
    given = [word for word in words(canonical(typed)) if not is_and(word)]
    if len(given) != len(written):
        letters = "".join(word.letters for word in written)
        return letters == "".join(word.letters for word in given)
    return all(agree(a, b) is not None for a, b in zip(given, written, strict=True))
