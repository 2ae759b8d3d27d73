"""The pages of a site that list its events by date, and who has a page of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import htpy as h
from msgspec import Struct

from tui.export.page.frame import framed
from tui.export.site.paging import Page, page_count, page_links
from tui.locale import _, language, ngettext, number
from tui.text.written_dates import short_date

NEWEST = 100
"""So many events stand on the first page where there are too many for all of them."""


class Entry(Struct, frozen=True):
    """An event that has a page; ``counts`` tells how much is in it."""

    day: date
    name: str
    place: str
    counts: str
    href: str


class Known(Struct, frozen=True):
    """A person or an organisation that has a page, and in how many events they are."""

    name: str
    events: int
    href: str


class Others(Struct, frozen=True):
    """People or organisations under one heading."""

    heading: str
    known: tuple[Known, ...]


def is_long(events: int) -> bool:
    """Tell whether so many events are listed by year, on pages of their own."""
    return page_count(events) > 1


def stem(year: int) -> str:
    """Return what the addresses of the pages of a year begin with."""
    return f"events-{year}"


def index(
    title: str, entries: Sequence[Entry], others: Sequence[Others], links: Sequence[tuple[str, str]]
) -> str:
    """Return the first page.

    Args:
        title: What the site is called.
        entries: The events, the newest first; of many, the newest stand here.
        others: Who has a page.
        links: The other pages, each with its name and address.
    """
    count = _count(len(entries))
    shown = entries[:NEWEST] if is_long(len(entries)) else entries
    body = [
        h.header(".masthead")[
            h.h1[title],
            h.p(".summary")[count],
            h.nav(".always", aria_label=_("Pages"))[
                h.ul[(h.li[h.a(href=href)[name]] for name, href in links)]
            ],
        ],
        h.main[
            h.section(".pane.article", aria_labelledby="_events", tabindex="0")[
                h.h2(id="_events")[_("Events")],
                _all_years(entries) if is_long(len(entries)) else None,
                _years(shown),
            ],
            (_pane(each, place) for place, each in enumerate(others) if each.known),
        ],
    ]
    return framed(title, body, language=language(), description=count)


def year_page(
    title: str, year: int, count: int, entries: Sequence[Entry], home: str, page: Page
) -> str:
    """Return a page of the events of a year.

    Args:
        title: What the site is called.
        year: The year.
        count: How many events are of it.
        entries: Those on this page.
        home: The address of the first page.
        page: Which page of the year it is.
    """
    heading = _("Events of {year}").format(year=year)
    body = [
        h.header(".masthead")[
            h.p(".home")[h.a(href=home)[f"← {title}"]],
            h.h1[heading],
            h.p(".summary")[_count(count)],
            page_links(page),
        ],
        h.main[
            h.section(".pane.article", aria_labelledby="_events", tabindex="0")[
                h.h2(id="_events")[_("Events")],
                h.ul(".items")[(_entry(each, 3) for each in entries)],
            ]
        ],
    ]
    return framed(f"{heading} – {title}", body, language=language(), description=_count(count))


def _count(events: int) -> str:
    return ngettext("{n} event", "{n} events", events).format(n=number(events))


def _all_years(entries: Sequence[Entry]) -> h.Element:
    """Return links to the pages of all years."""
    years = ((year, len(list(members))) for year, members in groupby(entries, key=_year))
    return h.section(".group")[
        h.h3[_("By year")],
        h.ul(".years")[
            (
                h.li[h.a(href=f"{stem(year)}.html")[str(year)], h.span(".count")[f" {number(n)}"]]
                for year, n in years
            )
        ],
    ]


def _year(entry: Entry) -> int:
    return entry.day.year


def _years(entries: Sequence[Entry]) -> Iterator[h.Node]:
    for year, members in groupby(entries, key=_year):
        yield h.section(".group")[
            h.h3[str(year)], h.ul(".items")[(_entry(each, 4) for each in members)]
        ]


def _entry(entry: Entry, level: int) -> h.Node:
    told = " · ".join(filter(None, (short_date(entry.day), entry.place, entry.counts)))
    heading = h.h3 if level == 3 else h.h4
    return h.li(".item")[heading(".name")[h.a(href=entry.href)[entry.name]], h.p(".detail")[told]]


def _pane(others: Others, place: int) -> h.Element:
    id_ = f"_others-{place}"
    return h.section(".pane", aria_labelledby=id_, tabindex="0")[
        h.h2(id=id_)[others.heading, h.span(".count")[f" {number(len(others.known))}"]],
        h.ul(".items")[
            (
                h.li(".item")[
                    h.a(href=each.href)[each.name], h.span(".count")[f" {number(each.events)}"]
                ]
                for each in others.known
            )
        ],
    ]
