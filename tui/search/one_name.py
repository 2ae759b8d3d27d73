"""Parts of a query that are the name of one person are those of one name in the text (S14).

*nguyễn tùng* is Nguyễn Văn Tùng. *nguyễn văn minh* is nobody where Nguyễn Văn Phúc and Nguyễn Minh
Triết are, and *phạm tuấn anh* is not Phạm Anh Tuấn: a family name first keeps the order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tui.document.texts import Texts
from tui.search.hits import Hit
from tui.text.proper_names import FAMILY_NAMES, PLACES, spelling

_LONGEST = 40
"""Code points between two parts of a name at most."""
_GIVEN_NAMES_TOO = frozenset("đức mỹ nga pháp vinh".split())
_BETWEEN = re.compile(r"\s+(?:[^\W\d_]+\s+){0,2}")
"""What may stand between two parts of a name: two words of it, which are capitals."""


def of_one_name(parts: Sequence[list[Hit]], lone: Sequence[bool], texts: Texts) -> list[list[Hit]]:
    """Return the hits of the parts of a query, without those that make one name of several.

    Args:
        parts: The hits of each part, in the order of the query.
        lone: Of each part, whether it is one syllable.
        texts: What the hits are in.
    """
    kept = [*parts]
    name: list[Hit] = []
    for index in range(1, len(kept)):
        begins = not name
        name = name or [hit for hit in kept[index - 1] if _begins_name(hit, texts)]
        joins = lone[index] or (begins and lone[index - 1] and _has_words(kept[index], texts))
        written = [
            hit for hit in kept[index] if _is_capital(hit, texts) and not _is_place(hit, texts)
        ]
        if len(name) < len(kept[index - 1]) or not name or not joins or not written:
            name = []
            continue
        pairs = [(a, b) for a in name for b in _soon_after(a, written) if _follows(a, b, texts)]
        kept[index - 1] = sorted({a for a, _ in pairs})
        kept[index] = name = sorted({b for _, b in pairs})
    return kept


def _begins_name(hit: Hit, texts: Texts) -> bool:
    """Tell whether a hit is the beginning of a person's name as it is written."""
    first = _words(hit, texts)[0]
    is_family = spelling(first.lower()) in FAMILY_NAMES
    return is_family and _is_capital(hit, texts) and not _is_place(hit, texts)


def _has_words(hits: Sequence[Hit], texts: Texts) -> bool:
    """Tell whether hits are of several words each, as the rest of a name may be."""
    return all(len(_words(hit, texts)) > 1 for hit in hits)


def _is_capital(hit: Hit, texts: Texts) -> bool:
    return all(word[:1].isupper() for word in _words(hit, texts))


def _is_place(hit: Hit, texts: Texts) -> bool:
    place = " ".join(spelling(word.lower()) for word in _words(hit, texts))
    return place in PLACES and place not in _GIVEN_NAMES_TOO


def _soon_after(hit: Hit, others: Sequence[Hit]) -> Sequence[Hit]:
    """Return those of some hits in reading order that begin soon after one ends."""
    first = Hit(hit.text, hit.end, 0)
    last = Hit(hit.text, hit.end + _LONGEST, 0)
    return others[bisect_left(others, first) : bisect_left(others, last)]


def _follows(a: Hit, b: Hit, texts: Texts) -> bool:
    """Tell whether one hit is further on in the same name as another."""
    between = texts[a.text].words[a.end : max(a.end, b.start)] if a.text == b.text else ""
    return _BETWEEN.fullmatch(between) is not None and between.title() == between


def _words(hit: Hit, texts: Texts) -> list[str]:
    return texts[hit.text].words[hit.start : hit.end].split()
