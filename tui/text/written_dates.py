"""Dates as they are written, apart from how they are found: whatever is shown has some."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def short_date(day: date) -> str:
    """Return ``day`` as ``18/01/2022``."""
    return f"{day.day:02}/{day.month:02}/{day.year}"
