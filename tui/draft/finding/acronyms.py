"""Bodies called by their letters or their brand alone: *PVN ký với EVN*, *đại diện Viettel*."""

from __future__ import annotations

from tui.draft import lexicon
from tui.draft.finding.bodies import Body
from tui.draft.finding.names import person_length
from tui.draft.tokens import Token, Tokens

_FEWEST_LETTERS = 3


def acronym_at(tokens: Tokens, index: int, *, after_body: bool) -> Body | None:
    """Return the body that the letters at ``index`` are, or ``None``.

    Letters alone may be anything; they are a body where one stands: beside *ký*, *với*, *đại diện*.
    ``after_body`` tells that a body and *và* stand right before.
    """
    if not tokens[index].capital or tokens[index].vietnamese:
        return None
    known = tokens.longest(index, lexicon.known_bodies())
    if not known and not _are_letters(tokens[index]):
        return None
    if tokens.gap(index).endswith("("):
        return None  # the short form of what stands before it
    end = _with_place(tokens, index + max(known, 1))
    example = known and tokens.phrase(index - 1, 1) in ("như", "gồm") and tokens.gap(index) == " "
    if not (after_body or example or _acts(tokens, end) or _is_addressed(tokens, index)):
        return None
    return Body(tokens[index].start, tokens[end - 1].end, "")


def _are_letters(token: Token) -> bool:
    letters = token.text.replace("&", "")
    if len(letters) < _FEWEST_LETTERS or not (letters.isalpha() and letters.isupper()):
        return False
    return token.text not in lexicon.words("words", "common_acronyms")


def _with_place(tokens: Tokens, end: int) -> int:
    """Return the index after the place that goes with the name before ``end``: *VNPT Nghệ An*."""
    if end < len(tokens) and tokens.gap(end) == " " and tokens[end].key == "tp":
        return end + 1 + tokens.longest(end + 1, lexicon.places())
    if end < len(tokens) and tokens.gap(end) == " " and not person_length(tokens, end):
        end += tokens.longest(end, lexicon.places())
    return end


def _acts(tokens: Tokens, end: int) -> bool:
    """Tell whether what only a body does is said of it."""
    if end >= len(tokens) or tokens.gap(end) != " ":
        return False
    auxiliary = tokens.longest(end, lexicon.keys("bodies", "acts.auxiliary"))
    return bool(tokens.longest(end + auxiliary, lexicon.keys("bodies", "acts.verbs")))


def _is_addressed(tokens: Tokens, index: int) -> bool:
    """Tell whether words stand before it that only a body or a person has after them."""
    if tokens.gap(index) != " ":
        return False
    before = lexicon.keys("bodies", "acts.before")
    return any(tokens.phrase(index - back, back) in before for back in (1, 2) if index >= back)
