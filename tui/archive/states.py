"""The states of agreements on a day, and what a query calls them."""

from __future__ import annotations

import re
from array import array
from datetime import date

from tui.archive.schema import FAR
from tui.archive.selection import Days
from tui.document.periods import ENDING_MONTHS, State, months_after
from tui.text.dates import read_date
from tui.text.folding import fold

VALUES: dict[str, State] = {
    "hôm nay": "in-force",
    "today": "in-force",
    "sắp hết": "ending",
    "ending": "ending",
    "đã hết": "expired",
    "expired": "expired",
    "chưa đến": "to-come",
    "to-come": "to-come",
    "không rõ": "",
    "unstated": "",
}
"""What ``in-force:`` takes besides a day."""

_BY_FOLDED = {fold(name): state for name, state in VALUES.items()}


def state_of(start: int, through: int, day: date) -> State:
    """Return the state on a day of an agreement of these first and last days, as ordinals."""
    on = day.toordinal()
    if not through:
        return ""
    if start > on:
        return "to-come"
    if through < on:
        return "expired"
    ending = through < months_after(day, ENDING_MONTHS).toordinal() and through != FAR
    return "ending" if ending else "in-force"


def states_in(periods: bytes, day: date) -> set[State]:
    """Return the states on a day of agreements of these first and last days, two by two.

    Those that end soon are in force too, as a query has it.
    """
    days = array("I", periods)
    found = {state_of(*each, day) for each in zip(days[::2], days[1::2], strict=True)}
    return found | {"in-force"} if "ending" in found else found


def in_force(day: date) -> Days:
    """Return what has the agreements in force on a day, those that end soon too."""
    return Days(last_start=day.toordinal(), first_through=day.toordinal())


def of_state(wanted: State, day: date) -> Days:
    """Return what has the agreements of a state on a day; those in force may be ending."""
    on = day.toordinal()
    match wanted:
        case "in-force":
            return in_force(day)
        case "ending":
            soon = months_after(day, ENDING_MONTHS).toordinal() - 1
            return Days(last_start=on, first_through=on, last_through=soon)
        case "expired":
            return Days(last_through=on - 1)
        case "to-come":
            return Days(first_start=on + 1)
        case "":
            return Days(0, 0, 0, 0)


def read_days(value: str, day: date) -> Days | None:
    """Return the agreements that a value of ``in-force:`` asks for; none for what is not a day.

    A year asks for those in force on any of its days.
    """
    named = _BY_FOLDED.get(" ".join(fold(value).split()))
    if named is not None:
        return of_state(named, day)
    if re.fullmatch(r"\d{4}", value) and int(value):
        first, last = date(int(value), 1, 1).toordinal(), date(int(value), 12, 31).toordinal()
        return Days(last_start=last, first_through=first)
    found = read_date(value)
    if found is None or found.year is None or not found.year:
        return None
    return in_force(date(found.year, found.month, found.day))
