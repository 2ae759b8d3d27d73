"""The terms of an event: what its index knows of its words.

=========== ===================================================== =====================
word        a folded word, i = y in open syllables (S5)           ``khoa``
pair        two words that follow one another                     ``khoa_hoc``
form        a written word with marks, in small letters           ``=học``
beginning   the first letter of a word; with its quality          ``^k`` ``^=đ``
acronym     its letters, however the text divides it (S8)         ``&khcn``
date        a day in any form (S10); in the year of the event     ``@20220118`` ``@0118``
own         an abbreviation of the file's own, short or long (S9) ``!sokhcn``
sign        a character that is not a word, by its number            ``#2192``
=========== ===================================================== =====================

Terms that tell an organisation, a person and so on are made by the writer of the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from tui.archive.expression import ALL
from tui.document.texts import Texts
from tui.record.model import Abbreviation
from tui.search.expansions import Expansions, key_of_word
from tui.text.folding import fold
from tui.text.marks import split_tone
from tui.text.words import read_word, script_of, word_pattern

LONGEST_WORD = 64
"""Letters of a word that count; nobody types more of one."""
LONGEST_FORM = 256
LONGEST_OWN = 12
"""Words of the long form of an abbreviation that are looked up in a query."""
LONG_OWN = "!!"
"""The term of events with a longer one of their own."""

_WORD = re.compile(r"[^\W_]+")
_QUALITIES = frozenset("ăâđêôơư")


class Terms:
    """Makes the terms of events; remembers words, which come again and again."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        """The key of each word met, by how it is written."""
        self._own: dict[str, str] = {}
        """All terms of each word that its first letter does not give, with spaces between."""
        self._new: list[tuple[str, str]] = []

    def of(self, texts: Texts) -> str:
        """Return the terms of an event with spaces between; one may stand there twice.

        An index drops what is twice sooner than it is done here.
        """
        written = _written(texts)
        distinct = set(written)
        for word in distinct.difference(self._keys):
            self._learn(word)
        keys = list(map(self._keys.__getitem__, written))
        parts = list(map(self._own.__getitem__, distinct))
        parts += set(map("_".join, pairwise(keys)))
        parts += ["^" + letter for letter in {key[0] for key in set(keys)}]
        parts += _rest(texts)
        parts.append(ALL)
        return " ".join(parts)

    def rare(self, texts: Texts) -> set[str]:
        """Return the terms of an event's acronyms and own abbreviations, which are few in all."""
        acronyms = {"&" + letters for letters in texts.acronyms.letters()}
        return acronyms | own_terms(texts.abbreviations)

    def news(self) -> list[tuple[str, str]]:
        """Return the words met since the last call: each folded, and as it is written."""
        found, self._new = self._new, []
        return found

    def _learn(self, word: str) -> None:
        lower = word.lower()[:LONGEST_FORM]
        key = self._keys[word] = word_key(word)
        own = [key]
        if not word.isascii():
            own.append(form_term(lower))
        if quality := first_quality(lower):
            own.append("^=" + quality)
        self._own[word] = " ".join(own)
        self._new.append((key, lower))


def word_key(word: str) -> str:
    """Return the term of a word as it is written."""
    return key_of_word(read_word(word).letters[:LONGEST_WORD])


def form_term(written: str) -> str:
    """Return the term of a word with marks, as it is written in small letters."""
    return "=" + written


def _written(texts: Texts) -> list[str]:
    """Return the words of an event as they are written, in order."""
    text, folded = texts.text, texts.folded
    script = script_of(folded)
    if not script.marks and not script.unspaced:
        return _WORD.findall(text)
    found = word_pattern(script).finditer(folded)
    return [text[match.start() : match.end()] for match in found]


def _rest(texts: Texts) -> Iterable[str]:
    yield from {"^&" + letters[0] for letters in texts.acronyms.letters()}
    for day, month, year in {**texts.dates, **texts.wide_dates}:
        if year is not None:
            yield f"@{year:04}{month:02}{day:02}"
        if year == texts.year:
            yield f"@{month:02}{day:02}"
    signs = (sign for sign in set(texts.folded) if not sign.isalnum() and not sign.isspace())
    yield from map(sign_term, signs)


def sign_term(sign: str) -> str:
    """Return the term of a character that is not a word."""
    return f"#{ord(sign):x}"


def own_terms(own: Iterable[Abbreviation]) -> set[str]:
    """Return the terms of abbreviations that the program does not know, or not so."""
    found: set[str] = set()
    for pair in own:
        letters, words = short_letters(pair.short), long_words(pair.long)
        if letters and words and not _is_shipped(pair, letters):
            found |= {own_term(letters), own_term("_".join(words))}
            if len(words) > LONGEST_OWN:
                found.add(LONG_OWN)
    return found


def own_term(text: str) -> str:
    """Return the term of a short form, or of the words of a long one."""
    return ("!" + text)[:LONGEST_FORM]


def short_letters(short: str) -> str:
    """Return the folded letters of a short form, *và* apart."""
    return "".join(word for word in _WORD.findall(fold(short)) if word != "va")[:LONGEST_WORD]


def long_words(long: str) -> list[str]:
    """Return the keys of the words of a long form, *và* apart."""
    return [key_of_word(word) for word in _WORD.findall(fold(long)) if word != "va"]


def _is_shipped(pair: Abbreviation, letters: str) -> bool:
    return any(
        known.short == pair.short and known.long == pair.long and not known.capitals_only
        for known in _expansions().of_short(letters)
    )


_shipped: list[Expansions] = []


def _expansions() -> Expansions:
    if not _shipped:
        _shipped.append(Expansions())
    return _shipped[0]


def first_quality(word: str) -> str:
    """Return the first letter of a written word without its tone, if it has a quality mark.

    Eth (ð) is typed for đ, and read as it is: see :func:`tui.text.marks.quality_and_tone`.
    """
    letter = split_tone(word[:1])[0].lower().replace("ð", "đ")
    return letter if letter in _QUALITIES else ""
