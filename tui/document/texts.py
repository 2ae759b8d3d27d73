"""The texts of a document, folded once and joined for searching."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias, overload

from tui.document.model import Text
from tui.record.model import Abbreviation
from tui.text.dates import DateSpan, find_dates
from tui.text.folding import fold

if TYPE_CHECKING:  # needed when something is searched for, not to show the texts
    from tui.text.acronyms import Acronyms
    from tui.text.words import Script

SEPARATOR = "\n\n"
"""Stands between passages in the joined text; no query matches across a blank line (rule S7)."""

FREE_BETWEEN_LETTERS = " -\n./&"
"""What does not count between letters where the spaces of a query are free (rule S15)."""

DayMonthYear: TypeAlias = tuple[int, int, int | None]
"""A day; the year is ``None`` where neither the text nor the event tells it."""


class Texts(Sequence[Text]):
    """The passages of an event in reading order, folded once and joined for searching.

    ``abbreviations`` are the event's own; ``year`` is that of dates without one (rule S10).
    """

    def __init__(
        self,
        texts: Iterable[Text],
        *,
        abbreviations: tuple[Abbreviation, ...] = (),
        year: int | None = None,
    ) -> None:
        self._texts = tuple(texts)
        self.abbreviations = abbreviations
        self.year = year
        starts: list[int] = []
        position = 0
        for text in self._texts:
            starts.append(position)
            position += len(text.words) + len(SEPARATOR)
        self.starts: tuple[int, ...] = tuple(starts)
        """Where each passage begins in :attr:`text` and in :attr:`folded`."""
        self.text: str = SEPARATOR.join(text.words for text in self._texts)
        """All texts, joined by :data:`SEPARATOR`."""

    @cached_property
    def folded(self) -> str:
        """The folded form of :attr:`text`, of the same length (rule S2)."""
        return fold(self.text)

    @cached_property
    def vocabulary(self) -> str:
        """The words of :attr:`folded`, each once: what letters no word has is seen here sooner."""
        words: set[str] = set()
        for index, start in enumerate(self.starts):
            words.update(self.folded[start : self.end(index)].split())
        return " ".join(words)

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

    def with_letters_together(self, letters: str) -> Iterator[int]:
        """Yield the indices of the texts that have these letters, were they run together (S15)."""
        joined, starts = self._run_together
        place = joined.find(letters)
        while place >= 0:
            index = bisect_right(starts, place) - 1
            yield index
            place = joined.find(letters, starts[index + 1]) if index + 1 < len(starts) else -1

    @cached_property
    def _run_together(self) -> tuple[str, tuple[int, ...]]:
        """The folded texts without what is free between letters, and where each begins there."""
        free = dict.fromkeys(map(ord, FREE_BETWEEN_LETTERS))
        texts = [
            self.folded[start : self.end(index)].translate(free)
            for index, start in enumerate(self.starts)
        ]
        return "".join(texts), tuple(accumulate(map(len, texts[:-1]), initial=0))

    @cached_property
    def dates(self) -> Mapping[DayMonthYear, tuple[tuple[int, int], ...]]:
        """The spans in :attr:`text` of each date."""
        return self._dates(wide=False)

    @cached_property
    def wide_dates(self) -> Mapping[DayMonthYear, tuple[tuple[int, int], ...]]:
        """The spans in :attr:`text` of each date, and of what only may be one (S10, wider)."""
        return self._dates(wide=True)

    def _dates(self, *, wide: bool) -> Mapping[DayMonthYear, tuple[tuple[int, int], ...]]:
        found: dict[DayMonthYear, list[tuple[int, int]]] = {}
        for span in find_dates(self.text, self.folded, wide=wide):
            found.setdefault(self.day_of(span), []).append((span.start, span.end))
        return {day: tuple(spans) for day, spans in found.items()}

    def day_of(self, span: DateSpan) -> DayMonthYear:
        """Return the day that a date means in this event."""
        return span.day, span.month, self.year if span.year is None else span.year

    def at(self, position: int) -> int:
        """Return the index of the passage at ``position`` of :attr:`text`."""
        return bisect_right(self.starts, position) - 1

    def end(self, index: int) -> int:
        """Return where the passage at ``index`` ends in :attr:`text`."""
        return self.starts[index] + len(self._texts[index].words)

    @overload
    def __getitem__(self, index: int) -> Text: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Text, ...]: ...
    def __getitem__(self, index: int | slice) -> Text | tuple[Text, ...]:
        return self._texts[index]

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[Text]:
        return iter(self._texts)
