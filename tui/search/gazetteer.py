"""Many names found in one scan of a text, by the matcher that finds what a reader types.

A name is read as a query is: with its abbreviations spelt out and the other way round. The words of
all readings form a trie. A text is gone through once; from each word that begins a name the trie is
followed, and where names end there the matcher says which of them stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tui.search.expansions import Expansions, key_of_word
from tui.search.matching import Follower, Searched
from tui.search.query import Query, parse_query
from tui.search.readings import Reading, as_it_stands, readings
from tui.text.acronyms import MAX_LETTERS, Acronyms
from tui.text.budget import Budget
from tui.text.canonical import canonical
from tui.text.folding import WORD, fold
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
_MOST_WORK = 600_000
"""How many names are looked at in all, and how many words beyond the usual ones of a name. Names
that begin alike, in a text that repeats their words, would take quadratic time."""

_DIVIDED = re.compile('[.&,"“”„‟-]')
_QUOTES = re.compile('["“”„‟＂]')
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""A name in the address of a page, which names nobody."""
_TWO_PARTS = re.compile(r"(?<!\w)([A-ZĐ]{1,8})(?= ?[.&,-]{1,2} ?([A-ZĐ]{1,8})(?!\w))")


class Name(Struct, frozen=True):
    """What the thing with this id is called."""

    text: str
    id: str = ""
    sort: Sort = "thing"


class Called(Struct, frozen=True):
    """Those whose names agree best with what is written, by what sort of name it is."""

    things: tuple[str, ...]
    """The ids of those whose full name it is; of several with one name it tells none."""
    given: tuple[str, ...]
    """The ids of the people whose names end so."""
    titles: tuple[str, ...]
    """What it is where it may stand before the name of a person."""
    is_exact: bool
    """Whether no mark was left out."""


class Occurrence(Struct, frozen=True):
    """Names at ``[start, end)``."""

    start: int
    end: int
    called: Called


_SHARED = Called((), (), (), is_exact=False)
"""Says of a name that too many have it to tell."""


class _Node:
    """The names that end after some words, and how others go on, by key."""

    __slots__ = ("known", "names", "next", "readings", "unread")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.names: dict[Name, None] = {}
        self.unread: list[Name] = []
        """Those that are found as they stand, and have not been read yet."""
        self.readings: dict[Reading, list[Name]] = {}
        self.known: dict[str, Called | None] = {}
        """Whom what was written means, as far as it was looked at already."""


class Gazetteer:
    """Names, ready to be found in texts that have these acronyms."""

    def __init__(self, names: Iterable[Name], acronyms: Acronyms, expansions: Expansions) -> None:
        self._acronyms = acronyms
        self._expansions = expansions
        self._free = acronyms.letters() | expansions.shorts | {"va"}
        self._root = _Node()
        self._budget = Budget(_MOST_WORK)
        left = _MOST_READ
        for name in names:
            words = WORD.findall(fold(name.text))
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
        key = _bare_key if text.script.marks else None
        for run in word_pattern(text.script).finditer(text.folded):
            word = run[0]
            if key is not None or word[-1] == "y":  # no call for most of the words
                word = (key or key_of_word)(word)
            if word in firsts:
                if self._budget.is_exhausted:
                    break
                self._follow(text, run.start(), run.end(), firsts[word], found)
        return found

    def readings(self, name: Name) -> Iterator[Reading]:
        """Yield the readings of a name: as it stands, spelt out, and with its words shortened."""
        text = _QUOTES.sub(" ", canonical(name.text))
        for written in dict.fromkeys((text, self._expansions.spelt_out(text))):
            query = _query(written)
            for reading in readings(query, self._acronyms, self._expansions, is_name=True):
                yield _of_name(reading, written, text, name.sort)

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
        surface = text.shown[start:end]
        if not self._budget.spend():
            return
        if surface not in node.known:
            node.known[surface] = self._called(text, start, end, node)
        called = node.known[surface]
        if called is None:
            return
        begins_short = surface[:2].isupper() and self._is_inside_short(text.shown, start)
        ends_short = surface[-1].isupper() and self._is_inside_short(text.shown, end)
        if not (begins_short or ends_short):
            found.append(Occurrence(start, end, called))

    def _called(self, text: Searched, start: int, end: int, node: _Node) -> Called | None:
        """Return whose names agree best with what is written.

        All marks are better than none, and a name as it stands is better than its abbreviation.
        """
        if len(node.names) > MOST_NAMESAKES:
            return _SHARED
        if _SLUG.fullmatch(text.shown, start, end):
            return None
        for name in node.unread:
            written = _QUOTES.sub(" ", canonical(name.text))
            reading = _of_name(as_it_stands(_query(written)), written, written, name.sort)
            node.readings.setdefault(reading, []).append(name)
        node.unread.clear()
        levels: dict[tuple[bool, bool], list[Name]] = {}
        for reading, names in node.readings.items():
            matched = Follower(reading, text).follow(start)
            if matched and matched[0] == end - start:
                levels.setdefault((matched[1], not reading.reasons), []).extend(names)
        if not levels:
            return None
        best = max(levels)
        ids: dict[Sort, dict[str, None]] = {}
        for name in levels[best]:
            ids.setdefault(name.sort, {})[name.id or name.text] = None
        things = (id_ for sort in ("person", "thing", "kind") for id_ in ids.get(sort, ()))
        given, titles = tuple(ids.get("given", ())), tuple(ids.get("title", ()))
        return Called(tuple(dict.fromkeys(things)), given, titles, best[0])

    def _is_inside_short(self, shown: str, border: int) -> bool:
        """Tell whether a border of a name is inside an abbreviation: *Sở KH* in *Sở KH&CN*."""
        around = max(0, border - MAX_LETTERS), border + MAX_LETTERS
        return any(
            border in (parts.end(), parts.start(2))
            and fold(parts[1] + parts[2]) in self._expansions.shorts
            for parts in _TWO_PARTS.finditer(shown, *around)
        )


def _query(text: str) -> Query:
    """Return a name as a query of whole words, in which capitals matter where some are small."""
    query = parse_query(text + " ")
    folded = fold(text)
    spans = [word.span() for word in word_pattern(script_of(folded)).finditer(folded)]
    if text.isupper() or len(spans) < len(query.words):  # & alone is read as *và*
        return replace(query, capitals=(False,) * len(query.words))
    written = [text[slice(*span)] for span in spans]
    matter = (word.isupper() or sum(map(str.isupper, word)) > 1 for word in written)
    return replace(query, capitals=tuple(matter))


def _of_name(reading: Reading, written: str, text: str, sort: Sort) -> Reading:
    """Return the reading of a name ``text`` that is ``written`` so."""
    capitals = reading.capitals
    if sort in ("person", "given"):
        capitals = (True,) * len(capitals)
    elif sort == "kind" or (len(capitals) == 1 and sort == "thing"):
        capitals = (written[:1].isupper(), *capitals[1:])
    reasons = reading.reasons or (written,) * (written != text)
    return replace(reading, capitals=capitals, reasons=reasons, is_name=True)


def _key(word: str) -> str:
    return word if word[-1] != "y" else key_of_word(word)


def _bare_key(word: str) -> str:
    """Return how a word is looked up that may have marks which stand alone."""
    return _key(read_word(word).letters)
