"""``python -m tests.benchmarks.archive --events N``: what an archive of N made-up events costs.

Times of questions are the best of three runs each, p50 and p95 over the questions of a kind; beside
them what ripgrep takes to list the files with a word, where it is installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from tests.archive.events import PROVINCES, SUBJECTS, WORDS, generate
from tests.benchmarks.figures import Figure, ms, p95, table
from tui.archive.archive import Archive, Facet
from tui.archive.dossier import dossier
from tui.archive.gathering import FIRST
from tui.archive.opening import OpenArchive, open_archive
from tui.archive.question import Question
from tui.archive.refresh import refresh
from tui.archive.whom import named

DAY = date(2024, 6, 30)
PHRASES = (*SUBJECTS, "khoa học", "đào tạo nguồn", "kỹ thuật", "Sở KH&CN", "UBND", "hải phòng")
KINDS: dict[str, tuple[str, ...]] = {
    "no query": ("",),
    "a word": tuple(WORDS[:20]),
    "a phrase": PHRASES,
    "a beginning of one letter": tuple("nthkđăd"),
    "a beginning of two letters": ("ng", "th", "kh", "tr", "đô", "nh", "20"),
    "a phrase being typed": tuple(phrase[: len(phrase) // 2 + 1] for phrase in PHRASES),
    "narrowed by place and year": tuple(f"nơi:{p} năm:2018..2020" for p in PROVINCES),
    "narrowed by what is in force": ("hiệu lực:2018", "hiệu lực:hôm nay", "hiệu lực:đã hết"),
}


def best(work: Callable[[], object], runs: int = 3) -> float:
    """Return the least time that something takes."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def row(name: str, times: Iterable[float]) -> Figure:
    """Return a row of a table: half of the times, and 95 of 100, are no longer."""
    known = sorted(times)
    return Figure(name, f"{ms(known[len(known) // 2])}; p95 {ms(p95(known))}")


def questions(archive: Archive) -> Iterable[Figure]:
    """Yield what questions of each kind cost until the newest 50 are known."""
    for kind, queries in KINDS.items():
        yield row(f"newest 50: {kind}", [best(partial(page, archive, q)) for q in queries])
    asked = [archive.ask(query, DAY) for query in PHRASES]
    yield row("count to 1,000", [best(partial(archive.count, q)) for q in asked])
    yield row("facets of the newest 10,000", [best(partial(facets, archive, q)) for q in asked])
    names = ("s", "sở", "sở y", "ủy ban", "h")
    yield row("names completed", [best(partial(named, archive, "op", n)) for n in names])
    largest = named(archive, "o", "")[0]
    yield row("largest body, first paint", [best(partial(painted, archive, largest))])


def page(archive: Archive, query: str) -> object:
    """Ask, and return the newest 50."""
    return archive.page(archive.ask(query, DAY))


def facets(archive: Archive, question: Question) -> object:
    """Return what events are narrowed by."""
    return archive.facets(question), archive.states(question, DAY)


def painted(archive: Archive, about: Facet) -> object:
    """Return what is first shown of a dossier."""
    return dossier(archive, about, DAY, read=3, most=100, limits=FIRST)


def touched(folder: Path, files: int) -> None:
    """Change some files."""
    for path in sorted(folder.rglob("*.toml"))[:files]:
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")


def built(folder: Path, environ: dict[str, str], events: int) -> tuple[OpenArchive, list[Figure]]:
    """Build the index, and return it with what that cost."""
    start, before = time.perf_counter(), used()
    archive = open_archive([str(folder)], environ, rebuild=True)
    seconds, processor = time.perf_counter() - start, used() - before
    assert archive.index is not None
    size = archive.index.stat().st_size / events
    memory = getrusage(RUSAGE_SELF).ru_maxrss >> 10
    return archive, [
        Figure("first index", f"{seconds:.1f} s, {events / seconds:,.0f} events/s"),
        Figure("… by the processor's time, two cores", f"{events / processor * 2:,.0f} events/s"),
        Figure("size of the index", f"{size:,.0f} B an event"),
        Figure("memory at most, without the readers", f"{memory} MiB"),
    ]


def used() -> float:
    """Return the processor's time that this process and those it has ended took."""
    return sum(
        usage.ru_utime + usage.ru_stime for usage in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))
    )


def beside(folder: Path) -> Iterable[Figure]:
    """Yield what ripgrep takes over the same files."""
    if ripgrep := shutil.which("rg"):
        for word in ("kinh nghiệm", "UBND"):
            command = [ripgrep, "-l", "-i", word, str(folder)]
            told = best(partial(subprocess.run, command, capture_output=True, check=False))
            yield Figure(f"ripgrep: files with “{word}”", ms(told))


def main() -> None:
    """Make an archive, measure it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000)
    parser.add_argument("--folder", type=Path, help="of an archive that is there already")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = asked.folder or generate(Path(name) / "archive", asked.events)
        events = sum(1 for _ in folder.rglob("*.toml"))
        environ = {"XDG_CACHE_HOME": f"{name}/cache"}
        archive, figures = built(folder, environ, events)
        figures += questions(archive.archive)
        figures.append(
            Figure("open an index that is there", ms(best(partial(reopened, folder, environ))))
        )
        if asked.folder is None:
            touched(folder, 10)
            figures.append(
                Figure("refresh after 10 changed files", ms(best(partial(refresh, archive), 1)))
            )
        figures.append(Figure("refresh, nothing changed", ms(best(partial(refresh, archive)))))
        figures += beside(folder)
        archive.close()
    sys.stdout.write(f"{events:,} events; load {os.getloadavg()[0]:.1f}\n{table(figures)}\n")


def reopened(folder: Path, environ: dict[str, str]) -> None:
    """Open an archive and ask for its newest events."""
    archive = open_archive([str(folder)], environ)
    archive.archive.page(archive.archive.everything())
    archive.close()


if __name__ == "__main__":
    main()
