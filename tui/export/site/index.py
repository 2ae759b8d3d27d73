"""The first page of a site: all events by date, and who has a page of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import htpy as h
from msgspec import Struct

from tui.export.page.frame import framed
from tui.locale import _, language, ngettext, number
from tui.text.dates import short_date


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


def index(
    title: str, entries: Sequence[Entry], others: Sequence[Others], links: Sequence[tuple[str, str]]
) -> str:
    """Return the page.

    Args:
        title: What the site is called.
        entries: The events, the newest first.
        others: Who has a page.
        links: The other pages, each with its name and address.
    """
    count = ngettext("{n} event", "{n} events", len(entries)).format(n=number(len(entries)))
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
                h.h2(id="_events")[_("Events")], _years(entries)
            ],
            (_pane(each, place) for place, each in enumerate(others) if each.known),
        ],
    ]
    return framed(title, body, language=language(), description=count)


def _years(entries: Sequence[Entry]) -> Iterator[h.Node]:
    for year, members in groupby(entries, key=lambda entry: entry.day.year):
        yield h.section(".group")[h.h3[str(year)], h.ul(".items")[map(_entry, members)]]


def _entry(entry: Entry) -> h.Node:
    told = " · ".join(filter(None, (short_date(entry.day), entry.place, entry.counts)))
    return h.li(".item")[h.h4(".name")[h.a(href=entry.href)[entry.name]], h.p(".detail")[told]]


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
