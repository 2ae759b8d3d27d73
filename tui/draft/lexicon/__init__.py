"""What the drafter knows of the language: the tables beside this file, read when asked for.

Words are compared by :func:`key`, so that *Uỷ ban*, *ủy ban* and *Ủy Ban* are one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import tomli

CAPITAL = "[" + "".join(chr(code) for code in range(0x1F00) if chr(code).isupper()) + "]"
"""A pattern for one capital letter, of Latin script or a neighbour: ``\\p{Lu}`` in the forms."""

_TONE_LAST = str.maketrans("aeyàáảãạèéẻẽẹỳýỷỹỵ", "aeyaaaaaeeeeeyyyyy")
_TONED = {
    f"{first}{second}": f"{toned}{plain}"
    for first, toned_forms, seconds in (
        ("o", "òóỏõọ", ("àáảãạ", "èéẻẽẹ")),
        ("u", "ùúủũụ", ("ỳýỷỹỵ",)),
    )
    for second_forms in seconds
    for toned, second in zip(toned_forms, second_forms, strict=True)
    for plain in second.translate(_TONE_LAST)
}
_NEW_STYLE = re.compile(f"(?<!q)({'|'.join(_TONED)})$")
_Y_LAST = re.compile("^(h|k|l|m|s|t|qu)([yỳýỷỹỵ])$")
_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


@lru_cache(20_000)
def key(word: str) -> str:
    """Return what one word is compared by: small letters, the tone on the first vowel, i for y."""
    word = word.lower().replace("t.ư", "tư").replace("t.w", "tw")
    word = _NEW_STYLE.sub(lambda match: _TONED[match[1]], word)
    return _Y_LAST.sub(lambda match: match[1] + match[2].translate(_TO_I), word)


def phrase_key(phrase: str) -> str:
    """Return what a phrase is compared by: the keys of its words, a space between them."""
    return " ".join(key(word) for word in phrase.split())


@cache
def _table(name: str) -> dict[str, Any]:
    return tomli.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def _text(table: str, path: str) -> str:
    value: Any = _table(table)
    for part in path.split("."):
        value = value[part]
    return str(value)


@cache
def phrases(table: str, path: str) -> tuple[str, ...]:
    """Return the phrases of a list as they are written there; commas or line ends divide them."""
    parts = re.split("[,\n]", _text(table, path))
    return tuple(part.strip() for part in parts if part.strip())


@cache
def keys(table: str, path: str) -> frozenset[str]:
    """Return the keys of the phrases of a list."""
    return frozenset(map(phrase_key, phrases(table, path)))


@cache
def words(table: str, path: str) -> frozenset[str]:
    """Return the words of a list of single words, as they are written there."""
    return frozenset(_text(table, path).split())


@cache
def word_keys(table: str, path: str) -> frozenset[str]:
    """Return the keys of a list of single words."""
    return frozenset(map(key, words(table, path)))


@cache
def places() -> frozenset[str]:
    """Return the keys of the names of provinces, towns, regions and countries."""
    lists = (
        "provinces",
        "provinces_of_2025",
        "towns",
        "regions",
        "countries",
        "foreign_cities",
        "foreign_provinces",
    )
    return frozenset().union(*(keys("places", name) for name in lists))


@cache
def known_bodies() -> frozenset[str]:
    """Return the keys of the bodies that are called by a brand or by letters that all know."""
    return keys("known", "companies") | keys("known", "international")


@cache
def laws(kind: str) -> re.Pattern[str]:
    """Return a pattern for the names of laws of a kind, such as ``codes``, the longest first."""
    names = (name.strip() for name in re.split("[;\n]", _text("laws", kind)))
    listed = sorted(filter(None, names), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, listed)))


@cache
def short_forms() -> dict[str, str]:
    """Return short forms in names of bodies, and the words that they are short for."""
    return dict(_table("known")["short_forms"])


@cache
def in_names() -> frozenset[str]:
    """Return the keys of the words, of two syllables or more, that names of bodies are made of."""
    by_subject = (keys("subjects", name) for name in _table("subjects"))
    return keys("words", "in_names").union(*by_subject)


@cache
def offices() -> frozenset[str]:
    """Return the keys of all titles of offices."""
    lists = ("heads", "units", "whole", "of_states", "deputies_of_units")
    return frozenset().union(*(keys("people", f"offices.{name}") for name in lists))


@cache
def body_heads() -> frozenset[str]:
    """Return the keys of all beginnings of names of bodies."""
    return keys("bodies", "heads.alone") | keys("bodies", "heads.begins")


@cache
def beginnings() -> frozenset[str]:
    """Return the first word or two of all that begins a name, an office or a body.

    A word is one of them where it is a whole phrase, else it is with the word after it: most words
    in small letters begin nothing, and two words tell.
    """
    listed = ("honorifics.address", "honorifics.long", "offices.former", "offices.acting")
    phrases_known = frozenset().union(
        *(keys("people", name) for name in (*listed, "offices.deputy")), offices(), body_heads()
    )
    return frozenset(" ".join(phrase.split()[:2]) for phrase in phrases_known if phrase) | {"các"}


@cache
def longest(phrases_known: frozenset[str]) -> dict[str, int]:
    """Return of how many words the longest phrase with each first word is."""
    most: dict[str, int] = {}
    for phrase in phrases_known:
        parts = phrase.split()
        if parts:
            most[parts[0]] = max(most.get(parts[0], 0), len(parts))
    return most


@cache
def form(path: str) -> re.Pattern[str]:
    """Return a form of a news item, such as ``captions.start``, as a pattern."""
    return re.compile(_text("forms", path).replace(r"\p{Lu}", CAPITAL))


def sign(letters: str) -> str:
    """Return who issues documents with these letters in their number; empty if nobody is known."""
    return str(_table("forms")["signs"].get(letters, ""))
