"""Where the name of a body ends: word by word from its beginning on."""

from __future__ import annotations

import re

from tui.draft import lexicon
from tui.draft.finding.body_joints import UNIT_WORDS, Joint
from tui.draft.finding.body_words import begins_another, ends_with_place, heads, is_pair
from tui.draft.finding.names import person_length
from tui.draft.finding.people_after import Beginning
from tui.draft.finding.titles import at_a_place
from tui.draft.tokens import Tokens

_LAST_WORDS = frozenset("số xanh mở trẻ cao".split())
_AFTER_A_NAME = frozenset("đã sẽ đang vừa là có cũng do được".split())
"""What follows a subject: two syllables before it are not a verb of that."""
_COUNTED = re.compile(
    r"\s?(?:năm|tháng|ngày|người|doanh|giờ|tỷ|tỉ|triệu|nghìn|cơ sở|sinh|em|học|tập|[/%.,]\d)"
)


def end_of_name(tokens: Tokens, first: int, head: str, *, after_office: bool) -> int:
    """Return the index after the last word of the name whose beginning ends before ``first``."""
    index = first
    while index < len(tokens):
        step = _Step(tokens, first, index, head, after_office).length()
        if not step:
            break
        index += step
    while index > first and tokens[index - 1].key in ("và", "các", "&"):
        index -= 1
    return index


class _Step:
    """Whether the name goes on with the word at ``index``, and by how many words."""

    def __init__(
        self, tokens: Tokens, first: int, index: int, head: str, after_office: bool
    ) -> None:
        self.tokens = tokens
        self.first = first
        self.index = index
        self.head = head
        self.after_office = after_office
        self.token = tokens[index]
        self.previous = tokens[index - 1]
        self.joint = Joint(tokens, first, index, head)

    def length(self) -> int:
        """Return how many words more belong to the name."""
        token = self.token
        joined = self.joint.joins()
        if joined is not True:
            return joined if joined else 0
        if token.text in lexicon.words("people", "honorifics.short") and token.text != "CN":
            return 0
        if token.number:
            return self._number()
        if unit := self.tokens.longest(self.index, lexicon.keys("places", "units")):
            other = self.tokens.longest(self.index, lexicon.body_heads(), after=unit)
            # *xã hội* begins like a unit, *thành phố* is one.
            if not (other or (unit == 1 and is_pair(self.tokens, self.index))) and (
                token.small or self.index > self.first or token.acronym
            ):
                return self._unit(unit)
        if token.text == "châu":
            return 1  # Cục Văn hóa châu Hồng Hà
        if token.key == "và" or token.text == "&":
            return self.joint.over_and()
        if token.key == "các":
            return self._many()
        somewhere = self.head in heads("somewhere") or self.head.startswith("hội ")
        if token.key == "tại" and somewhere and self.index > self.first:
            return self._place_after_in()
        return self._capital() if token.capital else self._small()

    def _number(self) -> int:
        after = self.tokens.text[self.token.end : self.token.end + 10]
        if len(self.token.text) > 3 or _COUNTED.match(after):
            return 0
        if self.index == self.first:
            return int(self.head in heads("numbered"))
        numbered = self.head in heads("numbered")
        return int(numbered or self.previous.capital or self.previous.key == "số")

    def _unit(self, count: int) -> int:
        """Go over a unit of administration: *tỉnh*, *thành phố*."""
        after = self.index + count
        if self.head in ("trường", "bộ", "viện") and self.index == self.first:
            return 0
        adjoins = after < len(self.tokens) and self.tokens.gap(after) in (
            " ",
            ". ",
            ".",
        )
        if adjoins and self.tokens[after].capital and not person_length(self.tokens, after):
            return count
        return count

    def _many(self) -> int:
        after = self.index + 1
        if self.head not in heads("of_many") or after >= len(self.tokens):
            return 0
        following = self.tokens[after]
        singles = lexicon.word_keys("words", "single_in_names")
        known = following.capital or is_pair(self.tokens, after) or following.key in singles
        return int(following.gap == " " and known)

    def _place_after_in(self) -> int:
        return at_a_place(self.tokens, self.index) - self.index

    def _capital(self) -> int:
        if self.previous.key in ("tp", "phố", "tỉnh") and (
            place := self.tokens.longest(self.index, lexicon.places())
        ):
            return place  # TP. Đài Trung
        if self.index > self.first and begins_another(self.tokens, self.index, self.head):
            return 0
        following = self.tokens.phrase(self.index, 2)
        if following in lexicon.keys("words", "stop_words") and (
            following not in lexicon.in_names()
            or ends_with_place(self.tokens, self.first, self.index)
        ):
            return 0
        person = Beginning(self.tokens, self.first, self.index, self.head)
        if person.is_person(after_office=self.after_office):
            return 0
        heads = self.tokens.longest(self.index, lexicon.body_heads(), after=1)
        return self.tokens.longest(self.index, lexicon.places()) or heads or 1

    def _small(self) -> int:
        tokens, index = self.tokens, self.index
        if tokens.longest(index, lexicon.keys("places", "parts_of_the_country")):
            return 2  # *Văn phòng đại diện phía Nam*
        known = lexicon.in_names()
        after_word = index > self.first and tokens.phrase(index - 1, 2) in known
        after_place = ends_with_place(tokens, self.first, index) or self.previous.key in UNIT_WORDS
        if index > self.first and after_place and not after_word:
            return 0
        stop_words = lexicon.keys("words", "stop_words")
        if tokens.phrase(index, 2) in stop_words and tokens.phrase(index - 1, 2) not in known:
            return 0
        if tokens.longest(index, lexicon.keys("words", "said"), after=1) and not (
            self.previous.small and is_pair(self.tokens, index)
        ):
            return 0
        for back in (1, 2):
            count = tokens.longest(index - back, known) if index - back >= self.first else 0
            if count > back and tokens[index - back].capital:
                return count - back
        if (
            self.token.key in _LAST_WORDS
            and index > self.first + 1
            and tokens.gap(index + 1) != " "
        ):
            return 1
        if index > self.first or self._may_begin_small():
            if (count := tokens.longest(index, known, after=2)) and self.token.small:
                return count
            if is_pair(tokens, index):
                return self._small_pair()
        singles = lexicon.word_keys("words", "single_in_names")
        if self.token.key in singles and is_pair(tokens, index + 1):
            return 3
        return self._unknown_word()

    def _may_begin_small(self) -> bool:
        return self.after_office or " " in self.head or self.head in heads("with_and")

    def _small_pair(self) -> int:
        """Go over two syllables in small letters; a verb only if the name surely goes on."""
        tokens, index = self.tokens, self.index
        if tokens.phrase(index, 2) not in lexicon.keys("words", "also_verbs"):
            return 2
        after = index + 2
        while after < len(tokens) and is_pair(self.tokens, after):
            after += 2
        ends = after >= len(tokens) or tokens.gap(after) != " "
        if ends or tokens[after].key in _AFTER_A_NAME:
            chained = after > index + 2 or self.previous.key == "và"
            closed = tokens.gap(after)[:1] not in (",", " ") or self.after_office
            return 2 if index > self.first and (chained or closed) else 0
        if tokens[after].key == "và" and after > index + 2 and self._capital_at(after + 1):
            return 2  # *Trung tâm chuyển giao công nghệ và Khuyến nông*
        following = tokens[after]
        if self.head.endswith("đại học") and following.capital and not following.vietnamese:
            return 2  # *Đại học Khoa học ứng dụng Bremen*
        units = lexicon.keys("places", "units")
        goes_on = tokens.longest(after, lexicon.places()) or tokens.longest(after, units)
        return 2 if goes_on else 0

    def _capital_at(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].capital

    def _unknown_word(self) -> int:
        """Go over the second syllable of a word that is not known: *Quỹ Khuyến tài*."""
        token, previous, tokens = self.token, self.previous, self.tokens
        if self.index <= self.first or not previous.capital or previous.acronym:
            return 0
        before = self.tokens[self.index - 2]
        if before.capital and previous.gap == " " and self.index - 2 >= self.first:
            return 0
        if tokens.longest(self.index - 1, lexicon.places()) or not previous.vietnamese:
            return 0
        if token.key in lexicon.word_keys("words", "stops") or not token.vietnamese:
            return 0
        if tokens.phrase(self.index, 2) in lexicon.in_names():
            return 0
        return 1
