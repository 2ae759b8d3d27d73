"""Agreements of many events as a section: those in force first, each with its event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tui.archive.origins import Origins
from tui.archive.register import Agreement, Party
from tui.document.agreements import agreement_texts
from tui.document.model import Group, Item, Section, SectionName
from tui.document.naming import Naming
from tui.document.periods import State
from tui.document.sections import title_of
from tui.locale import N_, _
from tui.record import model
from tui.record.model import Entity, YearOrDate
from tui.text.dates import read_date
from tui.text.written_dates import short_date

_GROUPS: dict[State, str] = {
    "in-force": N_("In force"),
    "to-come": N_("Not yet begun"),
    "": N_("No period given"),
    "expired": N_("Expired"),
}


def agreements_section(
    agreements: Iterable[Agreement],
    day: date,
    things: dict[str, Entity],
    origins: Origins,
    subject: model.Person | model.Organization | None = None,
    numbers: Mapping[int, int] | None = None,
) -> Section:
    """Return agreements as a section, with states on a day; their parties become things.

    Args:
        subject: Who all of them are about, if anybody; partners are listed before it.
        numbers: The number of the subject in each index that knows it.
    """
    groups: dict[State, list[Item]] = {state: [] for state in _GROUPS}
    for found in agreements:
        thing = _agreement(found, subject, numbers or {}, things)
        things[thing.id] = thing
        naming = Naming("agreements", things)
        organizer = subject.id if subject else ""
        texts = list(agreement_texts(thing, naming, organizer, day))
        event = naming.text(
            thing.id,
            "event",
            f"{short_date(date.fromordinal(found.event.day))}: {found.event.name}",
            "detail",
            _("event:"),
        )
        for text in (*texts, event):
            origins.add(text, found.event, "agreements", found.id, text.field)
        state: State = "in-force" if found.state == "ending" else found.state
        groups[state].append(Item(thing.id, (*texts, event)))
    filled = tuple(
        Group(state or "unstated", tuple(items), _(_GROUPS[state]), counted=True)
        for state, items in groups.items()
        if items
    )
    nothing = "" if filled else _("No agreements yet.")
    name: SectionName = "agreements"
    return Section(name, title_of(name), filled, nothing)


def party_id(agreement: Agreement, party: Party) -> str:
    """Return the id of the thing that a party of an agreement is in a document."""
    return f"o{agreement.event.shard}-{party.entity}"


def _agreement(
    found: Agreement,
    subject: model.Person | model.Organization | None,
    numbers: Mapping[int, int],
    things: dict[str, Entity],
) -> model.Agreement:
    parties: list[str] = []
    for party in found.parties:
        is_subject = party.entity == numbers.get(found.event.shard)
        id_ = subject.id if subject is not None and is_subject else party_id(found, party)
        things.setdefault(id_, model.Organization(id=id_, name=party.name))
        parties.append(id_)
    first, last = _period(found.period)
    return model.Agreement(
        id=f"a{found.event.shard}-{found.event.docid}-{found.id}",
        parties=tuple(parties),
        name=found.name,
        kind=found.kind,
        valid_from=first,
        valid_through=last,
    )


def _period(written: str) -> tuple[YearOrDate | None, YearOrDate | None]:
    """Return the ends of a period as it is shown: ``2021–2025``, ``01/02/2021–``, ``2021``."""
    first, dash, last = written.partition("–")
    return _moment(first), _moment(last if dash else first)


def _moment(written: str) -> YearOrDate | None:
    if written.isdigit():
        return int(written)
    found = read_date(written)
    return date(found.year, found.month, found.day) if found and found.year else None
