"""What questions to an archive cost: warm, and with nothing of the index in memory."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, at_most, middle, ms, p95
from tui.archive.answer import AT_ONCE
from tui.archive.archive import Archive, Facet
from tui.archive.dossier import dossier
from tui.archive.gathering import FIRST
from tui.archive.question import Question
from tui.archive.sqlite import SqliteDatabase
from tui.archive.store import Store
from tui.archive.whom import named

if TYPE_CHECKING:
    from tests.benchmarks.archive import Goals

DAY = date(2021, 6, 30)
_COLD = 4
"""Questions of each kind that are asked of a cold index."""


def questions(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Return queries by their kinds, of words and phrases that the newest events have."""
    rows = archive.page(archive.everything(), limit=24)
    words = [row.name.split() for row in rows]
    return {
        "no query": ("",),
        "a word": tuple(f"{each[1]} " for each in words),
        "a frequent word": ("khoa ", "công ", "nghệ ", "hải ", "viện ", "hội "),
        "two words": tuple(f"{a[1]} {b[2]} " for a, b in pairwise(words)),
        "a phrase": tuple(f"{' '.join(each[:3])} " for each in words),
        "a beginning of one letter": tuple("nthkđăds"),
        "a beginning of two letters": ("ng", "th", "kh", "tr", "đô", "nh", "20", "so"),
        "a phrase being typed": tuple(f"{each[0]} {each[1]} {each[2][:1]}" for each in words),
        "narrowed by place and year": tuple(
            f'nơi:"{place}" năm:2018..2020' for place in ("Hải Phòng", "Huế", "Gia Lai")
        ),
        "narrowed by what is in force": ("hiệu lực:2018", "hiệu lực:hôm nay", "hiệu lực:đã hết"),
    }


def warm(archive: Archive, goals: Goals) -> list[Figure]:
    """Return what questions cost until the newest 50 are known, and what goes with them."""
    found: list[Figure] = []
    for kind, queries in questions(archive).items():
        times = [warmly(partial(page, archive, query)) for query in queries]
        found.append(_row(f"newest 50: {kind}, p95", times, goals.page))
    asked = [archive.ask(query, DAY) for query in ("", "khoa ", "công ", "viện ", "khoa h", "h")]
    counts = [warmly(partial(archive.count, question)) for question in asked]
    found.append(_row("count to 1,000, p95", counts, goals.facets))
    facets = [warmly(partial(counted, archive, question)) for question in asked]
    found.append(_row("facets of the newest 2,000 with states, p95", facets, goals.facets))
    every = [warmly(partial(archive.facets, question)) for question in asked]
    found.append(Figure("… of the newest 10,000, in a worker, p95", ms(p95(every))))
    times = [warmly(partial(named, archive, "op", name)) for name in ("s", "sở", "viện k", "h")]
    found.append(_row("names completed, p95", times, goals.page))
    largest = named(archive, "o", "")[0]
    times = [warmly(partial(painted, archive, largest))]
    found.append(_row(f"dossier of a body in {largest.events:,} events", times, goals.dossier))
    return found


def cold(index: Path, goals: Goals) -> list[Figure]:
    """Return what the same costs where the system has nothing of the index in memory."""
    database = SqliteDatabase(index)
    kinds = questions(Archive([Store(database)]))
    database.close()
    times: list[float] = []
    facets: list[float] = []
    for queries in kinds.values():
        for query in islice(queries, _COLD):
            forget(index)
            database = SqliteDatabase(index)
            archive = Archive([Store(database)])
            times.append(best(partial(page, archive, query), 1))
            facets.append(best(partial(counted, archive, archive.ask(query, DAY)), 1))
            database.close()
    return [
        _row("newest 50: any of these, cold disk, p95", times, goals.cold),
        Figure("… and then the facets, p95", ms(p95(facets))),
    ]


def forget(path: Path) -> None:
    """Have the system drop what it holds of a file, which nobody has open."""
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(descriptor)


def best(
    work: Callable[[], object], runs: int = 3, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Return the least time that something takes."""
    times = []
    for _ in range(runs):
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)


warmly = partial(best, clock=time.thread_time)
"""The least time of the processor, which others on the machine do not change."""


def _row(name: str, times: Iterable[float], goal: float) -> Figure:
    known = [each * 1000 for each in times]
    detail = f"median {middle(known):.2f}" if len(known) > 1 else ""
    return at_most(name, p95(known), goal, "ms", detail)


def page(archive: Archive, query: str) -> object:
    """Ask, and return the newest 50."""
    return archive.page(archive.ask(query, DAY))


def counted(archive: Archive, question: Question) -> object:
    """Return what is told with the first page."""
    return archive.count(question), archive.facets(question, AT_ONCE)


def painted(archive: Archive, about: Facet) -> object:
    """Return what is first shown of a dossier."""
    return dossier(archive, about, DAY, read=3, most=100, limits=FIRST)
