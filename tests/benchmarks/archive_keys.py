"""Keys on the screen of an archive, in a real terminal, until what they ask for is drawn.

Keys come as a quick typist's do, while what was asked by the one before is still counted. Besides
the seconds the processor's time is told, which others on the machine change but little.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, at_most, middle, ms, p95
from tests.benchmarks.programs import environment, ktcn
from tests.benchmarks.terminal import Reached, Watched
from tui.archive.opening import OpenArchive

if TYPE_CHECKING:
    from tests.benchmarks.archive import Goals

RUNS = 3
PACE = 0.15
"""Seconds between two keys."""
_WORDS = 4
"""Pairs of words that are typed a run."""
_CLEAR = b"\x15"
_DOSSIER = "newest"


def figures(
    folder: Path, environ: dict[str, str], archive: OpenArchive, goals: Goals
) -> list[Figure]:
    """Return what keys take in the search bar, and opening the dossier of the largest body."""
    rows = archive.archive.page(archive.archive.everything(), limit=_WORDS * RUNS)
    typed = [" ".join(row.name.split()[1:3]) for row in rows]
    surroundings = environment(folder.parent) | environ | {"KTCN_LANG": "en"}
    keys: list[Reached] = []
    dossiers: list[Reached] = []
    for run in range(RUNS):
        with Watched(ktcn(str(folder)), surroundings) as terminal:
            terminal.first_paint("Facets")
            terminal.settle()
            terminal.press(b"/")
            for words in typed[run * _WORDS : (run + 1) * _WORDS]:
                for end, letter in enumerate(words, 1):
                    shown = f"Events: {words[:end]}"  # drawn in one frame with the answer
                    reached = terminal.press_for(letter.encode(), shown.rstrip(), PACE)
                    keys += [reached] if letter != " " else []  # it changes no word
                terminal.press(_CLEAR)
            for key in (b"\x1b[27u", b"2", b"}"):
                terminal.press(key)
            dossiers.append(terminal.press_for(b"\r", _DOSSIER))
            terminal.quit()
    return [
        _row("key in the search bar to the marks on the screen, p95", keys, goals.key),
        _row("dossier of the largest body, first paint, p95", dossiers, goals.dossier),
    ]


def _row(name: str, reached: Sequence[Reached], goal: float) -> Figure:
    """Return a row of the processor's time, with the seconds that went by."""
    used = [each.processor * 1000 for each in reached]
    seconds = [each.seconds for each in reached]
    waited = f"{ms(middle(seconds))}, p95 {ms(p95(seconds))} with waiting for others"
    return at_most(name, p95(used), goal, "ms", f"median {middle(used):.1f}; {waited}")
