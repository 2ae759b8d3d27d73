"""Where the texts of a document stand in a later state of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import TypeAlias

from tui.document.model import Document

_Words: TypeAlias = tuple[str, ...]
_NUMBERED = re.compile(r"(\w+)\[(\d+)\]")


def numbers_in(later: Document, document: Document) -> Mapping[int, int]:
    """Return for the number of each text the one that it has in a later state of the document.

    Texts are known by their addresses. Things have ids; paragraphs, notes and the like have
    numbers, which change when one is put in above: they are known by their words, of several with
    the same words the nearest. What is not there any more is not in the answer.
    """
    items = _items_in(later, document)
    known = {(t.section, t.item, t.field): number for number, t in enumerate(later.texts)}
    found = (
        (number, known.get((text.section, items.get(text.item, text.item), text.field)))
        for number, text in enumerate(document.texts)
    )
    return {number: there for number, there in found if there is not None}


def _items_in(later: Document, document: Document) -> Mapping[str, str]:
    """Return the later items of those whose numbers have changed."""
    now = {item: _words(later, item) for item in later.texts_of_items}
    places: dict[tuple[str, _Words], list[int]] = {}
    for item, words in now.items():
        sort, number = _numbered(item)
        if number >= 0:
            places.setdefault((sort, words), []).append(number)
    found = {}
    for item in document.texts_of_items:
        sort, number = _numbered(item)
        words = _words(document, item)
        if number >= 0 and now.get(item) != words and (sort, words) in places:
            found[item] = f"{sort}[{_nearest(places[sort, words], number)}]"
    return found


def _nearest(numbers: list[int], number: int) -> int:
    """Return which of sorted numbers is the nearest to another."""
    at = bisect_left(numbers, number)
    return min(numbers[max(0, at - 1) : at + 1], key=lambda each: abs(each - number))


def _numbered(item: str) -> tuple[str, int]:
    """Return ``body`` and 3 for ``body[3]``; -1 for what has no number."""
    found = _NUMBERED.fullmatch(item)
    return (item, -1) if found is None else (found[1], int(found[2]))


def _words(document: Document, item: str) -> _Words:
    return tuple(text.words for text in document.texts_of_items[item])
