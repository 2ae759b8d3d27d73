"""Mutated files never bring about an exception but ours (see ``tests/record/fuzz.py``)."""

from __future__ import annotations

import os

from tests.record.fuzz import SEED, run
from tests.reliability import case

COUNT = int(os.environ.get("KTCN_FUZZ_COUNT", "2000"))
FUZZ_SEED = int(os.environ.get("KTCN_FUZZ_SEED", SEED))
"""Read on import: tests themselves see none of the program's variables."""


@case(f"Fuzzing: {COUNT:,} mutated files bring about no exception but ours")
def test_loading_answers_whatever_a_file_holds() -> None:
    print(f"{COUNT} files, seed {FUZZ_SEED}")  # noqa: T201  # shown when the test fails
    run(COUNT, FUZZ_SEED)
