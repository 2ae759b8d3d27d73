"""The day of the event in a review: another that the article tells, or one that is given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from tui.draft.finding.day import dates_in
from tui.draft.finding.scan import Place
from tui.draft.model import Draft
from tui.text.dates import DateSpan, read_date


def with_given_day(draft: Draft, day: date) -> Draft:
    """Return a draft whose day the reader gives; it is not words of the article."""
    event = replace(draft.event, start_date=day, end_date=None, date_place=None, date_doubt="")
    return replace(draft, event=event)


def with_day_at(draft: Draft, place: Place) -> Draft | None:
    """Return a draft whose day is told by the words at ``place``, if they tell one.

    Where the words have no year, it stays the year that it was, and is doubtful.
    """
    words = draft.article.blocks[place.block].text[place.start : place.end]
    found = read_date(words.strip(" ,.;()"), wide=True) or next(iter(dates_in(words)), None)
    return _with(draft, found, place) if found else None


def with_next_day(draft: Draft) -> Draft:
    """Return a draft with the next day that the article tells after the one it has now."""
    told = list(_told(draft))
    here = draft.event.date_place
    later = [one for one in told if here and one[0] > here] + told
    for place, span in later:
        if place != here and (made := _with(draft, span, place)):
            return made
    return draft


def _told(draft: Draft) -> Iterator[tuple[Place, DateSpan]]:
    for index, block in enumerate(draft.article.blocks):
        for span in dates_in(block.text):
            yield Place(index, span.start, span.end), span


def _with(draft: Draft, span: DateSpan, place: Place) -> Draft | None:
    try:
        day = date(span.year or draft.event.start_date.year, span.month, span.day)
    except ValueError:
        return None  # 29 February of a year that has none
    doubt = "" if span.year else "no year"
    event = replace(draft.event, start_date=day, end_date=None, date_place=place, date_doubt=doubt)
    return replace(draft, event=event)
