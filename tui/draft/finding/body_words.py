"""What the words of the name of a body are: the tables of names asked."""

from __future__ import annotations

from tui.draft import lexicon
from tui.draft.tokens import Tokens


def heads(name: str) -> frozenset[str]:
    """Return the keys of a list of beginnings of names, such as ``alone``."""
    return lexicon.keys("bodies", f"heads.{name}")


def is_pair(tokens: Tokens, index: int) -> bool:
    """Tell whether a word of two syllables that names of bodies have begins here."""
    phrase = tokens.phrase(index, 2)
    return (
        phrase in lexicon.in_names()
        and tokens[index + 1].small
        and phrase not in lexicon.keys("words", "stop_words")
    )


def ends_with_place(tokens: Tokens, first: int, index: int) -> bool:
    """Tell whether a place ends right before ``index``, in a name that goes on from ``first``."""
    places, units = lexicon.places(), lexicon.keys("places", "units")
    for back in (1, 2, 3):
        at = index - back
        if at < first or not tokens[at].capital:
            return False
        if tokens.phrase(at, back) in places:
            return True
        if at > first and tokens[at].gap == " " and tokens[at - 1].key in units:
            return True  # *phường Cam Đường*
    return False


def begins_another(tokens: Tokens, index: int, head: str) -> bool:
    """Tell whether a title, a word of address or another body begins here."""
    token = tokens[index]
    pair = tokens.phrase(index, 2) in lexicon.in_names()
    staff = token.small and pair  # *Cục Nhà giáo và cán bộ quản lý giáo dục*
    if (tokens.longest(index, lexicon.offices()) and not staff) or token.key in ("phó", "nguyên"):
        return True
    if token.capital and token.key in ("ông", "bà", "ngài"):
        return True
    if tokens.longest(index, lexicon.keys("people", "honorifics.long"), after=1):
        return True
    if tokens.longest(index, heads("never"), after=1):
        return token.capital and not pair
    count = tokens.longest(index, lexicon.body_heads()) if token.capital else 0
    if not count or (token.acronym and count == 1 and len(token.text) < 4):
        return False
    phrase = tokens.phrase(index, count)
    if phrase in heads("within"):
        return False
    if head in heads("inside"):
        return False
    return not pair
