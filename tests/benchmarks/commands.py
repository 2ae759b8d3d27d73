"""The figures of the commands: whole processes, beside the bare app's first paint."""

from __future__ import annotations

from collections.abc import Mapping

from tests.benchmarks.figures import Figure, at_most, middle, ms
from tests.benchmarks.programs import BUNDLED, Program, imports, ktcn, whole_process
from tests.benchmarks.terminal import Watched

COMMANDS = {
    "show": ktcn("show", str(BUNDLED)),
    "search": ktcn("search", "khoa học", str(BUNDLED)),
    "check": ktcn("check", str(BUNDLED)),
}
SHARE = 0.35
"""What a command may take of the bare app's first paint."""


def figures(bare: Program, environment: Mapping[str, str], runs: int) -> list[Figure]:
    """Time each command in turn with the bare app, and tell whether it imports Textual."""
    paints: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        with Watched(bare.command, environment) as terminal:
            paints.append(terminal.first_paint(bare.shows))
            terminal.quit()
        for name, command in COMMANDS.items():
            times[name].append(whole_process(command, environment))
    paint = middle(paints)
    rows = [
        at_most(
            f"`ktcn-tui {name}`, whole process",
            middle(found) / paint,
            SHARE,
            "× bare",
            ms(middle(found)),
        )
        for name, found in times.items()
    ]
    screens = {name: imports(command, environment) for name, command in COMMANDS.items()}
    rows += [
        Figure(
            f"`ktcn-tui {name}` imports Textual",
            "yes" if "textual" in loaded else "no",
            "no",
            "textual" not in loaded,
        )
        for name, loaded in screens.items()
    ]
    return rows
