"""The periods of agreements as bars on one axis of years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from tui.record.model import Agreement, YearOrDate

_CELLS = 20
"""The most cells of the axis."""


class Axis(Struct, frozen=True):
    """The years ``[first, last]`` that the agreements of an event span, in ``cells`` cells."""

    first: int
    last: int
    cells: int

    def bar(self, agreement: Agreement) -> str:
        """Return the bar of an agreement; without any year it is empty.

        An end that is not given runs on to the end of the axis.
        """
        if agreement.valid_from is None and agreement.valid_through is None:
            return ""
        first = _year(agreement.valid_from, self.first)
        last = _year(agreement.valid_through, self.last)
        start, end = self._cell(first), self._cell(last + 1)
        end = max(end, start + 1)
        return "░" * start + "█" * (end - start) + "░" * (self.cells - end)

    def scale(self) -> str:
        """Return the axis with its years, for a title."""
        return f"{self.first}{'▁' * self.cells}{self.last}"

    def _cell(self, year: int) -> int:
        return min(self.cells, (year - self.first) * self.cells // (self.last + 1 - self.first))


def axis(agreements: Iterable[Agreement]) -> Axis | None:
    """Return the axis for these agreements, or nothing when none gives a year."""
    years = [
        _year(moment, 0)
        for agreement in agreements
        for moment in (agreement.valid_from, agreement.valid_through)
        if moment is not None
    ]
    if not years:
        return None
    span = max(years) + 1 - min(years)
    return Axis(min(years), max(years), max(1, _CELLS // span) * span if span <= _CELLS else _CELLS)


def _year(moment: YearOrDate | None, default: int) -> int:
    if moment is None:
        return default
    return moment.year if isinstance(moment, date) else moment
