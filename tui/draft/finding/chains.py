"""Things that follow one another in a text, such as the members of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def chains(
    items: Iterable[Item], goes_on: Callable[[list[Item], Item], bool]
) -> Iterator[list[Item]]:
    """Yield the runs of two items or more.

    Args:
        items: The items, in order.
        goes_on: Tells whether an item goes on with the run before it, which is never empty.
    """
    chain: list[Item] = []
    for item in items:
        if chain and not goes_on(chain, item):
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(item)
    if len(chain) > 1:
        yield chain
