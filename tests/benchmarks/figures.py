"""Figures and how they are written: a median of runs, a goal, and whether it is met."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles
from typing import NamedTuple


class Figure(NamedTuple):
    """One row of a table."""

    name: str
    measured: str
    goal: str = ""
    met: bool | None = None
    """``None`` where no goal is set."""


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def at_most(name: str, value: float, goal: float, unit: str, detail: str = "") -> Figure:
    """Return a figure that should not exceed its goal; units are written after both."""
    measured = f"{_digits(value)} {unit}" + (f" ({detail})" if detail else "")
    return Figure(name, measured, f"≤ {_digits(goal)} {unit}", value <= goal)


def at_least(name: str, value: float, goal: float, unit: str) -> Figure:
    """Return a figure that should reach its goal."""
    return Figure(name, f"{_digits(value)} {unit}", f"≥ {_digits(goal)} {unit}", value >= goal)


def ms(seconds: float) -> str:
    return f"{_digits(seconds * 1000)} ms"


def middle(values: Sequence[float]) -> float:
    """Return the median of the values."""
    return float(median(values))


def table(rows: Sequence[Figure]) -> str:
    """Return figures as a Markdown table."""
    lines = ["| figure | measured | goal | |", "|---|---:|---:|---|"]
    marks = {True: "met", False: "**not met**", None: ""}
    lines += [f"| {row.name} | {row.measured} | {row.goal} | {marks[row.met]} |" for row in rows]
    return "\n".join(lines)


def _digits(value: float) -> str:
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
