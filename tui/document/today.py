"""The day that the state of agreements is told for."""

from __future__ import annotations

import os
from datetime import date

VARIABLE = "KTCN_TODAY"
"""Fixes the day, as ``2024-06-30``: for tests, and to look at a record as of another day."""


def today() -> date:
    """Return the day of :data:`VARIABLE`, or the real one where it names none."""
    try:
        return date.fromisoformat(os.environ.get(VARIABLE, ""))
    except ValueError:
        return date.today()
