"""The register of an archive as a document: all agreements of a question, those in force first.

It opens, is searched, printed and exported as an event is. Where each of its lines comes from is
known besides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from msgspec import Struct

from tui.archive.archive import Archive
from tui.archive.dossier_agreements import agreements_section, party_id
from tui.archive.origins import Origin, Origins
from tui.archive.question import Question
from tui.archive.register import Agreement, count_agreements, register
from tui.document.model import Document, Group, Item, Section, SectionName, Text
from tui.document.naming import Naming
from tui.document.sections import title_of
from tui.locale import _, ngettext, number
from tui.record import model
from tui.record.model import Entity
from tui.text.written_dates import short_date

_SHOWN_AT = (100, 1_000, 5_000)
"""When so many agreements are known, they are shown before the others are looked for.

The document lists as many as the last of these, of the newest events.
"""


class Register(Struct, frozen=True):
    """A register. ``has_more`` says that older agreements were left out."""

    document: Document
    origins: dict[tuple[str, str], Origin]
    has_more: bool = False


def registers(archive: Archive, question: Question, day: date) -> Iterator[Register]:
    """Yield the agreements of the events of a question as a document, more each time.

    States are those of a day. Who wants no more stops asking.
    """
    agreements = register(archive, question, day)
    counts = count_agreements(archive, question, day)
    found: list[Agreement] = []
    for size in _SHOWN_AT:
        found += islice(agreements, size - len(found))
        rest = () if len(found) < size else tuple(islice(agreements, 1))
        yield _register(question, found, counts, day, has_more=bool(rest))
        if not rest:
            return
        found += rest


def _register(
    question: Question,
    found: Sequence[Agreement],
    counts: tuple[int, int] | None,
    day: date,
    *,
    has_more: bool,
) -> Register:
    origins = Origins()
    things: dict[str, Entity] = {}
    agreements = agreements_section(found, day, things, origins)
    document = Document(
        id="register",
        title=_("Register of agreements"),
        summary=_summary(question, found, counts, has_more=has_more),
        language="vi",
        sections=(
            _events(found, origins),
            _parties(found, things, origins),
            agreements,
            _section("photos", (), _("A register has no photos.")),
        ),
        things=things,
    )
    return Register(document, origins.by_text, has_more)


def _section(name: SectionName, groups: tuple[Group, ...], nothing: str) -> Section:
    return Section(name, title_of(name), groups, nothing)


def _summary(
    question: Question,
    found: Sequence[Agreement],
    counts: tuple[int, int] | None,
    *,
    has_more: bool,
) -> str:
    """Return how many agreements there are, and how many of them are listed if not all."""
    listed = len(found)
    in_force = sum(agreement.state in ("in-force", "ending") for agreement in found)
    total, total_in_force = counts or (listed, in_force)
    plus = "+" if has_more and counts is None else ""
    parts = [ngettext("{n} agreement", "{n} agreements", total).format(n=number(total) + plus)]
    if has_more and counts is not None:
        forms = ngettext("the newest {n} listed", "the newest {n} listed", listed)
        parts.append(forms.format(n=number(listed)))
    forms = ngettext("{n} agreement in force", "{n} agreements in force", total_in_force)
    parts += [forms.format(n=number(total_in_force) + plus), question.query.text.strip()]
    return " · ".join(filter(None, parts))


def _events(found: Iterable[Agreement], origins: Origins) -> Section:
    """Return the events of agreements, the newest first, with how many each has."""
    counts = Counter(agreement.event for agreement in found)
    items: list[Item] = []
    for event, count in counts.items():
        item = f"body[{len(items)}]"
        day = short_date(date.fromordinal(event.day))
        forms = ngettext("{n} agreement", "{n} agreements", count)
        texts = [
            Text("article", item, "text", event.name, (), "heading", day),
            Text("article", item, "count", "", (), "detail", forms.format(n=number(count))),
        ]
        if event.place:
            texts.insert(1, Text("article", item, "location", event.place, (), "detail"))
        for text in texts:
            origins.add(text, event)
        items.append(Item(item, tuple(texts)))
    groups = (Group("events", tuple(items)),) if items else ()
    return Section("article", _("Events"), groups, "" if items else _("No events yet."))


def _parties(found: Iterable[Agreement], things: dict[str, Entity], origins: Origins) -> Section:
    """Return the parties of agreements, the most frequent first."""
    naming = Naming("participants", things)
    counts: Counter[str] = Counter()
    newest: dict[str, Agreement] = {}
    for agreement in found:
        for party in agreement.parties:
            id_ = party_id(agreement, party)
            counts[id_] += 1
            newest.setdefault(id_, agreement)
    items = []
    for id_, count in counts.most_common():
        thing = things[id_]
        name = thing.name if isinstance(thing, model.Organization) else id_
        forms = ngettext("{n} agreement", "{n} agreements", count)
        told = forms.format(n=number(count))
        texts = (
            naming.own(id_, "name", name, "name"),
            naming.text(id_, "agreements", "", "detail", told),
        )
        for text in texts:
            origins.add(text, newest[id_].event, "participants")
        items.append(Item(id_, texts))
    groups = (Group("parties", tuple(items), _("Parties"), counted=True),) if items else ()
    nothing = "" if items else _("No agreements yet.")
    return Section("participants", _("Parties"), groups, nothing)
