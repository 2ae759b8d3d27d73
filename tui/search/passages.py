"""Passages: the texts of an event as they are shown, each with its address."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias, overload

from msgspec import Struct

from tui.record.model import Abbreviation
from tui.text.dates import DateSpan, find_dates
from tui.text.folding import fold

if TYPE_CHECKING:  # needed when something is searched for, not to show the texts
    from tui.text.acronyms import Acronyms
    from tui.text.words import Script

PaneName: TypeAlias = Literal["article", "participants", "agreements", "photos"]
PANES: tuple[PaneName, ...] = ("article", "participants", "agreements", "photos")
"""The panes, in reading order."""

SEPARATOR = "\n\n"
"""Stands between passages in the joined text; no query matches across a blank line (rule S7)."""

DayMonthYear: TypeAlias = tuple[int, int, int | None]
"""A day; the year is ``None`` where neither the text nor the event tells it."""


class Reference(Struct, frozen=True):
    """A span ``[start, end)`` of a passage that stands for the thing with this id."""

    start: int
    end: int
    id: str


class Passage(Struct, frozen=True):
    """A piece of shown text with an address.

    ``item`` is the id of the thing the passage belongs to, or a path in the file such as
    ``body[3]``; ``field`` is the field below it, such as ``name`` or ``positions[0]``.
    ``references`` are the spans that the file itself ties to a thing by its id.
    """

    pane: PaneName
    item: str
    field: str
    text: str
    references: tuple[Reference, ...] = ()


class Hit(Struct, frozen=True, order=True):
    """A span ``[start, end)``, in code points, of the passage at index ``passage``.

    ``rank`` is how closely it matched (rule S12): one of :data:`EXACT`, :data:`SUBSET`,
    :data:`ABBREVIATION`, :data:`TELEX`. ``reason`` says in one phrase why it matched where that is
    not plain to see, such as ``KH&CN = khoa học và công nghệ``; otherwise it is empty.
    """

    passage: int
    start: int
    end: int
    rank: int = 0
    reason: str = ""


EXACT, SUBSET, ABBREVIATION, TELEX = range(4)


class Passages(Sequence[Passage]):
    """The passages of an event in reading order, folded once and joined for searching.

    ``abbreviations`` are the event's own; ``year`` is that of dates without one (rule S10).
    """

    def __init__(
        self,
        passages: Iterable[Passage],
        *,
        abbreviations: tuple[Abbreviation, ...] = (),
        year: int | None = None,
    ) -> None:
        self._passages = tuple(passages)
        self.abbreviations = abbreviations
        self.year = year
        starts: list[int] = []
        position = 0
        for passage in self._passages:
            starts.append(position)
            position += len(passage.text) + len(SEPARATOR)
        self.starts: tuple[int, ...] = tuple(starts)
        """Where each passage begins in :attr:`text` and in :attr:`folded`."""
        self.text: str = SEPARATOR.join(passage.text for passage in self._passages)
        """All texts, joined by :data:`SEPARATOR`."""

    @cached_property
    def folded(self) -> str:
        """The folded form of :attr:`text`, of the same length (rule S2)."""
        return fold(self.text)

    @cached_property
    def script(self) -> Script:
        """What :attr:`folded` has that Vietnamese has not."""
        from tui.text.words import script_of

        return script_of(self.folded)

    @cached_property
    def acronyms(self) -> Acronyms:
        """The acronyms of :attr:`text`."""
        from tui.text.acronyms import Acronyms

        return Acronyms(self.text, self.folded)

    @cached_property
    def dates(self) -> Mapping[DayMonthYear, tuple[tuple[int, int], ...]]:
        """The spans in :attr:`text` of each date."""
        found: dict[DayMonthYear, list[tuple[int, int]]] = {}
        for span in find_dates(self.text, self.folded):
            found.setdefault(self.day_of(span), []).append((span.start, span.end))
        return {day: tuple(spans) for day, spans in found.items()}

    def day_of(self, span: DateSpan) -> DayMonthYear:
        """Return the day that a date means in this event."""
        return span.day, span.month, self.year if span.year is None else span.year

    def at(self, position: int) -> int:
        """Return the index of the passage at ``position`` of :attr:`text`."""
        return bisect_right(self.starts, position) - 1

    @overload
    def __getitem__(self, index: int) -> Passage: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, index: int | slice) -> Passage | tuple[Passage, ...]:
        return self._passages[index]

    def __len__(self) -> int:
        return len(self._passages)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._passages)
