"""Sorting Vietnamese text ("Order" in docs/search.md).

Letters sort as in the alphabet, a ă â b c d đ e ê … o ô ơ … u ư … y. Syllables with the same
letters sort by tone: none, huyền, hỏi, ngã, sắc, nặng. Texts are compared syllable by syllable, so
*nguyền rủa* comes before *nguyện cầu*; ICU compares all letters before any tone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias
from unicodedata import normalize

from tui.text.marks import TONES, split_tone

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters in order; f, j, w and z of foreign names are at their places in English."""

SyllableKey: TypeAlias = tuple[str, str]
"""The positions of the letters in the alphabet, then the positions of the tones."""

SortKey: TypeAlias = tuple[tuple[SyllableKey, ...], str]
"""The keys of the syllables, then the text itself for texts that differ in case or punctuation."""

_WORD = re.compile(r"[^\W_]+")
_PLACES = {ord(letter): chr(ord("a") + place) for place, letter in enumerate(ALPHABET)}
_PLACES[ord("ð")] = _PLACES[ord("đ")]  # eth: Ð looks like Đ, and old files have it
_TONES = {tone: str(place) for place, tone in enumerate(TONES.values(), 1)}


def text_key(text: str) -> SortKey:
    """Return the sort key of a title or of the name of an organisation, in canonical form.

    Punctuation and white space only separate syllables. Case counts last, small letters first.
    """
    return _syllables(text), text.swapcase()


def name_key(name: str, honorific: str = "") -> SortKey:
    """Return the sort key of a person: given name, then family name, then middle names.

    Args:
        name: The name in canonical form; its last word is the given name.
        honorific: Ignored where the name begins with it.
    """
    rest = name.removeprefix(honorific)
    if rest.startswith((" ", ".", ",")) and (bare := rest.lstrip(" .,")):
        name = bare
    *others, given = _syllables(name) or (("", ""),)
    return (given, *others), name.swapcase()


def _syllables(text: str) -> tuple[SyllableKey, ...]:
    return tuple(_syllable(word) for word in _WORD.findall(text.casefold()))


@lru_cache(maxsize=8192)
def _syllable(word: str) -> SyllableKey:
    bare, tones = split_tone(normalize("NFC", word))
    if not bare.isascii():
        bare = "".join(map(_known_letter, bare))
    return bare.translate(_PLACES), "".join(_TONES[tone] for tone in tones)


def _known_letter(letter: str) -> str:
    """Return ``letter`` without marks that Vietnamese does not have: ``o`` for ``ö``."""
    return letter if ord(letter) in _PLACES else normalize("NFKD", letter)[0]
