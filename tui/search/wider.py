"""Other ways to write a query, tried when it finds nothing as it stands (S9, S10 and S17, wider).

Each rule takes a query apart into words and yields it with some of them written otherwise. What
they yield is found by the strict rules, with all their own freedom, so that the rules need say only
what those do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from tui.search import number_forms, short_forms
from tui.search.expansions import Expansions
from tui.search.typed import Typed, typed
from tui.text.canonical import canonical

_MOST = 64
"""How many ways of writing one query are tried; a long one has more."""
_MOST_WORDS = 24
_STEPS = 3
"""How many times a query is rewritten, so that abbreviations inside abbreviations are reached."""

_Rule: TypeAlias = Callable[[Typed], Iterator[str]]

_RULES: tuple[_Rule, ...] = (
    number_forms.groups,
    number_forms.units_in_full,
    number_forms.counts,
    number_forms.document_numbers,
    number_forms.numerals,
    number_forms.months,
    number_forms.ranges,
    short_forms.long_forms,
    short_forms.short_forms,
    short_forms.places,
    short_forms.parted,
)
_ONCE = (short_forms.last_letters, short_forms.place_initials, short_forms.shortened)
"""What these yield is not written otherwise again: *chủ tịch* is CT, but no *chương trình*."""

_WHERE_WORDS_STAND_APART = (number_forms.units, short_forms.unaddressed)
"""What only a query needs whose words stand apart: other rules find the rest otherwise."""


def rewritings(query: str, expansions: Expansions) -> Iterator[str]:
    """Yield other ways to write a query, each once, the nearest first, without the query itself."""
    query = canonical(query)
    seen = {query.casefold()}
    newest = [query]
    for number in range(_STEPS):
        before, newest = newest, []
        for written, again in _step(before, expansions, once=number == 0):
            if written.casefold() in seen:
                continue
            if len(seen) > _MOST:
                return
            seen.add(written.casefold())
            newest += [written] if again else []
            yield written


def _step(queries: list[str], expansions: Expansions, *, once: bool) -> Iterator[tuple[str, bool]]:
    """Yield queries written otherwise, each with whether it may be written otherwise again."""
    for text in queries:
        yield from ((written, True) for written in _rewritten(text, _RULES, expansions))
    for text in queries if once else ():
        yield from ((written, False) for written in _rewritten(text, _ONCE, expansions))


def rewritings_apart(query: str, expansions: Expansions) -> Iterator[str]:
    """Yield ways to write a query that are of use only where its words stand apart (S14)."""
    words = typed(canonical(query), expansions)
    if 1 < len(words.spans) <= _MOST_WORDS:
        for rule in _WHERE_WORDS_STAND_APART:
            yield from rule(words)


def _rewritten(text: str, rules: Iterable[_Rule], expansions: Expansions) -> Iterator[str]:
    query = typed(text, expansions)
    if 0 < len(query.spans) <= _MOST_WORDS:
        for rule in rules:
            yield from rule(query)
