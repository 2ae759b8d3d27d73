"""The agreements of a document on one axis of years, grouped by partner.

Places on the axis are fractions of it, 0 its beginning and 1 its end, so that whatever draws it
chooses its own width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from tui.document.model import Document
from tui.document.naming import display_name
from tui.document.periods import State, first_day, last_day, state
from tui.document.today import today as this_day
from tui.record.model import Agreement

LONGEST_AXIS = 60
"""Years that an axis has at most; what runs on beyond it is cut, and says so."""

_EIGHTHS = " ▏▎▍▌▋▊▉"
TODAY = "▼"
"""Stands on the axis at the day the state is told for."""


class Bar(Struct, frozen=True):
    """An agreement on the axis, at ``[start, end)``; both are 0 where it gives no period.

    ``is_cut_before`` and ``is_cut_after`` tell that it begins before, or runs on after what is
    drawn: beyond the axis, or without an end.
    """

    agreement: str
    state: State
    start: float
    end: float
    is_cut_before: bool = False
    is_cut_after: bool = False


class Partner(Struct, frozen=True):
    """Those that signed with the hub, and their agreements by the day they begin."""

    ids: tuple[str, ...]
    name: str
    bars: tuple[Bar, ...]


class Timeline(Struct, frozen=True):
    """The years ``[first, last]`` as an axis; ``today`` is a place on it, or ``None``."""

    first: int
    last: int
    today: float | None
    partners: tuple[Partner, ...]

    def ticks(self, at_most: int = 8) -> tuple[tuple[float, int], ...]:
        """Return the places where years begin, with the years: all, or every second, fifth …"""
        years = self.last + 1 - self.first
        step = next(each for each in (1, 2, 5, 10, 20) if years <= each * at_most or each == 20)
        return tuple(
            ((year - self.first) / years, year)
            for year in range(self.first, self.last + 1)
            if year % step == 0
        )


def hub(document: Document) -> str:
    """Return the id of the organisation that signed most of the agreements; of equals the first."""
    counts = Counter(
        party
        for thing in document.things.values()
        if isinstance(thing, Agreement)
        for party in dict.fromkeys(thing.parties)
    )
    return max(counts, key=lambda party: counts[party]) if counts else ""


def timeline(document: Document, today: date | None = None) -> Timeline | None:
    """Return the agreements of a document on an axis; nothing if none gives a period.

    The axis reaches to ``today``, so that the state of each agreement can be seen on it. Partners
    none of whose agreements gives a period stand last.
    """
    today = today or this_day()
    agreements = [thing for thing in document.things.values() if isinstance(thing, Agreement)]
    days = [day for each in agreements for day in (first_day(each), last_day(each)) if day]
    if not days:
        return None
    axis = _axis([day.year for day in days], today)
    grouped: dict[tuple[str, ...], list[Agreement]] = {}
    middle = hub(document)
    for agreement in agreements:
        partners = tuple(party for party in agreement.parties if party != middle)
        grouped.setdefault(partners, []).append(agreement)
    made = (
        Partner(
            ids,
            _names(ids, document),
            tuple(_bar(each, axis, today) for each in sorted(members, key=_begin)),
        )
        for ids, members in grouped.items()
    )
    return Timeline(
        first=axis[0],
        last=axis[1],
        today=_place(today, axis) if axis[0] <= today.year <= axis[1] else None,
        partners=tuple(
            sorted(made, key=lambda partner: all(bar.end <= bar.start for bar in partner.bars))
        ),
    )


def bars(of: Timeline) -> Mapping[str, Bar]:
    """Return the bars of a timeline by the ids of their agreements."""
    return {bar.agreement: bar for partner in of.partners for bar in partner.bars}


def blocks(bar: Bar, cells: int, today: float | None = None) -> str:
    """Return a bar as block elements in so many cells, its end exact to an eighth of a cell.

    A line stands at the place of ``today``, unless the bar is there.
    """
    if bar.end <= bar.start:
        return " " * cells
    start = min(int(bar.start * cells), cells - 1)
    whole, eighths = divmod(max(round(bar.end * cells * 8), start * 8 + 1), 8)
    drawn = " " * start + "█" * (whole - start) + (_EIGHTHS[eighths] if eighths else "")
    drawn = drawn[:cells].ljust(cells)
    now = _cell(today, cells)
    return drawn if now is None or drawn[now] != " " else f"{drawn[:now]}│{drawn[now + 1 :]}"


def scale(of: Timeline, cells: int) -> str:
    """Return the axis in so many cells: the years it begins and ends with, and a mark at today.

    Years between stand where they begin, as far as there is room; none stands over the mark.
    """
    line = ["▁"] * cells
    now = _cell(of.today, cells)
    if now is not None:
        line[now] = TODAY
    ends = ((0.0, of.first), ((cells - 4) / cells if cells else 0.0, of.last))
    for place, year in (*ends, *of.ticks(max(1, cells // 8))):
        at = round(place * cells)
        if set(line[max(0, at - 1) : at + 5]) <= {"▁"} and 0 <= at <= cells - 4:
            line[at : at + 4] = str(year)
    return "".join(line)


def _cell(today: float | None, cells: int) -> int | None:
    """Return the cell of today, if it is on the axis."""
    return None if today is None or not cells else min(int(today * cells), cells - 1)


def _axis(years: Sequence[int], today: date) -> tuple[int, int]:
    first, last = min(*years, today.year), max(*years, today.year)
    if last + 1 - first <= LONGEST_AXIS:
        return first, last
    half = LONGEST_AXIS // 2
    return max(first, today.year - half), min(last, today.year + half - 1)


def _bar(agreement: Agreement, axis: tuple[int, int], today: date) -> Bar:
    begin, end = first_day(agreement), last_day(agreement)
    given = begin is not None or end is not None
    return Bar(
        agreement=agreement.id,
        state=state(agreement, today),
        start=_place(begin, axis) if begin else 0.0,
        end=(_place(end, axis, after=True) if end else 1.0) if given else 0.0,
        is_cut_before=given and (begin is None or begin.year < axis[0]),
        is_cut_after=given and (end is None or end.year > axis[1]),
    )


def _place(day: date, axis: tuple[int, int], *, after: bool = False) -> float:
    """Return where a day begins on the axis, or ends; what lies outside is at its edge."""
    first, last = axis
    in_year = (day.timetuple().tm_yday - 1 + after) / date(day.year, 12, 31).timetuple().tm_yday
    return min(max((day.year + in_year - first) / (last + 1 - first), 0.0), 1.0)


def _begin(agreement: Agreement) -> date:
    return first_day(agreement) or date.min


def _names(ids: Iterable[str], document: Document) -> str:
    things = document.things
    return " – ".join(display_name(things[each]) if each in things else each for each in ids)
