"""The rules of docs/search.md, case by case: vectors.toml."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import tomli
from msgspec import Struct, convert

from tests.search.texts import passages
from tui.search.find import by_rank, closeness, find
from tui.search.rules import RULES, Rule
from tui.text.canonical import canonical


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """A query, a text, and what is highlighted in it first, or ``False`` for nothing."""

    rule: str
    query: str
    text: str
    match: str | bool
    up_to: Rule = RULES[-1]
    offer: str = ""


CASES = convert(
    tomli.loads(Path(__file__).with_name("vectors.toml").read_text(encoding="utf-8"))["case"],
    list[Case],
)
LOOSENED = {"S14": "apart", "S15": "joined", "S17": "wider", "S18": "wider"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.query!r}")
def test_a_query_highlights_first(case: Case) -> None:
    texts = passages(case.text)
    found = find(texts, case.query, up_to=case.up_to)
    hits = found.hits
    if case.rule == "S12":
        hits = by_rank(hits, closeness(texts, case.query))
    first = [texts[hit.text].words[hit.start : hit.end] for hit in hits[:1]]
    assert first == ([canonical(case.match)] if isinstance(case.match, str) else [])
    if case.rule == "S16":
        assert found.offer == case.offer
    if case.match and (case.rule in LOOSENED or case.rule.endswith("wider")):
        assert found.rule == LOOSENED.get(case.rule, "wider")


def test_every_rule_has_its_cases_and_near_misses() -> None:
    found = Counter(case.rule for case in CASES if case.match or case.offer)
    missed = Counter(case.rule for case in CASES if not (case.match or case.offer))
    assert missed.keys() == {
        *(f"S{n}" for n in (2, *range(3, 13), *range(14, 19))),
        *WIDER,
        "telex",
    }
    looser = {"S12", *(f"S{n}" for n in range(14, 19)), *WIDER}
    assert min(found[rule] for rule in looser) >= 12
    assert min(missed[rule] for rule in looser) >= 6


WIDER = {"S9 wider", "S10 wider"}
