"""What the things of a record are called in its texts, ready to be looked up word by word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import islice

from tui.record.model import Agreement, Document, Entity, Organization, Person
from tui.search.gazetteer import MOST_NAMESAKES, Name
from tui.text.folding import fold
from tui.text.proper_names import COUNTRIES, PLACE_KINDS, PLACES, SPELLINGS, spelling
from tui.text.syllables import is_syllable

_PART = re.compile(r"[^\s.,]+")

FORMS_OF_ADDRESS = frozenset("ông|bà|anh|chị|cô|thầy|đồng chí|đ/c|viện sĩ".split("|"))
"""What may stand for anyone's honorific."""

_MOST_GIVEN = 2
"""How many last words of a name may follow an honorific: *GS Nam*, *GS Hoài Nam*."""

_FEWEST_SPACES = 2
"""A kind of agreement of fewer words, such as *Biên bản*, is not told from the common noun."""

_LONGEST_NAME = 600
"""Code points; a longer text is not a name, and looking for it at each word takes its square."""
_NUMBER = re.compile(r"(?<=[^\W\d])(?: số)? (?=\d)")
"""Before the number of a document *số* may be left out, and put in (S17)."""
_CITIES = frozenset("hà nội|hải phòng|đà nẵng|cần thơ|huế|hồ chí minh".split("|"))
"""Cities that are not part of a province."""
_KINDS_OF_PLACES = frozenset(kind.split(" ")[-1] for kind in PLACE_KINDS)
_LONGEST_OFFICE = 60
_MOST_PARTS = 12
"""How many parts of an honorific are heard, the last ones, as any that follow one another may stand
for it: GS, TS and GS.TS."""
_MOST_TITLES = 2_000


class Names:
    """The names of things by id. Making one costs nothing: parts are built when first needed."""

    def __init__(self, things: Iterable[Entity]) -> None:
        self._things = tuple(things)

    @cached_property
    def all(self) -> tuple[Name, ...]:
        """All names, each once for each thing that has it."""
        names = (name for name in _names(self._things) if len(name.text) <= _LONGEST_NAME)
        return tuple(dict.fromkeys(names))

    @cached_property
    def of(self) -> dict[str, list[Name]]:
        """The names of each thing that has any, by its id."""
        names: dict[str, list[Name]] = defaultdict(list)
        for name in self.all:
            names[name.id].append(name)
        return names

    @cached_property
    def people(self) -> dict[str, Person]:
        """The people by id."""
        return {thing.id: thing for thing in self._things if isinstance(thing, Person)}

    @cached_property
    def given(self) -> dict[str, list[Name]]:
        """The last words of the names of people, by id, which may follow an honorific.

        Of a name that is not Vietnamese the first word may, too.
            Those that too many people share tell nobody.
        """
        found: dict[str, list[Name]] = {id_: [] for id_ in self.people}
        for person in self.people.values():
            words = person.name.split()
            for count in range(1, min(len(words) - 1, _MOST_GIVEN) + 1):
                found[person.id].append(Name(" ".join(words[-count:]), person.id, "given"))
            if len(words) > 1 and not is_syllable(words[0]):  # Boviengkham Vongdara, in Laos
                found[person.id].append(Name(words[0], person.id, "given"))
        shared = Counter(fold(name.text) for names in found.values() for name in names)
        return {
            id_: [name for name in names if shared[fold(name.text)] <= MOST_NAMESAKES]
            for id_, names in found.items()
        }

    @cached_property
    def honorifics(self) -> dict[str, set[str]]:
        """The ids of those whom an honorific may stand before: GS.TS, GS, TS."""
        found: dict[str, set[str]] = defaultdict(set)
        for person in self.people.values():
            prefix = person.honorific_prefix
            parts = [*_PART.finditer(prefix)][-_MOST_PARTS:]
            for index, first in enumerate(parts):
                for last in parts[index:]:
                    found[prefix[first.start() : last.end()]].add(person.id)
        return found

    @cached_property
    def offices(self) -> dict[str, set[str]]:
        """The ids of those who hold an office."""
        found: dict[str, set[str]] = defaultdict(set)
        for person in self.people.values():
            for held in person.positions:
                if 0 < len(held.title) <= _LONGEST_OFFICE:
                    found[held.title].add(person.id)
        return found

    @cached_property
    def titles(self) -> Iterable[Name]:
        """What may stand before people's names: honorifics, offices and forms of address."""
        titles = dict.fromkeys((*sorted(FORMS_OF_ADDRESS), *self.honorifics, *self.offices))
        return [Name(title, sort="title") for title in islice(titles, _MOST_TITLES)]


def _names(things: Iterable[Entity]) -> Iterator[Name]:
    agreements: list[Agreement] = []
    for thing in things:
        match thing:
            case Person():
                for name in (thing.name, *thing.alternate_names):
                    if _is_name_of_person(name, thing):
                        yield Name(name, thing.id, sort="person")
            case Organization():
                for name in (thing.name, *thing.alternate_names):
                    for written in _ways_to_write(name):
                        yield Name(written, thing.id)
            case Document():
                for between in (" ", " số "):
                    yield Name(_NUMBER.sub(between, thing.name, count=1), thing.id)
            case Agreement():
                agreements.append(thing)
    shared = Counter(agreement.name for agreement in agreements)
    kinds = Counter(agreement.kind for agreement in agreements)
    for agreed in agreements:
        if agreed.name and shared[agreed.name] == 1 and kinds[agreed.name] <= 1:
            is_kind = agreed.name in kinds
            if is_kind and agreed.name.count(" ") < _FEWEST_SPACES:
                continue
            yield Name(agreed.name, agreed.id, sort="kind" if is_kind else "thing")


def _ways_to_write(name: str) -> Iterator[str]:
    """Yield the name of a body with what is free in it left out, and put in (S9, wider)."""
    ways = [name, *(name.replace(usual, other) for usual, other in SPELLINGS if usual in name)]
    for free, instead in _free():
        ways += [free.sub(instead, way) for way in ways]
    yield from (way for way in dict.fromkeys(ways) if way == name or " " in way)
    words = name.split(" ")
    for count in (3, 2, 1):
        place = " ".join(map(spelling, words[-count:]))
        if place in PLACES - COUNTRIES and len(words) > count and words[-count][:1].isupper():
            if spelling(words[-count - 1]) not in _KINDS_OF_PLACES:
                kind = "thành phố" if place in _CITIES else "tỉnh"
                yield " ".join([*words[:-count], kind, *words[-count:]])
            return


def _is_name_of_person(name: str, person: Person) -> bool:
    """Tell whether ``name`` is enough to know the person by: *Nam* alone is not."""
    return " " in name or name not in person.name.split(" ")


@cache
def _free() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what the name of a body may leave out, and what stands there instead.

    That is *và*, *tỉnh* before a place, *Trường* before *Đại học*, *Việt Nam* after *Mặt trận Tổ
    quốc*, and what a company or a bank is by law.
    """
    return (
        (re.compile(r" và (?=\w)"), " "),
        (re.compile(r"(?<=\w) (?:[Tt]ỉnh|[Tt]hành phố|TP\.?) ?(?=[A-ZĐÀ-Ỹ])"), " "),
        (
            re.compile(
                r"^Trường (?=Đại học|ĐH|Cao đẳng)|"
                r"(?<=Mặt trận Tổ quốc) Việt Nam|(?<=MTTQ) Việt Nam|"
                r"(?<=^Ngân hàng) (?:TMCP|[Tt]hương mại [Cc]ổ phần)(?= \w)|"
                r"(?<=^Công ty) (?:TNHH|[Tt]rách nhiệm [Hh]ữu hạn|CP|[Cc]ổ phần)"
                r"(?: MTV| [Mm]ột thành viên)?(?= \w)"
            ),
            "",
        ),
    )
