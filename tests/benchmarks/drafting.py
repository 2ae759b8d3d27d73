"""The figures of drafts: what `draft` takes for a news item, in time and memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.figures import Figure, at_most, middle
from tests.benchmarks.programs import imports, ktcn
from tests.draft.items import CEREMONY, VISIT

SECONDS = 0.3
"""What an item may take of the processor."""
MEGABYTES = 80
"""What a draft may take of memory at its most."""
ITEM = (CEREMONY + VISIT) * 2
"""As long as a news item of two pages."""
MEASURE = """
import sys, time
start = time.process_time()
from tui.cli import run
code = run(sys.argv[1:])
took = time.process_time() - start
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1024
sys.stderr.write(f"{took} {peak}")
sys.exit(code)
"""


def figures(folder: Path, environment: Mapping[str, str], runs: int) -> list[Figure]:
    """Draft an item in processes of their own; tell whether Textual is imported."""
    item = folder / "item.txt"
    item.write_text(ITEM, "utf-8")
    measured = [_measured(item, environment) for _ in range(runs)]
    loaded = imports(ktcn("draft", str(item)), environment)
    return [
        at_most("`ktcn-tui draft`, a news item", middle([s for s, _ in measured]), SECONDS, "s"),
        at_most("peak memory of it", max(peak for _, peak in measured), MEGABYTES, "MB"),
        Figure(
            "`ktcn-tui draft` imports Textual",
            "yes" if "textual" in loaded else "no",
            "no",
            "textual" not in loaded,
        ),
    ]


def _measured(item: Path, environment: Mapping[str, str]) -> tuple[float, int]:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, "draft", str(item)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, peak = done.stderr.split()[-2:]
    return float(seconds), int(peak)
