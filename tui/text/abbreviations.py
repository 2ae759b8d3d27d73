"""Abbreviations: what short forms stand for (rules S8 and S9 of docs/search.md).

The shipped table is ``abbreviations.toml``, beside this file. An event's own table, where there is
one, is passed in as ``(short, long)`` pairs and comes before it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from tui.text.folding import WORD, fold

_BETWEEN = re.compile(r"(?![^\n]*\n[^\n]*\n)[ \n]{0,2}(?:[.&,-]|va)?[ \n]{0,2}")
"""What may stand between the words of one abbreviation, folded (S8); one line feed at most."""

_MOST_WORDS = 6
"""No abbreviation is written in more words than this: ``V H, T T & D L`` has six."""


def shipped_table() -> tuple[tuple[str, str], ...]:
    """Return the shipped table as ``(short, long)`` pairs, in NFC, each short form once."""
    return _table()[0]


def capitals_only() -> frozenset[str]:
    """Return the short forms that are words in small letters, as ``ai`` (who) is of ``AI``."""
    return _table()[1]


def ambiguous() -> Mapping[str, tuple[str, ...]]:
    """Return the short forms of more than one meaning with all of them, the likeliest first."""
    return _table()[2]


def expand(short: str, own: Iterable[tuple[str, str]] = ()) -> str | None:
    """Return what ``short`` stands for, by the event's ``own`` table first; ``None`` if unknown.

    Forms that differ in ``. & , -``, spaces or *và* alone are the same, and small letters are as
    good as capitals unless :func:`capitals_only` says otherwise.
    """
    letters = _letters(short)
    upper = letters.upper()
    known = _by_letters(tuple(own)).get(upper)
    if known is None:
        return None
    if letters != upper and letters != _letters(known[0]) and upper in _words_in_small_letters():
        return None
    return known[1]


def explain(text: str, own: Iterable[tuple[str, str]] = ()) -> tuple[tuple[str, str], ...]:
    """Return the abbreviations in canonical ``text`` and what they stand for, each once, in order.

    A short form is given as it stands in the text. The longest wins: ``PGS.TS`` is not also ``TS``.
    An abbreviation is written in its own case or in capitals; ``own`` is as in :func:`expand`.
    """
    known = _by_letters(tuple(own))
    folded = fold(text)
    words = [match.span() for match in WORD.finditer(text) if match[0].lower() != "và"]
    found: dict[str, tuple[str, str]] = {}
    index = 0
    while index < len(words):
        candidates = words[index : index + _MOST_WORDS]
        letters, count = _longest(text, folded, candidates, known)
        if count:
            short = " ".join(text[candidates[0][0] : candidates[count - 1][1]].split())
            found.setdefault(letters, (short, known[letters][1]))
        index += count or 1
    return tuple(found.values())


def _longest(
    text: str, folded: str, words: list[tuple[int, int]], known: Mapping[str, tuple[str, str]]
) -> tuple[str, int]:
    """Return the letters of the longest abbreviation that begins with the first of ``words``.

    ``words`` are spans of ``text``. The second value is of how many of them it is made, 0 for none.
    """
    written = ""
    best = ("", 0)
    end = words[0][0]
    for count, (start, stop) in enumerate(words, 1):
        if not _BETWEEN.fullmatch(folded, end, start):
            break
        written += text[start:stop]
        upper = written.upper()
        entry = known.get(upper)
        if entry is not None and written in (upper, _letters(entry[0])):
            best = (upper, count)
        end = stop
    return best


def _letters(short: str) -> str:
    """Return the letters and digits of a short form, *và* apart, in their case."""
    return "".join(word for word in WORD.findall(short) if word.lower() != "và")


@lru_cache(maxsize=16)
def _by_letters(own: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, str]]:
    """Map the letters of each short form, in capitals, to its entry; the event's own come first."""
    table = {_letters(short).upper(): (short, long) for short, long in shipped_table()}
    table.update((_letters(short).upper(), (short, long)) for short, long in reversed(own))
    return table


@cache
def _words_in_small_letters() -> frozenset[str]:
    return frozenset(_letters(short).upper() for short in capitals_only())


def table_bytes() -> bytes:
    """Return the shipped table as it stands in its file: it tells one version from another."""
    with open(os.path.join(os.path.dirname(__file__), "abbreviations.toml"), "rb") as file:
        return file.read()


@cache
def _table() -> tuple[tuple[tuple[str, str], ...], frozenset[str], Mapping[str, tuple[str, ...]]]:
    import tomli  # not before an abbreviation is looked up

    content = tomli.loads(table_bytes().decode())
    words = frozenset(content.pop("capitals_only"))
    more = {short: tuple(longs) for short, *longs in content.pop("ambiguous")}
    return tuple(pair for section in content.values() for pair in section.items()), words, more
