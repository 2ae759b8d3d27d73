"""Mentions: where the texts of an event name its people, organisations and other things.

A thing is named by its names, in every spelling that rules S3 to S9 of docs/search.md make equal,
and a person by honorific and given name too (*GS Nam*) where the event has only one such person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from tui.document.model import Reference
from tui.document.texts import Texts
from tui.record.model import Entity, Organization, Person
from tui.search.expansions import Expansions
from tui.search.gazetteer import Gazetteer, Occurrence
from tui.search.hits import EXACT, Hit
from tui.search.matching import Searched, matches
from tui.search.name_borders import NameBorders, may_be_called, strangers
from tui.search.names import FORMS_OF_ADDRESS, Names
from tui.search.titles import Titles
from tui.text.graphemes import end_of_grapheme
from tui.text.proper_names import spelling
from tui.text.words import is_and

_AROUND = 80
"""How many characters before a name and after it tell whether it is a piece of another."""
_MOST_KNOWN = 10_000
_SMALL = 30_000
_MOST_SEARCHED = 16
"""All texts of no more characters, or for a thing with more names, are read once for all things,
instead of being searched for each name."""


class Mentions:
    """Who and what is named where. Making one costs nothing: texts are read when asked about."""

    def __init__(self, things: Mapping[str, Entity], texts: Texts) -> None:
        self._things = things
        self._passages = texts
        self._names = Names(things.values())
        self._within: dict[int, tuple[Reference, ...]] = {}
        self._of: dict[str, tuple[Hit, ...]] = {}
        self._whole: dict[tuple[str, str, int, int], bool] = {}

    def of(self, entity_id: str) -> tuple[Hit, ...]:
        """Return all mentions of a thing in reading order; none for an id that is not known."""
        if entity_id not in self._of:
            self._of[entity_id] = tuple(
                Hit(index, named.start, named.end, EXACT)
                for index in sorted(self._candidates(entity_id))
                for named in self.within(index)
                if named.id == entity_id
            )
        return self._of[entity_id]

    def _candidates(self, entity_id: str) -> Collection[int]:
        """Return the texts that may name a thing, much sooner than all are read for names."""
        texts = self._passages
        names = [*self._names.of.get(entity_id, ()), *self._names.given.get(entity_id, ())]
        if len(names) > _MOST_SEARCHED or len(texts.text) <= _SMALL:
            return range(len(texts))
        everything = Searched(texts.text, texts.folded, texts.script)
        found = set(self._references.get(entity_id, ()))
        for reading in chain.from_iterable(map(self._gazetteer.readings, names)):
            if all(word.letters[:-1] in texts.folded for word in reading.words if not is_and(word)):
                found.update(texts.at(start) for start, _, _ in matches(reading, everything))
        return found

    @cached_property
    def _references(self) -> Mapping[str, Sequence[int]]:
        """The texts with references to each thing."""
        found: dict[str, list[int]] = {}
        for index, text in enumerate(self._passages):
            for reference in text.references:
                found.setdefault(reference.id, []).append(index)
        return found

    def within(self, passage_index: int) -> tuple[Reference, ...]:
        """Return what is named in one passage: disjoint spans in order.

        A span that the file ties to a thing wins over every name, a longer name over a shorter.
        """
        if passage_index not in self._within:
            passage = self._passages[passage_index]
            named = [*passage.references]
            if not any(r.start == 0 and r.end == len(passage.words) for r in named):
                named += self._named_in(passage_index)
            self._within[passage_index] = tuple(sorted(named, key=_start))
        return self._within[passage_index]

    def _named_in(self, passage_index: int) -> Iterator[Reference]:
        """Yield what names claim in a passage, apart from each other and from its references."""
        if not self._names.all:
            return
        passage = self._passages[passage_index]
        start = self._passages.starts[passage_index]
        folded = self._passages.folded[start : start + len(passage.words)]
        taken = bytearray(len(passage.words) + 1)
        for reference in passage.references:
            _take(taken, reference.start, reference.end)
        for claim in self._claims(Searched(passage.words, folded, self._passages.script)):
            if not taken.find(1, claim.start, claim.end) < 0:
                continue
            end = end_of_grapheme(passage.words, claim.end)
            _take(taken, claim.start, end)
            if claim.id:
                yield Reference(claim.start, end, claim.id)

    def _claims(self, text: Searched) -> list[Reference]:
        """Return what names claim in a text, the longest first."""
        claims: list[Reference] = []
        titles = Titles(text)
        for found in self._gazetteer.scan(text):
            if any(name.sort == "title" for name in found.names):
                titles.add(found)
            named = [name.id for name in found.names if name.sort not in ("title", "given")]
            if named or not found.names:
                claims.append(self._named(found, named, titles, text))
            given = [name.id for name in found.names if name.sort == "given"]
            if given and titles.before(found.start):
                claims += self._addressed(found, given, titles, text)
        return sorted(claims, key=lambda claim: (claim.start - claim.end, claim.start))

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        texts, names = self._passages, self._names
        given = chain(names.titles, *names.given.values()) if names.people else ()
        return Gazetteer(chain(names.all, given), texts.acronyms, Expansions(texts.abbreviations))

    def _named(
        self, found: Occurrence, ids: Sequence[str], titles: Titles, text: Searched
    ) -> Reference:
        """Return what is named at a place, with the honorific before it, if anything.

        Where people share the name, the honorific may tell which of them it is.
        """
        people = self._names.people
        starts = dict.fromkeys(ids, found.start)
        for id_ in people.keys() & starts.keys():
            own = self._names.honorifics(people[id_])
            starts[id_] = titles.honorific_before(found.start, own)
        start = min(starts.values(), default=found.start)
        ids = [id_ for id_, own_start in starts.items() if own_start == start]
        whole = len(ids) == 1 and self._is_whole(ids[0], text, found.start, found.end)
        return Reference(start, found.end, ids[0] if whole else "")

    def _is_whole(self, id_: str, text: Searched, start: int, end: int) -> bool:
        """Tell whether a name at ``[start, end)`` is no piece of another name."""
        first = max(0, start - _AROUND)
        key = (id_, text.shown[first : end + _AROUND], start - first, end - first)
        if key not in self._whole:
            if len(self._whole) > _MOST_KNOWN:
                self._whole.clear()
            self._whole[key] = self._judge(*key)
        return self._whole[key]

    def _judge(self, id_: str, text: str, start: int, end: int) -> bool:
        thing = self._things[id_]
        if isinstance(thing, Person):
            return self._borders.is_whole_person(text, start, end)
        if isinstance(thing, Organization):
            return self._borders.is_whole_body(
                text, start, end, [name.text for name in self._names.of[id_]]
            )
        return True

    @cached_property
    def _borders(self) -> NameBorders:
        people = self._names.people.values()
        offices = (held.title for person in people for held in person.positions)
        places = (text.words for text in self._passages if text.field == "location")
        return NameBorders(offices, next(places, ""))

    def _addressed(
        self, found: Occurrence, ids: Sequence[str], titles: Titles, text: Searched
    ) -> Iterator[Reference]:
        """Yield whom a title and the given name after it mean, if there is one such person."""
        given = text.shown[found.start : found.end].split()[-1]
        if spelling(given) in self._strangers:
            return
        people = [self._names.people[id_] for id_ in dict.fromkeys(ids)]
        for start, addressed in self._addressees(found.start, people, titles):
            ids = [person.id for person in addressed]
            if len(ids) == 1 and self._is_whole(ids[0], text, found.start, found.end):
                yield Reference(start, found.end, ids[0])
            if ids:
                return

    def _addressees(
        self, start: int, people: Sequence[Person], titles: Titles
    ) -> Iterator[tuple[int, Sequence[Person]]]:
        """Yield where each title before ``start`` begins, and which of ``people`` it may mean."""
        starts = {}
        for person in people:
            own = titles.honorific_before(start, self._names.honorifics(person))
            if own == start:
                own = titles.office_before(start, self._names.offices(person))
            starts[person.id] = own
        first = min(starts.values())
        if first < start:
            yield first, [person for person in people if starts[person.id] == first]
        for title in titles.before(start):
            for form in FORMS_OF_ADDRESS:
                is_form = title.is_exact and any(name.text == form for name in title.names)
                if is_form and not titles.is_inside_name(title):
                    yield title.start, [p for p in people if may_be_called(p.name, form)]

    @cached_property
    def _strangers(self) -> frozenset[str]:
        people = self._names.people.values()
        known = [name for person in people for name in (person.name, *person.alternate_names)]
        return strangers(self._passages.text, known)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (end - start)


def _start(reference: Reference) -> int:
    return reference.start
