"""Captions of photos among the lines of an article: by form, and as they say things again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui.draft import lexicon
from tui.draft.article import Block
from tui.draft.sentences import sentence_starts
from tui.text.folding import fold

LONGEST = 330
_LONG = 150
_SHORT = 80
_SHINGLE = 7
_ENOUGH = 3
_IN_PARENTHESES = re.compile(r"\([^()]{30,}\)")
_WORD = re.compile(r"\w+")
_CREDIT_LENGTH = 70


class Captions:
    """Tells which lines are captions; every line is looked at a fixed number of times."""

    def __init__(self, lines: Sequence[Block]) -> None:
        self.lines = lines
        self.folded = [_WORD.findall(fold(block.text)) for block in lines]
        self.words = [frozenset(words) for words in self.folded]
        self.pairs = [frozenset(pairwise(words)) for words in self.folded]
        self.shingles = Counter(
            shingle for words in self.folded for shingle in set(_shingles(words))
        )
        self.has_long = sum(len(block.text) > 180 for block in lines) > 1

    def is_caption(self, index: int) -> bool:
        """Tell whether a line is a caption."""
        text = self.lines[index].text
        caption, credit = split_credit(text)
        if credit and len(text) < 400 and len(credit) < _CREDIT_LENGTH:
            return len(sentence_starts(caption)) <= 2
        if len(text) > LONGEST or len(sentence_starts(text)) > 1 or not self.has_long:
            return False
        if lexicon.form("lines.newspaper").match(text):
            return False
        if lexicon.form("lines.bullet").match(text) or re.search(r"[:;]$", text):
            return False
        if _IN_PARENTHESES.fullmatch(text) and lexicon.form("words.person_first").match(text[1:]):
            return True
        begins = lexicon.form("captions.start").match(text)
        if index == 0 and self._is_before_the_lead(text):
            return True
        if index == 0 and not begins:
            return False  # the lead, which is often said again
        if len(text) > 40 and self._is_said_again(index):
            return True
        if lexicon.form("captions.not_at").match(text):
            return False
        return self._score(index) >= _ENOUGH

    def _is_before_the_lead(self, text: str) -> bool:
        """Tell whether a few words with a full stop stand before the lead: under its picture."""
        lead = self.lines[1].text if len(self.lines) > 1 else ""
        dated = lexicon.form("lines.dated_lead").match(lead)
        return bool(dated) and len(text) < _SHORT and text.endswith(".")

    def _is_said_again(self, index: int) -> bool:
        found = _shingles(self.folded[index])
        return bool(found) and all(self.shingles[shingle] > 1 for shingle in found)

    def _score(self, index: int) -> int:
        text = self.lines[index].text
        says = (
            2 * bool(lexicon.form("captions.start").match(text))
            + 2 * bool(lexicon.form("captions.inside").search(text))
            + self._nearness(index)
            + bool(lexicon.form("words.person_first").match(text))
            + self._name_comes_next(index)
        )
        if not says:
            return 0  # as short as a caption, and a heading as well as one
        return (
            says
            + (not re.search(r"[.!?…:;,”\"]$", text))
            + (len(text) < 160)
            + self._is_between_longer(index)
            - 2 * text.startswith(("“", '"'))
            - 2 * bool(lexicon.form("captions.runs_on").search(text))
            - 2 * (index == 0 and not lexicon.form("captions.start").match(text))
        )

    def _is_between_longer(self, index: int) -> bool:
        length = 1.4 * len(self.lines[index].text)
        around = (index - 1, index + 1)
        return all(0 <= at < len(self.lines) and len(self.lines[at].text) > length for at in around)

    def _nearness(self, index: int) -> int:
        """Return how much of the line is said again beside it: 0 to 3."""
        around = [
            at
            for at in (index - 2, index - 1, index + 1, index + 2)
            if 0 <= at < len(self.lines) and len(self.lines[at].text) > _LONG
        ]
        pairs, words = self.pairs[index], self.words[index]
        if not around or not pairs:
            return 0
        near = max(len(pairs & self.pairs[at]) for at in around) / len(pairs)
        said = len(words & frozenset().union(*(self.words[at] for at in around))) / len(words)
        return (near >= 0.4) + (near >= 0.6) + (said >= 0.9)

    def _name_comes_next(self, index: int) -> bool:
        if index + 1 >= len(self.lines) or len(self.lines[index + 1].text) <= _LONG:
            return False
        text = re.sub(r"^(?:Ông|Bà|Đồng chí|Ngài) ", "", self.lines[index].text)
        name = lexicon.form("words.name").search(text)
        return bool(name and name[0] in self.lines[index + 1].text[:200])


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def split_credit(text: str) -> tuple[str, str]:
    """Return a caption and the credit at its end; the latter is empty if there is none."""
    starts = list(lexicon.form("credits.start").finditer(text))
    if not starts or not starts[-1].start():
        return text, ""
    at = starts[-1].start()
    return text[:at].strip(), text[at:].strip()
