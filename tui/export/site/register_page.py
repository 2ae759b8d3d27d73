"""The register as a page: all agreements in a table, those in force marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import htpy as h
from msgspec import Struct

from tui.document.periods import SIGNS, STATES, State
from tui.export.page.frame import framed
from tui.export.site.paging import Page, page_links
from tui.locale import _, language, ngettext, number
from tui.text.written_dates import short_date


class Link(Struct, frozen=True):
    """A name, and the address of its page if it has one."""

    name: str
    href: str = ""


class Signed(Struct, frozen=True):
    """An agreement, with the event it is from."""

    name: Link
    parties: tuple[Link, ...]
    period: str
    state: State
    day: date
    event: Link


def register_page(
    title: str,
    signed: Sequence[Signed],
    whole: int,
    page: Page,
    home: str,
    table: str,
    today: date,
) -> str:
    """Return a page of the register.

    Args:
        title: What the site is called.
        signed: The agreements on this page, in their order.
        whole: How many there are on all pages.
        page: Which page it is.
        home: The address of the first page of the site.
        table: The address of the same as CSV.
        today: The day of the states.
    """
    count = ngettext("{n} agreement", "{n} agreements", whole).format(n=number(whole))
    day = _("State of the agreements on {day}.").format(day=short_date(today))
    heads = (_("State"), _("Agreement"), _("Parties"), _("Period"), _("Date"), _("Event"))
    body = [
        h.header(".masthead")[
            h.p(".home")[h.a(href=home)[f"← {title}"]],
            h.h1[_("Agreements")],
            h.p(".summary")[f"{count} · {day} ", h.a(href=table)["CSV"]],
            page_links(page),
        ],
        h.main(".register")[
            h.div(".wide", tabindex="0", role="region", aria_label=_("Agreements"))[
                h.table[
                    h.thead[h.tr[(h.th(scope="col")[each] for each in heads)]],
                    h.tbody[map(_row, signed)],
                ]
            ]
        ],
    ]
    return framed(f"{_('Agreements')} – {title}", body, language=language(), description=count)


def _row(signed: Signed) -> h.Element:
    parties: list[h.Node] = []
    for party in signed.parties:
        parties += [h.br if parties else None, _link(party)]
    state = (
        signed.state
        and h.span(class_=f"sign {signed.state}", aria_hidden="true")[f"{SIGNS[signed.state]} "]
    )
    return h.tr[
        h.td[state, _(STATES[signed.state]) if signed.state else None],
        h.td[_link(signed.name)],
        h.td[parties],
        h.td[signed.period],
        h.td[short_date(signed.day)],
        h.td[_link(signed.event)],
    ]


def _link(link: Link) -> h.Node:
    return h.a(href=link.href)[link.name] if link.href else link.name
