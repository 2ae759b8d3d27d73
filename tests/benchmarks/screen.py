"""The figures of the screen: first paint, keys, memory, bytes and rest, beside the bare app's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.benchmarks.figures import Figure, at_most, middle, ms, p95
from tests.benchmarks.programs import Program
from tests.benchmarks.terminal import Burst, Idle, Watched

IDLE_SECONDS = 5.0
ESCAPE = b"\x1b[27u"
"""As kitty's keyboard protocol sends it, which Textual asks for: a lone ESC would be waited for."""
MOVES = (b"j", b"j", b"k", b"j", b"j", b"k")
LISTS = (b"2", b"4")
READING = (b"1", b"\x1b[6~", b"\x1b[5~", b"j", b"k", b"G", b"g", b"3", b"z", b"z", b"\t", b"\x1b[Z")
LINKS = (b"2", b"]", b"]", b"[", b"\r", ESCAPE)


class Run(NamedTuple):
    """One life of a program."""

    first_paint: float
    started_with: int
    """Bytes written until it was at rest."""
    idle: Idle | None
    moves: list[Burst]
    """Cursor moves in lists."""
    keys: list[Burst]
    """All keys but those typed into the search bar."""
    typed: list[Burst]
    """Keys typed into the search bar."""
    opened: int
    """Peak memory when it was at rest, in bytes."""
    memory: int
    """Peak memory at its end, in bytes."""


class Totals(NamedTuple):
    """All the runs of a program."""

    runs: list[Run]

    @property
    def first_paint(self) -> float:
        return middle([run.first_paint for run in self.runs])

    @property
    def opened(self) -> float:
        return middle([run.opened for run in self.runs])

    @property
    def memory(self) -> float:
        return middle([run.memory for run in self.runs])

    @property
    def started_with(self) -> float:
        return middle([run.started_with for run in self.runs])

    def idle(self) -> Idle:
        found = [run.idle for run in self.runs if run.idle]
        return Idle(middle([idle.cpu for idle in found]), round(middle([i.size for i in found])))

    def all_moves(self) -> list[Burst]:
        return [burst for run in self.runs for burst in run.moves]

    def all_keys(self) -> list[Burst]:
        return [burst for run in self.runs for burst in run.keys]

    def all_typed(self) -> list[Burst]:
        return [burst for run in self.runs for burst in run.typed]


def measure(programs: Sequence[Program], environment: Mapping[str, str], runs: int) -> list[Totals]:
    """Run each program ``runs`` times, in turn, so that a busy moment meets all of them alike.

    Every third run also waits to see what the program does when it is left alone.
    """
    totals = [Totals([]) for _ in programs]
    for number in range(-1, runs):  # the first time warms the caches up and does not count
        for program, total in zip(programs, totals, strict=True):
            run = live(program, environment, left_alone=number % 3 == 0)
            if number >= 0:
                total.runs.append(run)
    return totals


def live(program: Program, environment: Mapping[str, str], left_alone: bool) -> Run:
    """Start a program, take it through its keys, and quit it."""
    moves: list[Burst] = []
    keys: list[Burst] = []
    typed: list[Burst] = []
    with Watched(program.command, environment) as terminal:
        first_paint = terminal.first_paint(program.shows)
        started_with = terminal.settle()
        opened = terminal.peak()
        idle = terminal.idle(IDLE_SECONDS) if left_alone else None
        if program.typed:
            for pane in LISTS:
                keys.append(terminal.press(pane))
                moves += [terminal.press(key) for key in MOVES]
            keys += moves
            keys += [terminal.press(key) for key in READING]
            keys += [terminal.press(key) for key in LINKS]
            for words in program.typed:
                keys.append(terminal.press(b"/"))
                typed += [terminal.press(letter.encode()) for letter in words]
                keys += [terminal.press(key) for key in (b"\r", b"n", b"n", b"N", b"/", ESCAPE)]
        memory = terminal.quit()
    return Run(first_paint, started_with, idle, moves, keys, typed, opened, memory)


def figures(bare: Totals, bundled: Totals, many: Totals, large: Totals) -> list[Figure]:
    """Return the table of the screen, with the goals that are set for it."""
    firsts = [burst.first * 1000 for burst in bundled.all_keys()]
    typed = [burst.rest * 1000 for burst in bundled.all_typed()]
    idle, bare_idle = bundled.idle(), bare.idle()
    return [
        Figure("bare app: first paint", ms(bare.first_paint)),
        at_most(
            "first paint, with the article's first line",
            bundled.first_paint / bare.first_paint,
            1.2,
            "× bare",
            ms(bundled.first_paint),
        ),
        at_most("key to paint, median", middle(firsts), 16, "ms"),
        at_most("key to paint, p95", p95(firsts), 40, "ms"),
        at_most("key in the search bar to its hits, median", middle(typed), 16, "ms"),
        at_most("peak memory", bundled.opened / bare.opened, 1.3, "× bare", _mib(bundled.opened)),
        Figure("peak memory after all keys", _mib(bundled.memory)),
        at_most(
            "bytes written until it settles",
            bundled.started_with / bare.started_with,
            3,
            "× bare",
            f"{bundled.started_with:,.0f} bytes",
        ),
        at_most(
            "bytes of a cursor move in a list, p95",
            p95([burst.size for burst in bundled.all_moves()]) / 1024,
            4,
            "KiB",
        ),
        Figure("bare app: idle for 5 s", f"{ms(bare_idle.cpu)} of processor time"),
        at_most(
            "idle for 5 s: processor time beyond bare",
            max(0.0, idle.cpu - bare_idle.cpu) * 1000,
            5,
            "ms",
        ),
        at_most("idle for 5 s: bytes", idle.size, bare_idle.size, "bytes"),
        *_of_event("event of 300 people", bare, many),
        *_of_event("large event", bare, large),
    ]


def _of_event(name: str, bare: Totals, event: Totals) -> list[Figure]:
    firsts = [burst.first * 1000 for burst in event.all_keys()]
    typed = [burst.rest * 1000 for burst in event.all_typed()]
    return [
        at_most(
            f"{name}: first paint",
            event.first_paint / bare.first_paint,
            2.5,
            "× bare",
            ms(event.first_paint),
        ),
        at_most(f"{name}: key to paint, p95", p95(firsts), 50, "ms"),
        at_most(f"{name}: key in the search bar to its hits, median", middle(typed), 50, "ms"),
        Figure(f"{name}: key in the search bar to its hits, p95", f"{p95(typed):.1f} ms"),
        Figure(f"{name}: peak memory", _mib(event.opened)),
    ]


def _mib(size: float) -> str:
    return f"{size / 2**20:.0f} MiB"
