"""Which events are asked for, in terms of one index."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from tui.archive.expression import EVERYTHING, Expression
from tui.archive.schema import FAR


class Days(Struct, frozen=True):
    """Agreements by their first and last day, both as ordinals within bounds, these included."""

    first_start: int = 1
    last_start: int = FAR
    first_through: int = 1
    last_through: int = FAR
    refused: bool = False

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """The bounds, for a statement that compares ``start`` and then ``through``."""
        return self.first_start, self.last_start, self.first_through, self.last_through

    def has(self, start: int, through: int) -> bool:
        """Tell whether an agreement of these days is asked for."""
        found = (
            self.first_start <= start <= self.last_start
            and self.first_through <= through <= self.last_through
        )
        return found is not self.refused


class Selection(Struct, frozen=True):
    """The events of an expression that have, or have not, agreements of some days."""

    expression: Expression = EVERYTHING
    days: tuple[Days, ...] = ()

    def of_agreements(self, before: int = 0) -> tuple[str, list[Any]] | None:
        """Return the numbers of its events, the newest first, as SQL without a limit.

        So it is where nothing but days of agreements is asked for: going through these is quicker
        than through the events. The plus keeps the order of the index by events.
        """
        days = next((days for days in self.days if not days.refused), None)
        if self.expression != EVERYTHING or days is None:
            return None
        others = Selection(EVERYTHING, tuple(each for each in self.days if each is not days))
        condition, parameters = others.condition()
        sql = (
            "SELECT DISTINCT e.docid FROM agreement e WHERE +e.start BETWEEN ? AND ? AND "
            f"+e.through BETWEEN ? AND ?{condition}{' AND e.docid < ?' if before else ''} "
            "ORDER BY e.docid DESC"
        )
        return sql, [*days.bounds, *parameters, *([before] if before else [])]

    def condition(self) -> tuple[str, list[Any]]:
        """Return what of it is not in the expression, as SQL on ``e``, and its parameters."""
        parts: list[str] = []
        parameters: list[Any] = []
        for days in self.days:
            parts.append(
                f" AND {'NOT ' if days.refused else ''}EXISTS (SELECT 1 FROM agreement a WHERE "
                "a.docid = e.docid AND a.start BETWEEN ? AND ? AND a.through BETWEEN ? AND ?)"
            )
            parameters += days.bounds
        return "".join(parts), parameters
