"""Mentions: where the texts of an event name its people, organisations and other things.

A thing is named by its names, in every spelling that rules S3 to S9 of docs/search.md make equal,
and a person by honorific and given name too (*GS Nam*) where the event has only one such person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from tui.document.model import Reference
from tui.document.texts import Texts
from tui.record.model import Entity, Organization, Person
from tui.search.expansions import Expansions
from tui.search.hits import EXACT, Hit
from tui.search.mention_candidates import Candidates
from tui.search.name_borders import NameBorders, may_be_called, strangers
from tui.search.names import (
    CLASH,
    EXACT_MARKS,
    FORMS_OF_ADDRESS,
    MOST_GIVEN,
    Name,
    Names,
    Node,
    agreement,
)
from tui.search.tokens import Token
from tui.text.budget import Budget
from tui.text.graphemes import end_of_grapheme
from tui.text.proper_names import spelling

_DEPUTIES = frozenset({"pho"})


_MOST_NAMESAKES = 32
"""A name that more things share, but for its marks, tells none of them."""
_LONGEST_TEXT = 200_000
"""Code points; behind so many no names are looked for in one text. No paragraph has them."""
_USUAL_WORDS = 16
_UNUSUAL_WORK = 300_000
"""How many words beyond the usual ones of a name are looked at in all. Names of hundreds of words
that begin alike, in a text that repeats them, would take quadratic time."""


class _Claim(Struct, frozen=True):
    """A span that a name claims; ``id`` is empty where several things have that name."""

    start: int
    end: int
    id: str


class Mentions:
    """Who and what is named where. Making one costs nothing: texts are read when asked about."""

    def __init__(self, things: Mapping[str, Entity], texts: Texts) -> None:
        self._things = things
        self._passages = texts
        self._expansions = Expansions(texts.abbreviations)
        self._names = Names(things, self._expansions)
        self._candidates = Candidates(self._names, texts, self._expansions)
        self._budget = Budget(_UNUSUAL_WORK)
        self._within: dict[int, tuple[Reference, ...]] = {}
        self._of: dict[str, tuple[Hit, ...]] = {}

    def of(self, entity_id: str) -> tuple[Hit, ...]:
        """Return all mentions of a thing in reading order; none for an id that is not known."""
        if entity_id not in self._of:
            self._of[entity_id] = tuple(
                Hit(index, reference.start, reference.end, EXACT)
                for index in sorted(self._candidates.of(entity_id))
                for reference in self.within(index)
                if reference.id == entity_id
            )
        return self._of[entity_id]

    def within(self, passage_index: int) -> tuple[Reference, ...]:
        """Return what is named in one passage: disjoint spans in order.

        A span that the file ties to a thing wins over every name, a longer name over a shorter.
        """
        if passage_index not in self._within:
            passage = self._passages[passage_index]
            taken = sorted(passage.references, key=_start)
            start = self._passages.starts[passage_index]
            folded = self._passages.folded[start : start + min(len(passage.words), _LONGEST_TEXT)]
            words = passage.words[:_LONGEST_TEXT]
            for claim in self._claims(words, folded) if self._names.all else ():
                at = bisect_left(taken, claim.end, key=_start)
                if not at or taken[at - 1].end <= claim.start:
                    end = end_of_grapheme(passage.words, claim.end)
                    taken.insert(at, Reference(claim.start, end, claim.id))
            self._within[passage_index] = tuple(named for named in taken if named.id)
        return self._within[passage_index]

    def _claims(self, text: str, folded: str) -> list[_Claim]:
        """Return what names claim in a text, the longest first."""
        tokens = self._names.tokenizer.tokens(text, folded)
        claims = [
            claim
            for index in range(len(tokens))
            for claim in (
                *self._named_at(tokens, index, text),
                *self._addressed_at(tokens, index, text),
            )
        ]
        return sorted(claims, key=lambda claim: (claim.start - claim.end, claim.start))

    def _named_at(self, tokens: Sequence[Token], index: int, text: str) -> Iterator[_Claim]:
        """Yield what is named from the token at ``index`` on."""
        node: Node | None = self._names.starting(tokens[index].key)
        end = index
        while node is not None:
            end += 1
            if node.names:
                yield from self._named(tokens, index, end, node.names, text)
            if not node.next or end == len(tokens) or not tokens[end].joined:
                return
            if end - index >= _USUAL_WORDS and not self._budget.spend():
                return
            node = node.next.get(tokens[end].key)

    def _named(
        self, tokens: Sequence[Token], first: int, last: int, names: Sequence[Name], text: str
    ) -> Iterator[_Claim]:
        """Yield what the tokens ``[first, last)`` name, with the honorific before it, if anything.

        Where people share the name, the honorific may tell which of them it is.
        """
        written = tokens[first:last]
        if len(names) > _MOST_NAMESAKES:
            yield _Claim(written[0].start, written[-1].end, "")
            return
        called = [(self._names.tokens(name.text), name) for name in names]
        ids = _closest(
            (
                agreement(name_tokens, written, capitals=name.is_person, capital=name.is_kind),
                name.id,
            )
            for name_tokens, name in called
        )
        if not ids:
            return
        lengths = {id_: self._honorific_before(tokens, first, id_) for id_ in ids}
        length = max(lengths.values())
        ids = [id_ for id_ in ids if lengths[id_] == length]
        start, end = tokens[first - length].start, tokens[last - 1].end
        whole = len(ids) == 1 and self._is_whole(ids[0], text, tokens[first].start, end)
        yield _Claim(start, end, ids[0] if whole else "")

    def _is_whole(self, id_: str, text: str, start: int, end: int) -> bool:
        """Tell whether a name at ``[start, end)`` is no piece of another name."""
        thing = self._things[id_]
        if isinstance(thing, Person):
            return self._borders.is_whole_person(text, start, end)
        if isinstance(thing, Organization):
            return self._borders.is_whole_body(text, start, end, self._names.of[id_])
        return True

    @cached_property
    def _borders(self) -> NameBorders:
        people = self._names.people.values()
        offices = (held.title for person in people for held in person.positions)
        places = (text.words for text in self._passages if text.field == "location")
        return NameBorders(offices, next(places, ""))

    def _addressed_at(self, tokens: Sequence[Token], index: int, text: str) -> Iterator[_Claim]:
        """Yield whom an honorific and the given name at ``index`` mean, if there is one such."""
        names = self._names
        if not tokens[index].is_capital:
            return
        for first in range(index, max(0, index - MOST_GIVEN), -1):
            before = tokens[first - 1]
            if not tokens[first].joined or before.key not in names.ends_of_honorifics:
                continue
            people = names.given.get(tokens[index].key)
            if not people or len(people) > _MOST_NAMESAKES:
                return
            if self._is_strangers(text[tokens[index].start : tokens[index].end]):
                return
            written = tokens[first : index + 1]
            for length, addressed in self._addressed(tokens, first, people):
                ids = _closest(
                    (agreement(called[-len(written) :], written, capitals=True), person.id)
                    for person in addressed
                    if len(called := names.tokens(person.name)) > len(written)
                    and _key(called[-len(written) :]) == _key(written)
                )
                start, end = tokens[first].start, tokens[index].end
                if len(ids) == 1 and self._borders.is_whole_person(text, start, end):
                    yield _Claim(tokens[first - length].start, tokens[index].end, ids[0])
                if ids:
                    return

    def _is_strangers(self, given: str) -> bool:
        """Tell whether someone whom the record does not list may be meant by a given name."""
        return spelling(given) in self._strangers

    @cached_property
    def _strangers(self) -> frozenset[str]:
        people = self._names.people.values()
        known = [name for person in people for name in (person.name, *person.alternate_names)]
        return strangers(self._passages.text, known)

    def _addressed(
        self, tokens: Sequence[Token], first: int, people: Sequence[Person]
    ) -> Iterator[tuple[int, list[Person]]]:
        """Yield whom what stands before ``first`` may mean, and of how many tokens it is."""
        lengths = {
            person.id: self._honorific_before(tokens, first, person.id)
            or self._office_before(tokens, first, person)
            for person in people
        }
        length = max(lengths.values())
        if length:
            yield length, [person for person in people if lengths[person.id] == length]
        for key, form in FORMS_OF_ADDRESS.items():
            called = self._names.tokens(form)
            written = tokens[max(0, first - len(called)) : first]
            if _key(written) != key or _is_inside_name(tokens, first - len(called)):
                continue
            if agreement(called, written, capitals=False) == EXACT_MARKS:
                yield len(called), [person for person in people if may_be_called(person.name, form)]

    def _honorific_before(self, tokens: Sequence[Token], index: int, person_id: str) -> int:
        """Return of how many tokens the person's honorific right before ``index`` is, or 0."""
        person = self._names.people.get(person_id)
        if person is None or not person.honorific_prefix or not tokens[index].joined:
            return 0
        honorifics = self._names.honorifics(person.honorific_prefix)
        longest = max((key.count(" ") + 1 for key in honorifics), default=0)
        for length in range(min(longest, index), 0, -1):
            written = tokens[index - length : index]
            if written[0].is_first and written[-1].is_last and _key(written) in honorifics:
                return length if all(token.joined for token in written[1:]) else 0
        return 0

    def _office_before(self, tokens: Sequence[Token], index: int, person: Person) -> int:
        """Return of how many tokens the person's office right before ``index`` is, or 0.

        *Phó Giám đốc Nam* is no *Giám đốc*.
        """
        for office in self._names.offices(person):
            length = office.count(" ") + 1
            written = tokens[max(0, index - length) : index]
            if _key(written) != office or not all(token.joined for token in written[1:]):
                continue
            before = tokens[index - length - 1] if index > length else None
            if before is None or not written[0].joined or before.key not in _DEPUTIES:
                return length
        return 0


def _is_inside_name(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a form of address is a piece of a name: *Nguyễn Anh Tuấn*."""
    if index < 1:
        return False
    before, token = tokens[index - 1], tokens[index]
    apart = token.start - before.end
    return token.is_capital and token.joined and before.is_capital and apart == 1


def _closest(agreements: Iterable[tuple[int, str]]) -> list[str]:
    """Return the ids of the things whose names agree best, each once; none if all clash."""
    ids: dict[int, dict[str, None]] = {}
    for level, id_ in agreements:
        ids.setdefault(level, {})[id_] = None
    best = max(ids, default=CLASH)
    return list(ids[best]) if best != CLASH else []


def _start(reference: Reference) -> int:
    return reference.start


def _key(tokens: Sequence[Token]) -> str:
    return " ".join(token.key for token in tokens)
