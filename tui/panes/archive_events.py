"""The events of an archive as the blocks of a list: by year, with days, places and counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.archive.answer import Listed
from tui.archive.store import EventRow
from tui.locale import _, ngettext, number
from tui.text.written_dates import short_date
from tui.widgets.flow import Block, Part

_DAY = 12
"""Cells of a day and the space behind it."""


def event_blocks(listed: tuple[Listed, ...]) -> Iterator[Block]:
    """Yield a block for each event, its place in ``listed`` as its id, and a heading a year."""
    year = 0
    for place, each in enumerate(listed):
        day = date.fromordinal(each.row.day)
        if day.year != year:
            year = day.year
            yield Block((Part(str(year), look="heading"),), gap=int(place > 0), heading=True)
        yield Block(tuple(_parts(each, day)), id=str(place))


def _parts(each: Listed, day: date) -> Iterator[Part]:
    name = each.row.name or each.row.id
    yield Part(name, look="title", prefix=short_date(day).ljust(_DAY))
    if told := what(each.row):
        yield Part(told, look="detail", indent=_DAY)
    if each.words:
        hits = ngettext("{n} hit", "{n} hits", each.hits).format(n=number(each.hits))
        yield Part(each.words, look="text", indent=_DAY, spans=(each.span,), suffix=f"({hits})")


def what(row: EventRow) -> str:
    """Return where an event was and how much its record holds of what, in a line."""
    parts = [row.place]
    for forms, count in (
        (ngettext("{n} person", "{n} people", row.people), row.people),
        (ngettext("{n} organisation", "{n} organisations", row.organizations), row.organizations),
        (ngettext("{n} agreement", "{n} agreements", row.agreements), row.agreements),
        (ngettext("{n} photo", "{n} photos", row.photos), row.photos),
    ):
        parts.append(forms.format(n=number(count)) if count else "")
    return " · ".join(filter(None, parts))


def sentence(text: str) -> tuple[Block, ...]:
    """Return a sentence in place of events."""
    return (Block((Part(text, look="text"),)),)


def list_ends(events: int) -> str:
    """Return what is said where older events are not listed."""
    told = _("The list ends at {n} events; narrow the query to see older ones.")
    return told.format(n=number(events))


def nothing_found(vain: int = 0) -> str:
    """Return what is said where no event has what was asked for.

    Args:
        vain: How many were looked at, where there are more to look at.
    """
    if vain:
        forms = ngettext(
            "Nothing yet: {n} event that may match was looked at. Esc stops.",
            "Nothing yet: {n} events that may match were looked at. Esc stops.",
            vain,
        )
        return forms.format(n=number(vain))
    return _("No event matches all of this. Fewer words or fewer accents find more.")
