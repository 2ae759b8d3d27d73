"""What joins the words in the name of a body: a comma, a dash, *và*, parentheses."""

from __future__ import annotations

import re

from tui.draft import lexicon
from tui.draft.finding.body_words import begins_another, ends_with_place, heads, is_pair
from tui.draft.finding.names import person_length
from tui.draft.tokens import Token, Tokens

_LIST_END = re.compile(r"(?:, \w+(?: \w+){0,3}){0,3},? và \w")
_DASH = re.compile(r" ?[-–] ?")
_OF_FIELDS = frozenset("trường đại cao học viện trung bệnh liên".split())
"""First words of bodies that are named after the fields they teach or work in."""
UNIT_WORDS = frozenset("tỉnh huyện quận xã phường".split())


class Joint:
    """What stands before the word at ``index`` of a name that goes on from ``first``."""

    def __init__(self, tokens: Tokens, first: int, index: int, head: str) -> None:
        self.tokens = tokens
        self.first = first
        self.index = index
        self.head = head
        self.token = tokens[index]
        self.previous = tokens[index - 1]

    def joins(self) -> bool | int:
        """Tell whether the word is joined to the name; or how many words are, from it on."""
        gap = self.token.gap
        if gap == " " or (gap in (". ", ".") and self.previous.key in ("tp", "tx", "q", "p")):
            return True
        if "\n" in gap:
            return False
        if gap in (" (", "(", " ( ") and self.token.acronym:
            return self._abbreviation()
        if gap in (") ", " ) ") and self.previous.acronym and self.index > self.first:
            return True
        if _DASH.fullmatch(gap):
            return self._dash()
        if gap in (", ", " &", " & "):
            return self._list() if gap == ", " else (2 if is_pair(self.tokens, self.index) else 1)
        return False

    def _abbreviation(self) -> int:
        """Go over a short form in parentheses, if the name goes on after it."""
        after = self.index + 1
        if after >= len(self.tokens) or self.tokens.gap(after) not in (") ", " ) "):
            return 0
        following = self.tokens[after]
        units = lexicon.keys("places", "units")
        if self.tokens.longest(after, units) or self.tokens.longest(after, lexicon.places()):
            return 1
        if self.index == self.first and following.capital:
            return 0 if person_length(self.tokens, after) else 1
        return 1 if is_pair(self.tokens, after) and self.head in heads("lists") else 0

    def _dash(self) -> bool:
        token, tokens, index = self.token, self.tokens, self.index
        if not token.capital:  # *Đài Phát thanh - truyền hình*
            return is_pair(tokens, index) and tokens.phrase(index - 2, 2) in lexicon.in_names()
        if tokens.phrase(index, 2) == "đại học":
            return False  # *Trường Đại học Ngoại ngữ - Đại học Quốc gia*
        if begins_another(self.tokens, self.index, self.head):
            return False
        if token.gap == "-" and self.previous.capital and _is_bare(token, self.previous):
            return True  # *Đại học Chung-Ang*
        states = lexicon.keys("places", "short_names_of_states")
        if self.previous.key in states and tokens.longest(index, states):
            return True  # *Trung tâm Nhiệt đới Việt - Nga*
        if index == self.first:
            field = " ".join(self.head.split()[-2:])  # *Trường Chính trị - Hành chính*
            return field in lexicon.in_names() and is_pair(tokens, index)
        places = lexicon.places()
        if tokens.longest(index, places):
            return any(
                tokens.phrase(index - back, back) in places
                for back in (1, 2, 3)
                if index - back >= self.first
            )
        if tokens.phrase(index, 2) == "chi nhánh":
            return True
        if token.text in lexicon.words("bodies", "heads.fields_in_letters") and self.head in heads(
            "lists"
        ):
            return True  # *Sở Nông nghiệp - PTNT*
        if token.acronym or not token.vietnamese:
            return self.previous.acronym or not self.previous.vietnamese
        if tokens.phrase(index, 2) not in lexicon.in_names():
            return False  # *Công Nghiệp - Viễn Thông* in capitals too
        if tokens.phrase(index - 2, 2) in lexicon.in_names() or self.head in heads("lists") | {
            "khoa"
        }:
            return True
        fields = self.head.split()[0] in _OF_FIELDS  # *Trường Đại học Mỏ - Địa chất*
        return fields and self.previous.capital and not ends_with_place(tokens, self.first, index)

    def _list(self) -> int:
        """Go over a comma in a name such as *Sở Văn hóa, Thể thao và Du lịch*."""
        if self.head not in heads("lists") or self.index == self.first:
            return 0
        if begins_another(self.tokens, self.index, self.head) or not (
            self.token.capital or is_pair(self.tokens, self.index)
        ):
            return 0
        if self.token.capital and self.tokens.longest(self.index, lexicon.body_heads()):
            return 0
        if self.previous.key in UNIT_WORDS or ends_with_place(self.tokens, self.first, self.index):
            return 0  # *Văn phòng UBND tỉnh, Tài chính và Xây dựng*
        before = self.tokens.text[self.previous.end : self.token.end + 60]
        before_place = is_pair(self.tokens, self.index) and (
            self.tokens.longest(self.index + 2, lexicon.places())
            or self.tokens.longest(self.index + 2, lexicon.keys("places", "units"))
        )
        if not _LIST_END.match(before) and not before_place:
            return 0
        return 2 if is_pair(self.tokens, self.index) else int(self.token.capital)

    def over_and(self) -> int:
        """Return 1 if *và* at the word is within the name, else 0."""
        tokens, after = self.tokens, self.index + 1
        if self.head.split()[0] not in heads("with_and") or self.index == self.first:
            return 0
        if self.previous.key in UNIT_WORDS:
            return 0
        if not (self.previous.vietnamese or self.previous.acronym):
            return 0  # a brand ends a name
        if after >= len(tokens) or tokens.gap(after) != " ":
            return 0
        if begins_another(tokens, after, self.head):
            return 0
        if tokens[after].capital and tokens.phrase(after, len(self.head.split())) == self.head:
            return 0  # Khoa Cơ khí và Khoa Điện
        if person_length(tokens, after) or tokens.longest(after, lexicon.places()):
            return 0
        unit = tokens.longest(after, lexicon.keys("places", "units"))
        if unit and tokens[after].capital and not is_pair(tokens, after):
            return 0
        if unit > 1 and self._is_place_named(after, unit):
            return 0  # *Trường A và Thành phố Kyoto*
        if ends_with_place(self.tokens, self.first, self.index):
            return 0
        following = tokens[after]
        if following.acronym and not (self.previous.acronym or following.key == "cn"):
            return 0
        field = self.head in heads("lists") and tokens.phrase(after, 2) in lexicon.in_names()
        if self.previous.acronym and not following.acronym and not field:
            return 0
        if is_pair(self.tokens, after):
            return 1
        return 1 if following.capital else 0

    def _is_place_named(self, at: int, count: int) -> bool:
        """Tell whether a unit of ``count`` words in capitals, and its name, stand at a word."""
        tokens, name = self.tokens, at + count
        named = name < len(tokens) and tokens.gap(name) == " " and tokens[name].capital
        return tokens[at].capital and named


def _is_bare(*words: Token) -> bool:
    """Tell whether words have no mark of Vietnamese: they may be of another language."""
    return all(word.text.isascii() and not word.acronym for word in words)
