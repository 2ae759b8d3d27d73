"""What a query finds when it is loosened: wider forms, keys of Telex, words apart or joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, islice

from msgspec.structs import replace

from tui.locale import _
from tui.search.apart import Apart
from tui.search.hits import ABBREVIATION, KEYS, Found, Hit
from tui.search.initials import in_full
from tui.search.joined import joined_hits, with_spaces
from tui.search.offers import offer
from tui.search.rules import RULES, Rule
from tui.search.scan import MOST_HITS, Scope, hits_of, merged_hits, spans_of
from tui.search.units import Units
from tui.search.wider import rewritings, rewritings_apart
from tui.text.telex import decode, is_unmistakable, method

_MOST_READINGS = 10
"""How many readings are looked for in all the texts, whose words are all there."""
_MOST_REWRITINGS = 12
"""In how many other ways a query whose words stand apart is written."""


def loosened(query: str, up_to: Rule, scope: Scope) -> Found:
    """Return what a query that finds nothing finds by the first looser rule that finds something.

    When there is none, it is what may have been meant.
    """
    for rule in RULES[1 : RULES.index(up_to) + 1]:
        scope.check()
        found = _LOOSER[rule](query, scope)
        if found.hits:
            return found
    return Found(offer=offer(query, scope)) if up_to == RULES[-1] else Found()


def _wider(query: str, scope: Scope) -> Found:
    """Return what the query finds when it is written otherwise."""
    found = spans_of(query, scope, wide=True)
    reading = ""
    for written in chain(in_full(query, scope), rewritings(query, scope.expansions)):
        scope.check()
        if scope.looked_for > _MOST_READINGS:
            break
        spans = spans_of(written + " " * query[-1:].isspace(), scope, wide=True)
        said = written.strip()
        reading = reading or (said if any(spans) else "")
        found += [[(a, b, ABBREVIATION, why or said) for a, b, _, why in s] for s in spans]
    hits, has_more = merged_hits(found, scope)
    if not hits:
        return Found()
    return Found(hits, has_more, "wider", reading or hits[0].reason or query.strip())


def _by_keys(query: str, scope: Scope) -> Found:
    """Return what the query finds as the keys of Telex or VNI."""
    reading = decode(query)
    if not reading or not is_unmistakable(query):
        return Found()
    hits, has_more = hits_of(reading.strip() + " ", scope)  # *cow* is not the *cơ* of *cơm*
    if not hits:
        return Found()
    keys = method(query)
    reason = _("typed in {method}").format(method=keys)
    typed = tuple(replace(hit, rank=KEYS, reason=hit.reason or reason) for hit in hits)
    return Found(typed, has_more, "keys", reading.strip(), keys)


def _apart(query: str, scope: Scope) -> Found:
    """Return where one text has all the words of the query, be they typed as keys of Telex."""
    written = islice(rewritings(query, scope.expansions), _MOST_REWRITINGS)
    more = (*in_full(query, scope), *rewritings_apart(query, scope.expansions))
    return _first_apart((query, f"{decode(query) or ''} ", *written, *more), "apart", scope)


def _first_apart(queries: Iterable[str], rule: Rule, scope: Scope) -> Found:
    units = Units(scope.texts)
    for query in queries:
        scope.check()
        hits, reading = Apart(query, scope, units).find()
        if hits:
            return Found(hits[:MOST_HITS], len(hits) > MOST_HITS, rule, reading)
    return Found()


def _joined(query: str, scope: Scope) -> Found:
    """Return where the texts have the letters of the query, or of its words, somewhere apart."""
    hits = joined_hits(query, scope)
    if not hits:
        return _first_apart(with_spaces(query, scope), "joined", scope)
    reading = scope.texts.text[slice(*_span(hits[0], scope))]
    return Found(hits, rule="joined", reading=reading)


def _span(hit: Hit, scope: Scope) -> tuple[int, int]:
    start = scope.texts.starts[hit.text]
    return start + hit.start, start + hit.end


_LOOSER: dict[Rule, Callable[[str, Scope], Found]] = {
    "wider": _wider,
    "keys": _by_keys,
    "apart": _apart,
    "joined": _joined,
}
