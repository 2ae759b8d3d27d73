"""Offices: a title, what belongs to it, and the body at which it is held."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.draft import lexicon
from tui.draft.finding.bodies import Body
from tui.draft.finding.title_reader import TitleReader
from tui.draft.finding.titles import at_a_place, end_of_area, end_of_state, offices
from tui.draft.tokens import Tokens


class Office(Struct, frozen=True):
    """A title at ``[start, title_end)``, which is ``title``, and the body that follows it."""

    start: int
    end: int
    title: str
    former: bool = False
    body: Body | None = None


def office_at(tokens: Tokens, index: int, brands: frozenset[str]) -> Office | None:
    """Return the office whose title begins with the word at ``index``, or ``None``.

    ``brands`` are the words that this article uses as names of bodies: ``FPT``, ``Vinamilk``.
    """
    start = tokens[index].start
    first, former = _prefix(tokens, index)
    at = first
    if tokens[index].key == "quyền":
        first = index  # *quyền Hiệu trưởng* is another office than *Hiệu trưởng*
    while at + 1 < len(tokens) and (count := tokens.longest(at, offices("deputy"))):
        if tokens.gap(at + count) != " " and not (
            tokens[at].key == "p" and "." in tokens.gap(at + 1)
        ):
            break
        at += count
    count = tokens.longest(at, lexicon.offices())
    if not count and (count := tokens.longest(first, offices("deputies_of_units"))):
        at = first  # *Phó Ban*, *Phó phòng*
    if not count or tokens.longest(at, lexicon.body_heads(), after=count):
        return None  # none, or *Đại sứ quán*
    phrase = tokens.phrase(at, count)
    if phrase == "chủ tịch quốc hội" and at > first and tokens[at + 1].key != "nước":
        of_state = end_of_state(tokens, at + count)
        count, phrase = (count, phrase) if of_state else (2, "chủ tịch")
    if phrase in offices("of_states") and (end := end_of_state(tokens, at + count)):
        return _office(tokens, start, first, end, former)
    if phrase in offices("of_places") and (end := end_of_area(tokens, at + count)):
        return _office(tokens, start, first, end, former)
    return _with_body(tokens, brands, start, first, at + count, phrase, former)


def _prefix(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Go over *nguyên* or *quyền*; return where the title begins, and whether it is former."""
    if tokens.gap(index + 1) == " ":
        if tokens[index].key in offices("former"):
            return index + 1, True
        if tokens[index].key in offices("acting"):
            return index + 1, False
    return index, False


def _office(
    tokens: Tokens,
    start: int,
    first: int,
    end: int,
    former: bool,
    body: Body | None = None,
) -> Office:
    title = tokens.span_text(first, end).removesuffix(" của").removesuffix(" thuộc")
    return Office(start, body.end if body else tokens[end - 1].end, title, former, body)


def _with_body(
    tokens: Tokens,
    brands: frozenset[str],
    start: int,
    first: int,
    at: int,
    phrase: str,
    former: bool,
) -> Office:
    """Return the office whose title, ``phrase``, ends before the word ``at``, with its body."""
    if phrase in offices("whole"):
        deputy = tokens[first].key in offices("deputy")
        after = tokens.longest(at, offices("after")) if tokens.gap(at) == " " and deputy else 0
        return _office(tokens, start, first, at + after, former)
    reader = TitleReader(tokens, brands, at, phrase)
    reader.read()
    if reader.body:
        body_index = tokens.at(reader.body.start)
        end = body_index - 1 if tokens[body_index - 1].key in ("của", "thuộc") else body_index
        after = tokens.at(reader.body.end)
        further = at_a_place(tokens, after)
        body = replace(reader.body, end=tokens[further - 1].end) if further > after else reader.body
        return _office(tokens, start, first, end, former, body)
    end = reader.end
    if end > at and not reader.unit and end < len(tokens):
        following = tokens[end]
        # Words after a title that lead to no body belong to it only if they end a clause.
        if following.gap == " " and following.small and following.key not in _words_after_a_title():
            end = at
    return _office(tokens, start, first, end, former)


def _words_after_a_title() -> frozenset[str]:
    said = lexicon.keys("words", "said") | lexicon.keys("words", "before_said")
    return frozenset(phrase.split()[0] for phrase in said) | {
        "và",
        "cùng",
        "là",
        "tại",
        "của",
    }
