"""The pages of a site: events, who is in several of them, and what leads to both."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from tui.archive.archive import PAGE, Archive, Facet
from tui.archive.dossier import MOST_EVENTS, dossier
from tui.archive.dossier_events import local_ids
from tui.archive.origins import Origin
from tui.archive.question import Question
from tui.archive.schema import ORGANIZATION, PERSON
from tui.archive.store import EventRow
from tui.commands.site_overviews import HOME, Overviews, overviews
from tui.document.model import Document
from tui.document.of_record import document
from tui.export.formats import html
from tui.export.options import Options
from tui.export.site.index import Known, Others
from tui.locale import N_, _
from tui.record.problems import RecordError
from tui.text.cleaning import clean_line
from tui.text.folding import fold

FEWEST_EVENTS = 2
"""Who is in so many events has a page; who is in one stands on the page of that."""
MOST_DOSSIERS = 500
"""People, and as many organisations, that have a page: those in most events."""

_HEADINGS = {ORGANIZATION: N_("Organisations"), PERSON: N_("People")}
_Event = tuple[int, int]
"""An event by its index and its number there."""


class Plan(Struct, frozen=True):
    """What pages a site will have: of events and of dossiers, each with its address.

    ``overviews`` are the addresses of the pages that lead to these.
    """

    title: str
    events: dict[_Event, tuple[EventRow, str]]
    dossiers: tuple[tuple[Facet, str], ...]
    overviews: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages there will be."""
        return len(self.events) + len(self.dossiers) + len(self.overviews)


def plan(archive: Archive, question: Question, title: str) -> Plan:
    """Return what pages there will be of the events that a question finds."""
    found = list(_found(archive, question))
    leading = tuple(overviews(found))
    taken = {*leading}
    events = {(row.shard, row.docid): (row, _address(row.id, taken)) for row in found}
    facets = archive.facets(question, most=MOST_DOSSIERS).by_sort
    known = (each for sort in _HEADINGS for each in facets.get(sort, ()))
    return Plan(
        title,
        events,
        tuple(
            (facet, _address(f"about-{fold(facet.name)}", taken))
            for facet in known
            if facet.events >= FEWEST_EVENTS
        ),
        leading,
    )


def pages(
    archive: Archive, made: Plan, today: date, *, has_files: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Yield each page of a plan, with its address, and the register as CSV.

    Args:
        archive: What they are of.
        made: The plan.
        today: The day of the states of agreements.
        has_files: Whether the files of the events are here, and those of their photos; what a
            server calls their folders is not looked into.
    """
    site = _Site(archive, made, today, has_files=has_files)
    yield from site.dossiers()
    yield from site.events()
    yield from site.overviews()


class _Site:
    def __init__(self, archive: Archive, made: Plan, today: date, *, has_files: bool) -> None:
        self._has_files = has_files
        self._archive = archive
        self._plan = made
        self._today = today
        self._told_of: dict[_Event, list[tuple[Facet, str]]] = defaultdict(list)
        self._overviews = Overviews(made.title, today)

    def dossiers(self) -> Iterator[tuple[str, bytes]]:
        for facet, address in self._plan.dossiers:
            made = dossier(self._archive, facet, self._today, read=MOST_EVENTS)
            links = {}
            for place, origin in made.origins.items():
                event = (origin.event.shard, origin.event.docid)
                if event not in self._plan.events:
                    continue
                if (facet, address) not in self._told_of[event]:
                    self._told_of[event].append((facet, address))
                links[place] = f"{self._plan.events[event][1]}#{_anchor(origin)}"
            yield address, self._page(made.document, links)

    def events(self) -> Iterator[tuple[str, bytes]]:
        for event, (row, address) in self._plan.events.items():
            try:
                record = self._archive.record(row)
            except RecordError:  # it has gone, or been changed, since the plan was made
                continue
            links = {}
            for facet, of_dossier in self._told_of[event]:
                entity = facet.entities[row.shard]
                store = self._archive.stores[row.shard]
                for id_ in local_ids(store, entity, row, record) if entity else ():
                    links[id_, "name"] = of_dossier
            path = Path(os.fsdecode(row.path))
            folder = str(path.parent) if self._has_files else ""
            shown = document(record, self._today, clean_line(path.name), folder)
            self._overviews.note(shown, row, address, links)
            yield address, self._page(shown, links)

    def overviews(self) -> Iterator[tuple[str, bytes]]:
        others = [
            Others(
                _(heading),
                tuple(
                    Known(facet.name, facet.events, address)
                    for facet, address in self._plan.dossiers
                    if facet.sort == sort
                ),
            )
            for sort, heading in _HEADINGS.items()
        ]
        yield from self._overviews.pages(others)

    def _page(self, shown: Document, links: dict[tuple[str, str], str]) -> bytes:
        home = (self._plan.title, HOME)
        return html.render(shown, Options(home=home, links=links)).encode()


def _anchor(origin: Origin) -> str:
    """Return what a place in an event is called on the page of the event."""
    return "_article" if origin.section == "article" else origin.item


def _found(archive: Archive, question: Question) -> Iterator[EventRow]:
    """Yield the events that a question finds, the newest first."""
    if not question.is_exact:
        yield from (row for row, _seen in archive.found(question))
        return
    after: EventRow | None = None
    while found := archive.page(question, after, 20 * PAGE):
        yield from found
        after = found[-1]


def _address(name: str, taken: set[str]) -> str:
    """Return the address of a page, made of ASCII letters alone, and of none other page."""
    words = "-".join(re.findall("[a-z0-9]+", name))[:80] or "page"
    address = f"{words}.html"
    copy = 2
    while address in taken:
        address = f"{words}-{copy}.html"
        copy += 1
    taken.add(address)
    return address
