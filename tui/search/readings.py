"""The readings of a query: its own words, acronyms divided otherwise, abbreviations either way.

A query with ``KH&CN`` in it is also read with ``KHCN`` if the texts have that (S8), and with
``khoa học và công nghệ``; one with the long form is also read with the short (S9).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from tui.search.expansions import Expansion, Expansions, key_of_word
from tui.search.query import Joint, Query, parse_query
from tui.text.acronyms import MAX_LETTERS, MAX_PARTS, Acronyms, Parts, is_acronym_joint
from tui.text.words import Word, agree, divide_word, is_and, join_words

MAX_READINGS = 32
MAX_WORDS = 200
"""Longer queries are read as they stand."""


class Reading(Struct, frozen=True):
    """Words to find, one after another. ``joints[i]`` stands before ``words[i + 1]``."""

    words: tuple[Word, ...]
    exact: tuple[bool, ...]
    """Of each word, whether its marks must be as they are here."""
    joints: tuple[Joint, ...]
    open_end: bool
    shorts: tuple[tuple[int, int, str], ...] = ()
    """Which words ``[first, last)`` must be written as the abbreviation they are, and that."""
    reasons: tuple[str, ...] = ()
    """What was read for what, such as ``KH&CN = khoa học và công nghệ``."""
    capitals: tuple[bool, ...] = ()
    """Of each word, whether it is in capitals here; a name has them where this says so."""
    is_name: bool = False
    """Whether it is of a name, which is found by stricter rules than what a reader types."""


class _Edge(Struct, frozen=True):
    """Another way of writing the words ``[first, last)`` of a query."""

    first: int
    last: int
    words: tuple[Word, ...]
    joints: tuple[Joint, ...]
    exact: bool = False
    short: str = ""
    """The abbreviation that ``words`` are; empty if they are a long form."""
    reason: str = ""
    open_end: bool = False


class _Group(Struct, frozen=True):
    """Words ``[first, last)`` of a query that may be one acronym, *và* apart."""

    first: int
    last: int
    word: Word
    """Their letters as one word."""
    parts: Parts
    joined: bool
    """Whether only what joins the parts of acronyms stands between them."""


def readings(
    query: Query, acronyms: Acronyms, expansions: Expansions, *, is_name: bool = False
) -> tuple[Reading, ...]:
    """Return the readings of ``query``, at most :data:`MAX_READINGS`, the literal one first.

    A query without words has none. A name may also have what is short for a part of it in brackets:
    *Sở Khoa học và Công nghệ (KH&CN) Hải Phòng*.
    """
    if not query.words:
        return ()
    edges: list[_Edge] = []
    shortened: list[_Edge] = []
    if len(query.words) <= MAX_WORDS:
        groups = list(_groups(query))
        edges += _divided(query, groups, acronyms)
        shortened = [*_shortened(query, acronyms, expansions)]
        edges += shortened
        edges += _spelt_out(query, groups, expansions)
    chosen: list[tuple[_Edge, ...]] = [()]
    for picked in chosen:
        end = picked[-1].last if picked else 0
        chosen += [(*picked, edge) for edge in edges if edge.first >= end]
        if len(chosen) >= MAX_READINGS:
            break
    found: dict[tuple[tuple[Word, ...], tuple[Joint, ...]], Reading] = {}
    del chosen[MAX_READINGS:]
    if is_name:
        chosen += _bracketed(query, shortened)
    for picked in chosen:
        reading = _with_edges(query, picked)
        found.setdefault((reading.words, reading.joints), reading)
    return tuple(found.values())


def as_it_stands(query: Query) -> Reading:
    """Return the literal reading of ``query``."""
    return _with_edges(query, ())


def _bracketed(query: Query, edges: Sequence[_Edge]) -> Iterator[tuple[_Edge, ...]]:
    """Yield what is short for words of a name behind them, alone or with another edge after it."""
    for edge in edges:
        if edge.last < len(query.words):
            behind = replace(edge, first=edge.last)
            yield (behind,)
            yield from ((behind, other) for other in edges if other.first >= edge.last)


def _with_edges(query: Query, edges: tuple[_Edge, ...]) -> Reading:
    words: list[Word] = []
    exact: list[bool] = []
    joints: list[Joint] = []
    capitals: list[bool] = []
    shorts: list[tuple[int, int, str]] = []
    at = 0
    for edge in (*edges, _Edge(len(query.words), len(query.words), (), ())):
        words += query.words[at : edge.first]
        exact += query.exact[at : edge.first]
        joints += query.joints[at : edge.first]
        capitals += query.capitals[at : edge.first]
        if edge.short:
            shorts.append((len(words), len(words) + len(edge.words), edge.short))
        words += edge.words
        exact += [edge.exact] * len(edge.words)
        capitals += [i == 0 and bool(edge.short) for i in range(len(edge.words))]
        joints += edge.joints + query.joints[edge.last - 1 : edge.last]
        at = edge.last
    ends_so = bool(edges) and edges[-1].last == len(query.words)
    return Reading(
        words=tuple(words),
        exact=tuple(exact),
        joints=tuple(joints[: len(words) - 1]),
        open_end=edges[-1].open_end if ends_so else query.open_end,
        shorts=tuple(shorts),
        reasons=tuple(dict.fromkeys(edge.reason for edge in edges if edge.reason)),
        capitals=tuple(capitals),
    )


def _groups(query: Query) -> Iterator[_Group]:
    """Yield all runs of words that are short enough for an acronym and bear no tone."""
    words = query.words
    for first in range(len(words)):
        members: list[Word] = []
        joined = True
        separator = ""
        for last in range(first, min(first + 2 * MAX_PARTS, len(words))):
            word = words[last]
            separator += query.separators[last - 1] if last > first else ""
            if members and is_and(word):
                separator += "va"
                continue
            joined = joined and (not members or is_acronym_joint(separator))
            separator = ""
            if any(word.tones) or sum(map(len, members)) + len(word) > MAX_LETTERS:
                break
            members.append(word)
            parts = tuple(map(len, members))
            yield _Group(first, last + 1, join_words(members), parts, joined)


def _divided(query: Query, groups: Iterable[_Group], acronyms: Acronyms) -> Iterator[_Edge]:
    """Yield acronyms of the query as the texts divide them otherwise (S8)."""
    for group in groups:
        if not group.joined or len(group.word) < 2:
            continue
        letters = group.word.letters
        open_end = query.open_end and group.last == len(query.words)
        find = acronyms.divisions_of_prefix if open_end else acronyms.divisions
        for parts in sorted(find(letters) - {group.parts}):
            yield _Edge(
                group.first,
                group.last,
                divide_word(group.word, parts),
                _joints("acronym", parts),
                exact=query.exact[group.first],
                short=letters.upper(),
                open_end=open_end,
            )


def _spelt_out(query: Query, groups: Iterable[_Group], expansions: Expansions) -> Iterator[_Edge]:
    """Yield the long forms of the short forms in the query (S9)."""
    for group in groups:
        span = slice(group.first, group.last)
        for expansion in expansions.of_short(group.word.letters):
            short = join_words([word for word in _words(expansion.short) if not is_and(word)])
            if any(query.exact[span]) or agree(group.word, short) is None:
                continue
            if expansion.capitals_only and not all(query.capitals[span]):
                continue
            own_parts = tuple(len(word) for word in _words(expansion.short) if not is_and(word))
            if group.joined or group.parts == own_parts:
                long = _parsed(expansion.long)
                yield _Edge(
                    group.first, group.last, long.words, long.joints, reason=_reason(expansion)
                )


def _shortened(query: Query, acronyms: Acronyms, expansions: Expansions) -> Iterator[_Edge]:
    """Yield the short forms of the long forms in the query (S9)."""
    places = [i for i, word in enumerate(query.words) if not is_and(word)]
    keys = [key_of_word(query.words[i].letters) for i in places]
    for at in range(len(places)):
        for length in expansions.lengths:
            if at + length > len(places):
                break
            first, last = places[at], places[at + length - 1] + 1
            for expansion in expansions.of_long(keys[at : at + length]):
                if not any(query.exact[first:last]) and _says(query, first, last, expansion.long):
                    yield from _short_forms(first, last, expansion, acronyms)


def _says(query: Query, first: int, last: int, long: str) -> bool:
    """Tell whether the words ``[first, last)`` are the long form, and their marks do not clash."""
    wanted = _parsed(long)
    index = 0
    for at in range(first, last):
        typed = query.words[at]
        if index < len(wanted.words) and is_and(wanted.words[index]) and not is_and(typed):
            if at == first or query.joints[at - 1] != "and":
                return False
            index += 1
        if index == len(wanted.words) or agree(typed, wanted.words[index]) is None:
            return False
        index += 1
    return index == len(wanted.words)


def _short_forms(
    first: int, last: int, expansion: Expansion, acronyms: Acronyms
) -> Iterator[_Edge]:
    short = _parsed(expansion.short)
    words = [word for word in short.words if not is_and(word)]
    letters = join_words(words)
    own = tuple(map(len, words))
    for parts in sorted({own} | acronyms.divisions(letters.letters)):
        as_listed = parts == own and len(words) == len(short.words)
        loose = as_listed and not all(map(is_acronym_joint, short.separators))
        joints = _joints("gap" if loose else "acronym", parts)
        yield _Edge(
            first,
            last,
            divide_word(letters, parts),
            joints,
            short=expansion.short,
            reason=_reason(expansion),
        )


def _joints(joint: Joint, parts: Parts) -> tuple[Joint, ...]:
    return (joint,) * (len(parts) - 1)


def _reason(expansion: Expansion) -> str:
    return f"{expansion.short} = {expansion.long}"


@lru_cache(1024)
def _parsed(form: str) -> Query:
    """Return a short or a long form taken apart; many queries and names have the same ones."""
    return parse_query(form)


def _words(text: str) -> tuple[Word, ...]:
    return _parsed(text).words
