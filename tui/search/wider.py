"""Other ways to write a query, tried when it finds nothing as it stands (S9, S10 and S17, wider).

Each rule takes a query apart into words and yields it with some of them written otherwise. What
they yield is found by the strict rules, with all their own freedom, so that the rules need say only
what those do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.search import number_forms, short_forms
from tui.search.expansions import Expansions
from tui.search.typed import Typed, typed
from tui.text.canonical import canonical

_MOST = 64
"""How many ways of writing one query are tried; a long one has more."""
_MOST_WORDS = 24
_STEPS = 3
"""How many times a query is rewritten, so that abbreviations inside abbreviations are reached."""

_RULES: tuple[Callable[[Typed], Iterator[str]], ...] = (
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
    short_forms.last_letters,
    short_forms.initials,
    short_forms.shortened,
)

_WHERE_WORDS_STAND_APART = (number_forms.units, short_forms.unaddressed)
"""What only a query needs whose words stand apart: other rules find the rest otherwise."""


def rewritings(query: str, expansions: Expansions) -> Iterator[str]:
    """Yield other ways to write a query, each once, the nearest first, without the query itself."""
    query = canonical(query)
    seen = {query.casefold()}
    newest = [query]
    for _ in range(_STEPS):
        before, newest = newest, []
        for text in before:
            for written in _rewritten(text, expansions):
                if written.casefold() in seen:
                    continue
                if len(seen) > _MOST:
                    return
                seen.add(written.casefold())
                newest.append(written)
                yield written


def rewritings_apart(query: str, expansions: Expansions) -> Iterator[str]:
    """Yield ways to write a query that are of use only where its words stand apart (S14)."""
    words = typed(canonical(query), expansions)
    if 1 < len(words.spans) <= _MOST_WORDS:
        for rule in _WHERE_WORDS_STAND_APART:
            yield from rule(words)


def _rewritten(text: str, expansions: Expansions) -> Iterator[str]:
    query = typed(text, expansions)
    if 0 < len(query.spans) <= _MOST_WORDS:
        for rule in _RULES:
            yield from rule(query)
