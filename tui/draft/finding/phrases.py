"""One block taken apart: the names, the offices and the bodies in its words, in reading order."""

from __future__ import annotations

import re
from typing import TypeAlias

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.acronyms import acronym_at
from tui.draft.finding.bodies import Body, body_at
from tui.draft.finding.names import foreign_length, is_foreign, is_sure, person_length
from tui.draft.finding.offices import Office, office_at
from tui.draft.finding.titles import is_of_state
from tui.draft.tokens import Tokens

_UNITS = frozenset(("xã", "phường", "huyện", "tỉnh"))
_HONORIFIC_JOINT = re.compile(r"[ .,\-–&]{1,3}")


class Name(Struct, frozen=True):
    """The name of a person at ``[start, end)``.

    ``left`` is where its honorific or word of address begins. ``marked`` tells that one stands
    there, ``given`` that the name is a given name alone, as in *ông Hùng*.
    """

    left: int
    start: int
    end: int
    honorific: str = ""
    marked: bool = False
    given: bool = False


Phrase: TypeAlias = Name | Office | Body


def phrases(tokens: Tokens, brands: frozenset[str]) -> tuple[Phrase, ...]:
    """Return the names, offices and bodies of a text, none of which overlaps another."""
    found: list[Phrase] = []
    index = 0
    beginnings = lexicon.beginnings()
    while index < len(tokens):
        token = tokens[index]
        if not token.capital and token.key not in beginnings:
            following = tokens[index + 1].key if index + 1 < len(tokens) else ""
            if f"{token.key} {following}" not in beginnings:
                index += 1  # most words by far
                continue
        reader = _At(tokens, index, brands, found)
        index = max(reader.read(), index + 1)
    return tuple(found)


class _At:
    """What begins at one word. :meth:`read` adds it to ``found`` and returns where to go on."""

    def __init__(
        self, tokens: Tokens, index: int, brands: frozenset[str], found: list[Phrase]
    ) -> None:
        self.tokens = tokens
        self.index = index
        self.brands = brands
        self.found = found

    def read(self) -> int:
        """Add what begins here, and return the index after it."""
        tokens, index = self.tokens, self.index
        after = _over_address(tokens, index)
        if tokens.longest(index, lexicon.keys("people", "honorifics.long"), after=after - index):
            after = index  # *Thầy thuốc Ưu tú* is none of *thầy*
        honorific, name_at = _over_honorific(tokens, after)
        if name_at > index and name_at < len(tokens):
            return self._marked(name_at, honorific, addressed=after > index)
        office = office_at(tokens, index, self.brands)
        if office and self._is_office(office):
            return self._office(office, "", tokens[index].start)
        body = body_at(tokens, index)
        if body and not body.bare:
            if not self._is_one_of_many(body):
                self.found.append(body)
            return tokens.at(body.end)
        if not body and (letters := acronym_at(tokens, index, after_body=self._joins_a_body())):
            self.found.append(letters)
            return tokens.at(letters.end)
        if (count := person_length(tokens, index)) and self._is_person(count):
            return self._name(index, count, tokens[index].start, "", marked=False)
        if (count := self._listed_length()) and not body:
            return self._name(index, count, tokens[index].start, "", marked=False)
        return index + 1

    def _is_one_of_many(self, body: Body) -> bool:
        """Tell whether any such body is meant: *38 Đảng bộ xã*, *các Đảng bộ cơ sở*."""
        tokens, index = self.tokens, self.index
        if not index or tokens.gap(index) != " ":
            return False
        many = tokens[index - 1].number or tokens[index - 1].key in ("các", "những", "nhiều")
        last = tokens.at(body.end) - 1
        general = tokens[last].key in _UNITS or tokens.phrase(last - 1, 2) == "cơ sở"
        return many and general

    def _joins_a_body(self) -> bool:
        """Tell whether a body and *và* stand right before this word."""
        last = self.found[-1] if self.found else None
        if isinstance(last, Office):
            last = last.body
        if not isinstance(last, Body):
            return False
        text, start = self.tokens.text, self.tokens[self.index].start
        return any(
            start - last.end == len(joint) and text.startswith(joint, last.end)
            for joint in (" và ", ", ")
        )

    def _listed_length(self) -> int:
        """Return of how many words a foreign name in a list of people is: *; A B C - Bí thư*."""
        tokens, index = self.tokens, self.index
        if tokens.gap(index) not in ("; ", ": ") or not tokens[index].capital:
            return 0
        count = foreign_length(tokens, index)
        place = tokens.longest(index, lexicon.places())
        return count if count > 1 and not place and self._has_title_after(index + count) else 0

    def _marked(self, at: int, honorific: str, *, addressed: bool) -> int:
        """Read what follows an honorific or a word of address."""
        tokens, left = self.tokens, self.tokens[self.index].start
        if not tokens[at].capital:
            return self.index + 1
        if count := person_length(tokens, at, marked=True):
            return self._name(at, count, left, honorific, marked=True)
        office = office_at(tokens, at, self.brands)
        if office:
            return self._office(office, honorific, left)
        if body_at(tokens, at) or tokens[at].number:
            return at
        count = foreign_length(tokens, at)
        strange = is_foreign(tokens, at, count)
        told = self._is_formal() if addressed else honorific and not self._is_subject(at, count)
        if count and (strange or (told and count > 1)):
            return self._name(at, count, left, honorific, marked=True)
        if addressed and tokens[at].vietnamese and not tokens[at].acronym:
            self.found.append(Name(left, tokens[at].start, tokens[at].end, honorific, True, True))
            return at + 1
        return at

    def _is_subject(self, at: int, count: int) -> bool:
        """Tell whether the words are what someone has studied: *Tiến sĩ Khoa học Máy tính*."""
        return any(
            self.tokens.phrase(at + ahead, 2) in lexicon.in_names() for ahead in range(count)
        )

    def _is_formal(self) -> bool:
        words = lexicon.keys("people", "honorifics.formal")
        return bool(self.tokens.longest(self.index + (self.tokens[self.index].key == "các"), words))

    def _is_office(self, office: Office) -> bool:
        """Tell whether a title in small letters is one here and no common noun."""
        tokens, index = self.tokens, self.index
        if tokens[index].capital:
            return True
        if tokens[index].key in lexicon.keys("people", "offices.former"):
            return True
        after = tokens.at(office.end)
        named = after < len(tokens) and tokens.gap(after) == " " and person_length(tokens, after)
        return bool(office.body or named or self._follows_a_name())

    def _follows_a_name(self) -> bool:
        last = self.found[-1] if self.found else None
        if not isinstance(last, Name):
            return False
        between = self.tokens.text[last.end : self.tokens[self.index].start]
        return bool(re.fullmatch(r"\s?[,\-–(]\s?(?:là )?", between))

    def _office(self, office: Office, honorific: str, left: int) -> int:
        self.found.append(office)
        tokens, after = self.tokens, self.tokens.at(office.end)
        if after >= len(tokens) or tokens.gap(after) != " " or not tokens[after].capital:
            return after
        if _over_address(tokens, after) > after:
            return after
        count = person_length(tokens, after, marked=True)
        if count and (honorific or not person_length(tokens, after)):
            return self._name(after, count, tokens[after].start, honorific, marked=True)
        if count or not foreign_length(tokens, after):
            return after
        count = foreign_length(tokens, after)
        strange = is_foreign(tokens, after, count) or is_of_state(office.title)
        if count > 1 and strange and not body_at(tokens, after):
            return self._name(after, count, tokens[after].start, honorific, marked=True)
        return after

    def _name(self, at: int, count: int, left: int, honorific: str, *, marked: bool) -> int:
        tokens = self.tokens
        end = tokens[at + count - 1].end
        if tokens.phrase(at, count) not in ("hồ chí minh", "hồ chí"):
            self.found.append(Name(left, tokens[at].start, end, honorific, marked))
        return at + count

    def _is_person(self, count: int) -> bool:
        """Tell whether an unmarked name is one: by its length, and by what stands beside it."""
        tokens, index = self.tokens, self.index
        if self._after_office():
            return True
        if index and tokens[index - 1].number and tokens.gap(index) == " ":
            return False  # *35 Hồ Hảo Hớn*, a street
        if any(
            tokens.phrase(index - back, back) in lexicon.keys("people", "names.of_things")
            for back in (1, 2, 3)
            if index >= back and tokens.gap(index) in (" ", ". ", " “")
        ):
            return False
        if not is_sure(tokens, index):
            return self._has_title_after(index + count)
        if index and tokens.gap(index) == " " and tokens[index - 1].capital:
            first_of_sentence = index == 1 or tokens.gap(index - 1) not in (" ", ", ")
            if not first_of_sentence:
                return False
        return count >= 3 or self._has_title_after(index + count) or self._speaks(index + count)

    def _after_office(self) -> bool:
        last = self.found[-1] if self.found else None
        start = self.tokens[self.index].start
        return isinstance(last, Office) and not self.tokens.text[last.end : start].strip()

    def _has_title_after(self, after: int) -> bool:
        tokens = self.tokens
        if after >= len(tokens) or not re.fullmatch(r"\s?[,\-–(]\s?|\n", tokens.gap(after)):
            return False
        return office_at(tokens, after, self.brands) is not None

    def _speaks(self, after: int) -> bool:
        tokens = self.tokens
        if tokens.gap(after) != " ":
            return False
        skipped = tokens.longest(after, lexicon.keys("words", "before_said"))
        return bool(tokens.longest(after + skipped, lexicon.keys("words", "said")))


def _over_address(tokens: Tokens, index: int) -> int:
    """Return the index after *ông*, *các đồng chí:* and the like."""
    at = index + (tokens[index].key == "các")
    address = lexicon.keys("people", "honorifics.address")
    count = tokens.longest(at, address)
    if count and tokens.gap(at + count) == " " and tokens[at].key == tokens[at + count].key:
        count += count  # *Ông Ông*, a slip
    after = at + count
    if not count or after >= len(tokens):
        return index
    in_name = tokens[at].capital and tokens[at].key not in ("ngài", "đồng")
    if in_name and at and tokens.gap(at) == " " and tokens[at - 1].capital:
        return index  # a part of a name
    return after if tokens.gap(after) in (" ", ": ", "/", ". ") else index


def _over_honorific(tokens: Tokens, index: int) -> tuple[str, int]:
    """Return the honorific that begins at a word, and the index after it."""
    at = index
    while at < len(tokens):
        if at > index and not _HONORIFIC_JOINT.fullmatch(tokens.gap(at)):
            break
        count = _is_short_honorific(tokens[at].text) or (
            tokens.longest(at, lexicon.keys("people", "honorifics.long"))
            if tokens[at].capital or at > index
            else 0
        )
        if not count:
            break
        at += int(count)
    if at == index or at >= len(tokens) or not _HONORIFIC_JOINT.fullmatch(tokens.gap(at)):
        return "", index
    return tokens.span_text(index, at), at


def _is_short_honorific(word: str) -> bool:
    known = lexicon.words("people", "honorifics.short")
    return all(part in known for part in re.split("[-–/&]", word))
