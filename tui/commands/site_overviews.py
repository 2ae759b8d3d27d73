"""The pages of a site that lead to all others: its events by date, and the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec.structs import astuple

from tui.archive.store import EventRow
from tui.document.model import Document
from tui.document.naming import display_name
from tui.document.periods import period, state
from tui.export.formats.csv import lines
from tui.export.register import COLUMNS, Row, rows
from tui.export.site.index import Entry, Others, index, is_long, stem, year_page
from tui.export.site.paging import addresses, paged
from tui.export.site.register_page import Link, Signed, register_page
from tui.export.table import Table
from tui.locale import _, ngettext, number
from tui.record.model import Agreement

HOME = "index.html"
REGISTER = "agreements"
REGISTER_TABLE = f"{REGISTER}.csv"


def overviews(events: Sequence[EventRow]) -> Iterator[str]:
    """Yield the addresses of the pages that there will be of these events, beside their own."""
    yield HOME
    yield from addresses(REGISTER, sum(row.agreements for row in events))
    if is_long(len(events)):
        years = Counter(date.fromordinal(row.day).year for row in events)
        for year, count in years.items():
            yield from addresses(stem(year), count)


class Overviews:
    """Keeps what is said of each event, and makes the pages when all have been told of."""

    def __init__(self, title: str, today: date) -> None:
        self._title = title
        self._today = today
        self._entries: list[Entry] = []
        self._signed: list[Signed] = []
        self._rows: list[Row] = []

    def note(
        self, shown: Document, row: EventRow, address: str, links: dict[tuple[str, str], str]
    ) -> None:
        """Keep what is said of an event, whose page leads on by ``links``."""
        day = date.fromordinal(row.day)
        counts = ngettext("{n} agreement", "{n} agreements", row.agreements)
        told = counts.format(n=number(row.agreements)) if row.agreements else ""
        self._entries.append(Entry(day, shown.title, row.place, told, address))
        self._rows += rows([shown])
        things = shown.things
        for thing in things.values():
            if isinstance(thing, Agreement):
                parties = (
                    Link(display_name(things[each]), links.get((each, "name"), ""))
                    for each in thing.parties
                )
                self._signed.append(
                    Signed(
                        Link(display_name(thing), f"{address}#{thing.id}"),
                        tuple(parties),
                        period(thing),
                        state(thing, self._today),
                        day,
                        Link(shown.title, address),
                    )
                )

    def pages(self, others: Sequence[Others]) -> Iterator[tuple[str, bytes]]:
        """Yield the pages, each with its address, and the register as CSV."""
        links = [(_("Agreements"), f"{REGISTER}.html"), (_("Agreements as CSV"), REGISTER_TABLE)]
        self._entries.sort(key=lambda entry: entry.day, reverse=True)
        yield HOME, index(self._title, self._entries, others, links).encode()
        if is_long(len(self._entries)):
            for year, members in groupby(self._entries, key=lambda entry: entry.day.year):
                yield from self._year(year, list(members))
        for page, signed in paged(REGISTER, self._signed):
            count = len(self._signed)
            made = register_page(
                self._title, signed, count, page, HOME, REGISTER_TABLE, self._today
            )
            yield page.address, made.encode()
        yield REGISTER_TABLE, _csv(self._rows)

    def _year(self, year: int, entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
        for page, some in paged(stem(year), entries):
            made = year_page(self._title, year, len(entries), some, HOME, page)
            yield page.address, made.encode()


def _csv(register: Iterable[Row]) -> bytes:
    table = Table(_("Agreements"), COLUMNS, map(astuple, register))
    return "".join(lines(table)).encode()
