"""The third section: who signed what with whom, about what, for how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tui.document.model import Group, Item, Section, Text
from tui.document.naming import Naming, display_name
from tui.document.periods import STATES, period, state
from tui.document.sections import SectionWords, section
from tui.locale import N_, _
from tui.record.model import Agreement, Entity, Record
from tui.text.written_dates import short_date

WORDS = SectionWords(
    title=N_("Agreements"),
    nothing=N_("This record lists no agreements."),
    about=N_(
        "What was signed, by whom and for how long. The bars share one axis of years, with a mark "
        "at today."
    ),
)
WITH = N_("with:")
"""Stands before who signed."""


def of_record(record: Record, things: Mapping[str, Entity], today: date) -> Section:
    """Return the agreements of a record as a section; their state is that of ``today``."""
    naming = Naming("agreements", things)
    items = tuple(
        Item(
            agreement.id,
            tuple(agreement_texts(agreement, naming, record.event.organizer, today)),
        )
        for agreement in record.agreements
    )
    return section("agreements", [Group("agreements", items)])


def agreement_texts(
    agreement: Agreement, naming: Naming, organizer: str, today: date
) -> Iterator[Text]:
    """Yield the texts of an agreement: the partners of the organiser first."""
    item = agreement.id
    with_ = _(WITH)
    parties = list(enumerate(agreement.parties))
    partners = [(i, party) for i, party in parties if party != organizer]
    for number, (i, party) in enumerate(partners):
        field = f"parties[{i}]"
        if number:
            yield naming.named(item, field, party, "detail", with_)
        else:
            yield naming.named(item, field, party, "name")
    name = display_name(agreement)
    yield naming.own(item, "name", name, "detail" if partners else "name")
    if agreement.kind and agreement.kind != name:
        yield naming.text(item, "kind", agreement.kind, "detail")
    if years := period(agreement):
        yield naming.text(item, "period", years, "period")
        if found := state(agreement, today):
            yield naming.text(item, "state", "", "state", _(STATES[found]))
    for i, party in parties:
        if party == organizer:
            yield naming.named(item, f"parties[{i}]", party, "detail", with_)
    for i, subject in enumerate(agreement.about):
        yield naming.text(item, f"about[{i}]", subject, "point")
    if agreement.signed:
        yield naming.text(item, "signed", short_date(agreement.signed), "detail", _("signed:"))
