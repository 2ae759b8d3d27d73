"""The states of agreements on a day, and what a query calls them."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, TypeAlias

from tui.archive.entry import FAR
from tui.archive.selection import Days
from tui.archive.today import months_later
from tui.locale import N_
from tui.text.dates import read_date
from tui.text.folding import fold

State: TypeAlias = Literal["in-force", "ending", "ended", "upcoming", "unstated"]
STATES: tuple[State, ...] = ("in-force", "ending", "upcoming", "ended", "unstated")
SOON = 6
"""Months before its end from which an agreement is said to end soon."""

NAMES: dict[State, str] = {
    "in-force": N_("in force"),
    "ending": N_("ends within 6 months"),
    "ended": N_("expired"),
    "upcoming": N_("not yet begun"),
    "unstated": N_("no period given"),
}

VALUES: dict[str, State] = {
    "hôm nay": "in-force",
    "today": "in-force",
    "sắp hết": "ending",
    "ending": "ending",
    "đã hết": "ended",
    "ended": "ended",
    "chưa đến": "upcoming",
    "upcoming": "upcoming",
    "không rõ": "unstated",
    "unstated": "unstated",
}
"""What ``in-force:`` takes besides a day."""

_BY_FOLDED = {fold(name): state for name, state in VALUES.items()}


def state(start: int, through: int, day: date) -> State:
    """Return the state on a day of an agreement of these first and last days."""
    on = day.toordinal()
    if not through:
        return "unstated"
    if start > on:
        return "upcoming"
    if through < on:
        return "ended"
    return "ending" if through <= months_later(day, SOON).toordinal() else "in-force"


def in_force(day: date) -> Days:
    """Return what has the agreements in force on a day, those that end soon too."""
    return Days(last_start=day.toordinal(), first_through=day.toordinal())


def of_state(wanted: State, day: date) -> Days:
    """Return what has the agreements of a state on a day; of ``in-force`` those that end soon too.

    These are in force as well.
    """
    on = day.toordinal()
    match wanted:
        case "in-force":
            return in_force(day)
        case "ending":
            soon = months_later(day, SOON).toordinal()
            return Days(last_start=on, first_through=on, last_through=soon)
        case "ended":
            return Days(last_through=on - 1)
        case "upcoming":
            return Days(first_start=on + 1)
        case "unstated":
            return Days(0, 0, 0, 0)


def read_days(value: str, day: date) -> Days | None:
    """Return the agreements that a value of ``in-force:`` asks for; none for what is no day.

    A year asks for those in force on any of its days.
    """
    named = _BY_FOLDED.get(" ".join(fold(value).split()))
    if named:
        return of_state(named, day)
    if re.fullmatch(r"\d{4}", value) and int(value):
        first, last = date(int(value), 1, 1).toordinal(), date(int(value), 12, 31).toordinal()
        return Days(last_start=last, first_through=first)
    found = read_date(value)
    if found is None or found.year is None or not found.year:
        return None
    return in_force(date(found.year, found.month, found.day))


def is_open(through: int) -> bool:
    """Tell whether an agreement that begins gives no end."""
    return through == FAR
