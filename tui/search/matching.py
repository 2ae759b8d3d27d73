"""Where a reading of a query stands in a text: marks are looked at where the letters are right."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from tui.search.patterns import candidates, covered
from tui.search.query import Joint
from tui.search.readings import Reading
from tui.text.acronyms import is_acronym_joint, is_written_short
from tui.text.words import (
    Script,
    Word,
    agree,
    is_and,
    is_gap,
    read_word,
    same_with_i_or_y,
    word_pattern,
)

_MAX_REST = 8
"""No syllable is longer, so that no more letters are read for the tone of one typed in part."""


_PATIENCE = 50_000
"""How many words are looked at beyond those of the expression. Only for a hostile query of many
words in a hostile text is that too few; without a limit they would take quadratic time."""

_Found: TypeAlias = tuple[int, bool]


class Searched(Struct, frozen=True):
    """A text to search: canonical, its folded form, and what that has beside letters."""

    shown: str
    folded: str
    script: Script
    start: int = 0
    end: int = sys.maxsize
    """The part ``[start, end)`` of it that is searched."""


def matches(reading: Reading, text: Searched) -> Iterator[tuple[int, int, bool]]:
    """Yield ``(start, end, same)`` of each match, in order and apart from one another.

    ``same`` tells that the text has no marks but those of the reading.
    """
    search = candidates(reading, text.script).search
    rest_of_word = re.compile(rf"{text.script.letter}{{0,{_MAX_REST}}}").match
    shown, folded = text.shown, text.folded
    follower = Follower(reading, text)
    whole = covered(reading) == len(reading.words)
    cached = whole and not text.script.marks
    patience = _PATIENCE + len(reading.words)
    known: dict[str, _Found | None] = {}
    candidate = search(folded, text.start, text.end)
    while candidate and (whole or follower.followed <= patience):
        start, end = candidate.span()
        rest = rest_of_word(folded, end)
        surface = shown[start : rest.end() if rest else end]
        if cached and surface in known:
            found = known[surface]
        else:
            found = known[surface] = follower.follow(start)
        if found:
            yield start, start + found[0], found[1]
            start += found[0] - 1
        candidate = search(folded, start + 1, text.end)


class Follower:
    """Follows a reading word by word from a candidate on.

    A name is followed more strictly than a query: what it says of *và* and of capitals holds, and a
    text may leave out the marks of a whole word alone.
    """

    def __init__(self, reading: Reading, text: Searched) -> None:
        self.reading = reading
        self.text = text
        self.runs = word_pattern(text.script)
        self.followed = 0
        """How many words have been looked at."""

    def follow(self, start: int) -> _Found | None:
        """Return the length of the match at ``start`` and whether it has no other marks."""
        if self._is_inside_word(start):
            return None
        folded, words = self.text.folded, self.reading.words
        runs = self.runs.finditer(folded, start)
        spans: list[tuple[int, int]] = []
        same = True
        end = start
        run = next(runs, None)
        for i, word in enumerate(words):
            self.followed += 1
            if is_and(word) and (sign := self._and_sign(end, run)):
                spans.append((sign - 1, sign))
                same = same and any(word.tones)
                if i == len(words) - 1:
                    end = sign
                continue
            spoken = run and i and self._is_spoken_and(i, run) and is_gap(folded[end : run.start()])
            if run and spoken:
                end, run = run.end(), next(runs, None)
            if run is None:
                return None
            separator = folded[end : run.start()]
            if end > start and not (is_gap(separator) if spoken else self._joins(i, separator)):
                return None
            found = self._agree(i, run)
            if found is None:
                return None
            end = run.start() + found[0]
            same = same and found[1]
            spans.append((run.start(), end))
            run = next(runs, None)
        if not all(self._is_short(spans, short) for short in self.reading.shorts):
            return None
        return end - start, same

    def _is_inside_word(self, start: int) -> bool:
        """Tell whether marks that stand alone tie the place to a letter before them."""
        folded, before = self.text.folded, start
        while before > 0 and folded[before - 1] in self.text.script.marks:
            before -= 1
        return (
            0 < before < start and re.match(self.text.script.letter, folded[before - 1]) is not None
        )

    def _and_sign(self, end: int, run: re.Match[str] | None) -> int:
        """Return where a ``&`` ends that stands for *và* right here; 0 if there is none (S8)."""
        if run and run[0] == "va":
            return 0
        sign = self.text.folded.find("&", end, min(end + 4, run.start() if run else end + 4))
        return sign + 1 if sign == end or is_gap(self.text.folded[end : max(end, sign)]) else 0

    def _is_spoken_and(self, i: int, run: re.Match[str]) -> bool:
        """Tell whether *và* stands where ``&`` was typed, or between the parts of an acronym."""
        return (
            self.reading.joints[i - 1] in ("and", "acronym")
            and self.reading.words[i].letters != "va"
            and is_and(self._written(run, 2))
        )

    def _joins(self, i: int, separator: str) -> bool:
        joint: Joint = self.reading.joints[i - 1] if i else "gap"
        if joint == "acronym":
            return is_acronym_joint(separator)
        if self.reading.is_name and i:
            has_sign = "&" in separator
            if has_sign != (joint == "and" or (has_sign and is_and(self.reading.words[i - 1]))):
                return False
        return is_gap(separator) or (joint == "close" and not separator)

    def _agree(self, i: int, run: re.Match[str]) -> _Found | None:
        """Return where word ``i`` ends in ``run``, if it stands there, and whether it is same."""
        word = self.reading.words[i]
        written = self._written(run, len(word))
        whole = written.letters in (word.letters, same_with_i_or_y(word.letters))
        is_prefix = self.reading.open_end and i == len(self.reading.words) - 1
        if not whole and not (is_prefix and written.letters.startswith(word.letters)):
            return None
        same = agree(word, written)
        if self.reading.is_name:
            is_bare = not (any(written.qualities) or any(written.tones))
            is_small = self.reading.capitals[i] and not self.text.shown[run.start()].isupper()
            return None if is_small or not (same or is_bare) else (written.ends[-1], bool(same))
        if same is None or (self.reading.exact[i] and not same):
            return None
        return written.ends[len(word) - 1], same

    def _written(self, run: re.Match[str], letters: int) -> Word:
        """Return the word that stands at ``run``; of a monster only somewhat more than compared."""
        most = run.start() + 5 * letters + 5 * _MAX_REST
        return read_word(self.text.shown[run.start() : min(run.end(), most)])

    def _is_short(self, spans: list[tuple[int, int]], short: tuple[int, int, str]) -> bool:
        """Tell whether words that are an abbreviation are written as one."""
        first, last, form = short
        return is_written_short(self.text.shown[spans[first][0] : spans[last - 1][1]], form)
