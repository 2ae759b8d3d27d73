"""A table: columns with headings, and rows of values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from msgspec import Struct

Cell: TypeAlias = str | int | date | tuple[str, ...] | None
"""A value of a table; a tuple is one of several values."""
BETWEEN_VALUES = "; "
"""Stands between several values of a cell in a format that has only one."""


class Column(Struct, frozen=True):
    """A column: its heading, a message, and how many characters wide it is where that is told."""

    heading: str
    width: int


class Table(Struct, frozen=True):
    """A table with a title. ``rows`` may be made while they are read, so read them once."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
