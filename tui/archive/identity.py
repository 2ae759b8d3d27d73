"""Who is who in an archive: the keys by which mentions in different files are taken for one.

An organisation is known by its normalised name: folded, abbreviations spelt out, without *và* and
without *tỉnh* or *thành phố* before a place. A person is known by the name with its marks. What
the file or who keeps the archive says by an identifier goes before any name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tui.record.model import Abbreviation
from tui.search.expansions import Expansions, key_of_word
from tui.text.folding import fold
from tui.text.marks import split_tone
from tui.text.words import is_and, words

IDENTIFIED = "#"
"""Begins the key of what an identifier names; no name's key does."""

_LONGEST_NAME = 600
"""Code points; of a longer name only so much counts."""
_WORD = re.compile(r"[^\W_]+")
_BEFORE_PLACE = re.compile(r" (?:thanh pho|tinh)(?= |$)")
_AT_START = re.compile(r"^(?:thanh pho|tinh) (?=.)")


def organization_key(name: str, own: tuple[Abbreviation, ...] = ()) -> str:
    """Return the normalised name of an organisation; ``own`` are the abbreviations of its file."""
    return _organization_key(name[:_LONGEST_NAME], _unknown(own))


def typed_organization_keys(name: str) -> tuple[str, ...]:
    """Return the keys of an organisation as somebody may type it: ``sở khcn`` for Sở KHCN."""
    return tuple(dict.fromkeys((organization_key(name), organization_key(name.upper()))))


def person_key(name: str) -> str:
    """Return a person's name with its marks, written one way: *Hoà* and *Hòa* are one."""
    return " ".join(_marked(word) for word in _words(name[:_LONGEST_NAME].lower()))


def place_key(name: str) -> str:
    """Return the normalised name of a place: *thành phố Hải Phòng* is *Hải Phòng*."""
    return _AT_START.sub("", organization_key(name))


def plain_key(name: str) -> str:
    """Return the folded words of a name, as of a kind of agreement."""
    return " ".join(map(key_of_word, _WORD.findall(fold(name[:_LONGEST_NAME]))))


def identified(identifier: str) -> str:
    """Return the key of what has this identifier."""
    return IDENTIFIED + identifier


def unmarked(key: str) -> str:
    """Return the words of a key without marks and tones, as names are looked up."""
    return re.sub(r"[1-5](?= |$)", "", fold(key))


@lru_cache(64)
def _unknown(own: tuple[Abbreviation, ...]) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that the program does not know already; making tables takes time."""
    shipped = _shipped()
    return tuple(
        pair
        for pair in own
        if not any(
            known.long.casefold() == pair.long.casefold()
            for known in shipped.of_short("".join(_WORD.findall(fold(pair.short))))
        )
    )


@lru_cache(1)
def _shipped() -> Expansions:
    return Expansions()


@lru_cache(64)
def _expansions(own: tuple[Abbreviation, ...]) -> Expansions:
    return Expansions(own) if own else _shipped()


@lru_cache(1 << 15)
def _organization_key(name: str, own: tuple[Abbreviation, ...]) -> str:
    spelt_out = words(_expansions(own).spelt_out(name))
    key = " ".join(key_of_word(word.letters) for word in spelt_out if not is_and(word))
    return _BEFORE_PLACE.sub("", key) or plain_key(name)


def _words(name: str) -> list[str]:
    return re.split(r"[\W_]+", name.strip()) if name.isascii() else name.split()


@lru_cache(1 << 14)
def _marked(word: str) -> str:
    """Return a syllable with the quality of its letters, its tone a digit behind them."""
    bare, tones = split_tone(word)
    digits = "".join(str("\u0300\u0309\u0303\u0301\u0323".index(tone) + 1) for tone in tones)
    return (key_of_word(bare) if bare.isascii() else bare) + digits


class Names:
    """The keys of the organisations and people of one file, by their ids in it."""

    def __init__(self, keys: Mapping[str, str], own: tuple[Abbreviation, ...]) -> None:
        self._keys = keys
        self._own = own

    def of(self, id_or_name: str) -> str:
        """Return the key of what an id, or a plain name of an organisation, stands for."""
        return self._keys.get(id_or_name) or organization_key(id_or_name, self._own)
