"""What the things of a record are called in its texts, ready to be looked up word by word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from tui.record.model import Agreement, Document, Entity, Organization, Person
from tui.search.expansions import Expansions, key_of_word
from tui.search.tokens import Token, Tokenizer
from tui.text.acronyms import Acronyms
from tui.text.folding import fold
from tui.text.words import agree, same_with_i_or_y

_WORD = re.compile(r"[^\W_]+")
_CAPITALS = re.compile("[A-ZĐ][.&-]?[A-ZĐ]")

FORMS_OF_ADDRESS = {
    **{"ong": "ông", "ba": "bà", "anh": "anh", "chi": "chị", "co": "cô", "thay": "thầy"},
    **{"dong chi": "đồng chí", "d c": "đ/c", "vien si": "viện sĩ"},
}
"""What may stand for anyone's honorific, by its key."""

MOST_GIVEN = 2
"""How many last words of a name may follow an honorific: *GS Nam*, *GS Hoài Nam*."""

_FEWEST_SPACES = 2
"""A kind of agreement of fewer words, such as *Biên bản*, is not told from the common noun."""

_LONGEST_NAME = 600
"""Code points; a longer text is no name, and looking for it at each word takes its square."""
_FREE = (
    (re.compile(r" và (?=\w)"), " "),
    (re.compile(r"(?<=\w) (?:[Tt]ỉnh|[Tt]hành phố|TP\.?) ?(?=[A-ZĐÀ-Ỹ])"), " "),
    (re.compile(r"^Trường (?=Đại học|ĐH|Cao đẳng)"), ""),
)
"""What the name of a body may leave out: *và*, *tỉnh* before a place, *Trường* before *Đại học*."""
_LONGEST_OFFICE = 60
_MOST_PARTS = 12
"""How many parts of an honorific are heard, the last ones, as any that follow one another may stand
for it: GS, TS and GS.TS."""

EXACT_MARKS, NO_MARKS, CLASH = 2, 1, 0
"""How a name agrees with a text: with all its marks, with some words bare of marks, not at all."""


class Name(Struct, frozen=True):
    """One name of a thing, by the id of the thing."""

    text: str
    id: str
    is_person: bool
    is_kind: bool = False
    """Whether it is a common noun too, as *Thỏa thuận hợp tác*: then only the capital tells."""


class Node(Struct):
    """The names that have come to an end after some tokens, and how others go on, by key."""

    names: list[Name]
    next: dict[str, Node]


class Names:
    """The names of things by id. Making one costs nothing: parts are built when first needed."""

    def __init__(self, things: Mapping[str, Entity], expansions: Expansions) -> None:
        self._things = tuple(things.values())
        self._expansions = expansions
        self._starting: dict[str, Node] = {}
        self._honorifics: dict[str, frozenset[str]] = {}
        self._tokens: dict[str, list[Token]] = {}

    @cached_property
    def all(self) -> tuple[Name, ...]:
        """All names, each once for each thing that has it."""
        names = (name for name in _names(self._things) if len(name.text) <= _LONGEST_NAME)
        return tuple(dict.fromkeys(names))

    @cached_property
    def of(self) -> dict[str, list[str]]:
        """The names of each thing that has any, by its id."""
        names: dict[str, list[str]] = defaultdict(list)
        for name in self.all:
            names[name.id].append(name.text)
        return names

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Takes texts apart as these names are."""
        joined = "\n\n".join(name.text for name in self.all if _CAPITALS.search(name.text))
        return Tokenizer(self._expansions, Acronyms(joined, fold(joined)).letters())

    @cached_property
    def people(self) -> dict[str, Person]:
        """The people by id."""
        return {thing.id: thing for thing in self._things if isinstance(thing, Person)}

    @cached_property
    def given(self) -> dict[str, list[Person]]:
        """The people by the folded letters of their given name, the last word of the name."""
        people = tuple(self.people.values())
        found: dict[str, list[Person]] = defaultdict(list)
        for person, folded in zip(people, _fold_all([p.name for p in people]), strict=True):
            _, space, given = folded.rstrip().rpartition(" ")
            if space:
                found[key_of_word(given)].append(person)
        return found

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a name or of an honorific."""
        if text not in self._tokens:
            self._tokens[text] = self.tokenizer.tokens(text, fold(text))
        return self._tokens[text]

    def starting(self, key: str) -> Node:
        """Return the names whose first token has this key, token by token."""
        root = self._starting.get(key)
        if root is None:
            root = self._starting[key] = Node([], {})
            for name, folded in self._by_first.get(key, ()):
                node = root
                for part in self._key(name.text, folded).split(" ")[1:]:
                    node = node.next.setdefault(part, Node([], {}))
                node.names.append(name)
        return root

    def honorifics(self, prefix: str) -> frozenset[str]:
        """Return the keys, joined by spaces, of an honorific and of its parts: GS.TS, GS, TS."""
        if prefix not in self._honorifics:
            written = [part for part in re.split(r"[\s.,]+", prefix) if part][-_MOST_PARTS:]
            parts = [self.tokens(part) for part in written]
            self._honorifics[prefix] = frozenset(
                " ".join(token.key for part in parts[first:last] for token in part)
                for first in range(len(parts))
                for last in range(first + 1, len(parts) + 1)
            )
        return self._honorifics[prefix]

    def offices(self, person: Person) -> frozenset[str]:
        """Return the keys, joined by spaces, of the offices that a person holds."""
        titles = (held.title for held in person.positions if len(held.title) <= _LONGEST_OFFICE)
        return frozenset(self._key(title, fold(title)) for title in titles)

    @cached_property
    def ends_of_honorifics(self) -> frozenset[str]:
        """The keys of the last words of all honorifics and offices, and of the forms of address."""
        keys = self._all_honorifics.union(*map(self.offices, self.people.values()))
        return frozenset(key.rsplit(" ", 1)[-1] for key in keys)

    @cached_property
    def written_ends_of_honorifics(self) -> frozenset[str]:
        """What these may be in folded text, where abbreviations are not spelt out."""
        shorts = (
            "".join(_WORD.findall(fold(expansion.short)))
            for key in self._all_honorifics
            for expansion in self._expansions.of_long(key.split(" "))
        )
        ends = {short[start:] for short in shorts for start in range(len(short))}
        return (
            self.ends_of_honorifics
            | ends
            | {same_with_i_or_y(end) for end in self.ends_of_honorifics}
        )

    @cached_property
    def _all_honorifics(self) -> frozenset[str]:
        prefixes = {person.honorific_prefix for person in self.people.values()}
        return frozenset(FORMS_OF_ADDRESS).union(*map(self.honorifics, prefixes))

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[Name, str]]]:
        found: dict[str, list[tuple[Name, str]]] = defaultdict(list)
        for name, folded in zip(self.all, _fold_all([n.text for n in self.all]), strict=True):
            first = _WORD.search(folded)
            if first is None:
                continue
            word = name.text[first.start() : first.end()]
            if word.isupper() or word[:2].isupper():
                key = self.tokens(name.text)[0].key
            else:
                key = key_of_word(first[0])
            found[key].append((name, folded))
        return found

    def _key(self, text: str, folded: str) -> str:
        words = _WORD.findall(folded)
        if _CAPITALS.search(text) or not self._expansions.shorts.isdisjoint(words):
            return " ".join(token.key for token in self.tokens(text))
        if "y" in folded or "va" in words:
            words = [key_of_word(word) for word in words if word != "va"]
        return " ".join(words)


def agreement(
    name: Sequence[Token], text: Sequence[Token], *, capitals: bool, capital: bool = False
) -> int:
    """Return how the tokens of a name agree with as many of a text, of the same keys.

    A text may leave out the marks of a whole word, but have none that the name has not.
    ``capitals`` says that every word must be written with a capital, as people's names are;
    ``capital``, that the first must be where the name has one.
    """
    if not (text[0].is_first and text[-1].is_last):
        return CLASH
    if capital and name[0].is_capital and not text[0].is_capital:
        return CLASH
    result = EXACT_MARKS
    for index, (called, written) in enumerate(zip(name, text, strict=True)):
        if index and not (written.joined and written.conjoined == called.conjoined):
            return CLASH
        if not written.is_capital and (capitals or (called.is_capital and len(name) == 1)):
            return CLASH
        if agree(called.word, written.word):
            continue
        if any(written.word.qualities) or any(written.word.tones):
            return CLASH
        result = NO_MARKS
    return result


def _fold_all(texts: Sequence[str]) -> list[str]:
    """Return each text folded; one call for all, as thousands are slow."""
    joined = "\n".join(texts)
    return fold(joined).split("\n") if joined.count("\n") == len(texts) - 1 else [*map(fold, texts)]


def _names(things: Iterable[Entity]) -> Iterator[Name]:
    agreements: list[Agreement] = []
    for thing in things:
        match thing:
            case Person():
                for name in (thing.name, *thing.alternate_names):
                    if _is_name_of_person(name, thing):
                        yield Name(name, thing.id, is_person=True)
            case Organization():
                for name in (thing.name, *thing.alternate_names):
                    for written in _ways_to_write(name):
                        yield Name(written, thing.id, is_person=False)
            case Document():
                yield Name(thing.name, thing.id, is_person=False)
            case Agreement():
                agreements.append(thing)
    shared = Counter(agreement.name for agreement in agreements)
    kinds = Counter(agreement.kind for agreement in agreements)
    for agreed in agreements:
        if agreed.name and shared[agreed.name] == 1 and kinds[agreed.name] <= 1:
            is_kind = agreed.name in kinds
            if is_kind and agreed.name.count(" ") < _FEWEST_SPACES:
                continue
            yield Name(agreed.name, agreed.id, is_person=False, is_kind=is_kind)


def _ways_to_write(name: str) -> Iterator[str]:
    """Yield the name of a body as it stands and with what is free in it left out (S9, wider)."""
    yield name
    for free, instead in _FREE:
        shorter = free.sub(instead, name)
        if shorter != name and " " in shorter:
            yield shorter


def _is_name_of_person(name: str, person: Person) -> bool:
    """Tell whether ``name`` is enough to know the person by: *Nam* alone is not."""
    return " " in name or name not in person.name.split(" ")
