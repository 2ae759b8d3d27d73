"""What a misspelt word was meant to be: the nearest of those that are known."""

from __future__ import annotations

from collections.abc import Iterable

from tui.text.budget import Budget

LONGEST = 100
"""Code points of the longest word for which a near one is looked for."""
UNITS = 500_000
"""The units of work for the suggestions of one file or command line: some 0.3 s at most."""


def nearest(word: str, known: Iterable[str], budget: Budget | None = None) -> str:
    """Return the known word that is nearest to a misspelt one.

    Near is what differs in a third of its letters at most: added, left out, replaced, or changed
    places with the next (Damerau 1964, optimal string alignment). Of equally near ones it is the
    first.

    Returns:
        The word; the empty string if none is near, or when the budget does not suffice for looking
        at all of them.
    """
    budget = Budget(UNITS) if budget is None else budget
    if len(word) > LONGEST or not word:
        return ""
    found, best = "", LONGEST
    for other in known:
        longer = max(len(word), len(other))
        limit = min((longer + 1) // 3, longer - 1, best - 1)
        if not budget.spend():
            return ""
        if other == word:
            return word
        if abs(len(word) - len(other)) > limit or len(other) > LONGEST:
            continue
        if not budget.spend(len(word) * (2 * limit + 1)):
            return ""
        distance = _distance(word, other, limit)
        if distance <= limit:
            found, best = other, distance
    return found


def _distance(a: str, b: str, limit: int) -> int:
    """Return how many slips turn ``a`` into ``b``; when more than ``limit``, some number above it.

    Only a band of ``limit`` cells on both sides of the diagonal is filled.
    """
    beyond = limit + 1
    before: list[int] = []
    above: list[int] = [*range(len(b) + 1)]
    for i in range(1, len(a) + 1):
        first, last = max(1, i - limit), min(len(b), i + limit)
        row = [beyond] * (len(b) + 1)
        row[first - 1] = i if first == 1 else beyond
        for j in range(first, last + 1):
            same = a[i - 1] == b[j - 1]
            cost: int = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (not same))
            if i > 1 and j > 1 and not same and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row[first - 1 : last + 1]) > limit:
            return beyond
        before, above = above, row
    return above[len(b)]


def one_slip_apart(a: str, b: str) -> bool:
    """Tell whether one slip, as in :func:`nearest`, makes one of two different words the other."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    return max(len(left), len(right)) == 1 or (len(left) == 2 and left == right[::-1])
