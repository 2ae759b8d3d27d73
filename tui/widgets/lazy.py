"""Sequences whose items are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar, overload

T = TypeVar("T", covariant=True)


class Lazy(Sequence[T]):
    """The items of an iterable, which is read only as far as they are asked for.

    Its length, its end and any slice need all of them.
    """

    def __init__(self, items: Iterable[T]) -> None:
        self._rest = iter(items)
        self._made: list[T] = []

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice) or index < 0:
            self._make(None)
        elif index >= len(self._made):
            self._make(index + 1 - len(self._made))
        return self._made[index]

    def __len__(self) -> int:
        self._make(None)
        return len(self._made)

    def __bool__(self) -> bool:
        return has(self, 0)

    def _make(self, count: int | None) -> None:
        self._made.extend(islice(self._rest, count))


def has(items: Sequence[object], index: int) -> bool:
    """Tell whether there is an item at ``index``, from 0 on, and make no more than those up to it.

    The length of a :class:`Lazy` would make all.
    """
    if not isinstance(items, Lazy):
        return index < len(items)
    try:
        items[index]
    except IndexError:
        return False
    return True
