"""The second section of a dossier: offices over time, people, partners, and who may be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from tui.archive.gathering import (
    MOST_PARTNERS,
    Limits,
    Office,
    Partner,
    may_be_same,
    may_be_several,
    offices,
    partners,
)
from tui.archive.origins import Origins
from tui.archive.schema import FAR, PERSON
from tui.archive.store import EntityRow, EventRow, Store
from tui.document import relations
from tui.document.model import Group, Item, Kind, Section, Text
from tui.document.naming import Naming, display_name
from tui.document.participants import ALSO
from tui.document.relations import partner_texts
from tui.document.words import FORMER
from tui.locale import _, in_language, ngettext, number
from tui.record import model
from tui.record.model import Entity


class Companions(Struct, frozen=True):
    """Who is with the subject, as one index knows it."""

    sort: str
    shard: int
    offices: tuple[Office, ...]
    partners: tuple[Partner, ...]
    alike: tuple[EntityRow, ...]
    several: bool
    """Whether the offices may be of several people of one name."""
    events: dict[int, EventRow]
    """The newest event of each office."""


def companions(store: Store, entity: EntityRow, limits: Limits) -> Companions:
    """Return who is with a person or an organisation."""
    held = offices(store, entity, limits.positions)
    is_person = entity.sort == PERSON
    return Companions(
        sort=entity.sort,
        shard=store.number,
        offices=tuple(held),
        partners=() if is_person else tuple(partners(store, entity, limits.signed)),
        alike=tuple(may_be_same(store, entity)),
        several=is_person and may_be_several(held),
        events=store.events_by_number(office.docid for office in held),
    )


class _Maker:
    """Makes the items of the section, and the things they are about."""

    def __init__(
        self, subject: Entity, day: date, things: dict[str, Entity], origins: Origins
    ) -> None:
        self.signed = {each.id: each for each in relations.partners(things, subject.id, day)}
        """What the agreements among the things tell of each partner."""
        self.things = things
        self.origins = origins
        self.naming = Naming("participants", things)

    def thing(self, entity: EntityRow, shard: int) -> str:
        """Return the id of the thing that an entity is here."""
        is_person = entity.sort == PERSON
        id_ = f"{entity.sort}{shard}-{entity.id}"
        kind = model.Person if is_person else model.Organization
        self.things.setdefault(id_, kind(id=id_, name=entity.name))
        return id_

    def offices(self, found: Companions) -> Iterator[Item]:
        """Yield one item for each body, or each person, with the offices in it over time."""
        is_person = found.sort == PERSON
        by_other: defaultdict[str, list[Office]] = defaultdict(list)
        for office in found.offices:
            other = office.organization if is_person else office.person
            by_other[self.thing(other, found.shard) if other else ""].append(office)
        for number_, (id_, held) in enumerate(by_other.items()):
            item = id_ or f"office-{number_}"
            texts: list[Text] = []
            if id_:
                texts.append(self.naming.own(item, "name", display_name(self.things[id_]), "name"))
            for i, office in enumerate(sorted(held, key=lambda office: -office.last)):
                text = self._office(item, i, office, is_name=not texts)
                texts.append(text)
                if event := found.events.get(office.docid):
                    self.origins.add(text, event, "participants")
                    self.origins.by_text.setdefault(
                        (item, "name"), self.origins.by_text[text.item, text.field]
                    )
            yield Item(item, tuple(texts))

    def _office(self, item: str, i: int, office: Office, *, is_name: bool) -> Text:
        title = (
            in_language("vi", FORMER).format(title=office.title) if office.former else office.title
        )
        years = [date.fromordinal(day).year for day in (office.first, office.last)]
        told = "–".join(dict.fromkeys(map(str, years)))
        words = title[:1].upper() + title[1:]
        kind: Kind = "name" if is_name else "detail"
        return self.naming.text(item, f"positions[{i}]", words, kind, f"{told}:")

    def partners(self, found: Companions) -> Iterator[Item]:
        """Yield an item for each partner, with what is known of what was signed."""
        for partner in found.partners:
            id_ = self.thing(partner.entity, found.shard)
            signed = self.signed.get(id_)
            forms = ngettext("{n} agreement", "{n} agreements", partner.agreements)
            told = forms.format(n=number(partner.agreements))
            if 0 < partner.through < FAR:
                until = date.fromordinal(partner.through).year
                told = _("{agreements}, until {year}").format(agreements=told, year=until)
            texts = [self.naming.own(id_, "name", partner.entity.name, "name")]
            if signed is None or len(signed.signed) < partner.agreements:
                texts.append(self.naming.text(id_, "agreements", "", "detail", told))
            texts += partner_texts(signed, self.naming) if signed else ()
            yield Item(id_, tuple(texts))

    def alike(self, found: Companions) -> Iterator[Item]:
        """Yield an item for each that may be the same."""
        for entity in found.alike:
            id_ = self.thing(entity, found.shard)
            count = ngettext("{n} event", "{n} events", entity.events)
            yield Item(
                id_,
                (
                    self.naming.own(id_, "name", entity.name, "name"),
                    self.naming.text(
                        id_, "events", "", "detail", count.format(n=number(entity.events))
                    ),
                ),
            )


def people_section(
    subject: model.Person | model.Organization,
    found: Sequence[Companions],
    day: date,
    things: dict[str, Entity],
    origins: Origins,
) -> Section:
    """Return who is with the subject as a section; its agreements are among the things."""
    maker = _Maker(subject, day, things, origins)
    is_person = isinstance(subject, model.Person)
    held = _("Offices") if is_person else _("People and their offices")
    if any(one.several for one in found):
        held = _("Offices (possibly several people with the same name)")
    is_cut = any(len(one.partners) >= MOST_PARTNERS for one in found)
    signed = _("Partners with the most agreements") if is_cut else _("Partners")
    groups = [
        Group("names", tuple(_names(subject, maker.naming)), _("Also written")),
        Group("offices", _each(map(maker.offices, found)), held, counted=True),
        Group("partners", _each(map(maker.partners, found)), signed, counted=True),
        Group("alike", _each(map(maker.alike, found)), _("Possibly the same"), counted=True),
    ]
    filled = tuple(group for group in groups if group.items)
    title = _("Offices") if is_person else _("People and partners")
    nothing = "" if filled else _("No people or partners yet.")
    return Section("participants", title, filled, nothing)


def _names(subject: model.Person | model.Organization, naming: Naming) -> Iterator[Item]:
    if subject.alternate_names:
        pairs = ((name, subject.id) for name in subject.alternate_names)
        also = _(ALSO)
        yield Item(
            subject.id, (naming.joined(subject.id, "alternate_names", pairs, "detail", also),)
        )


def _each(several: Iterable[Iterator[Item]]) -> tuple[Item, ...]:
    """Return the items of all indexes, each thing once."""
    found: dict[str, Item] = {}
    for items in several:
        for item in items:
            found.setdefault(item.id, item)
    return tuple(found.values())
