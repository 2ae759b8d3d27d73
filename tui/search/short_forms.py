"""Abbreviations, places and spellings written otherwise (S9, wider)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from tui.search.expansions import Expansions, key_of_word
from tui.search.typed import Typed, agrees, is_same, letters_of
from tui.text.abbreviations import ambiguous
from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.proper_names import FAMILY_NAMES, PLACES

_PLACE_WORDS = (("tỉnh",), ("thành", "phố"), ("tp",))
_COUNTRIES = frozenset("lao phap duc my nga uc".split())
"""Countries whose names are given names and words too."""
_HEADS = ("UB", "ĐH")
"""What begins longer abbreviations: UBMTTQ, ĐHKHTN."""
_FORMS_OF_ADDRESS = frozenset("ong ba anh chi co thay dong_chi".split())
_FEWEST_BESIDE_ADDRESS = 2


def long_forms(query: Typed) -> Iterator[str]:
    """*và* is optional in what an abbreviation stands for."""
    for first, last, longs in _runs(query):
        for long in longs:
            if agrees(query.written(first, last), long):
                yield query.with_other(first, last, long)
                yield query.with_other(first, last, long.replace(" và ", " "))


def _runs(query: Typed) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the words of a query, *và* apart, that may be long forms, and those."""
    places = [index for index, word in enumerate(query.folded) if word != "va"]
    keys = [key_of_word(query.folded[index]) for index in places]
    for at in range(len(places)):
        for length in query.expansions.lengths:
            if 2 <= length <= len(places) - at:
                found = query.expansions.of_long(keys[at : at + length])
                longs = [expansion.long for expansion in found]
                yield places[at], places[at + length - 1] + 1, longs


def short_forms(query: Typed) -> Iterator[str]:
    """Abbreviations inside others, or run together, and those of more than one meaning."""
    for index, word in enumerate(query.folded):
        typed = query.written(index, index + 1)
        if word.isdigit() or len(word) > 12:
            continue
        for long in meanings(typed, query.expansions, is_beside=len(query.folded) > 1):
            yield query.with_other(index, index + 1, long)
        for cut in () if query.expansions.of_short(word) else range(2, len(word) - 1):
            for head in islice(meanings(typed[:cut], query.expansions), 2):
                for tail in islice(meanings(typed[cut:], query.expansions), 2):
                    yield query.with_other(index, index + 1, f"{head} {tail}")
    for index in range(len(query.folded) - 1):
        for long in meanings(query.written(index, index + 2), query.expansions):
            yield query.with_other(index, index + 2, long)


def shortened(query: Typed) -> Iterator[str]:
    """Long forms as short ones of more than one meaning, and short ones inside longer: UBMTTQ."""
    for first in range(len(query.folded)):
        for last in range(first + 2, min(first + 4, len(query.folded)) + 1):
            for short, long in _by_long().get(" ".join(query.folded[first:last]), ()):
                if agrees(query.written(first, last), long):
                    yield query.with_other(first, last, short)
    for index, word in enumerate(query.folded):
        if len(word) > 2 and query.expansions.of_short(word):
            for head in _HEADS:
                yield query.with_other(index, index + 1, head + query.written(index, index + 1))


def meanings(typed: str, expansions: Expansions, *, is_beside: bool = False) -> Iterator[str]:
    """Yield what a short form stands for, be it one of several.

    ``is_beside`` tells that other words are beside it, so that ``ai`` may be AI.
    """
    letters = letters_of(typed)
    for expansion in expansions.of_short(letters):
        is_short = is_beside or typed.isupper() or not expansion.capitals_only
        if is_short and agrees(typed, expansion.short):
            yield expansion.long
    for short, longs in _ambiguous().get(letters, ()):
        if agrees(typed, short):
            yield from longs


def places(query: Typed) -> Iterator[str]:
    """*tỉnh*, *thành phố* and *TP* are free before a place, *trường* before *đại học*."""
    folded = query.folded
    bare = _bare_places()
    for index in range(1, len(folded)):
        if folded[index - 1] == "truong" and folded[index] in ("dai", "dh", "cao"):
            yield query.with_other(index - 1, index + 1, query.written(index, index + 1))
        if not any(" ".join(folded[index : index + n]) in bare for n in (1, 2, 3)):
            continue
        for kind in _PLACE_WORDS:
            first = index - len(kind)
            if first >= 0 and is_same(query.written(first, index), " ".join(kind)):
                if first:
                    yield query.with_other(first, index + 1, query.written(index, index + 1))
                break
        else:
            for kind in _PLACE_WORDS[:2]:
                yield query.with_other(index, index, " ".join(kind))


def place_initials(query: Typed) -> Iterator[str]:
    """Two letters beside other words are those of a place: *sở khcn hp*."""
    for index, word in enumerate(query.folded):
        if len(word) == 2 and len(query.folded) > 1:
            for place in _by_initials().get(word, ()):
                typed = query.written(index, index + 1).lower()
                if "đ" not in typed or "đ" in "".join(part[0] for part in place.split()):
                    yield query.with_other(index, index + 1, place)


def parted(query: Typed) -> Iterator[str]:
    """Letters and the number after them may be written apart: nq57."""
    for index, word in enumerate(query.folded):
        match = re.fullmatch(r"([a-z]{2,})([0-9]+)", word)
        typed = query.written(index, index + 1)
        if match and any(meanings(typed[: match.end(1)], query.expansions)):
            yield query.with_other(index, index + 1, f"{typed[: match.end(1)]} {match[2]}")


def last_letters(query: Typed) -> Iterator[str]:
    """*Đắc Lắc* is *Đắk Lắk*: at the end of a syllable c and k are one sound."""
    for letter, other in ("ck", "kc"):
        spans = [
            span for span, word in zip(query.spans, query.folded, strict=True) if len(word) > 1
        ]
        ends = [end - 1 for _start, end in spans if query.text[end - 1].lower() == letter]
        if ends:
            written = [*query.text]
            for end in ends:
                written[end] = other
            yield canonical("".join(written))


def unaddressed(query: Typed) -> Iterator[str]:
    """*ông*, *bà* and other forms of address are free beside a longer name."""
    for index, word in enumerate(query.folded[:-1]):
        is_in_name = index > 0 and query.folded[index - 1] in _family_names()
        if query.written(index, index + 1).lower() == "ba" and not query.text.isascii():
            continue  # *ba đề án*: three of them
        if word not in _FORMS_OF_ADDRESS or is_in_name:  # Trần Anh Trường
            continue
        if len(query.folded) > _FEWEST_BESIDE_ADDRESS:
            yield query.with_other(index, index + 2, query.written(index + 1, index + 2))


@cache
def _family_names() -> frozenset[str]:
    """Return the family names without their marks."""
    return frozenset(map(fold, FAMILY_NAMES))


@cache
def _ambiguous() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return the short forms of more than one meaning by their folded letters."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for short, longs in ambiguous().items():
        found.setdefault(fold(short), []).append((short, longs))
    return found


@cache
def _by_long() -> dict[str, list[tuple[str, str]]]:
    """Return the short forms of more than one meaning, and it, by its folded letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    for short, longs in ambiguous().items():
        for long in longs:
            if len(short) > 1:
                found.setdefault(fold(long), []).append((short, long))
    return found


@cache
def _bare_places() -> frozenset[str]:
    """Return the places that may have a kind before them, without their marks."""
    return frozenset(map(fold, PLACES)) - _COUNTRIES


@cache
def _by_initials() -> dict[str, list[str]]:
    """Return the places of two words by their folded initials."""
    found: dict[str, list[str]] = {}
    for place in sorted(PLACES):
        first, _space, second = place.partition(" ")
        if second and " " not in second:
            found.setdefault(fold(first[0] + second[0]), []).append(place)
    return found
