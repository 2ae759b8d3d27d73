"""Words of a query as an expression over terms: which events may have what ``find`` finds.

The expression never misses an event in which :func:`tui.search.find.find` finds the words, and
brings few in vain. Pairs of words stand for phrases, forms for marks, and an acronym or an
abbreviation of the file's own that the words may be makes their pairs free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import Protocol

from tui.archive.expression import NOTHING, Expression, Term, all_of, any_of
from tui.archive.loose_candidates import LooseCandidates
from tui.archive.terms import LONG_OWN, LONGEST_OWN, LONGEST_WORD, form_term, own_term, sign_term
from tui.search.expansions import Expansions, key_of_word
from tui.search.query import parse_query
from tui.search.readings import Reading, readings
from tui.search.rules import Rule
from tui.text.acronyms import MAX_LETTERS, MAX_PARTS, Acronyms
from tui.text.dates import read_date
from tui.text.words import Word, agree, is_and, read_word

_NO_ACRONYMS = Acronyms("", "")


class Vocabulary(Protocol):
    """The words of an archive."""

    def beginning(self, prefix: str, otherwise: Expression) -> Expression:
        """Return what has a term that begins so, or ``otherwise`` where these are too many."""

    def written(self, key: str, prefix: str) -> Sequence[str] | None:
        """Return the written forms of a word, or of those that begin so; none for too many."""

    def has_own(self, term: str) -> bool:
        """Tell whether any file has an abbreviation of its own of this term."""


class Candidates:
    """Makes expressions by the words of one archive."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def of(self, text: str, rule: Rule = "strict") -> Expression:
        """Return what has all events in which ``find`` finds ``text`` by the strict rules.

        By looser ones it has those too in which these find it: written otherwise, or as keys of
        Telex; then with its words apart, or its spaces elsewhere.
        """
        found = [self._literal(text)]
        if rule != "strict" and '"' not in text:
            found.append(self._literal(text, wide=True))
            literal = partial(self._literal, wide=True)
            loose = LooseCandidates(literal, self._instead, self._is_word)
            found += loose.otherwise(text)
            if rule in ("apart", "joined"):
                found += loose.elsewhere(text)
        return any_of(found)

    def _is_word(self, key: str) -> bool:
        return bool(self._vocabulary.written(key, ""))

    def surely(self, text: str) -> Expression:
        """Return what only has events in which ``find`` finds ``text``, not all of them.

        It is empty for what the index does not know so well.
        """
        query = parse_query(text)
        if len(query.words) != 1 or query.open_end or query.exact[0] or is_and(query.words[0]):
            return NOTHING
        reading = next(iter(readings(query, _NO_ACRONYMS, _shipped())))
        return self._word(reading, 0) if len(query.words[0]) <= LONGEST_WORD // 2 else NOTHING

    def _literal(self, text: str, *, wide: bool = False) -> Expression:
        query = parse_query(text)
        if query.signs:
            signs = sorted({sign for sign in query.signs if not sign.isspace()})
            return all_of(Term(sign_term(sign)) for sign in signs)
        if not query.words:
            return NOTHING
        found = [self._reading(reading) for reading in readings(query, _NO_ACRONYMS, _shipped())]
        date = None if any(query.exact) else read_date(text, wide=wide)
        if date:
            day = f"{date.month:02}{date.day:02}"
            found.append(Term(f"@{date.year:04}{day}" if date.year is not None else f"@{day}"))
        return any_of(found)

    def _reading(self, reading: Reading) -> Expression:
        places = [i for i, word in enumerate(reading.words) if not is_and(word)]
        if not places:
            return any_of((self._word(reading, 0), Term(sign_term("&"))))
        free = self._free(reading, places)
        conditions: list[Expression] = []
        for i in places:
            if len(places) == 1 or _is_marked(reading, i):
                conditions.append(any_of((self._word(reading, i), *free[i])))
        for i, j in pairwise(places):
            conditions.append(any_of((self._pair(reading, i, j), *free[i], *free[j])))
        return all_of(conditions)

    def _word(self, reading: Reading, i: int) -> Expression:
        """Return what has word ``i``: the forms that agree with its marks, if it has any."""
        word = reading.words[i]
        key = _key(word)
        open_end = _is_open(reading, i)
        plain: Expression = Term(key)
        if open_end:
            first = Term("^" + key[0])
            plain = first if len(key) == 1 else any_of((plain, self._beginning(word, first)))
        if not _is_marked(reading, i) or len(word) > LONGEST_WORD // 2:
            return plain
        if open_end and len(word) == 1 and not reading.exact[i]:
            return _first_letter(word) or plain
        written = self._vocabulary.written(key, word.letters if open_end else "")
        if written is None:
            return _first_letter(word) or plain
        return any_of(Term(_term(form)) for form in written if _agrees(reading, i, form))

    def _beginning(self, word: Word, otherwise: Expression) -> Expression:
        return self._vocabulary.beginning(word.letters[:LONGEST_WORD], otherwise)

    def _pair(self, reading: Reading, i: int, j: int) -> Expression:
        """Return what has word ``j`` right behind word ``i``, be it with *và* between them."""
        first = _key(reading.words[i])
        direct = self._following(first, reading, j)
        joints = reading.joints[i:j]
        if j == i + 1 and joints[0] in ("gap", "close"):
            return direct
        spoken = all_of((Term(f"{first}_va"), self._following("va", reading, j)))
        return any_of((direct, spoken))

    def _following(self, first: str, reading: Reading, j: int) -> Expression:
        word = reading.words[j]
        key = _key(word)
        pair = Term(f"{first}_{key}")
        if not _is_open(reading, j):
            return pair
        letters = word.letters[:LONGEST_WORD]
        otherwise = all_of((Term(first), Term("^" + letters[0])))
        return any_of((pair, self._vocabulary.beginning(f"{first}_{letters}", otherwise)))

    def _instead(self, text: str, head: str, tail: str) -> Expression:
        """Return what may have an acronym, or an abbreviation, in place of all words of a text.

        What is in place of some of them is left to these: of the head and the tail of the text.
        """
        first, *others = _read(text)
        partly = {(*reading.words, first.words[-1]) for reading in _read(head)}
        partly |= {(first.words[0], *reading.words) for reading in _read(tail)}
        found = [self._reading(reading) for reading in others if reading.words not in partly]
        members = [word for word in first.words if not is_and(word)]
        return any_of((*found, *self._as_one(first, members, is_end=True)))

    def _free(self, reading: Reading, places: Sequence[int]) -> dict[int, list[Expression]]:
        """Return what makes words free: the acronyms or abbreviations that they are part of."""
        found: dict[int, list[Expression]] = {place: [] for place in places}
        if len(places) > LONGEST_OWN and self._vocabulary.has_own(LONG_OWN):
            for expressions in found.values():
                expressions.append(Term(LONG_OWN))
        for first in range(len(places)):
            for last in range(first + 1, min(len(places), first + LONGEST_OWN) + 1):
                members = [reading.words[place] for place in places[first:last]]
                together = list(self._as_one(reading, members, is_end=last == len(places)))
                for place in places[first:last]:
                    found[place] += together
        return found

    def _as_one(
        self, reading: Reading, members: Sequence[Word], *, is_end: bool
    ) -> Iterator[Expression]:
        """Yield what has some words as one acronym, or as an abbreviation of the file's own."""
        yield from self._as_acronym(reading, members, is_end=is_end)
        own = own_term("_".join(map(_key, members)))
        if self._vocabulary.has_own(own):
            yield Term(own)
        if len(members) > LONGEST_OWN and self._vocabulary.has_own(LONG_OWN):
            yield Term(LONG_OWN)

    def _as_acronym(
        self, reading: Reading, members: Sequence[Word], *, is_end: bool
    ) -> Iterator[Expression]:
        letters = "".join(word.letters for word in members)
        if len(letters) > MAX_LETTERS or len(members) > MAX_PARTS:
            return
        if self._vocabulary.has_own(own_term(letters)):
            yield Term(own_term(letters))
        if len(letters) < 2 or any(any(word.tones) for word in members):
            return
        if is_end and reading.open_end:
            yield self._vocabulary.beginning("&" + letters, Term("^&" + letters[0]))
        else:
            yield Term("&" + letters)


@lru_cache(256)
def _read(text: str) -> tuple[Reading, ...]:
    return readings(parse_query(text), _NO_ACRONYMS, _shipped())


@lru_cache(1)
def _shipped() -> Expansions:
    return Expansions()


def _key(word: Word) -> str:
    return key_of_word(word.letters[:LONGEST_WORD])


def _is_open(reading: Reading, i: int) -> bool:
    return reading.open_end and i == len(reading.words) - 1


def _is_marked(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    return reading.exact[i] or any(word.qualities) or any(word.tones)


def _agrees(reading: Reading, i: int, form: str) -> bool:
    """Tell whether a word of the query and a written one have the marks that :func:`find` wants."""
    typed, written = reading.words[i], read_word(form)
    if len(written) < len(typed):
        return False
    same = agree(typed, written)
    return same is not None and (same or not reading.exact[i])


def _term(form: str) -> str:
    return key_of_word(form) if form.isascii() else form_term(form)


def _first_letter(word: Word) -> Expression | None:
    """Return what has a word that begins with the letter of ``word``, its quality included."""
    quality = _QUALITIES.get((word.letters[0], "".join(sorted(word.qualities[0]))), "")
    return Term("^=" + quality) if quality else None


_QUALITIES = {
    (read.letters[0], "".join(sorted(read.qualities[0]))): letter
    for letter, read in ((letter, read_word(letter)) for letter in "ăâđêôơư")
}
