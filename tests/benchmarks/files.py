"""The figures of the largest files, and of files made to be dear: what `check` takes for each."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.figures import Figure, at_most
from tests.record.large_files import BINARY, LARGE, measured

SECONDS = 2.0
"""What is promised of any file within the limits, in seconds of the processor."""
SHOWN = 8
"""How many of the slowest have a row each."""


def figures(folder: Path) -> list[Figure]:
    """Load each file in a process of its own; return the slowest, and how many there were."""
    taken = {name: measured(name, folder)[0] for name in (*LARGE, *BINARY)}
    slowest = sorted(taken, key=lambda name: -taken[name])[:SHOWN]
    rows = [at_most(f"`{name}`", taken[name], SECONDS, "s") for name in slowest]
    return [*rows, Figure("files of other kinds, each faster", str(len(taken) - SHOWN))]
