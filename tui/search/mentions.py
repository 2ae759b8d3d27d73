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
from tui.search.gazetteer import Gazetteer, Name, Occurrence
from tui.search.hits import EXACT, Hit
from tui.search.matching import Searched, matches
from tui.search.name_borders import NameBorders, may_be_called
from tui.search.names import FORMS_OF_ADDRESS, Names
from tui.search.titles import Titles
from tui.text.graphemes import end_of_grapheme
from tui.text.proper_names import spelling
from tui.text.words import is_and

_AROUND = 80
"""How many characters before a name and after it tell whether it is a piece of another."""
_MOST_KNOWN = 10_000
_SMALL = 30_000
_MOST_SEARCHED = 48
"""All texts of no more characters, or for things with more names, are read once for all things,
instead of being searched for each name."""


class Mentions:
    """Who and what is named where. Making one costs nothing: texts are read when asked about."""

    def __init__(self, things: Mapping[str, Entity], texts: Texts) -> None:
        self._things = things
        self._passages = texts
        self._names = Names(things.values())
        self._within: dict[int, tuple[Reference, ...]] = {}
        self._of: dict[str, tuple[Hit, ...]] = {}
        self._held: dict[tuple[tuple[str, ...], tuple[str, ...], bool | None], tuple[str, ...]] = {}
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

    def of_any(self, ids: Sequence[str]) -> tuple[Hit, ...]:
        """Return the mentions of several things in reading order, each place once."""
        if sum(len(self._names_of(each)) for each in ids) <= _MOST_SEARCHED:
            return tuple(sorted({hit for each in ids for hit in self.of(each)}))
        wanted = frozenset(ids)
        return tuple(
            Hit(index, named.start, named.end, EXACT)
            for index in range(len(self._passages))
            for named in self.within(index)
            if named.id in wanted
        )

    def _names_of(self, entity_id: str) -> list[Name]:
        return [*self._names.of.get(entity_id, ()), *self._names.given.get(entity_id, ())]

    def _candidates(self, entity_id: str) -> Collection[int]:
        """Return the texts that may name a thing, much sooner than all are read for names."""
        texts = self._passages
        names = self._names_of(entity_id)
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
            called = found.called
            if called.titles:
                titles.add(found)
            if called.things or not (called.given or called.titles):
                claims.append(self._named(found, titles, text))
            if called.given and titles.before(found.start):
                claims += self._addressed(found, titles, text)
        return sorted(claims, key=lambda claim: (claim.start - claim.end, claim.start))

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        texts, names = self._passages, self._names
        given = chain(names.titles, *names.given.values()) if names.people else ()
        return Gazetteer(chain(names.all, given), texts.acronyms, Expansions(texts.abbreviations))

    def _named(self, found: Occurrence, titles: Titles, text: Searched) -> Reference:
        """Return what is named at a place, with the honorific before it, if anything.

        Where people share the name, the honorific may tell which of them it is.
        """
        start, ids = found.start, found.called.things
        for title in titles.before(start) if self._names.people else ():
            held = self._holders(title, ids, is_office=False)
            if held:
                start, ids = title.start, held
                break
        whole = len(ids) == 1 and self._is_whole(ids[0], text, found.start, found.end)
        return Reference(start, found.end, ids[0] if whole else "")

    def _is_whole(self, id_: str, text: Searched, start: int, end: int) -> bool:
        """Tell whether a name at ``[start, end)`` is not a piece of another name."""
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

    def _addressed(self, found: Occurrence, titles: Titles, text: Searched) -> Iterator[Reference]:
        """Yield whom a title and the given name after it mean, if there is one such person."""
        given = text.shown[found.start : found.end].split()[-1]
        if spelling(given) in self._strangers:
            return
        for start, ids in self._addressees(found, titles):
            if len(ids) == 1 and self._is_whole(ids[0], text, found.start, found.end):
                yield Reference(start, found.end, ids[0])
            if ids:
                return

    def _addressees(
        self, found: Occurrence, titles: Titles
    ) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield where each title before a given name begins, and whom it may mean."""
        ids = found.called.given
        before = titles.before(found.start)
        for title in before:
            held = self._holders(title, ids, is_office=False)
            if not held and not titles.is_deputy(title):
                held = self._holders(title, ids, is_office=True)
            if held:
                yield title.start, held
                break
        for title in before:
            if title.called.is_exact and not titles.is_inside_name(title):
                for form in FORMS_OF_ADDRESS.intersection(title.called.titles):
                    yield title.start, self._may_be_called(form, ids)

    def _holders(
        self, title: Occurrence, ids: tuple[str, ...], *, is_office: bool
    ) -> tuple[str, ...]:
        """Return which people have a title: as an honorific, or as an office."""
        key = (title.called.titles, ids, is_office)
        if key not in self._held:
            by_title = self._names.offices if is_office else self._names.honorifics
            holders = set().union(*(by_title.get(text, ()) for text in title.called.titles))
            self._held[key] = tuple(id_ for id_ in ids if id_ in holders)
        return self._held[key]

    def _may_be_called(self, form: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        key = ((form,), ids, None)
        if key not in self._held:
            names = ((id_, self._names.people[id_].name) for id_ in ids)
            self._held[key] = tuple(id_ for id_, name in names if may_be_called(name, form))
        return self._held[key]

    @cached_property
    def _strangers(self) -> frozenset[str]:
        people = self._names.people.values()
        known = [name for person in people for name in (person.name, *person.alternate_names)]
        from tui.search.strangers import strangers  # only where a given name stands alone

        return strangers(self._passages.text, known)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (end - start)


def _start(reference: Reference) -> int:
    return reference.start
