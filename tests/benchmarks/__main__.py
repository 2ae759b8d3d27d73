"""``python -m tests.benchmarks``: measure, print the tables and write docs/benchmarks.md."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import archive_page, commands, comparison, drafting, engine, files, screen
from tests.benchmarks.figures import table
from tests.benchmarks.programs import ROOT, environment, programs

PAGE = ROOT / "docs" / "benchmarks.md"
INTRODUCTION = """\
# Benchmarks

Made by `python -m tests.benchmarks`, which measures afresh and writes this page. Every program
runs in a pty of 120 × 36 that answers queries as a present-day terminal does, in turn with a bare
Textual app that shows one line, so that a busy moment of the machine meets both. Figures are
medians unless they say otherwise; compare the ratios, the times are this machine's."""


def machine() -> str:
    """Return what the figures were measured on: processor, system and versions."""
    cpu = next(
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith(("model name", "Model"))
    )
    packages = ", ".join(f"{name} {version(name)}" for name in ("textual", "rich", "msgspec"))
    return (
        f"Measured on {cpu}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, {packages}."
    )


def page(runs: int) -> str:
    """Measure everything and return the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        surroundings = environment(folder)
        measured = programs(folder)
        bare, *events = screen.measure(measured, surroundings, runs)
        parts = (
            INTRODUCTION,
            f"{machine()} {runs} runs of each program.",
            "## The screen",
            table(screen.figures(bare, *events)),
            "## The commands",
            table(commands.figures(measured[0], surroundings, runs)),
            "## Drafts",
            table(drafting.figures(folder, surroundings, runs)),
            "## The largest files",
            table(files.figures(folder)),
            "## The search engine",
            table(engine.figures(surroundings, runs)),
            archive_page.kept(),
            "## Beside other searches",
            comparison.INTRODUCTION,
            comparison.table(folder, runs),
        )
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Read the command line, measure, print and write."""
    arguments = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    arguments.add_argument("--runs", type=int, default=12, help="runs of each program (12)")
    arguments.add_argument("--no-write", action="store_true", help="print only")
    chosen = arguments.parse_args()
    made = page(chosen.runs)
    sys.stdout.write(made)
    if not chosen.no_write:
        PAGE.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
