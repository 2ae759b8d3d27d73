"""Reading Vietnamese that was typed in Telex or VNI without an input method (docs/search.md).

The keys of a syllable may come in any order, each after the letter that it marks: ``ddoox``,
``ddoxo`` and ``d9o64`` are all *đỗ*. :func:`tui.text.syllables.compose` places the tone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from tui.text.abbreviations import expand
from tui.text.canonical import canonical
from tui.text.marks import TONES, with_tone
from tui.text.syllables import compose, is_syllable, parse

MAX_LENGTH = 1_000
"""Longer queries are not read as Telex or VNI: nobody types them."""

_Typed: TypeAlias = tuple[str, str, str]
"""A syllable as typed: its letters without marks, the keys of its quality marks, its tone."""

_TELEX_TONES = dict(zip("frxsj", TONES.values(), strict=True))
_ACUTE = _TELEX_TONES["s"]
_VNI_TONES = dict(zip("23415", TONES.values(), strict=True))
_TELEX_MARKINGS = frozenset("aeodw")
_VNI_MARKINGS = frozenset("6789")
_MARKED: dict[str, Mapping[str, str]] = {
    "a": {"a": "â"},
    "e": {"e": "ê"},
    "o": {"o": "ô"},
    "d": {"d": "đ"},
    "w": {"u": "ư", "o": "ơ", "a": "ă"},
    "6": {"a": "â", "e": "ê", "o": "ô"},
    "7": {"u": "ư", "o": "ơ"},
    "8": {"a": "ă"},
    "9": {"d": "đ"},
}
"""For each key of a quality mark, the letters that it marks and the results."""

_MAX_LETTERS = 7  # nghiêng
_MAX_MARKINGS = 3  # dduwowng
_MAX_KEYS = _MAX_LETTERS + _MAX_MARKINGS + 2  # a tone, and the key that takes a marking back
_VOWELS = frozenset("aeiouyư")
_WORD = re.compile(r"([^\W_]+)")
_VNI_WORD = re.compile(r"[A-Za-z]\d")

_NOT_ENGLISH = re.compile(
    "dd|aa|[iuy]w|(?<!^)w[fjrx]|(?<!^)j|^ng|nh|^kh|uye|uo|ie[eu]|oai|oay|uay|uyr|[bcghklmnprv]w|aw[cgmpt]|ow[cgimpt]|"
    "oong|eenh|(?:oo|ee)x|[cghmnptuy]f|(?<![eo])af$|(?:ai|oi|ui|ao|eo|ia|ua|au|iu)f|[gmnpt]r$|chs$"
)
"""Letters as keys of Telex that no English word has which could be read as Telex."""

_ENGLISH = frozenset(
    "best cast cost dust fast gist host last list lost mast mist most must nest past pest post "
    "rest rust test vast vest west".split()
)
"""English words that are Telex too: read so only beside a word that is nothing else."""


def decode(query: str) -> str | None:
    """Return the Vietnamese that ``query`` is when read as Telex or VNI, in canonical form.

    Every word must be a valid syllable or become one, and one at least must become one; otherwise
    ``None``: ``data``, ``google`` and ``aws`` are no Telex. A query is in one of the two: in VNI
    where a digit follows a letter. Numbers and known abbreviations stay as they are, as do words in
    capitals beside others, words that have their marks already, the case of letters and what stands
    between words. Beside what is no English, *hop* and *tac* may be without their tone.
    """
    if len(query) > MAX_LENGTH:
        return None
    read: list[str] = []
    converts = False
    vni = method(query) == "VNI"
    capitals = query.isupper()
    without_tones = any(map(_NOT_ENGLISH.search, query.lower().split()))
    for piece in re.split(r"(\s+)", canonical(query)):
        stays = piece.isupper() and not capitals and piece.isalpha() and len(piece) > 1
        reading = piece if stays else _read_piece(piece, vni, without_tones)
        if reading is None:
            return None
        read.append(reading)
        converts |= reading != piece and "".join(_WORD.findall(piece.lower())) not in _ENGLISH
    return canonical("".join(read)) if converts else None


def is_unmistakable(query: str) -> bool:
    """Tell whether ``query``, which is read as Telex or VNI, is nothing else: no *car*, no *taxi*.

    One word alone must have letters that no English word has. Of several each is a syllable then,
    which other languages are not.
    """
    typed = query.lower().split()
    return len(typed) != 1 or not typed[0].isalpha() or _NOT_ENGLISH.search(typed[0]) is not None


def method(query: str) -> str:
    """Return the name of the method of which the keys of ``query`` are: Telex or VNI."""
    return "VNI" if _VNI_WORD.search(query) else "Telex"


def _read_piece(piece: str, vni: bool, without_tones: bool) -> str | None:
    """Return what a piece of a query without white space says, or ``None`` if it is unreadable.

    ``without_tones`` reads *hop* and *tac* too, which have a tone in any word.
    """
    if piece.isupper() and expand(piece):  # UBND, and TW, which would be Tư
        return piece
    parts = _WORD.split(piece)  # words at odd places, what stands between them at even ones
    words = [_read_word(word, vni, without_tones) for word in parts[1::2]]
    if None in words:
        return piece if expand(piece) else None
    parts[1::2] = [word for word in words if word is not None]
    return "".join(parts)


@lru_cache(maxsize=1024)
def _read_word(word: str, vni: bool, without_tones: bool) -> str | None:
    if not word.isascii():
        return word if is_syllable(word) else None
    if word.isdigit():
        return word
    if len(word) <= _MAX_KEYS:
        typed = _typed_in_vni(word) if vni else _typed_in_telex(word)
        for reading in typed:
            syllable = _syllable(reading)
            if syllable is not None and syllable != word:
                return syllable
    bare = with_tone(word.lower(), _ACUTE) if without_tones else word
    return word if is_syllable(word) or is_syllable(bare) else None


def _typed_in_telex(word: str) -> list[_Typed]:
    """Return the readings of ``word``, each key a letter or a mark, the likeliest first."""
    found: list[_Typed] = [("", "", "")]
    for char in word:
        after = dict.fromkeys(reading for before in found for reading in _after_key(before, char))
        found = [reading for reading in after if _fits(reading)]
    return found


def _after_key(before: _Typed, char: str) -> Iterator[_Typed]:
    """Yield the readings of ``before`` followed by the Telex key ``char``."""
    letters, keys, tone = before
    key = char.lower()
    typed = letters.lower()
    if key in _TELEX_TONES and not _VOWELS.isdisjoint(typed):
        if not tone:  # no syllable ends in these letters, so that nothing else is left
            yield letters, keys, _TELEX_TONES[key]
        return
    if key in _TELEX_MARKINGS and not _MARKED[key].keys().isdisjoint(typed):
        if key == "w" or key not in keys:
            yield letters, keys + key, tone
        else:  # xooong: the third takes the circumflex back
            yield letters + char, keys.replace(key, ""), tone
        if key == "d":
            return
    yield letters + {"w": "ư", "W": "Ư"}.get(char, char), keys, tone


def _typed_in_vni(word: str) -> list[_Typed]:
    """Return the one reading of ``word`` in VNI, or none."""
    letters = keys = tone = ""
    for char in word:
        typed = letters.lower()
        if char.isalpha():
            letters += char
        elif char in _VNI_TONES and not tone and not _VOWELS.isdisjoint(typed):
            tone = _VNI_TONES[char]
        elif char in _VNI_MARKINGS and not _MARKED[char].keys().isdisjoint(typed):
            keys += char
        else:
            return []
    return [(letters, keys, tone)] if _fits((letters, keys, tone)) else []


def _fits(typed: _Typed) -> bool:
    """Tell whether a reading has no more letters and marks than a syllable can have."""
    letters, keys, _ = typed
    return len(letters) <= _MAX_LETTERS and len(keys) <= _MAX_MARKINGS


def _syllable(typed: _Typed) -> str | None:
    """Return the valid syllable that was typed, with its capitals, or ``None``."""
    letters, keys, tone = typed
    for bare in _marked(letters.lower(), keys):
        parts = parse(with_tone(bare, tone) if tone else bare)
        if parts is not None:
            written = compose(parts.onset, parts.rhyme, parts.tone)
            return "".join(
                new.upper() if old.isupper() else new
                for old, new in zip(letters, written, strict=True)
            )
    return None


def _marked(letters: str, keys: str) -> Iterator[str]:
    """Yield ``letters`` with the marks of all ``keys``, in each way of placing them."""
    if not keys:
        yield letters
        if "ưo" in letters:  # duwong: ư is not followed by a plain o
            yield letters.replace("ưo", "ươ")
        return
    marked = _MARKED[keys[0]]
    if "u" in marked and "uo" in letters:
        yield from _marked(letters.replace("uo", "ươ"), keys[1:])
    for index, letter in enumerate(letters):
        if letter in marked:
            yield from _marked(letters[:index] + marked[letter] + letters[index + 1 :], keys[1:])
