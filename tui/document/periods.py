"""The periods of agreements: their years, and their state on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from tui.locale import N_
from tui.record.model import Agreement, YearOrDate
from tui.text.written_dates import short_date

State: TypeAlias = Literal["in-force", "ending", "expired", "to-come", ""]
"""The state of an agreement on a day; empty when it gives no period."""

ENDING_MONTHS = 6
"""So many months before its end an agreement is ending."""

STATES: dict[State, str] = {
    "in-force": N_("in force"),
    "ending": N_("in force, ends within 6 months"),
    "expired": N_("expired"),
    "to-come": N_("not yet begun"),
}

SIGNS: dict[State, str] = {"in-force": "●", "ending": "◑", "expired": "○", "to-come": "◌"}
"""What stands for a state where there is little room."""


def period(agreement: Agreement) -> str:
    """Return the years an agreement runs, such as ``2021–2025``; empty when it gives none."""
    ends = [_moment(end) for end in (agreement.valid_from, agreement.valid_through)]
    if not any(ends):
        return ""
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def first_day(agreement: Agreement) -> date | None:
    """Return the first day of the period; a year begins with its first day.

    Without a beginning it is the day of signing, if the end is given.
    """
    begin = agreement.valid_from
    if begin is None:
        return agreement.signed if agreement.valid_through is not None else None
    return begin if isinstance(begin, date) else _day(begin, 1, 1)


def last_day(agreement: Agreement) -> date | None:
    """Return the last day of the period; a year ends with its last day."""
    end = agreement.valid_through
    if end is None or isinstance(end, date):
        return end
    return _day(end, 12, 31)


def state(agreement: Agreement, today: date) -> State:
    """Return the state of an agreement on a day. An end that is not given is never reached."""
    first, last = first_day(agreement), last_day(agreement)
    if first is None and last is None:
        return ""
    if first is not None and today < first:
        return "to-come"
    if last is None:
        return "in-force"
    if today > last:
        return "expired"
    return "ending" if last < months_after(today, ENDING_MONTHS) else "in-force"


def months_after(day: date, months: int) -> date:
    """Return the day so many months later; in a shorter month, its last one."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, 9999)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


def _day(year: int, month: int, day: int) -> date:
    return date(min(max(year, 1), 9999), month, day)


def _moment(moment: YearOrDate | None) -> str:
    if moment is None:
        return ""
    return short_date(moment) if isinstance(moment, date) else str(moment)
