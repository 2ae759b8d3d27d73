"""The order of Vietnamese lists ("Order" in docs/search.md).

Letters come as in the alphabet, a ă â b c d đ e ê … o ô ơ … u ư … y, and only between syllables of
the same letters the tones count: none, huyền, hỏi, ngã, sắc, nặng. Texts are compared syllable by
syllable, so that *nguyền rủa* comes before *nguyện cầu*; ICU looks at all the letters first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias
from unicodedata import normalize

from tui.text.marks import TONES, split_tone

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters in their order; f, j, w and z, of foreign names, where other alphabets have them."""

SyllableKey: TypeAlias = tuple[str, str]
"""The places of the letters in the alphabet, then the places of the tones."""

SortKey: TypeAlias = tuple[tuple[SyllableKey, ...], str]
"""The syllables, and what decides between texts that differ in case or punctuation alone."""

_WORD = re.compile(r"[^\W_]+")
_PLACES = {ord(letter): chr(ord("a") + place) for place, letter in enumerate(ALPHABET)}
_PLACES[ord("ð")] = _PLACES[ord("đ")]  # eth, which old files have for đ
_TONES = {tone: str(place) for place, tone in enumerate(TONES.values(), 1)}


def text_key(text: str) -> SortKey:
    """Return the key by which titles and organisations sort; ``text`` is canonical.

    Punctuation and white space only part syllables, and case comes last, small letters first.
    """
    return _syllables(text), text.swapcase()


def name_key(name: str, honorific: str = "") -> SortKey:
    """Return the key by which people sort: given name, then family name, then middle names.

    ``name`` is canonical, the given name its last word. An ``honorific`` that it begins with does
    not count.
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
    """Return ``letter``, without marks that Vietnamese does not have (``ö`` counts as ``o``)."""
    return letter if ord(letter) in _PLACES else normalize("NFKD", letter)[0]
