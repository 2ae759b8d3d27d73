"""``python -m tests.benchmarks.archive --events N``: what an archive of N made-up events costs.

The events are files, of some 6 KB each, and the index is made of them; with ``--rows`` it is filled
with generated entries of the same events, which takes minutes for a million. An archive of 1,000,
100,000 or 1,000,000 events is compared with the goals that are set for it. Times of questions to a
warm index, of keys and of refreshes are the processor's, which others on the machine change but
little: of questions the best of three runs each, p95 and median over the questions of a kind.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import NamedTuple

from tests.benchmarks import (
    archive_beside,
    archive_keys,
    archive_page,
    archive_program,
    archive_questions,
)
from tests.benchmarks.archive_world import World, files
from tests.benchmarks.figures import Figure, at_least, at_most, table
from tui.archive.authorities import authorities
from tui.archive.building import build
from tui.archive.cache import cache_folder, index_name
from tui.archive.opening import OpenArchive, open_archive
from tui.archive.refresh import refresh
from tui.archive.scan import real_roots


class Goals(NamedTuple):
    """What is to be reached, in milliseconds where nothing else is said."""

    paint: float
    """Times a bare app."""
    page: float
    cold: float
    facets: float
    dossier: float
    refresh: float
    key: float
    memory: float
    """MiB beyond a bare app; 0 for half a bare app's."""


GOALS = {
    1_000: Goals(1.3, 16, 16, 16, 50, 200, 16, 0),
    100_000: Goals(1.3, 16, 300, 30, 100, 1_000, 30, 60),
    1_000_000: Goals(1.4, 50, 600, 80, 150, 6_000, 50, 100),
}
MANY = 10_000
"""Events from which on the rate counts, not what is done once."""
EVENTS_A_SECOND = 1_500
BYTES_AN_EVENT = 2_500


def made(folder: Path, environ: dict[str, str], events: int, *, rows: bool) -> list[Figure]:
    """Make an archive and its index; return what the index cost."""
    world = World()
    numbers = range(events)
    files(folder, world, numbers)
    start, before = time.perf_counter(), used()
    if rows:
        roots = real_roots([str(folder)])
        index = cache_folder(environ) / index_name(roots)
        build(index, roots, authorities(roots), read=world.read)
    else:
        open_archive([str(folder)], environ, rebuild=True).close()
    seconds, processor = time.perf_counter() - start, used() - before
    (index,) = cache_folder(environ).glob("*.sqlite")
    size = index.stat().st_size / events
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    rest = [
        at_most("memory while it is built, without the readers", memory, 1024, "MiB"),
        at_most("size of the index", size, BYTES_AN_EVENT, "B an event")
        if events >= MANY
        else Figure("size of the index", f"{size:,.0f} B an event"),
    ]
    if rows:
        told = f"{processor:,.0f} s"
        return [Figure("index from generated rows, processor's time of one", told), *rest]
    told = f"{seconds:.1f} s; {processor:.1f} s of the processor's"
    rate = events / processor * 2
    on_two = "first index by the processor's time, two cores"
    return [
        Figure("first index, files to index", told),
        at_least(on_two, rate, EVENTS_A_SECOND, "events/s")
        if events >= MANY
        else at_most(on_two, processor / 2, 2, "s"),
        *rest,
    ]


def used() -> float:
    """Return the processor's time that this process and those it has ended took."""
    return sum(
        usage.ru_utime + usage.ru_stime for usage in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))
    )


def refreshed(archive: OpenArchive, folder: Path, goals: Goals) -> list[Figure]:
    """Return what it takes to bring an archive up to date."""
    world = World()
    for number, path in enumerate(sorted(folder.rglob("*.toml"))[:10]):
        path.write_text(world.file(number), "utf-8")
    found: list[Figure] = []
    for name in ("refresh after 10 changed files", "refresh, nothing changed"):
        start, before = time.perf_counter(), used()
        refresh(archive)
        seconds, processor = time.perf_counter() - start, used() - before
        detail = f"{seconds * 1000:,.0f} with waiting for others"
        found.append(at_most(name, processor * 1000, goals.refresh, "ms", detail))
    return found


def measured(folder: Path, environ: dict[str, str], events: int, built: Sequence[Figure]) -> str:
    """Return the table of an archive."""
    goals = GOALS.get(events, GOALS[100_000])
    archive = open_archive([str(folder)], environ)
    figures = [*built, *archive_program.figures(folder, environ, archive, goals)]
    figures += archive_keys.figures(folder, environ, archive, goals)
    figures += archive_questions.warm(archive.archive, goals)
    assert archive.index is not None
    figures += archive_questions.cold(archive.index, goals)
    figures += refreshed(archive, folder, goals)
    archive.close()
    return table(figures)


def main() -> None:
    """Make an archive, measure it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000)
    parser.add_argument("--rows", action="store_true", help="fill the index without reading files")
    parser.add_argument("--keep", type=Path, help="a folder for the archive, to measure it again")
    parser.add_argument("--beside", action="store_true", help="measure other programs too")
    parser.add_argument("--write", action="store_true", help="put the tables on the page")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = asked.keep or Path(name)
        folder = home / "archive"
        environ = {"XDG_CACHE_HOME": str(home / "cache")}
        is_there = folder.exists()
        built = [] if is_there else made(folder, environ, asked.events, rows=asked.rows)
        told = measured(folder, environ, asked.events, built)
        tables = {f"{asked.events:,} events": f"At a load of {os.getloadavg()[0]:.1f}.\n\n{told}"}
        if asked.beside:
            others = table(list(archive_beside.figures(folder, home)))
            tables[f"Other programs over {asked.events:,} events"] = others
        for title, of_title in tables.items():
            sys.stdout.write(f"### {title}\n\n{of_title}\n\n")
            if asked.write:
                archive_page.put(title, of_title)


if __name__ == "__main__":
    main()
