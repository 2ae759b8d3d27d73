"""What a reader may have meant who finds nothing: one letter or one mark is other (S16).

Offered, never applied: "Có phải bạn tìm …?". Only words that the texts have are offered, and only
what finds something as it stands, or where its words stand apart. No list of all words is made: of
a query with one wrong word one half is right, and what is beside that half in the texts is looked
at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from unicodedata import normalize

from msgspec import Struct

from tui.search.apart import Apart
from tui.search.matching import matches
from tui.search.query import parse_query
from tui.search.readings import Reading
from tui.search.scan import Scope, hits_of
from tui.search.units import Units
from tui.text.canonical import canonical
from tui.text.folding import WORD, fold
from tui.text.marks import is_mark
from tui.text.near_words import one_slip_apart
from tui.text.words import agree, is_gap, read_word

_LETTER = r"[^\W_]"
_FEWEST_LETTERS = 2
_FEWEST_ALONE = 4
"""A shorter word that stands alone has too many neighbours for one of them to be meant."""
_MOST_LETTERS = 24
_LONG = 6
"""From this length on half a word is rare enough to be looked for."""
_MOST_WORDS = 8
_MOST_PLACES = 600
"""In how many places of half of a query, or of a word, what is beside it is looked at."""
_MOST_TRIES = 3
"""How many queries are tried in place of one."""


class _Query(Struct, frozen=True):
    """What was typed, in small letters, and its words."""

    text: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]

    def with_other(self, index: int, word: str) -> str:
        """Return the query with ``word`` in place of the one at ``index``."""
        start, end = self.spans[index]
        return f"{self.text[:start]}{word}{self.text[end:]}"


def offer(query: str, scope: Scope) -> str:
    """Return the query with another word in place of one that was typed, or ''."""
    text = canonical(query).strip().lower()
    spans = tuple(match.span() for match in WORD.finditer(text))
    if not 0 < len(spans) <= _MOST_WORDS:
        return ""
    typed = _Query(text, spans, tuple(text[start:end] for start, end in spans))
    found = _beside_a_half(typed, scope) if len(spans) > 1 else _alone(0, typed, scope)
    for offered in _nearest_first(found, typed):
        if hits_of(offered + " ", scope)[0]:
            return offered
    return _offer_apart(typed, scope) if len(spans) > 1 else ""


def _offer_apart(typed: _Query, scope: Scope) -> str:
    """Return the query with another word for the only one that no text has, if all stand apart."""
    words = enumerate(typed.words)
    absent = (index for index, word in words if not scope.has_letters(fold(word)))
    missing = [*islice(absent, 2)]  # more are not looked for
    if len(missing) != 1:
        return ""
    units = Units(scope.texts)
    for offered in _nearest_first(_alone(missing[0], typed, scope), typed):
        if Apart(offered + " ", scope, units).find()[0]:
            return offered
    return ""


def _beside_a_half(typed: _Query, scope: Scope) -> Counter[tuple[int, str]]:
    """Count the words near to one that was typed, by its index, where the others are as typed."""
    found: Counter[tuple[int, str]] = Counter()
    count = len(typed.words)
    middle = count // 2
    for half, rest in (
        (range(middle), range(middle, count)),
        (range(middle, count), range(middle)),
    ):
        known: dict[tuple[str, ...], tuple[int, str] | None] = {}
        beside = _words_after if half.start == 0 else _words_before
        for start, end in _places(typed, half, scope):
            words = beside(scope, start, end, len(rest))
            if words not in known:
                known[words] = _near(typed, rest, words)
            near = known[words]
            if near:
                found[near] += 1
    return found


def _places(typed: _Query, half: range, scope: Scope) -> Iterator[tuple[int, int]]:
    """Yield where the texts have some words of the query, as they stand."""
    query = parse_query(typed.text[typed.spans[half[0]][0] : typed.spans[half[-1]][1]])
    reading = Reading(query.words, query.exact, query.joints, open_end=False)
    if scope.has(reading):
        found = islice(matches(reading, scope.searched), _MOST_PLACES)
        yield from ((start, end) for start, end, _same in found)


def _words_after(scope: Scope, _start: int, end: int, count: int) -> tuple[str, ...]:
    """Return the words behind a place, at most so many, no more than gaps between them."""
    texts = scope.texts
    words: list[str] = []
    for run in islice(WORD.finditer(texts.folded, end, end + count * _MOST_LETTERS), count):
        if not is_gap(texts.folded[end : run.start()]):
            break
        end = run.end()
        words.append(texts.text[run.start() : end].lower())
    return tuple(words)


def _words_before(scope: Scope, start: int, _end: int, count: int) -> tuple[str, ...]:
    """Return the words of the texts before a place, as :func:`_words_after` does."""
    texts = scope.texts
    words: list[str] = []
    first = max(0, start - count * _MOST_LETTERS)
    for run in [*WORD.finditer(texts.folded, first, start)][: -count - 1 : -1]:
        if not is_gap(texts.folded[run.end() : start]):
            break
        start = run.start()
        words.insert(0, texts.text[start : run.end()].lower())
    return tuple(words)


def _near(typed: _Query, rest: range, words: Sequence[str]) -> tuple[int, str] | None:
    """Return the one word that is other than typed, and its index, if it is nearly the same."""
    if len(words) != len(rest):
        return None
    pairs = zip(rest, words, strict=True)
    others = [(index, word) for index, word in pairs if not _agree(typed.words[index], word)]
    if len(others) != 1 or not _is_near(typed.words[others[0][0]], others[0][1]):
        return None
    return others[0]


def _agree(typed: str, written: str) -> bool:
    return fold(typed) == fold(written) and agree(read_word(typed), read_word(written)) is not None


def _is_near(typed: str, written: str) -> bool:
    """Tell whether a word differs from the one typed by marks alone, by one letter or its sound."""
    letters = fold(typed)
    if not len(letters) >= _FEWEST_LETTERS or letters.isdigit() or typed == written:
        return False
    other = fold(written)
    if letters == other or one_slip_apart(letters, other):
        return True
    return _as_heard(letters) == _as_heard(other)


def _as_heard(letters: str) -> str:
    """Return a syllable as it sounds in the north: *tr* as *ch*, *gi* as *d*."""
    for written, heard in (("tr", "ch"), ("gi", "d")):
        if letters.startswith(written):
            return heard + letters[len(written) :]
    return letters


def _alone(index: int, typed: _Query, scope: Scope) -> Counter[tuple[int, str]]:
    """Count the words near to one that was typed, whatever stands beside them."""
    word = typed.words[index]
    letters = fold(word)
    found: Counter[tuple[int, str]] = Counter()
    if _FEWEST_ALONE <= len(letters) <= _MOST_LETTERS:
        for pattern in _nearly(letters, scope):
            found.update((index, near) for near in _written(pattern, scope) if _is_near(word, near))
    return found


def _written(pattern: str, scope: Scope) -> Iterator[str]:
    """Yield the words of the texts, in small letters, that begin or end with a match."""
    texts = scope.texts
    found = re.compile(pattern).finditer(texts.folded, scope.start, scope.end)
    for match in islice(found, _MOST_PLACES):
        start, end = match.span()
        while start > scope.start and texts.folded[start - 1].isalnum():
            start -= 1
        yield texts.text[start:end].lower()


def _nearly(letters: str, scope: Scope) -> Iterator[str]:
    """Yield patterns that match every word one slip from ``letters``, and more.

    Each begins with letters, so that ``re`` leaps from one place with them to the next.
    """
    count = len(letters)
    end = f"(?!{_LETTER})"
    is_long = count >= _LONG
    cut = count // 2 if is_long else 2
    tail = letters[cut if is_long else 1 :]
    yield _from_start(letters[:cut], f"{_LETTER}{{{count - cut - 1},{count - cut + 1}}}{end}")
    if not is_long and scope.has_letters(letters[2:]):
        yield _from_start(letters[0], f"{_LETTER}{{0,2}}{letters[2:]}{end}")
    for at in {cut} if is_long else {1, 2}:
        yield _from_start(
            letters[: at - 1] + letters[at] + letters[at - 1], letters[at + 1 :] + end
        )
    before = count - len(tail)
    starts = (f"(?<!{_LETTER}){_LETTER}{{{n}}}" for n in range(before - 1, before + 2))
    yield f"{tail}{end}(?:{'|'.join(f'(?<={start}{tail})' for start in starts)})"


def _from_start(head: str, rest: str) -> str:
    """Return a pattern of a word that begins with ``head``."""
    return f"{head}(?<!{_LETTER}{head}){rest}"


def _nearest_first(found: Counter[tuple[int, str]], typed: _Query) -> list[str]:
    """Return what to offer: words with the letters typed first, then with the most of the marks."""

    def distance(key: tuple[int, str]) -> tuple[bool, int, int]:
        word = typed.words[key[0]]
        return fold(word) != fold(key[1]), _other_marks(word, key[1]), -found[key]

    return [typed.with_other(*key) for key in sorted(found, key=distance)[:_MOST_TRIES]]


def _other_marks(a: str, b: str) -> int:
    """Return how many marks one of two words has and the other has not."""
    first, second = (Counter(filter(is_mark, normalize("NFD", word))) for word in (a, b))
    return ((first - second) + (second - first)).total() + (("đ" in a) != ("đ" in b))
