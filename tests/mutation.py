"""How many of the changes that mutmut makes to ``tui/record`` and ``tui/text`` the tests notice.

``python -m tests.mutation`` tries a sample, the same for the same seed and code, ``--all`` every
mutant; either prints the score as a table, and the mutants that no test failed at. Run it at the
top of the checkout; it works in ``mutants/``, and ``mutmut show NAME`` tells what a mutant changes.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable

PACKAGES = ("tui.record", "tui.text")
NOTICED = ("killed", "timeout", "segfault")
"""What mutmut says of a mutant that made a test fail, run on for ever or end the interpreter."""
_NOT_TRIED = ("not checked", "check was interrupted by user")
_ANY = "tui.record.bundled.*"
"""Some mutants, few: mutmut lists mutants only after it has tried some."""


def mutmut(*arguments: str) -> str:
    """Return what mutmut prints; raises :exc:`subprocess.CalledProcessError` when it fails."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def results() -> dict[str, str]:
    """Return every mutant and what became of it."""
    lines = mutmut("results", "--all", "true").splitlines()
    return dict(line.strip().rsplit(": ", 1) for line in lines if ": " in line)


def sample(names: Iterable[str], count: int, seed: int) -> list[str]:
    """Return so many of the names, the same for the same seed; all when there are fewer."""
    ordered = sorted(names)
    return sorted(random.Random(seed).sample(ordered, min(count, len(ordered))))


def table(mutants: Iterable[str], tried: dict[str, str]) -> str:
    """Return the score of each package and of both as a table in Markdown.

    Mutants that no test reaches count as not noticed.
    """
    total = Counter(_package(name) for name in mutants)
    count = Counter(_package(name) for name in tried)
    noticed = Counter(_package(name) for name, result in tried.items() if result in NOTICED)
    rows = [(name, total[name], count[name], noticed[name]) for name in PACKAGES]
    rows.append(("both", total.total(), count.total(), noticed.total()))
    lines = [
        "| package | mutants | tried | noticed | score |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [f"| {a} | {b} | {c} | {d} | {100 * d / max(c, 1):.1f} % |" for a, b, c, d in rows]
    return "\n".join(lines)


def _package(mutant: str) -> str:
    return next(package for package in PACKAGES if mutant.startswith(f"{package}."))


def main() -> None:
    """Try mutants and print what became of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every mutant: an hour or two")
    parser.add_argument("--count", type=int, default=200, help="of mutants (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (%(default)s)")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="at the same time")
    options = parser.parse_args()
    run = ("run", "--max-children", str(options.processes))
    mutmut(*run, *(() if options.all else (_ANY,)))
    mutants = results()
    if options.all:
        tried = mutants
    else:
        chosen = sample(mutants, options.count, options.seed)
        mutmut(*run, *chosen)
        tried = {name: result for name, result in results().items() if name in set(chosen)}
    if stopped := [name for name, result in tried.items() if result in _NOT_TRIED]:
        sys.exit(f"{len(stopped)} mutants were not tried; run the command again.")
    left = (f"{name}: {what}" for name, what in tried.items() if what != "killed")
    sys.stdout.write("\n".join([table(mutants, tried), "", *left, ""]))


if __name__ == "__main__":
    main()
