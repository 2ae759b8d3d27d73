"""Dates in Vietnamese text: finding them in every form in use (rule S10).

Read are ``18/01/2022``, ``18-1-2022``, ``18.01.2022``, ``2022-01-18``, ``ngày 18 tháng 1 năm
2022`` and, without a year, ``18/1``, ``ngày 18-1``, ``ngày 18 tháng 1``. The day comes before the
month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.words import GAP, agree, is_gap, read_word

LEAP_YEAR = 2000
"""Stands in for a year that is not known, so that 29/2 is a date."""

_DAY_MONTH = r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})"
_DAY_IN_MONTH = rf"(?P<day>[0-9]{{1,2}}){GAP}(?P<word>thang){GAP}(?P<month>[0-9]{{1,2}})"
_IN_YEAR = rf"{GAP}(?P<year_word>nam){GAP}(?P<year>[0-9]{{4}})(?!\w)"

_CANDIDATE = rf"[0-9](?<!\w[0-9])(?=[0-9]?(?: ?[/.-] ?[0-9]|{GAP}thang)|[0-9]{{3}}-[0-9])"
_FORMS = (
    r"(?P<day>[0-9]{1,2}) ?(?P<mark>[/.-]) ?(?P<month>[0-9]{1,2}) ?(?P=mark) ?"
    r"(?P<year>[0-9]{4})(?!\w|(?P=mark)[0-9])",
    r"(?P<year>[0-9]{4})(?P<mark>-)(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?!\w|-[0-9])",
    rf"{_DAY_IN_MONTH}(?:{_IN_YEAR}|/(?P<other_year>[0-9]{{4}})(?!\w))",
    _DAY_MONTH + _IN_YEAR,
    _DAY_IN_MONTH + r"(?!\w|/[0-9])",
    _DAY_MONTH + r"(?!\w|[/.][0-9]|-[0-9]{4}|(?<!/[0-9])(?<!/[0-9]{2})-[0-9])",
)
"""The forms of a date, tried in this order: without a year last."""

_SHORT_YEAR = (
    r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<short_year>[0-9]{2})"
    r"(?!\w|(?P=mark)[0-9])"
)
_CENTURY = 2000
_LAST_SHORT_YEAR = 69
"""18/1/69 is of 2069, 18/1/70 of 1970, as POSIX reads years of two digits."""

_PART_OF_DAY = r"(?:(?<!\w)(?P<word>sang|trua|chieu|toi|tu|den)[ \n]|\()\Z"

_BEFORE = r"(?<!\w)(?P<word>ngay)(?P<gap>[\W_]{1,4})\Z"
_LONGEST_BEFORE = 9
_WORDS = {
    **{"ngay": "ngày", "thang": "tháng", "nam": "năm"},
    **{"sang": "sáng", "trua": "trưa", "chieu": "chiều", "toi": "tối", "tu": "từ", "den": "đến"},
}


class DateSpan(Struct, frozen=True):
    """A date at ``[start, end)`` of a text; ``year`` is ``None`` where it is not written."""

    start: int
    end: int
    day: int
    month: int
    year: int | None


def find_dates(text: str, folded: str, *, wide: bool = False) -> Iterator[DateSpan]:
    """Yield the dates of canonical ``text``, whose folded form is ``folded``, in reading order.

    ``wide`` takes for dates what only may be one: ``18-1`` and ``18.1`` after a part of the day,
    after *từ* and *đến* and after a bracket, and ``18/1/22``.
    """
    end = 0
    for candidate in _compiled(_CANDIDATE).finditer(folded):
        if candidate.start() < end:
            continue
        found = _date_at(text, folded, candidate.start(), only_day_and_month=False, wide=wide)
        if found:
            end = found.end
            yield found


def read_date(text: str, *, wide: bool = False) -> DateSpan | None:
    """Return the date that ``text`` wholly is, be it without a year (``18-1``), or ``None``.

    ``wide`` is as in :func:`find_dates`.
    """
    text = canonical(text)
    folded = fold(text)
    candidate = _compiled(_CANDIDATE).search(folded) if len(folded) < 100 else None
    found = candidate and _date_at(
        text, folded, candidate.start(), only_day_and_month=True, wide=wide
    )
    if not found or any(map(str.isalnum, folded[: found.start] + folded[found.end :])):
        return None
    return found


def _date_at(
    text: str, folded: str, start: int, *, only_day_and_month: bool, wide: bool
) -> DateSpan | None:
    """Return the date whose first number is at ``start``.

    ``18-1`` and ``18 tháng 1`` count only after *ngày*, unless ``only_day_and_month`` is true.
    """
    forms = (_SHORT_YEAR, *_FORMS) if wide else _FORMS
    match = next(filter(None, (_compiled(form).match(folded, start) for form in forms)), None)
    if match is None or not _has_right_words(match, text):
        return None
    groups = match.groupdict()
    mark = groups.get("mark")
    if mark and re.search(f"[0-9]{re.escape(mark)}$", folded[max(0, start - 2) : start]):
        return None
    before = _compiled(_BEFORE).search(folded, max(0, start - _LONGEST_BEFORE), start)
    if before and not (is_gap(before["gap"]) and _has_right_words(before, text)):
        before = None
    year = groups.get("year") or groups.get("other_year") or _long_year(groups.get("short_year"))
    if not (year or before or mark == "/" or only_day_and_month):
        part = wide and _compiled(_PART_OF_DAY).search(folded, max(0, start - 7), start)
        if not part or not _has_right_words(part, text):
            return None
    found = DateSpan(
        before.start() if before else start,
        match.end(),
        int(match["day"]),
        int(match["month"]),
        int(year) if year else None,
    )
    return found if _is_valid(found) else None


def _long_year(year: str | None) -> str:
    """Return a year of two digits in four."""
    if not year:
        return ""
    return str(_CENTURY - 100 * (int(year) > _LAST_SHORT_YEAR) + int(year))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile ``pattern`` when it is first needed: start-up does without."""
    return re.compile(pattern)


def _has_right_words(match: re.Match[str], text: str) -> bool:
    """Tell whether *ngày*, *tháng* and *năm* in a match have their own marks, or fewer."""
    return all(
        agree(read_word(text[slice(*match.span(name))]), read_word(_WORDS[folded])) is not None
        for name, folded in match.groupdict().items()
        if folded in _WORDS
    )


def _is_valid(found: DateSpan) -> bool:
    year = LEAP_YEAR if found.year is None else found.year
    try:
        date(year, found.month, found.day)
    except ValueError:
        return False
    return True
