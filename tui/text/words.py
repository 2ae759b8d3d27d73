"""Splitting text into words, and comparing a typed word with a written one (search.md, S3 to S7).

A word is a run of letters and digits with their marks. In scripts without spaces between words,
such as Chinese, each character is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from unicodedata import category

from msgspec import Struct

from tui.text.folding import fold
from tui.text.marks import NONE, TONES, is_mark, quality_and_tone

GAP = r"(?:(?![\W_]{0,2}\n[\W_]{0,2}\n)[\W_]{1,4}+)"
"""A pattern for the gap between two words: one to four characters without a blank line (S7).

It also matches what is neither space nor punctuation; :func:`is_gap` excludes that."""

_UNSPACED = (
    range(0x0E00, 0x0F00),
    range(0x1000, 0x10A0),
    range(0x1780, 0x1800),
    range(0x3040, 0x3100),
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x40000),
)
"""Scripts without spaces between words: Thai and Lao, Burmese, Khmer, kana, Han."""

_I_OR_Y = "(?:[hklmstv]|qu)[iy]"
_VOWELS_OR_LETTER = "[aeiouy]+|(?s:.)"


class Word(Struct, frozen=True):
    """One word, letter by letter.

    Attributes:
        letters: The folded letters.
        qualities: The quality marks of each letter.
        tones: The tone marks of each letter.
        ends: Where each letter, including its marks, ends in the word as written.
    """

    letters: str
    qualities: tuple[frozenset[str], ...]
    tones: tuple[frozenset[str], ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.letters)


class Script(Struct, frozen=True):
    """The rare features of a folded text that change how it is split into words.

    Attributes:
        marks: The combining marks that were not composed with their letters, each once.
        unspaced: Whether it has characters of a script without spaces between words.
    """

    marks: str = ""
    unspaced: bool = False

    @property
    def letter(self) -> str:
        """A pattern for a letter or digit of a script with spaces between words."""
        return rf"[^\W_{_unspaced_class()}]" if self.unspaced else r"[^\W_]"

    @property
    def any_marks(self) -> str:
        """A pattern for the marks that may follow a letter."""
        return f"[{re.escape(self.marks)}]*+" if self.marks else ""


PLAIN = Script()


def script_of(folded: str) -> Script:
    """Return the features of ``folded`` that change how it is split into words."""
    if folded.isascii():
        return PLAIN
    others = sorted(set(re.sub("[\x00-\x7f]+", "", folded)))
    return Script("".join(filter(is_mark, others)), any(map(is_unspaced, others)))


def is_unspaced(character: str) -> bool:
    """Tell whether ``character`` is a word by itself, as in scripts without spaces."""
    code = ord(character)
    return code > _UNSPACED[0].start and any(code in block for block in _UNSPACED)


@cache
def word_pattern(script: Script) -> re.Pattern[str]:
    """Return the pattern of one word of a folded text."""
    one = f"(?:{script.letter}{script.any_marks})++"
    return re.compile(f"{one}|[^\\W_]{script.any_marks}" if script.unspaced else one)


def words(text: str) -> Iterator[Word]:
    """Yield the words of canonical ``text``."""
    folded = fold(text)
    for match in word_pattern(script_of(folded)).finditer(folded):
        yield read_word(text[match.start() : match.end()])


@cache
def _unspaced_class() -> str:
    return "".join(f"{chr(block.start)}-{chr(block.stop - 1)}" for block in _UNSPACED)


@lru_cache(4096)
def read_word(text: str) -> Word:
    """Return the word that canonical ``text`` consists of."""
    letters: list[str] = []
    marks: list[tuple[frozenset[str], frozenset[str]]] = []
    ends: list[int] = []
    for end, (shown, folded) in enumerate(zip(text, fold(text), strict=True), 1):
        if is_mark(folded) and letters:
            quality, tone = quality_and_tone(shown)
            marks[-1] = marks[-1][0] | quality, marks[-1][1] | tone
            ends[-1] = end
        else:
            letters.append(folded)
            marks.append(quality_and_tone(shown))
            ends.append(end)
    return Word(
        "".join(letters), tuple(q for q, _ in marks), tuple(t for _, t in marks), tuple(ends)
    )


def join_words(words: Iterable[Word]) -> Word:
    """Return several words joined to one."""
    words = tuple(words)
    return _as_typed(
        "".join(word.letters for word in words),
        tuple(quality for word in words for quality in word.qualities),
        tuple(tone for word in words for tone in word.tones),
    )


def divide_word(word: Word, lengths: Iterable[int]) -> tuple[Word, ...]:
    """Return ``word`` divided into words of the given lengths."""
    divided: list[Word] = []
    start = 0
    for length in lengths:
        part = slice(start, start + length)
        divided.append(_as_typed(word.letters[part], word.qualities[part], word.tones[part]))
        start += length
    return tuple(divided)


def _as_typed(
    letters: str, qualities: tuple[frozenset[str], ...], tones: tuple[frozenset[str], ...]
) -> Word:
    return Word(letters, qualities, tones, tuple(range(1, len(letters) + 1)))


def same_with_i_or_y(letters: str) -> str:
    """Return a complete syllable with final i for y, or y for i (S5); '' if it has one spelling."""
    if not re.fullmatch(_I_OR_Y, letters):
        return ""
    return letters[:-1] + ("y" if letters[-1] == "i" else "i")


def agree(typed: Word, written: Word) -> bool | None:
    """Compare the marks of two words with the same letters (S3, S4).

    A typed quality mark must be on the same letter, a typed tone on the same group of vowels. Marks
    that were not typed are not compared.

    Args:
        typed: A word of a query; it may be the beginning of ``written``.
        written: A word of a text.

    Returns:
        ``True`` if the marks are the same, ``False`` if ``written`` has more of them, ``None`` if
        the two contradict each other.
    """
    same = True
    for quality, found in zip(typed.qualities, written.qualities, strict=False):
        if quality is not found and quality != found:
            if not quality <= found:
                return None
            same = False
    for start, end in _tone_bearers(written.letters):
        if start >= len(typed):
            break
        tone = NONE.union(*typed.tones[start:end])
        found = NONE.union(*written.tones[start:end])
        if tone != found:
            if not tone <= found:
                return None
            same = False
    return same


@lru_cache(4096)
def _tone_bearers(letters: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of letters that share a tone: each group of vowels, each other letter."""
    return tuple(match.span() for match in re.finditer(_VOWELS_OR_LETTER, letters))


@lru_cache(1024)
def is_gap(folded: str) -> bool:
    """Tell whether ``folded``, between two words, is one to four spaces or punctuation marks (S7).

    At most one of them is a line feed. ASCII signs such as ``+`` count as punctuation.
    """
    return (
        1 <= len(folded) <= 4
        and folded.count("\n") <= 1
        and all(c < "\x80" or category(c)[0] in "PZM" for c in folded)
    )


def is_and(word: Word) -> bool:
    """Tell whether ``word`` is *và*, with its tone or without (S8)."""
    return word.letters == "va" and not any(word.qualities) and word.tones[1] <= {TONES["huyền"]}
