"""Whether a name that stands in a text is whole there, or a piece of the name of something else.

*Trần Quang Tuấn Anh* and *Nguyễn Trần Quang Tuấn* are not Trần Quang Tuấn, *Viettel Money* is not
Viettel and *Sở KH&CN Nam Định* not that of Hải Phòng; but *Trần Quang Tuấn Giám đốc Sở …* is he.
What joins the words of one name is white space alone, and each has a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from tui.text.folding import fold
from tui.text.proper_names import (
    BEFORE_OFFICES,
    BODIES,
    COUNTRIES,
    FAMILY_NAMES,
    MEN,
    NAMED_AFTER,
    OFFICES,
    PLACE_KINDS,
    PLACES,
    TITLES,
    WOMEN,
    WRITINGS,
    spelling,
)
from tui.text.syllables import is_syllable

_NEXT = re.compile(r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?|[-\u2010\u2011](?=\w))([^\W_]+)")
_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"(?:(?<![^\W_])[^\W_]+[ \u00a0\t]{1,3}){1,6}$")
_OF = re.compile(r"(?: của| ?\(| [-\u2013])(?= ?\w)")
"""What may stand between a body and the place where it is."""
_UPPER = "A-ZÀ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_CAPITALS = re.compile(rf"(?<!\w)[{_UPPER}][^\W_]*(?: [{_UPPER}][^\W_]*){{1,6}}(?: [^\W_]+)?")
"""A run of words with capitals, and the word behind it."""
_LOOK_BACK = 80
_MOST_WORDS = 6
"""How far before a name, and how many words after it, are looked at."""


class NameBorders:
    """Judges names by the words around them, knowing how the offices of a record begin."""

    def __init__(self, offices: Iterable[str] = (), location: str = "") -> None:
        own = {" ".join(_spelt(office)[:2]) for office in offices}
        self._beginnings = OFFICES | BODIES | TITLES | own
        self._location = _phrase(location)

    def is_whole_person(self, text: str, start: int, end: int) -> bool:
        """Tell whether the name of a person at ``[start, end)`` is the whole of a name."""
        return not self._begins_before(text, start, end) and not self._goes_on(text, start, end)

    def is_whole_body(self, text: str, start: int, end: int, names: Sequence[str]) -> bool:
        """Tell whether the name of a body at ``[start, end)``, one of its ``names``, is whole."""
        if self._is_elsewhere(text, start, end, names):
            return False
        after = _words_after(text, end)
        if not after:
            return True
        written = text[start:end]
        many = " " in written
        if spelling(after[0]) == "và":
            return not (many and after[1:] and self._is_part_of_phrase(after[1:], written))
        if not after[0][0].isupper() or self._begins_something_else(after, written):
            return True
        if _is_family_name(after[0]) and len(after) > 1 and after[1][0].isupper():
            return True
        if _place_at(after) or _place_kind(after):
            return True
        return many and written.isupper() and after[0].isupper()

    def _is_part_of_phrase(self, words: Sequence[str], written: str) -> bool:
        """Tell whether *và* joins two halves of one name: *Hội Khoa học và Kỹ thuật*."""
        return (
            words[0][0].isupper()
            and is_syllable(words[0])
            and not written.isupper()
            and not _place_at(words)
            and not _is_family_name(words[0])
            and not self._begins_something_else(words, written)
            and not _is_writing(words)
        )

    def _begins_something_else(self, words: Sequence[str], written: str) -> bool:
        """Tell whether an office, a body, a title or an acronym begins with these words."""
        first = spelling(words[0])
        if len(words[0]) > 1 and words[0].isupper() and not written.isupper():
            return True
        if first in BEFORE_OFFICES:
            return len(words) > 1 and self._begins_something_else(words[1:], written)
        pair = " ".join(map(spelling, words[:2]))
        return not {first, pair}.isdisjoint(self._beginnings)

    def _goes_on(self, text: str, start: int, end: int) -> bool:
        after = _words_after(text, end)
        if not after or not after[0][0].isupper():
            return False
        if text[end] == "\n" and _is_family_name(after[0]):
            return False
        may_be_given = after[0].istitle() and (len(after) == 1 or not after[1][0].isupper())
        if may_be_given and spelling(after[0]) in BODIES:  # as Khoa and Trường are
            pair = " ".join(map(spelling, after[:2]))
            return len(after) == 1 or pair not in self._beginnings
        return not self._begins_something_else(after, text[start:end])

    def _begins_before(self, text: str, start: int, end: int) -> bool:
        """Tell whether a family name stands before, or what is called after people."""
        before = _words_before(text, start)
        if not before:
            return False
        last, pair = before[-1], " ".join(map(spelling, before[-2:]))
        if spelling(last) in NAMED_AFTER or pair in NAMED_AFTER:
            return pair != "thành phố"
        bare = text[start:end].isascii()
        if not last[0].isupper() or not _is_family_name(last, bare=bare):
            return False
        run = _capitals_at_end(before)
        return not _ends_in_place(run) and not _is_in_place(before, len(run))

    def _is_elsewhere(self, text: str, start: int, end: int, names: Sequence[str]) -> bool:
        """Tell whether a place follows that is not where the body is.

        *Công ty TORmem (Hoa Kỳ)* says only where the one company of that name is from.
        """
        of = _OF.match(text, end)
        after = _words_after(text, of.end() - 1 if of and text[of.end() - 1] == " " else end)
        if of:
            after = _words(text[of.end() : of.end() + _LOOK_BACK])
        kind = _place_kind(after)
        place = _place_at(after[kind:]) or (
            kind and " ".join(takewhile(_is_capital, after[kind:][:3]))
        )
        if not place or (of and place in COUNTRIES and _is_foreign(text[start:end])):
            return False
        place = _phrase(place)
        own = " ".join(f" {_phrase(name)} " for name in names)
        if f" {place} " in own or any(place.startswith(p) for p in _places_in(own)):
            return False
        if _places_in(own):
            return place != "viet nam"
        return place != "viet nam" and f" {place} " not in f" {self._location} "


def may_be_called(name: str, form: str) -> bool:
    """Tell whether a person of this name may be addressed as *ông* or *bà*: *Thị* is a woman's."""
    middle = {spelling(word) for word in name.split()[1:-1]}
    return not ((form in MEN and "thị" in middle) or (form in WOMEN and "văn" in middle))


def strangers(text: str, known: Iterable[str]) -> frozenset[str]:
    """Return how the given names are spelt of those whom a text names in full, ``known`` apart.

    *ông Nam* may mean each of them.
    """
    names = {" ".join(_spelt(name)) for name in known}
    found: set[str] = set()
    for run in dict.fromkeys(match[0] for match in _CAPITALS.finditer(text)):
        words = _without_office(run.split())
        full = [
            [*map(spelling, words[first:])]
            for first in range(len(words) - 1)
            if _is_family_name(words[first]) and not _place_at(words[first:])
        ]
        if full and not any(" ".join(name) in names for name in full):
            found.add(full[0][-1])
    return frozenset(found)


def _without_office(words: list[str]) -> list[str]:
    """Return a run of capitals up to the office, the acronym or the small letters in it."""
    for index in range(1, len(words)):
        pair = " ".join(map(spelling, words[index : index + 2]))
        if not words[index][0].isupper() or words[index].isupper() or pair in OFFICES:
            return words[:index]
    return words


def _words(text: str) -> list[str]:
    return _WORD.findall(text)[:_MOST_WORDS]


def _spelt(text: str) -> list[str]:
    return [*map(spelling, _words(text))]


def _phrase(text: str) -> str:
    """Return the folded words of a text, parted by single spaces."""
    return " ".join(_WORD.findall(fold(text)))


def _words_after(text: str, end: int) -> list[str]:
    """Return the words after a name that nothing but white space parts from it and each other."""
    found: list[str] = []
    while len(found) < _MOST_WORDS and (match := _NEXT.match(text, end)):
        found.append(match[1])
        end = match.end()
    return found


def _words_before(text: str, start: int) -> list[str]:
    """Return the words before a name that nothing but white space parts from it and each other."""
    found = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    return found[0].split() if found else []


def _capitals_at_end(words: Sequence[str]) -> list[str]:
    return [*takewhile(_is_capital, reversed(words))][::-1]


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _is_writing(words: Sequence[str]) -> bool:
    """Tell whether a document or a meeting begins with these words: *Kế hoạch số 5* too."""
    spelt = [*map(spelling, words[:4])]
    numbered = any(word[0].isdigit() for word in spelt[1:])
    return numbered or not WRITINGS.isdisjoint((spelt[0], " ".join(spelt[:2])))


def _is_foreign(name: str) -> bool:
    """Tell whether a name has a word that is neither Vietnamese nor an abbreviation."""
    return any(not is_syllable(word) and not word.isupper() for word in _WORD.findall(name))


def _is_family_name(word: str, *, bare: bool = False) -> bool:
    if not word[0].isupper():
        return False
    return spelling(word) in FAMILY_NAMES or (bare and fold(word) in _bare_family_names())


@cache
def _bare_family_names() -> frozenset[str]:
    return frozenset(map(fold, FAMILY_NAMES))


def _place_at(words: Sequence[str]) -> str:
    """Return the place that these words begin with, or ''."""
    if not words or not words[0][0].isupper():
        return ""
    for length in (3, 2, 1):
        place = " ".join(map(spelling, words[:length]))
        if place in PLACES:
            return place
    return ""


def _place_kind(words: Sequence[str]) -> int:
    """Return how many of these words say of what kind a place is: *tỉnh*, *thành phố*."""
    for length in (2, 1):
        if " ".join(map(spelling, words[:length])) in PLACE_KINDS:
            return length
    return 0


def _ends_in_place(words: Sequence[str]) -> bool:
    return any(" ".join(map(spelling, words[-length:])) in PLACES for length in (3, 2, 1))


def _is_in_place(words: Sequence[str], capitals: int) -> bool:
    """Tell whether the capitals at the end are a place or a body: *huyện An Dương*."""
    head = words[: len(words) - capitals]
    if capitals > 1 and (
        _place_kind(head[-1:]) or _place_kind(head[-2:]) or spelling(words[-capitals]) in BODIES
    ):
        return True
    return words[-1].isupper() and len(words[-1]) > 1 and capitals > 1


def _places_in(phrase: str) -> list[str]:
    """Return the places, folded, that a folded phrase names."""
    return [place for place in map(fold, PLACES) if f" {place} " in phrase]
