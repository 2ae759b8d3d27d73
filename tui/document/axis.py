"""The periods of agreements as bars over one axis of years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from tui.document.periods import first_day, last_day
from tui.record.model import Agreement

FILLED, BLANK, TODAY = "█", "░", "▼"


class Axis(Struct, frozen=True):
    """The years ``[first, last]`` that agreements span, drawn in ``cells`` cells."""

    first: int
    last: int
    cells: int

    def bar(self, agreement: Agreement) -> str:
        """Return the bar of an agreement, at least a cell long; without any year it is empty.

        An end that is not given runs on to the end of the axis.
        """
        if agreement.valid_from is None and agreement.valid_through is None:
            return ""
        first, last = first_day(agreement), last_day(agreement)
        start = self.cell(first) if first else 0
        end = self.cell(last) + 1 if last else self.cells
        end = max(end, start + 1)
        return BLANK * start + FILLED * (end - start) + BLANK * (self.cells - end)

    def scale(self, today: date) -> str:
        """Return the axis with its first and last year and a mark at ``today``, cell by cell."""
        line = ["▁"] * self.cells
        for place, year in ((0, self.first), (self.cells - 4, self.last)):
            if self.cells >= 9:
                line[place : place + 4] = str(year)
        if self.first <= today.year <= self.last:
            line[self.cell(today)] = TODAY
        return "".join(line)

    def cell(self, day: date) -> int:
        """Return the cell that a day lies in, from 0."""
        begin = date(self.first, 1, 1).toordinal()
        days = date(self.last, 12, 31).toordinal() + 1 - begin
        place = (day.toordinal() - begin) * self.cells // days
        return min(max(place, 0), self.cells - 1)


def axis(agreements: Iterable[Agreement], cells: int) -> Axis | None:
    """Return the axis for these agreements in so many cells; None when none gives a year."""
    years = [
        day.year
        for agreement in agreements
        if agreement.valid_from is not None or agreement.valid_through is not None
        for day in (first_day(agreement), last_day(agreement))
        if day is not None
    ]
    return Axis(min(years), max(years), max(1, cells)) if years else None
