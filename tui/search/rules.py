"""How far a query may be loosened: each step is tried only when all stricter ones find nothing."""

from __future__ import annotations

from typing import Literal, TypeAlias

Rule: TypeAlias = Literal["strict", "wider", "keys", "apart", "joined"]
RULES: tuple[Rule, ...] = ("strict", "wider", "keys", "apart", "joined")
"""The steps, in the order in which they are tried (docs/search.md):

strict
    Rules S1 to S13 as they stand.
wider
    More abbreviations, dates and numbers (S9, S10 and S17), and initials (S18).
keys
    The query is the keys of Telex or VNI, typed without an input method.
apart
    Its words stand apart in one text, in any order (S14).
joined
    Spaces and hyphens do not count (S15).
"""


def stricter(rule: Rule) -> Rule:
    """Return the step before ``rule``; nothing is stricter than the first."""
    return RULES[max(0, RULES.index(rule) - 1)]
