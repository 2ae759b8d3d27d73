"""From an article to a draft: all that is found, brought together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count

from tui.draft import lexicon
from tui.draft.article import Article
from tui.draft.finding.abbreviations import Explained, explained
from tui.draft.finding.agreements import FoundAgreement, agreements
from tui.draft.finding.day import Day, event_day, part_of_day
from tui.draft.finding.documents import documents
from tui.draft.finding.event_place import event_place
from tui.draft.finding.organizations import Organizations
from tui.draft.finding.organizing import Organizing, own_house
from tui.draft.finding.people import FoundPerson, people
from tui.draft.finding.quotes import speakers
from tui.draft.finding.roles import Hosts, organization_roles, person_roles
from tui.draft.finding.scan import Place, Report, nobody, scan
from tui.draft.finding.spoken import speaking
from tui.draft.model import (
    Doubt,
    Draft,
    DraftAbbreviation,
    DraftAgreement,
    DraftDocument,
    DraftEvent,
    DraftOrganization,
    DraftPerson,
    DraftQuote,
)
from tui.draft.positions import positions
from tui.text.folding import fold

_WORDS_OF_A_NAME = 14


def draft(
    article: Article,
    *,
    day: date | None = None,
    today: date | None = None,
    report: Report = nobody,
) -> Draft:
    """Return the draft of an article.

    Args:
        article: what was read.
        day: the day of the event, if the reader gives it.
        today: whose year stands in for one that nothing tells.
        report: is told how the work comes on.
    """
    return _Drafting(article, day, today or date.today(), report).result()


class _Drafting:
    def __init__(self, article: Article, given: date | None, today: date, report: Report) -> None:
        self.article = article
        self.given = given
        self.today = today
        self.blocks = scan(article, report)
        self.key: Callable[[], int] = count().__next__
        self.short_forms = explained(self.blocks)
        self.bodies = Organizations(self.blocks, self.short_forms)
        self.people = people(self.blocks)
        self.agreed = agreements(self.blocks, self.bodies)
        self.text_of = {block.index: block.text for block in self.blocks}
        told = Organizing(self.blocks, self.bodies)
        self.organizing = self._organizing(told)
        self.hosts = Hosts(tuple(self.organizing or self._hosts()), told.receives)

    def result(self) -> Draft:
        """Return the draft; organisations come first, as others refer to them by key."""
        parties = {self._house(index) for one in self.agreed for index in one.parties}
        provinces = self._provinces()
        organizations = [self._organization(i, parties) for i in range(len(self.bodies.found))]
        keys = [one.key for one in organizations]
        event = self._event(keys)
        signed = event.start_date if not event.date_doubt and event.date_place else None
        return Draft(
            article=self.article,
            event=event,
            people=tuple(self._people(keys)),
            organizations=(*organizations, *provinces.values()),
            agreements=tuple(self._agreement(one, keys, provinces, signed) for one in self.agreed),
            documents=tuple(self._documents(keys)),
            abbreviations=tuple(self._abbreviations()),
        )

    def _hosts(self) -> list[int]:
        """Return the parties at whose place is signed, though they may not hold the event."""
        place = event_place(self.blocks)
        where = fold(self._words(place)) if place else ""
        parties = dict.fromkeys(index for one in self.agreed for index in one.parties)
        return [
            index
            for index in parties
            if where and any(fold(name).endswith(where) for name in self.bodies.found[index].names)
        ]

    def _organizing(self, told: Organizing) -> list[int]:
        house = None if told.found else own_house(self.blocks, self.bodies)
        return list(told.found) if house is None else [house]

    def _house(self, index: int) -> int:
        """Return the party that a faculty or a section signs for: the one that holds the event."""
        unit = self.bodies.found[index].head in ("khoa", "bộ môn")
        return self.organizing[0] if unit and self.organizing else index

    def _words(self, place: Place) -> str:
        return self.text_of[place.block][place.start : place.end]

    # The event

    def _event(self, keys: Sequence[int]) -> DraftEvent:
        day = event_day(self.blocks, self.article.published, self.today)
        start, doubt = self._date(day)
        location = event_place(self.blocks)
        name_place = None if self.article.headline else self._name_place()
        return DraftEvent(
            name=self._words(name_place) if name_place else self.article.headline,
            name_doubt="no headline" if name_place else "",
            name_place=name_place,
            start_date=start,
            end_date=None if self.given else _last_day(start, day),
            date_place=day.place if day and not self.given else None,
            date_doubt=doubt,
            part_of_day=(day.part if day else "") or part_of_day(self.blocks),
            location=self._words(location) if location else "",
            location_place=location,
            organizer=keys[self.organizing[0]] if self.organizing else None,
        )

    def _date(self, day: Day | None) -> tuple[date, Doubt]:
        if self.given:
            return self.given, ""
        if day is None:
            published = self.article.published
            return (published, "date of publication") if published else (self.today, "no date")
        if day.year is None:
            return _date_in(self.today.year, day), "no year"
        return _date_in(day.year, day), "" if day.sure else "year from other dates"

    def _name_place(self) -> Place:
        """Return the words of the first block that name the event best, or its first words."""
        first = self.blocks[0]
        if event := lexicon.form("words.event").search(first.text):
            return first.place(event.start(), len(first.text[: event.end()].rstrip()))
        tokens = first.tokens
        end = tokens[min(len(tokens), _WORDS_OF_A_NAME) - 1].end if len(tokens) else len(first.text)
        return first.place(0, end)

    # People and organisations

    def _organization(self, index: int, parties: set[int]) -> DraftOrganization:
        found = self.bodies.found[index]
        return DraftOrganization(
            key=self.key(),
            name=found.name,
            place=found.places[0],
            other_names=found.names[1:],
            roles=organization_roles(index, self.organizing, parties),
        )

    def _provinces(self) -> dict[str, DraftOrganization]:
        """Return the provinces that are parties themselves, by what they are compared by."""
        found: dict[str, DraftOrganization] = {}
        for place in (place for one in self.agreed for place in one.provinces):
            name = self._words(place)
            if fold(name) not in found and self.bodies.index_of(name) is None:
                found[fold(name)] = DraftOrganization(
                    key=self.key(),
                    name=name,
                    place=place,
                    roles=("party",),
                    doubt="unknown body",
                )
        return found

    def _people(self, keys: Sequence[int]) -> Iterator[DraftPerson]:
        quoted: dict[int, list[DraftQuote]] = {}
        for index, block, place in speakers(self.blocks, self.people):
            quoted.setdefault(index, []).append(DraftQuote(block, place))
        spoken = speaking(self.blocks, self.people, self.bodies)
        for index, found in enumerate(self.people):
            yield self._person(found, keys, tuple(quoted.get(index, ())), speaks=index in spoken)

    def _person(
        self,
        found: FoundPerson,
        keys: Sequence[int],
        quotes: tuple[DraftQuote, ...],
        *,
        speaks: bool,
    ) -> DraftPerson:
        roles = person_roles(
            found, self.bodies, self.hosts, signing=bool(self.agreed), speaks=speaks
        )
        return DraftPerson(
            key=self.key(),
            name=found.name,
            place=found.seen[0].place,
            other_names=tuple(name for name in found.names if name != found.name),
            honorific=found.honorific,
            roles=roles,
            positions=tuple(positions(found, self.bodies, keys)),
            named_in=tuple(dict.fromkeys(one.block.index for one in found.seen + found.given)),
            quotes=quotes,
            doubt="name alone" if found.doubt else "",
        )

    # Agreements, documents, abbreviations

    def _agreement(
        self,
        found: FoundAgreement,
        keys: Sequence[int],
        provinces: dict[str, DraftOrganization],
        signed: date | None,
    ) -> DraftAgreement:
        theirs = [self._party(place, keys, provinces) for place in found.provinces]
        houses = dict.fromkeys(self._house(index) for index in found.parties)
        parties = tuple(dict.fromkeys((*theirs, *(keys[index] for index in houses))))
        doubt: Doubt = "" if found.between else "parties guessed"
        if len(parties) < 2:
            doubt = "one party"
        return DraftAgreement(
            key=self.key(),
            kind=self._words(found.kind).strip(),
            place=found.kind,
            parties=parties,
            about=tuple(self._words(place).strip() for place in found.about),
            period=found.period,
            signed=signed,
            doubt=doubt,
            weak=len(parties) < 2,
        )

    def _party(
        self, place: Place, keys: Sequence[int], provinces: dict[str, DraftOrganization]
    ) -> int:
        name = self._words(place)
        index = self.bodies.index_of(name)
        return provinces[fold(name)].key if index is None else keys[index]

    def _documents(self, keys: Sequence[int]) -> Iterator[DraftDocument]:
        for one in documents(self.blocks):
            index = self.bodies.index_of(one.issuer) if one.issuer else None
            issuer: int | str = one.issuer if index is None else keys[index]
            yield DraftDocument(key=self.key(), name=one.name, place=one.place, issuer=issuer)

    def _abbreviations(self) -> Iterator[DraftAbbreviation]:
        for one in self.short_forms:
            long = one.long or self._named(one)
            if long:
                yield DraftAbbreviation(key=self.key(), short=one.short, long=long, place=one.place)

    def _named(self, one: Explained) -> str:
        """Return the organisation of which a short form is another name."""
        for found in self.bodies.found:
            if one.short in found.names:
                return next((name for name in found.names if name != one.short), "")
        return ""


def _last_day(start: date, day: Day | None) -> date | None:
    """Return the last day of an event of several days; it lies in the year of the first."""
    if day is None or day.last is None:
        return None
    last = date(start.year, day.last[1], day.last[0])
    return last if last > start else None


def _date_in(year: int, day: Day) -> date:
    try:
        return date(year, day.month, day.day)
    except ValueError:  # 29 February of a year that has none
        return date(year, day.month, day.day - 1)
