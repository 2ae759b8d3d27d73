"""One self-contained page: the four sections beside each other, tied together by name.

Without JavaScript: what is pointed at, focused or followed lights up wherever it is mentioned, by
``:has()``. Nothing is fetched, and a policy in the page (CSP 3) lets nothing be: no script, no
address but ``data:`` for pictures, and no style but the page's own, named by its hash.
"""

from __future__ import annotations

import json

import htpy as h
from markupsafe import Markup

from tui.document.model import Document, Section
from tui.document.timeline import Timeline, timeline
from tui.document.today import today
from tui.export.formats.json_ld import linked
from tui.export.language_tag import language_tag
from tui.export.options import Options
from tui.export.page.bars import axis
from tui.export.page.frame import framed
from tui.export.page.items import Items
from tui.export.page.linking import Links
from tui.export.photos import Photos
from tui.locale import _
from tui.text.written_dates import short_date

ENCODING = "utf-8"

_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Escapes that keep data from ending the element that it stands in."""


def render(document: Document, options: Options) -> str:
    """Return the page of a document."""
    sections = [each for each in document.sections if each.name in options.sections_or_all]
    links = Links(document, options.sections_or_all)
    line = timeline(document)
    items = Items(document, links, options.links, line, Photos(document.folder))
    body = [
        h.a(".skip", href=f"#{_anchor(sections[0])}")[_("Skip to the text")],
        _masthead(document, sections, options.home),
        h.main[(_pane(section, items, line) for section in sections)],
        _foot(document),
    ]
    return framed(
        document.title,
        body,
        language=language_tag(document),
        description=document.summary,
        rules=links.rules(),
        data=_data(document) if document.record else None,
    )


def _masthead(document: Document, sections: list[Section], home: tuple[str, str]) -> h.Element:
    name, address = home
    return h.header(".masthead")[
        h.p(".home")[h.a(href=address)[f"← {name}"]] if address else None,
        h.h1[document.title],
        h.p(".summary")[document.summary],
        len(sections) > 1
        and h.nav(aria_label=_("Sections"))[
            h.ul[(h.li[h.a(href=f"#{_anchor(each)}")[each.title]] for each in sections)]
        ],
    ]


def _pane(section: Section, items: Items, line: Timeline | None) -> h.Element:
    title = f"{_anchor(section)}-title"
    number = sum(len(group.items) for group in section.groups)
    count = h.span(".count")[f" {number}"] if section.name != "article" and number else None
    return h.section(
        f".pane.{section.name}", id=_anchor(section), aria_labelledby=title, tabindex="0"
    )[
        h.h2(id=title)[section.title, count],
        section.nothing and h.p(".nothing")[section.nothing],
        _axis(line) if section.name == "agreements" and line else None,
        items.groups(section),
    ]


def _axis(line: Timeline) -> h.Element:
    day = _("today, {day}").format(day=short_date(today()))
    return h.div(".timeline")[
        axis(line), line.today is not None and h.p(".legend")[h.span(".today-sign")["│"], f" {day}"]
    ]


def _foot(document: Document) -> h.Element:
    return h.footer[
        document.citation and h.p[document.citation],
        h.p[_("State of the agreements on {day}.").format(day=short_date(today()))],
    ]


def _anchor(section: Section) -> str:
    """Return the id of a section; an id of a record never begins so."""
    return f"_{section.name}"


def _data(document: Document) -> Markup:
    return Markup(json.dumps(linked(document), ensure_ascii=False).translate(_IN_SCRIPT))
