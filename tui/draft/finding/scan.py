"""The blocks of an article with the phrases in them, which all that is found is found from."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.article import Article, Block
from tui.draft.finding.bodies import Body
from tui.draft.finding.mentions import Mention, mentions
from tui.draft.finding.offices import Office
from tui.draft.finding.phrases import Phrase, phrases
from tui.draft.sentences import Sentences
from tui.draft.tokens import Tokens
from tui.text.syllables import is_syllable

_FEW = 20
_MOST = 0.8
_LONGEST_HEADLINE = 300
_QUIET = ("byline", "dateline")

Report: TypeAlias = Callable[[int], None]
"""Is told how many letters more are read; most of the work of a draft is in that."""


class Place(Struct, frozen=True, order=True):
    """A span ``[start, end)`` of a block of the article, by its index."""

    block: int
    start: int
    end: int


class Scanned(Struct, frozen=True):
    """One block and what stands in it."""

    index: int
    block: Block
    tokens: Tokens
    sentences: Sentences
    phrases: tuple[Phrase, ...]
    mentions: tuple[Mention, ...]
    all_bodies: list[Body]
    body_starts: list[int]
    lead: str = ""
    """Of an item of a list, the paragraph that ends in a colon before it: *Dự lễ có:*."""

    @property
    def text(self) -> str:
        """The words of the block."""
        return self.block.text

    @property
    def bodies(self) -> Iterator[Body]:
        """The bodies named in the block, those of offices too, in reading order."""
        yield from self.all_bodies

    def bodies_within(self, start: int, end: int) -> list[Body]:
        """Return the bodies that begin in ``[start, end)``."""
        first = bisect_left(self.body_starts, start)
        return self.all_bodies[first : bisect_left(self.body_starts, end)]

    def place(self, start: int, end: int) -> Place:
        """Return the span of this block as a place of the article."""
        return Place(self.index, start, end)


def nobody(_letters: int) -> None:
    """Tell nobody."""


def scan(article: Article, report: Report = nobody) -> tuple[Scanned, ...]:
    """Return the blocks of an article that say something, each with its phrases."""
    brands = _brands(article)
    telling = [pair for pair in enumerate(article.blocks) if pair[1].kind not in _QUIET]
    found = []
    lead = ""
    # An article of by-lines alone is one of what they say.
    for index, block in telling or enumerate(article.blocks):
        if block.kind != "list":
            lead = block.text if block.text.endswith(":") else ""
        found.append(_scanned(index, block, brands, lead if block.kind == "list" else ""))
        report(len(block.text))
    return tuple(found)


def _scanned(index: int, block: Block, brands: frozenset[str], lead: str) -> Scanned:
    tokens = Tokens(block.text)
    found = () if _is_in_capitals(block.text) else phrases(tokens, brands)
    bodies = list(_bodies(found))
    starts = [body.start for body in bodies]
    told = mentions(block.text, found)
    return Scanned(index, block, tokens, Sentences(block.text), found, told, bodies, starts, lead)


def _is_in_capitals(text: str) -> bool:
    """Tell whether a block is a headline in capitals, in which a name looks like any word."""
    if not text[:_FEW].isupper():
        return False  # as nearly all blocks
    letters = [letter for letter in text[:_LONGEST_HEADLINE] if letter.isalpha()]
    return len(letters) > _FEW and sum(map(str.isupper, letters)) > len(letters) * _MOST


def _bodies(found: Iterable[Phrase]) -> Iterator[Body]:
    for phrase in found:
        if isinstance(phrase, Body):
            yield phrase
        elif isinstance(phrase, Office) and phrase.body:
            yield phrase.body


def _brands(article: Article) -> frozenset[str]:
    """Return the words that are not syllables of Vietnamese and are used as names."""
    count: Counter[str] = Counter()
    for block in article.blocks:
        count.update(lexicon.form("words.capital").findall(block.text))
    common = lexicon.words("words", "common_acronyms") | lexicon.words("people", "honorifics.short")
    return frozenset(
        word
        for word, times in count.items()
        if (times > 1 or sum(map(str.isupper, word)) > 2)
        and not is_syllable(word)
        and word not in common
    )
