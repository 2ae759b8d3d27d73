"""Work that is bounded: a budget of units is spent, and tells when it is exhausted.

A cap on the number of items bounds nothing when each item may be as large as the file. Whoever does
work whose cost depends on what stands in a file counts that cost in units of a step of Python (a
cell of a table, a code point that is looked at, a pair that is compared; half a microsecond or so)
and stops, with an answer that says so, when the budget has no more.
"""

from __future__ import annotations


class Budget:
    """So many units of work, shared by all that is given the same budget."""

    __slots__ = ("_left", "units")

    def __init__(self, units: int) -> None:
        self.units = units
        """The units at the beginning."""
        self._left = units

    def spend(self, units: int = 1) -> bool:
        """Take units for work that is about to be done.

        Returns:
            Whether they were there. Once they were not, the budget is exhausted and stays so, lest
            cheap work goes on after dear work was refused and the answer depends on the order.
        """
        if units > self._left:
            self._left = -1
        else:
            self._left -= units
        return self._left >= 0

    @property
    def is_exhausted(self) -> bool:
        """Whether some work was refused."""
        return self._left < 0

    @property
    def spent(self) -> int:
        """The units taken so far; all of them once the budget is exhausted."""
        return self.units - max(self._left, 0)
