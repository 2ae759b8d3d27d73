"""Names of bodies: where one begins, and where it ends."""

from __future__ import annotations

import re

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.body_names import end_of_name
from tui.draft.finding.body_words import heads
from tui.draft.finding.names import person_length
from tui.draft.finding.titles import end_of_state
from tui.draft.tokens import Token, Tokens

_UNIVERSITY = re.compile(r"ĐH(?:QG|[A-ZĐ])[A-ZĐ]+(?:[-–][A-ZĐ]+)?")


class Body(Struct, frozen=True):
    """The name of a body at ``[start, end)``; ``bare`` if it is a beginning with nothing after."""

    start: int
    end: int
    head: str
    bare: bool = False


def body_at(tokens: Tokens, index: int, *, after_office: bool = False) -> Body | None:
    """Return the body whose name begins with the word at ``index``, or ``None``."""
    token = tokens[index]
    if _UNIVERSITY.fullmatch(token.text) and token.text != "ĐHQG":
        return Body(token.start, token.end, "đh")
    count = tokens.longest(index, lexicon.body_heads())
    if not count or _is_other_phrase(tokens, index, count):
        return None
    if index and tokens[index - 1].key == "ngành" and tokens.gap(index) == " ":
        return None  # *ngành Tổ chức nhà nước*
    if tokens.longest(index, lexicon.places(), after=count):
        return None  # Đài Loan
    if token.small and count > 1 and person_length(tokens, index + 1, marked=True) > 2:
        return None  # …các KCN tỉnh Đoàn Viết Hồng
    head = tokens.phrase(index, count)
    alone = head in heads("alone")
    if token.small and index and tokens.phrase(index - 1, 2) in heads("ends_another_word"):
        return None
    if token.small and not (after_office and alone) and not _small_is_enough(tokens, index, head):
        return None
    of_state = end_of_state(tokens, index + count) if head in heads("of_states") else 0
    end = of_state or end_of_name(tokens, index + count, head, after_office=after_office)
    bare = end == index + count
    return Body(token.start, tokens[end - 1].end, head, bare and not alone)


def _is_other_phrase(tokens: Tokens, index: int, count: int) -> bool:
    """Tell whether a beginning begins another phrase: *Hội nghị*, *công đoàn viên*."""
    if not tokens.longest(index, heads("never"), after=count - 1):
        return False
    following = index + count
    return count == 1 or following >= len(tokens) or not tokens[following].capital


def _is_brand(word: Token) -> bool:
    common = lexicon.words("words", "common_acronyms")
    return not word.vietnamese and word.text not in common


def _small_is_enough(tokens: Tokens, index: int, head: str) -> bool:
    """Tell whether a beginning in small letters is followed by a name."""
    after = index + len(head.split())
    if head in ("bộ", "sở") and tokens.longest(after, heads("of_departments")):
        return True  # sở khoa học và công nghệ
    if head in heads("small_alone") and tokens.gap(after) == " ":
        units = tokens.longest(after, lexicon.keys("places", "units"))
        return bool(units or tokens.longest(after, lexicon.places()))
    if tokens.longest(after, lexicon.keys("places", "countries")) and head in heads("common"):
        return False  # *một công ty Hàn Quốc*
    return (
        head in heads("small")
        and after < len(tokens)
        and tokens.gap(after) == " "
        and tokens[after].capital
        and not person_length(tokens, after)
        and (head != "tổ chức" or _is_brand(tokens[after]))
    )
