"""The figures of the search engine: folding, finding and what it adds to the start."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial

from tests.benchmarks import generate
from tests.benchmarks.figures import Figure, at_least, at_most, middle
from tests.benchmarks.programs import whole_process
from tests.search.texts import passages
from tui.document.texts import Texts
from tui.search.find import find
from tui.text.folding import fold

NOWHERE = (
    *("chủ tịch nguyễn văn tùng", "haiphong", "vietel", "chuyễn đổi số", "6500", "nghị quyết 45"),
    *("tháng 7/2023", "lần thứ 16", "bộ khoa học công nghệ", "tphcm", "nắng mưa", "hồ tây gió mát"),
)
"""What no text has, so that all rules are tried (S14 to S17), each of them at its own."""
MEGABYTE = 1_000_000
QUERY = "thuyền giấy"
"""Two words; both are common in the text, one after the other in few places."""

ENGINE = (
    *("tui.document.of_record", "tui.search.find", "tui.search.mentions"),
    *("tui.text.acronyms", "tui.text.words"),
)


def seconds(work: Callable[[], object], runs: int) -> float:
    """Return the median of the seconds that some work takes."""
    times: list[float] = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return middle(times)


def figures(environment: Mapping[str, str], runs: int) -> list[Figure]:
    """Measure folding and finding in 10 MB of text, and importing the engine."""
    text = generate.text(10 * MEGABYTE)
    size = len(text.encode())
    searched = passages(*text.split("\n"))
    fold_seconds = seconds(lambda: fold(text), runs)
    find_seconds = seconds(lambda: find(searched, QUERY), runs)
    return [
        at_least("folding", size / MEGABYTE / fold_seconds, 30, "MB/s"),
        at_most(
            f"finding “{QUERY}” in {size / MEGABYTE:.0f} MB",
            find_seconds * 1000,
            30,
            "ms",
            f"{len(find(searched, QUERY).hits)} hits",
        ),
        *(
            at_most(
                f"the keys “{keys}” in {size / MEGABYTE:.0f} MB",
                seconds(partial(find, searched, keys), runs) * 1000,
                50,
                "ms",
                "10,000 hits and more",
            )
            for keys in ("n", "th", "nh")
        ),
        at_most(
            f"what is found nowhere in {size / MEGABYTE:.0f} MB, beyond the strict rules",
            max(_loosening(searched, query, runs) for query in NOWHERE) * 1000,
            50,
            "ms",
            f"the slowest of {len(NOWHERE)} queries",
        ),
        at_most("the engine's import", _import_seconds(environment, runs) * 1000, 15, "ms"),
    ]


def _loosening(searched: Texts, query: str, runs: int) -> float:
    """Return the seconds that a query takes beyond the strict rules, which find nothing."""
    strict = partial(find, searched, query, up_to="strict")
    return seconds(partial(find, searched, query), runs) - seconds(strict, runs)


def _import_seconds(environment: Mapping[str, str], runs: int) -> float:
    """Return what importing the engine adds to a process that has the record's model already.

    All of it, what the program itself imports only when something is searched for included.
    """
    without = (sys.executable, "-c", "import tui.record.model")
    having = (sys.executable, "-c", f"import tui.record.model, {', '.join(ENGINE)}")
    pairs = [
        whole_process(having, environment) - whole_process(without, environment)
        for _ in range(runs * 3)
    ]
    return middle(pairs)
