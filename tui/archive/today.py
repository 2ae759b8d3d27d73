"""The day that counts as today: agreements are in force or not by it."""

from __future__ import annotations

import os
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from tui.archive.errors import ArchiveError
from tui.locale import _
from tui.text.cleaning import clean_line

VARIABLE = "KTCN_TODAY"
"""Fixes the day, so that what is printed stays the same."""


def today(environ: Mapping[str, str] | None = None) -> date:
    """Return the day of the clock, or of the variable :data:`VARIABLE` where that is set.

    Raises :exc:`ArchiveError` when the variable holds no day.
    """
    fixed = (os.environ if environ is None else environ).get(VARIABLE, "")
    if not fixed:
        return date.today()
    try:
        return date.fromisoformat(fixed)
    except ValueError:
        sentence = _("{variable} is “{value}”, which is no day; write it as 2024-06-30.")
        message = sentence.format(variable=VARIABLE, value=clean_line(fixed)[:40])
        raise ArchiveError(message) from None


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a month that is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = min(day.year + years, 9999), month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
