"""Which texts may name a thing: those with the letters of one of its names.

They are found as words are that a reader types, much sooner than all texts are read for names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec.structs import replace

from tui.document.texts import Texts
from tui.record.model import Person
from tui.search.expansions import Expansions
from tui.search.matching import Searched, matches
from tui.search.names import MOST_GIVEN, Names
from tui.search.query import parse_query
from tui.search.readings import readings
from tui.text.marks import NONE
from tui.text.words import Word

_MOST_NAMES = 16
"""Of a thing with more names all texts are read once, instead of being searched for each name."""
_LOOK_BACK = 30
"""How many characters before a given name an honorific is looked for."""


class Candidates:
    """The texts that may name each thing."""

    def __init__(self, names: Names, texts: Texts, expansions: Expansions) -> None:
        self._names = names
        self._texts = texts
        self._expansions = expansions

    def of(self, entity_id: str) -> Iterable[int]:
        """Return the passages that may mention a thing, and somewhat more."""
        passages = self._texts
        if len(self._names.of.get(entity_id, ())) > _MOST_NAMES:
            return range(len(passages))
        text = Searched(passages.text, passages.folded, passages.script)
        found = set(self._references.get(entity_id, ()))
        for name in self._names.of.get(entity_id, ()):
            query = parse_query(name + " ")
            bare = replace(query, words=tuple(map(_without_marks, query.words)))
            for reading in readings(bare, passages.acronyms, self._expansions):
                found.update(passages.at(start) for start, _, _ in matches(reading, text))
        person = self._names.people.get(entity_id)
        if person:
            found.update(self._addressing(person))
        return found

    def _addressing(self, person: Person) -> Iterator[int]:
        """Yield the passages where an honorific stands one or two words before the given name."""
        called = self._names.tokens(person.name)
        if not called:
            return
        ends = self._names.written_ends_of_honorifics
        folded = self._texts.folded
        letters = called[-1].word.letters
        spelling = f"{letters[:-1]}[iy]" if letters[-1:] in ("i", "y") else letters
        for match in re.finditer(rf"{spelling}(?<!\w{spelling})(?!\w)", folded):
            before = re.findall(
                r"[^\W_]+", folded[max(0, match.start() - _LOOK_BACK) : match.start()]
            )
            if not ends.isdisjoint(before[-MOST_GIVEN:]):
                yield self._texts.at(match.start())

    @cached_property
    def _references(self) -> dict[str, set[int]]:
        """The passages with references to each thing."""
        found: dict[str, set[int]] = {}
        for index, passage in enumerate(self._texts):
            for reference in passage.references:
                found.setdefault(reference.id, set()).add(index)
        return found


def _without_marks(word: Word) -> Word:
    nothing = (NONE,) * len(word)
    return Word(word.letters, nothing, nothing, word.ends)
