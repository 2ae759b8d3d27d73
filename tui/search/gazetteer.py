"""Many names found in one scan of a text, by the matcher that finds what a reader types.

A name is read as a query is: with its abbreviations spelt out and the other way round. The words of
all readings form a trie. A text is gone through once; from each word that begins a name the trie is
followed, and where names end there the matcher says which of them stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tui.search.expansions import Expansions, key_of_word
from tui.search.matching import Follower, Searched
from tui.search.query import parse_query
from tui.search.readings import Reading, readings
from tui.text.acronyms import MAX_LETTERS, Acronyms
from tui.text.budget import Budget
from tui.text.canonical import canonical
from tui.text.folding import fold
from tui.text.words import read_word, script_of, word_pattern

Sort: TypeAlias = Literal["person", "given", "thing", "kind", "title"]
"""A full name of a person, the last words of one, the name of something else, one that is a common
noun too, such as *Thỏa thuận hợp tác*, and what may stand before the names of people."""

WIDEST_GAP = 4
"""How many characters may be between two words (S7)."""
MOST_NAMESAKES = 32
"""A name that more things share, but for its marks, tells none of them."""
_MOST_READ = 3_000
"""How many names are read with their abbreviations either way; more are looked for as they are."""
_USUAL_WORDS = 16
_UNUSUAL_WORK = 300_000
"""How many words beyond the usual ones of a name are looked at in all. Names of hundreds of words
that begin alike, in a text that repeats them, would take quadratic time."""

_WORD = re.compile(r"[^\W_]+")
_DIVIDED = re.compile('[.&,"“”„‟-]')
_QUOTES = re.compile('["“”„‟＂]')
_TWO_PARTS = re.compile(r"(?<!\w)([A-ZĐ]{1,8})(?= ?[.&,-]{1,2} ?([A-ZĐ]{1,8})(?!\w))")


class Name(Struct, frozen=True):
    """What the thing with this id is called."""

    text: str
    id: str = ""
    sort: Sort = "thing"


class Occurrence(Struct, frozen=True):
    """Names at ``[start, end)``: those that agree best with what is written.

    There are none where too many have the same letters to tell. ``is_exact`` says that no mark was
    left out.
    """

    start: int
    end: int
    names: tuple[Name, ...]
    is_exact: bool


class _Node:
    """The names that end after some words, and how others go on, by key."""

    __slots__ = ("known", "names", "next", "readings", "unread")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.names: dict[Name, None] = {}
        self.unread: list[Name] = []
        """Those that are found as they stand, and have not been read yet."""
        self.readings: dict[Reading, list[Name]] = {}
        self.known: dict[str, tuple[tuple[Name, ...], bool]] = {}
        """Which names agree best with what was written, as far as it was looked at already."""


class Gazetteer:
    """Names, ready to be found in texts that have these acronyms."""

    def __init__(self, names: Iterable[Name], acronyms: Acronyms, expansions: Expansions) -> None:
        self._acronyms = acronyms
        self._expansions = expansions
        self._free = acronyms.letters() | expansions.shorts | {"va"}
        self._root = _Node()
        self._budget = Budget(_UNUSUAL_WORK)
        left = _MOST_READ
        for name in names:
            words = _WORD.findall(fold(name.text))
            if left and self._has_other_readings(name.text, words):
                left -= 1
                for reading in self.readings(name):
                    node = self._node([word.letters for word in reading.words])
                    node.names[name] = None
                    node.readings.setdefault(reading, []).append(name)
            elif words:
                node = self._node(words)
                node.names[name] = None
                node.unread.append(name)

    def scan(self, text: Searched) -> list[Occurrence]:
        """Return where names stand in a text, in the order in which they begin."""
        found: list[Occurrence] = []
        firsts = self._root.next
        key = _bare_key if text.script.marks else _key
        for run in word_pattern(text.script).finditer(text.folded):
            node = firsts.get(key(run[0]))
            if node is not None:
                self._follow(text, run.start(), run.end(), node, found)
        return found

    def readings(self, name: Name) -> Iterator[Reading]:
        """Yield the readings of a name: as it stands, spelt out, and with its words shortened."""
        text = _QUOTES.sub(" ", canonical(name.text))
        for written in dict.fromkeys((text, self._expansions.spelt_out(text))):
            query = parse_query(written + " ")
            capitals = _capitals(written)
            if len(capitals) < len(query.words):  # & alone is read as *và*
                continue
            query = replace(query, capitals=capitals)
            for reading in readings(query, self._acronyms, self._expansions):
                capitals = reading.capitals
                if name.sort in ("person", "given"):
                    capitals = (True,) * len(capitals)
                elif name.sort == "kind" or (len(capitals) == 1 and name.sort == "thing"):
                    capitals = (written[:1].isupper(), *capitals[1:])
                yield replace(reading, capitals=capitals, is_name=True)

    def _has_other_readings(self, text: str, words: Sequence[str]) -> bool:
        """Tell whether a name may be written otherwise: with an abbreviation, or without."""
        if _DIVIDED.search(text) or not self._free.isdisjoint(words):
            return True
        keys = [*map(key_of_word, words)]
        begins = not self._expansions.beginnings.isdisjoint(chain(zip(keys), pairwise(keys)))
        return begins or not all(map(str.isascii, words))

    def _node(self, words: Sequence[str]) -> _Node:
        node = self._root
        for index, word in enumerate(words):
            if word != "va" or index in (0, len(words) - 1):
                node = node.next.setdefault(key_of_word(word), _Node())
        return node

    def _follow(
        self, text: Searched, start: int, end: int, node: _Node, found: list[Occurrence]
    ) -> None:
        """Add the names whose first word, at ``[start, end)``, leads to ``node``."""
        key_of = _bare_key if text.script.marks else _key
        words = 1
        runs: Iterator[re.Match[str]] | None = None
        while True:
            if node.names:
                self._end(text, start, end, node, found)
            if not node.next:
                return
            runs = runs or word_pattern(text.script).finditer(text.folded, end)
            run = next(runs, None)
            if run is None or run.start() - end > WIDEST_GAP:
                return
            words += 1
            if words > _USUAL_WORDS and not self._budget.spend(words if node.names else 1):
                return
            key = key_of(run[0])
            end = run.end()
            if key == "va" and "va" in node.next:
                self._end(text, start, end, node.next["va"], found)
            elif key in node.next:
                node = node.next[key]
            elif key != "va":
                return

    def _end(
        self, text: Searched, start: int, end: int, node: _Node, found: list[Occurrence]
    ) -> None:
        """Add the names that end at ``node`` and stand at ``[start, end)``."""
        if len(node.names) > MOST_NAMESAKES:
            found.append(Occurrence(start, end, (), is_exact=False))
            return
        surface = text.shown[start:end]
        known = node.known.get(surface)
        if known is None:
            known = node.known[surface] = self._best(text, start, end, node)
        names, is_exact = known
        borders = (self._is_inside_short(text.shown, border) for border in (start, end))
        if names and not any(borders):
            found.append(Occurrence(start, end, names, is_exact))

    def _best(
        self, text: Searched, start: int, end: int, node: _Node
    ) -> tuple[tuple[Name, ...], bool]:
        """Return the names that agree best with what is written, and whether with all marks."""
        for name in node.unread:
            for reading in islice(self.readings(name), 1):
                node.readings.setdefault(reading, []).append(name)
        node.unread.clear()
        exact: dict[Name, None] = {}
        bare: dict[Name, None] = {}
        for reading, names in node.readings.items():
            found = Follower(reading, text).follow(start)
            if found and found[0] == end - start:
                (exact if found[1] else bare).update(dict.fromkeys(names))
        return (tuple(exact), True) if exact else (tuple(bare), False)

    def _is_inside_short(self, shown: str, border: int) -> bool:
        """Tell whether a border of a name is inside an abbreviation: *Sở KH* in *Sở KH&CN*."""
        around = max(0, border - MAX_LETTERS), border + MAX_LETTERS
        return any(
            border in (parts.end(), parts.start(2))
            and fold(parts[1] + parts[2]) in self._expansions.shorts
            for parts in _TWO_PARTS.finditer(shown, *around)
        )


def _capitals(text: str) -> tuple[bool, ...]:
    """Tell of each word whether its capitals matter: more than one, in a text that has others."""
    words = word_pattern(script_of(fold(text))).finditer(fold(text))
    written = [text[slice(*word.span())] for word in words]
    if text.isupper():
        return (False,) * len(written)
    return tuple(word.isupper() or sum(map(str.isupper, word)) > 1 for word in written)


def _key(word: str) -> str:
    return word if word[-1] != "y" else key_of_word(word)


def _bare_key(word: str) -> str:
    """Return how a word is looked up that may have marks which stand alone."""
    return _key(read_word(word).letters)
