"""Whether a name that stands in a text is whole there, or a piece of the name of something else.

*Trần Quang Tuấn Anh* and *Nguyễn Trần Quang Tuấn* are not Trần Quang Tuấn, *Viettel Money* is not
Viettel and *Sở KH&CN Nam Định* not that of Hải Phòng; but *Trần Quang Tuấn Giám đốc Sở …* is he.
What joins the words of one name is white space alone, and each has a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from tui.search.name_words import (
    LOOK_BACK,
    is_capital,
    is_family_name,
    phrase,
    place_at,
    place_kind,
    spelt,
    words_after,
    words_before,
    words_in,
)
from tui.text.folding import fold
from tui.text.proper_names import (
    BEFORE_OFFICES,
    BODIES,
    CENTRAL,
    COMPOUNDS,
    COUNTRIES,
    LEGAL_FORMS,
    LOCAL,
    MEN,
    NAMED_AFTER,
    NUMBERED,
    OFFICES,
    OFFICES_OF_BODIES,
    PLACES,
    PLURALS,
    TITLES,
    WOMEN,
    WRITINGS,
    spelling,
)
from tui.text.syllables import is_syllable

_OF = re.compile(r"(?: của| ?\(| [-\u2013])(?= ?\w)")
"""What may stand between a body and the place where it is."""

_COUNT = re.compile(r"([^\W\d_]*) ?(?<![\d/.,-])\d{1,3} $")
"""A number that is not a piece of a date, and the word before it."""


class NameBorders:
    """Judges names by the words around them, knowing how the offices of a record begin."""

    def __init__(self, offices: Iterable[str] = (), location: str = "") -> None:
        own = {" ".join(spelt(office)[:2]) for office in offices}
        self._beginnings = OFFICES | BODIES | TITLES | own
        self._location = phrase(location)

    def is_whole_person(self, text: str, start: int, end: int) -> bool:
        """Tell whether the name of a person at ``[start, end)`` is the whole of a name."""
        return not self._begins_before(text, start, end) and not self._goes_on(text, start, end)

    def is_whole_body(self, text: str, start: int, end: int, names: Sequence[str]) -> bool:
        """Tell whether the name of a body at ``[start, end)``, one of its ``names``, is whole."""
        if _is_piece(text, start, end):
            return False
        if self._is_elsewhere(text, start, end, names) or _is_plural(text, start, end):
            return False
        after = words_after(text, end)
        if not after:
            return True
        written = text[start:end]
        many = " " in written
        if _is_compound(after, is_syllable=not many):
            return False
        if spelling(after[0]) == "và":
            return not (many and after[1:] and self._is_part_of_phrase(after[1:], written))
        if not after[0][0].isupper() or self._begins_something_else(after, written):
            return True
        if after[0].lower() in LEGAL_FORMS:
            return True
        if is_family_name(after[0]) and len(after) > 1 and after[1][0].isupper():
            return True
        if place_at(after) or place_kind(after):
            return True
        return many and written.isupper() and after[0].isupper()

    def _is_part_of_phrase(self, words: Sequence[str], written: str) -> bool:
        """Tell whether *và* joins two halves of one name: *Hội Khoa học và Kỹ thuật*."""
        return (
            words[0][0].isupper()
            and is_syllable(words[0])
            and not written.isupper()
            and not place_at(words)
            and not is_family_name(words[0])
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
        after = words_after(text, end)
        if not after or not after[0][0].isupper():
            return False
        if text[end] == "\n" and is_family_name(after[0]):
            return False
        may_be_given = after[0].istitle() and (len(after) == 1 or not after[1][0].isupper())
        if may_be_given and spelling(after[0]) in BODIES:  # as Khoa and Trường are
            pair = " ".join(map(spelling, after[:2]))
            return len(after) == 1 or pair not in self._beginnings
        return not self._begins_something_else(after, text[start:end])

    def _begins_before(self, text: str, start: int, end: int) -> bool:
        """Tell whether a family name stands before, or what is called after people."""
        before = words_before(text, start)
        if not before:
            return False
        last, pair = before[-1], " ".join(map(spelling, before[-2:]))
        if spelling(last) in NAMED_AFTER or pair in NAMED_AFTER:
            return pair != "thành phố"
        bare = text[start:end].isascii()
        if not last[0].isupper() or not is_family_name(last, bare=bare):
            return False
        run = _capitals_at_end(before)
        return not _ends_in_place(run) and not _is_in_place(before, len(run))

    def _is_elsewhere(self, text: str, start: int, end: int, names: Sequence[str]) -> bool:
        """Tell whether a place follows that is not where the body is.

        *Công ty TORmem (Hoa Kỳ)* says only where the one company of that name is from.
        """
        of = _OF.match(text, end)
        after = words_after(text, of.end() - 1 if of and text[of.end() - 1] == " " else end)
        if of:
            after = words_in(text[of.end() : of.end() + LOOK_BACK])
        kind = place_kind(after)
        place = place_at(after[kind:]) or (
            kind and " ".join(takewhile(is_capital, after[kind:][:3]))
        )
        written = text[start:end]
        if not place or (of and place in COUNTRIES and _is_foreign(written)):
            return False
        if place not in COUNTRIES and _is_central(written):
            return False
        place = phrase(place)
        own = " ".join(f" {phrase(name)} " for name in names)
        if f" {place} " in own or any(place.startswith(p) for p in _places_in(own)):
            return False
        if _places_in(own):
            return place != "viet nam"
        return place != "viet nam" and f" {place} " not in f" {self._location} "


def may_be_called(name: str, form: str) -> bool:
    """Tell whether a person of this name may be addressed as *ông* or *bà*: *Thị* is a woman's."""
    middle = {spelling(word) for word in name.split()[1:-1]}
    return not ((form in MEN and "thị" in middle) or (form in WOMEN and "văn" in middle))


def _capitals_at_end(words: Sequence[str]) -> list[str]:
    return [*takewhile(is_capital, reversed(words))][::-1]


def _is_writing(words: Sequence[str]) -> bool:
    """Tell whether a document or a meeting begins with these words: *Kế hoạch số 5* too."""
    spelt = [*map(spelling, words[:4])]
    numbered = any(word[0].isdigit() for word in spelt[1:])
    return numbered or not WRITINGS.isdisjoint((spelt[0], " ".join(spelt[:2])))


def _is_plural(text: str, start: int, end: int) -> bool:
    """Tell whether several bodies are meant, or any of them: *các Sở KH&CN*, *63 Sở KH&CN*."""
    spelling_of = spelt(text[start:end])[:2]
    if LOCAL.isdisjoint((*spelling_of[:1], " ".join(spelling_of))):
        return False
    if _places_in(f" {phrase(text[start:end])} "):
        return False
    after = [*map(spelling, words_after(text, end))][:2]
    if "các" in after[: 1 + (after[:1] == ["của"])]:
        return True
    count = _COUNT.search(text, max(0, start - LOOK_BACK), start)
    if count:
        return spelling(count[1]) not in NUMBERED
    return not PLURALS.isdisjoint(map(spelling, words_before(text, start)[-1:]))


def _is_piece(text: str, start: int, end: int) -> bool:
    """Tell whether a name ends another: *Văn phòng Chính phủ*, or the number *265/QĐ-TTg*."""
    if start and text[start - 1] in "-/" and " " not in text[start:end]:
        number = text[max(0, start - LOOK_BACK) : start].rpartition(" ")[2]
        return any(map(str.isdigit, number))
    before = words_before(text, start)[-2:]
    is_name = bool(before) and before[0][0].isupper()
    return is_name and " ".join(map(spelling, before)) in OFFICES_OF_BODIES


def _is_compound(after: Sequence[str], *, is_syllable: bool) -> bool:
    """Tell whether a name and what is after it are one word: *Tỉnh ủy viên*, *Đoàn công tác*."""
    first, pair = spelling(after[0]), " ".join(map(spelling, after[:2]))
    return first == "viên" or (is_syllable and not COMPOUNDS.isdisjoint((first, pair)))


def _is_central(name: str) -> bool:
    """Tell whether a name is of a ministry or another body of the whole country."""
    first = spelt(name)[:2]
    is_ministry = first[:1] == ["bộ"] and first[1:] not in (["chỉ"], ["tư"], ["môn"], ["phận"])
    return is_ministry or " ".join(first) in CENTRAL


def _is_foreign(name: str) -> bool:
    """Tell whether a name has a word that is neither Vietnamese nor an abbreviation."""
    return any(not is_syllable(word) and not word.isupper() for word in words_in(name))


def _ends_in_place(words: Sequence[str]) -> bool:
    return any(" ".join(map(spelling, words[-length:])) in PLACES for length in (3, 2, 1))


def _is_in_place(words: Sequence[str], capitals: int) -> bool:
    """Tell whether the capitals at the end are a place or a body: *huyện An Dương*."""
    head = words[: len(words) - capitals]
    if capitals > 1 and (
        place_kind(head[-1:]) or place_kind(head[-2:]) or spelling(words[-capitals]) in BODIES
    ):
        return True
    return words[-1].isupper() and len(words[-1]) > 1 and capitals > 1


def _places_in(phrase: str) -> list[str]:
    """Return the places, folded, that a folded phrase names."""
    return [place for place in map(fold, PLACES) if f" {place} " in phrase]
