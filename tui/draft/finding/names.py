"""Names of people: a family name and what follows it, or a foreign name after a word of address."""

from __future__ import annotations

import re
from functools import cache

from tui.draft import lexicon
from tui.draft.tokens import Tokens

LONGEST_NAME = 5
_LONGEST_FOREIGN = 6
_INITIAL = re.compile(r" |\. |\.|-")


@cache
def _surnames() -> frozenset[str]:
    return lexicon.words("people", "surnames.certain") | _ambiguous()


def _ambiguous() -> frozenset[str]:
    return lexicon.words("people", "surnames.ambiguous")


def is_sure(tokens: Tokens, index: int) -> bool:
    """Tell whether the family name at ``index`` is hardly ever another word."""
    return tokens[index].text not in _ambiguous()


def person_length(tokens: Tokens, index: int, *, marked: bool = False) -> int:
    """Return of how many words the Vietnamese name at ``index`` is; 0 if there is none.

    ``marked`` tells that a title, an honorific or a word of address stands before it, so that a
    name which might be a place is one of a person.
    """
    token = tokens[index]
    if token.key == "phó" and tokens.longest(index + 1, lexicon.offices()):
        return 0  # Phó Bí thư
    if token.text not in _surnames() or (token.acronym and len(token.text) > 2):
        return 0
    count = 1
    while count < LONGEST_NAME and index + count < len(tokens):
        following = tokens[index + count]
        if marked and count > 1 and following.gap == "-" and following.small:
            count += 1  # Kim Gwang-keun
            continue
        if following.gap != " " or not following.capital or following.acronym:
            break
        if not following.vietnamese and not marked:
            break
        count += 1
    count = _before_a_title(tokens, index, count)
    if count < 2 or _is_place(tokens, index, count, marked=marked):
        return 0
    return count


def _is_place(tokens: Tokens, index: int, count: int, *, marked: bool) -> bool:
    """Tell whether the words are a place, or the end of one."""
    places = lexicon.places()
    known = tokens.longest(index, places)
    if known >= count or (known and (not marked or count - known > 1)):
        return True
    if index and tokens.gap(index) == " " and tokens[index - 1].capital:
        backs = (1, 2) if index > 1 else (1,)
        if any(tokens.phrase(index - back, back + 1) in places for back in backs):
            return True
    # *Trường Cao đẳng Công nghệ cao Hà Nội* ends in no person of the family Cao.
    ends_so = tokens.phrase(index + 1, count - 1) in places
    may_be_title = not marked or len(tokens[index].text) == 1  # Bệnh viện Đại học Y Hà Nội
    return ends_so and may_be_title and not is_sure(tokens, index)


def _before_a_title(tokens: Tokens, index: int, count: int) -> int:
    """Return how many of the words stand before a title, a body or an honorific."""
    for ahead in range(2, count):
        at = index + ahead
        word = tokens[at]
        if tokens.longest(at, lexicon.offices(), after=1) or word.key in (
            "nguyên",
            "phó",
        ):
            if word.key in ("nguyên", "phó") and ahead == count - 1:
                continue
            return ahead
        if tokens.longest(at, lexicon.body_heads(), after=1):
            return ahead
        if word.text in lexicon.words("people", "honorifics.short"):
            return ahead
    return count


def foreign_length(tokens: Tokens, index: int) -> int:
    """Return of how many words the name at ``index`` is, one that need not be Vietnamese.

    It has two words or more, or one that is not a syllable of Vietnamese.
    """
    small = lexicon.words("people", "surnames.small_parts")
    count = 0
    while count < _LONGEST_FOREIGN and index + count < len(tokens):
        token = tokens[index + count]
        if count and not _INITIAL.fullmatch(token.gap):
            break
        joined = count > 0 and (token.text in small or token.gap == "-")
        if not (token.capital or joined) or any(map(str.isdigit, token.text)):
            break  # *sinh viên K53*
        if token.acronym and len(token.text) > 1 and not token.text.isalpha():
            break
        if count and (
            token.key == "ngài"
            or tokens.longest(index + count, lexicon.offices())
            or tokens.longest(index + count, lexicon.body_heads(), after=1)
        ):
            break
        if count and "." in token.gap and len(tokens[index + count - 1].text) > 2:
            break
        count += 1
    first = tokens[index]
    if count > 1 and first.acronym and tokens.longest(index + 1, lexicon.places()) == count - 1:
        return 0  # *JICA Việt Nam*
    while count and tokens[index + count - 1].text in small:
        count -= 1
    if count == 1 and (tokens[index].vietnamese or tokens[index].acronym):
        return 0
    return count


def is_foreign(tokens: Tokens, index: int, count: int) -> bool:
    """Tell whether the words of a name are not all Vietnamese, or written as none: *Bun-chồm*."""
    ahead = range(index, index + count)
    hyphenated = any(tokens.gap(at) == "-" for at in ahead if at > index)
    return hyphenated or any(not tokens[at].vietnamese for at in ahead)
