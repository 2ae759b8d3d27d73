"""The rules of docs/search.md, case by case: vectors.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from tests.search.texts import highlights
from tui.text.canonical import canonical

CASES = tomli.loads(Path(__file__).with_name("vectors.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['query']!r}")
def test_a_query_highlights_first(case: dict[str, str | bool]) -> None:
    query, text, match = case["query"], case["text"], case["match"]
    assert isinstance(query, str)
    assert isinstance(text, str)
    first = highlights(query, text)[:1]
    assert first == ([canonical(match)] if isinstance(match, str) else [])


def test_every_rule_with_a_near_miss_has_one() -> None:
    missed = {case["rule"] for case in CASES if case["match"] is False}
    assert missed == {*(f"S{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), "telex"}
