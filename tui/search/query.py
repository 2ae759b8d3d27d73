"""A query as the reader typed it, taken apart into words and what joins them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct

from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.words import Word, read_word, script_of, word_pattern

Joint: TypeAlias = Literal["gap", "and", "close", "acronym"]
"""What may stand between two words: a gap (S7); a gap or *và*, for ``&`` was typed (S8); nothing or
a gap, in scripts without spaces; only what joins the parts of an acronym."""


class Query(Struct, frozen=True):
    """What was typed. ``joints[i]`` and ``separators[i]`` stand before ``words[i + 1]``."""

    words: tuple[Word, ...]
    exact: tuple[bool, ...]
    """Of each word, whether it is in quotes: its marks are as typed (S11)."""
    joints: tuple[Joint, ...]
    separators: tuple[str, ...]
    """What was typed between the words, folded."""
    open_end: bool
    """Whether the last word may be a prefix: no space follows it, and it is not in quotes (S6)."""
    signs: str
    """What was typed, folded, when there is no word in it: punctuation, an arrow, an emoji."""
    capitals: tuple[bool, ...]
    """Of each word, whether it was typed in capitals."""


def parse_query(text: str) -> Query:
    """Return any string taken apart."""
    text = canonical(text)
    folded = fold(text)
    spans = [m.span() for m in word_pattern(script_of(folded)).finditer(folded)]
    if not spans and "&" in folded:
        return parse_query("và ")
    written = [text[start:end] for start, end in spans]
    exact = _quoted(folded, [start for start, _ in spans])
    separators = tuple(folded[a[1] : b[0]] for a, b in pairwise(spans))
    return Query(
        words=tuple(map(read_word, written)),
        exact=exact,
        joints=tuple(map(_joint, separators)),
        separators=separators,
        open_end=bool(spans) and not _is_closed(folded[spans[-1][1] :], exact),
        signs="" if spans else _signs(folded),
        capitals=tuple(word.isupper() for word in written),
    )


def _is_closed(after: str, exact: tuple[bool, ...]) -> bool:
    """Tell whether the last word is whole: a space follows it, or it is in quotes (S6, S11)."""
    return exact[-1] or " " in after.replace("\n", " ")


def _joint(separator: str) -> Joint:
    if not separator:
        return "close"
    return "and" if "&" in separator else "gap"


def _quoted(folded: str, starts: list[int]) -> tuple[bool, ...]:
    """Tell of each word whether it stands between two quotes; a quote left open quotes nothing."""
    quotes = [match.start() for match in re.finditer('"', folded)] if '"' in folded else []
    quotes = quotes[: len(quotes) // 2 * 2]
    result = []
    passed = 0
    for start in starts:
        while passed < len(quotes) and quotes[passed] < start:
            passed += 1
        result.append(passed % 2 == 1)
    return tuple(result)


def _signs(folded: str) -> str:
    """Return what to look for literally in a query without words; '' for quotes and lone marks."""
    signs = folded.strip('"\n ' + script_of(folded).marks)
    return "" if "\n" in signs else signs
