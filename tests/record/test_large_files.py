"""Whatever a file within the cap holds, the answer takes no more than 100 MB.

Here are the worst of each sort; ``python -m tests.record.large_files`` measures all of them, and
the benchmark tells the seconds.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record.large_files import measured
from tests.reliability import case
from tui.record.limits import MAX_KEYS, MAX_SIGNS, within_limits

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc"
)

LARGEST = 100


@case("Bad file of 4 MiB, {name}: answered within 100 MB")
@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("dotted-keys", "There is more in this file"),
        ("one-dotted-key", "There is more in this file"),
        ("one-number", "There is more in this file"),
        ("open-brackets", "There is more in this file"),
        ("allowed-tables", "There is no key"),
        ("allowed-deep-tables", "format is missing"),
        ("allowed-list", "This is a number"),
        ("allowed-people", "name is missing"),
        ("allowed-dangling-and-emoji", "No person and no organisation"),
        ("allowed-twice", "“name” is given already"),
        ("allowed-lines-of-list", "A comma is missing"),
        ("one-text-of-marks", "a record"),
        ("one-text-of-emoji", "a record"),
        ("quotes", "A key is missing"),
        ("remarks", "format is missing"),
        ("lines-of-no-utf-8", "The byte 0xFF"),
    ],
)
def test_is_answered_within_so_much_memory(name: str, first: str, tmp_path: Path) -> None:
    _seconds, peak, reason = measured(name, tmp_path)
    assert reason.startswith(first)
    assert peak < LARGEST


def test_what_texts_and_remarks_hold_does_not_count() -> None:
    signs, keys = "[{=," * MAX_SIGNS, "a.b.c = [1]\n" * MAX_KEYS
    assert within_limits(f'a = "{signs}"')
    assert within_limits(f"# {signs}")
    assert within_limits(f'a = """{keys}"""')
    assert within_limits(f"a = '{'x' * MAX_SIGNS}'")
    assert not within_limits("[" * (MAX_SIGNS + 1))
    assert not within_limits("".join(f"a{i} = 1\n" for i in range(MAX_KEYS + 1)))
