"""The program on an archive that has an index: first paint and memory, beside a bare app."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import bare
from tests.benchmarks.figures import Figure, at_most, middle, ms
from tests.benchmarks.programs import environment, ktcn
from tests.benchmarks.terminal import Watched
from tui.archive.opening import OpenArchive

if TYPE_CHECKING:
    from tests.benchmarks.archive import Goals

RUNS = 5
_SHOWN = 20
"""Characters of the newest event that the first paint shows on one line."""


def figures(
    folder: Path, environ: dict[str, str], archive: OpenArchive, goals: Goals
) -> list[Figure]:
    """Return what it takes to open an archive; the two programs are run in turn."""
    newest = archive.archive.page(archive.archive.everything(), limit=1)[0].name[:_SHOWN]
    surroundings = environment(folder.parent) | environ
    programs = {
        bare.LINE: (sys.executable, bare.__file__),
        newest: ktcn(str(folder)),
    }
    paints: dict[str, list[float]] = {shown: [] for shown in programs}
    memory: dict[str, list[float]] = {shown: [] for shown in programs}
    for number in range(-1, RUNS):  # the first time warms the caches up and does not count
        for shown, command in programs.items():
            with Watched(command, surroundings) as terminal:
                paint = terminal.first_paint(shown)
                terminal.settle()
                peak = terminal.peak() / (1 << 20)
                terminal.quit()
            if number >= 0:
                paints[shown].append(paint)
                memory[shown].append(peak)
    first, of_bare = middle(paints[newest]), middle(paints[bare.LINE])
    own = middle(memory[newest]) - middle(memory[bare.LINE])
    most = goals.memory or middle(memory[bare.LINE]) / 2
    return [
        at_most(
            "first paint with the newest events", first / of_bare, goals.paint, "× bare", ms(first)
        ),
        at_most("memory of the program beyond a bare app's", own, most, "MiB"),
    ]
