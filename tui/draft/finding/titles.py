"""Titles of offices: their lists, and the states that titles of diplomats name."""

from __future__ import annotations

from tui.draft import lexicon
from tui.draft.tokens import Tokens


def offices(name: str) -> frozenset[str]:
    """Return the keys of a list of titles or of words beside them, such as ``units``."""
    return lexicon.keys("people", f"offices.{name}")


def is_whole(title: str) -> bool:
    """Tell whether a title needs no body: *Thủ tướng*, *Đại sứ Nhật Bản tại Việt Nam*."""
    key = lexicon.phrase_key(title)
    alone = offices("whole") | offices("of_states")
    return any(key.removeprefix("phó ").startswith(one) for one in alone)


def is_of_state(title: str) -> bool:
    """Tell whether a title names the state that a diplomat or a head of it stands for."""
    key = lexicon.phrase_key(title).removeprefix("phó ")
    if any(key.startswith(f"{one} ") for one in offices("of_states")):
        return True
    abroad = lexicon.keys("places", "foreign_provinces")
    return any(key.endswith(f" {place}") for place in abroad)


def end_of_state(tokens: Tokens, at: int) -> int:
    """Return the index after the name of a state, and of the place where it is represented."""
    countries, formal = (
        lexicon.keys("places", "countries"),
        lexicon.word_keys("places", "formal"),
    )
    while (
        at < len(tokens)
        and tokens.gap(at) in (" ", " (", ") ")
        and not tokens.longest(at, countries)
    ):
        if tokens[at].key not in formal:
            return 0
        at += 1
    count = tokens.longest(at, countries)
    return at_a_place(tokens, at + count) if count else 0


def end_of_area(tokens: Tokens, at: int) -> int:
    """Return the index after *tỉnh Champasak* or *tỉnh*, or 0 if neither stands at a word."""
    if at >= len(tokens) or tokens.gap(at) != " ":
        return 0
    name = at + tokens.longest(at, lexicon.keys("places", "units"))
    if name == at:
        return 0
    if name >= len(tokens) or tokens.gap(name) not in (" ", ". ", "."):
        return name  # Phó Bí thư tỉnh
    if count := tokens.longest(name, lexicon.places()):
        return name + count
    end = name + 1  # *tỉnh Sạ-vẳn-na-khệt*
    while tokens[name].capital and end < len(tokens) and tokens.gap(end) == "-":
        end += 1
    return end if end > name + 1 else 0


def at_a_place(tokens: Tokens, at: int) -> int:
    """Return the index after *tại Việt Nam* at a word; the same one if that is not there."""
    if at >= len(tokens) or tokens.gap(at) != " " or tokens[at].key != "tại":
        return at
    unit = tokens.longest(at + 1, lexicon.keys("places", "units"))
    count = tokens.longest(at + 1 + unit, lexicon.places())
    return at + 1 + unit + count if count else at
