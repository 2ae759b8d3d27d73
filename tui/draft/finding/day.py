"""When the event is: its day, the last one of several, the part of the day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.scan import Place, Scanned
from tui.record.model import PartOfDay
from tui.text.dates import DateSpan, find_dates
from tui.text.folding import fold

PARTS: dict[str, PartOfDay] = {
    "sáng": "morning",
    "trưa": "noon",
    "chiều": "afternoon",
    "tối": "evening",
}
_YEAR = re.compile(r"(?<![\d/.\-])(20[0-4]\d|19[5-9]\d)(?!\d)")
_MONTH_YEAR = re.compile(r"(?<![\d/])(?:tháng )?(\d{1,2})/(20\d\d)(?!\d)")
_FIRST_BLOCKS = 4
_CLOSE_DAYS = 60
_LEAD = 300


class Day(Struct, frozen=True):
    """The day of the event.

    ``year`` is ``None`` where nothing tells it; ``sure`` tells whether all of it is in the article.
    """

    day: int
    month: int
    year: int | None
    sure: bool
    part: PartOfDay
    place: Place
    last: tuple[int, int] | None = None
    """The last day and its month, of an event of several days."""


class Dated(Struct, frozen=True):
    """A date in a block, and how likely it is the event's."""

    block: Scanned
    span: DateSpan
    score: int
    part: PartOfDay
    last: tuple[int, int] | None = None


def dates_in(text: str) -> list[DateSpan]:
    """Return the dates in a text, ``22.4`` after a part of the day too."""
    found = list(find_dates(text, fold(text)))
    taken = {place for span in found for place in range(span.start, span.end)}
    for match in lexicon.form("words.day_after_part").finditer(text):
        day, month = int(match[1]), int(match[2])
        if match.start(1) not in taken and _is_day(day, month):
            found.append(DateSpan(match.start(1), match.end(2), day, month, None))
    return sorted(found, key=lambda span: span.start)


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def event_day(blocks: Sequence[Scanned], published: date | None, today: date) -> Day | None:
    """Return the day of the event; ``None`` if the article tells none.

    No event lies in a year after ``today``'s.
    """
    dated = [one for order, block in enumerate(blocks) for one in _dated(block, order)]
    if not dated:
        return None
    best = max(dated, key=lambda one: one.score)
    span = best.span
    year, sure = span.year, True
    if year is None:
        year, sure = _Years(blocks, span, today.year).guess(published)
    return Day(
        span.day,
        span.month,
        year if year is None or _exists(year, span) else None,
        sure,
        best.part,
        best.block.place(span.start, span.end),
        best.last,
    )


def _exists(year: int, span: DateSpan) -> bool:
    try:
        date(year, span.month, span.day)
    except ValueError:
        return False
    return True


def _dated(block: Scanned, order: int) -> Iterator[Dated]:
    text = block.text
    for found in dates_in(text):
        span = _from_first_day(text, found)
        last = (found.day, found.month) if span is not found else None
        before = text[max(0, span.start - 45) : span.start]
        after = text[span.end : span.end + 12]
        if lexicon.form("dates.document").search(before):
            continue
        if re.search(r"\(\s?$", before) and re.match(r"\s?[-–]", after):
            continue
        if re.search(r"\(\s?\d[^()]{0,14}[-–] ?$", before):
            continue
        if last:  # *từ ngày 24 đến 26-3-2022*
            before = re.sub(r"(?i)từ (?:ngày )?$", "", before)
        if lexicon.form("dates.other_day").search(before[-34:]):
            continue
        part = lexicon.form("dates.part").search(_with_day_word(text, span))
        yield Dated(
            block,
            span,
            _score(block, span, order, bool(part)),
            PARTS[part[1].lower()] if part else "",
            last,
        )


def _from_first_day(text: str, span: DateSpan) -> DateSpan:
    """Return the first of the days of which ``span`` tells the last: *ngày 14 và 15/7/2023*."""
    lead = text[max(0, span.start - 24) : span.end]
    match = lexicon.form("dates.first_day").match(lead[: span.start - max(0, span.start - 24)])
    if not match or not 0 < int(match[1]) < span.day:
        return span
    start = max(0, span.start - 24) + match.start(1)
    return DateSpan(start, span.end, int(match[1]), span.month, span.year)


def _with_day_word(text: str, span: DateSpan) -> str:
    word = text[span.start : span.start + 5]
    return text[max(0, span.start - 22) : span.start] + (word if word.lower() == "ngày " else "")


def _score(block: Scanned, span: DateSpan, order: int, part: bool) -> int:
    text = block.text
    before = text[max(0, span.start - 12) : span.start]
    return (
        4 * part
        + bool(re.match(r"(?i)ngày", text[span.start :]) or re.search(r"(?i)ngày ?$", before))
        + 2 * (span.start < 60)
        + 2 * bool(re.match(r"[,)]? ?(?:tại|ở)\b", text[span.end : span.end + 8]))
        + max(0, 4 - order)
        - 2 * (block.block.kind == "caption")
        + (span.year is not None)
    )


class _Years:
    """What an article tells of the year of a day that is written without one."""

    def __init__(self, blocks: Sequence[Scanned], span: DateSpan, last: int) -> None:
        self.blocks = blocks
        self.span = span
        self.last = last

    def guess(self, published: date | None) -> tuple[int | None, bool]:
        """Return the year, and whether it is sure: the same day stands elsewhere with its year."""
        full = [one for block in self.blocks for one in dates_in(block.text) if one.year]
        same = [
            one.year
            for one in full
            if one.year and (one.day, one.month) == (self.span.day, self.span.month)
        ]
        if same:  # *(9/7/1960-9/7/2025)*: a day that is remembered comes again
            return max(same, key=lambda year: (year <= self.last, year)), True
        if published:
            return self._near(published), True
        months = [(one.year, one.month) for one in full if one.year]
        months += [
            (int(match[2]), int(match[1]))
            for block in self.blocks
            for match in _MONTH_YEAR.finditer(block.text)
            if 0 < int(match[1]) < 13
        ]
        near = [year for year, month in months if abs(month - self.span.month) <= 2]
        if near:
            return _most(near), near.count(_most(near)) > 1
        return self._from_years() or self._after(months), False

    def _after(self, months: Sequence[tuple[int, int]]) -> int | None:
        """Return the year in which the day comes first after the latest month that is told."""
        past = [(year, month) for year, month in months if year <= self.last]
        if not past:
            return None
        year, month = max(past)
        return min(year + (self.span.month < month), self.last)

    def _near(self, published: date) -> int:
        """Return the year in which the day lies closest before the day of publication."""
        for year in (published.year, published.year - 1):
            if _exists(year, self.span):
                days = (published - date(year, self.span.month, self.span.day)).days
                if -_CLOSE_DAYS <= days <= 366 - _CLOSE_DAYS:
                    return year
        return published.year

    def _from_years(self) -> int | None:
        first = " ".join(block.text for block in self.blocks[:3])[:800]
        now = [int(year) for year in lexicon.form("dates.year_now").findall(first)]
        if past := [year for year in now if year <= self.last]:
            return past[0]
        texts = [block.text for block in self.blocks]
        periods = [
            int(year) for text in texts for year in lexicon.form("dates.period").findall(text)
        ]
        years = [int(year) for text in texts for year in _YEAR.findall(text)]
        periods = [year for year in periods if year <= self.last]
        years = [year for year in years if year <= self.last]
        return _most(periods) if periods else max(years, default=None)


def _most(years: Sequence[int]) -> int:
    count = Counter(years)
    return max(count, key=lambda year: (count[year], year))


def part_of_day(blocks: Sequence[Scanned]) -> PartOfDay:
    """Return the part of the day with which one of the first blocks begins."""
    for block in blocks[:_FIRST_BLOCKS]:
        match = lexicon.form("dates.part_first").match(block.text)
        if block.block.kind != "paragraph":
            continue
        match = match or lexicon.form("dates.part_today").search(block.text[:_LEAD])
        if match:
            return PARTS[match[1].lower()]
    return ""
