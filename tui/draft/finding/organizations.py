"""Organisations: the names of one body brought together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.abbreviations import Explained
from tui.draft.finding.bodies import Body
from tui.draft.finding.lists import lists_of_bodies
from tui.draft.finding.scan import Place, Scanned
from tui.draft.finding.variants import (
    expanded,
    initials,
    initials_and_rest,
    is_variant,
    lacks_the_middle,
    without_province,
)
from tui.text.abbreviations import shipped_table

_SHORT_FORM_AT_END = re.compile(r"\s?\([^()]{2,14}\)$")

_MOST_ALIKE = 20
_LONGEST_WHOLE = 80


def _end_of_part(text: str, end: int) -> int:
    """Return where a body ends that is a part of what ends at ``end``: *A trực thuộc B (C)*."""
    lead = text[max(0, end - _LONGEST_WHOLE) : end]
    found = re.search(r" (?:trực )?thuộc ", lead)
    return end - len(lead) + found.start() if found else end


class FoundOrganization(Struct, frozen=True):
    """An organisation: its names as written, the fullest first, and where they stand."""

    names: tuple[str, ...]
    places: tuple[Place, ...]
    head: str = ""

    @property
    def name(self) -> str:
        """The fullest of its names."""
        return self.names[0]


class _Group:
    """An organisation in the making."""

    def __init__(self, key: str, head: str) -> None:
        self.keys = {key: None}
        self.names: dict[str, None] = {}
        self.places: list[Place] = []
        self.head = head

    def take(self, other: _Group) -> None:
        self.keys |= other.keys
        self.names |= other.names
        self.places += other.places


class Organizations:
    """All organisations of an article, asked by the words of a name."""

    def __init__(self, blocks: Iterable[Scanned], short_forms: Iterable[Explained]) -> None:
        self._short_forms = tuple(short_forms)
        own = {one.short: one.long for one in self._short_forms if one.long}
        self._table = {**dict(shipped_table()), **own}
        self._groups: list[_Group] = []
        self._by_key: dict[str, _Group] = {}
        blocks = tuple(blocks)
        self._apart: set[frozenset[str]] = set()
        for block in blocks:
            for body in block.bodies:
                self._add(block, body)
            self._tell_apart(block)
        self._name_short_forms(blocks)
        self._join_acronyms()
        self._join_part_acronyms()
        self._cut_overruns()
        self._join_variants()
        self._found = tuple(self._frozen(group) for group in self._groups)
        self._index = {key: i for i, group in enumerate(self._groups) for key in group.keys}
        self._schools = [
            i
            for i, group in enumerate(self._groups)
            if group.head.startswith(("trường", "đại học", "đh", "học viện"))
        ]

    @property
    def found(self) -> tuple[FoundOrganization, ...]:
        """The organisations, in the order of their first mention."""
        return self._found

    def key(self, name: str) -> str:
        """Return what a name is compared by: its words in full, without *và*."""
        return expanded(name, self._table)

    def of(self, text: str, body: Body | None) -> int | None:
        """Return the index of the organisation that a body in ``text`` is, if it is one."""
        if body is None:
            return None
        name = text[body.start : body.end]
        index = self._index.get(self.key(name))
        return self._standing_for(body) if index is None and body.bare else index

    def index_of(self, name: str) -> int | None:
        """Return the index of the organisation with a name, if there is one."""
        return self._index.get(self.key(name))

    def _standing_for(self, body: Body) -> int | None:
        """Return the organisation that *Nhà trường* or *Trung tâm* alone means."""
        if body.head == "nhà trường":
            candidates = self._schools
        else:
            candidates = [
                i
                for i, group in enumerate(self._groups)
                if group.head.replace("các ", "").startswith(body.head)
            ]
        return max(candidates, key=lambda i: len(self._groups[i].places), default=None)

    def _add(self, block: Scanned, body: Body) -> None:
        if body.bare:
            return
        name = _SHORT_FORM_AT_END.sub("", block.text[body.start : body.end]).strip(" -–")
        key = self.key(name)
        if lexicon.phrase_key(name) in lexicon.keys("bodies", "heads.too_general") or not key:
            return
        group = self._by_key.get(key)
        if group is None:
            group = self._by_key[key] = _Group(key, body.head)
            self._groups.append(group)
        group.names[name] = None
        group.places.append(block.place(body.start, body.end))

    def _tell_apart(self, block: Scanned) -> None:
        """Bodies in one list are not the same: *Trường A (Đại học B), Trường A Hà Nội*."""
        for chain in lists_of_bodies(block):
            keys = [self.key(block.text[body.start : body.end]) for body in chain]
            self._apart |= {frozenset(pair) for pair in combinations(keys, 2)}

    def _name_short_forms(self, blocks: tuple[Scanned, ...]) -> None:
        """*Trung tâm Giáo dục và Phát triển (CED)*: CED is another name of it."""
        texts = {block.index: block.text for block in blocks}
        by_end = {
            (place.block, place.end): group for group in self._groups for place in group.places
        }
        for one in self._short_forms:
            text = texts[one.place.block]
            end = len(text[: one.place.start].rstrip(" ("))
            group = by_end.get((one.place.block, end)) or by_end.get(
                (one.place.block, _end_of_part(text, end))
            )
            if group is None or (one.long and self.key(one.long) not in group.keys):
                continue
            other = self._by_key.get(self.key(one.short)) or self._by_key.get(
                lexicon.phrase_key(one.short)
            )
            if other is not None and other is not group:
                self._join(group, other)
            group.names[one.short] = None
            for key in (self.key(one.short), lexicon.phrase_key(one.short)):
                group.keys[key] = None
                self._by_key.setdefault(key, group)

    def _join(self, keep: _Group, other: _Group) -> None:
        keep.take(other)
        self._groups.remove(other)
        for key in other.keys:
            self._by_key[key] = keep

    def _join_acronyms(self) -> None:
        """*Trường ĐHKHTN* is *Trường Đại học Khoa học Tự nhiên*: by its letters."""
        by_initials: dict[tuple[str, str], _Group] = {}
        for group in self._groups:
            for name in group.names:
                if " " in name:
                    for first, letters in initials(name):
                        by_initials.setdefault((first, letters), group)
                        by_initials.setdefault(("", letters), group)
        for group in list(self._groups):
            for name in list(group.names):
                match = lexicon.form("words.acronym").fullmatch(name)
                if not match or sum(map(str.isupper, match[2])) < 4:
                    continue
                letters = lexicon.key(match[2]).replace("&", "").replace("-", "")
                other = by_initials.get((lexicon.phrase_key(match[1] or "").split(" ")[0], letters))
                if other is not None and other is not group and group in self._groups:
                    self._join(other, group)

    def _join_part_acronyms(self) -> None:
        """*LĐBĐ Việt Nam* is *Liên đoàn Bóng đá Việt Nam*: by the letters of its first words."""
        by_part: dict[tuple[str, str], _Group] = {}
        for group in self._groups:
            for name in group.names:
                for part in initials_and_rest(name):
                    by_part.setdefault(part, group)
        for group in list(self._groups):
            for name in list(group.names):
                first, _, rest = name.partition(" ")
                if not (rest and first.isupper() and len(first) > 1):
                    continue
                other = by_part.get((lexicon.key(first), lexicon.phrase_key(rest)))
                if other is not None and other is not group and group in self._groups:
                    self._join(other, group)

    def _cut_overruns(self) -> None:
        """Cut *Trường Đại học X quan hệ* down to the name that the article has elsewhere."""
        for short, longer in list(self._nested()):
            for key in longer:
                group, other = self._by_key[short], self._by_key[key]
                once = len(other.places) == 1 and len(group.places) > 1
                if not (once and group is not other and key.startswith(f"{short} ")):
                    continue
                name = next(iter(other.names))
                words = name.split()[len(next(iter(group.names)).split()) :]
                if words and all(word.islower() for word in words):
                    other.names.clear()
                    self._join(group, other)

    def _join_variants(self) -> None:
        """Join a name with the one longer name that it is short for."""
        for short, longer in list(self._nested()):
            group = self._by_key[short]
            others = {
                id(self._by_key[key]): self._by_key[key]
                for key in longer
                if frozenset((short, key)) not in self._apart
                and (
                    is_variant(short, key)
                    or lacks_the_middle(short, key)
                    or short == without_province(key)
                )
            }
            others.pop(id(group), None)
            brand = " " not in short  # one of that name is all of that name
            for other in others.values() if brand or len(others) == 1 else ():
                first, second = sorted((self._by_key[short], other), key=self._groups.index)
                self._join(first, second)

    def _nested(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each key that longer ones begin or end with, the shortest first, and these."""
        known = {key for group in self._groups for key in group.keys}
        longer: dict[str, list[str]] = {}
        for key in known:
            words = key.split()
            for count in range(1, len(words)):
                for part in (" ".join(words[:count]), " ".join(words[count:])):
                    if part in known:
                        longer.setdefault(part, []).append(key)
        for key in known:
            if (short := without_province(key)) != key and short in known:
                longer.setdefault(short, []).append(key)
        for keys in self._by_ends(known):
            for short in keys:
                longer.setdefault(short, []).extend(keys - {short})
        yield from sorted(longer.items(), key=lambda item: (len(item[0]), item[0]))

    def _by_ends(self, known: set[str]) -> Iterator[set[str]]:
        """Yield the keys that begin and end alike."""
        alike: dict[tuple[str, ...], set[str]] = {}
        for key in known:
            words = key.split()
            if len(words) > 3:
                alike.setdefault((*words[:2], *words[-2:]), set()).add(key)
        yield from (keys for keys in alike.values() if 1 < len(keys) < _MOST_ALIKE)

    def _frozen(self, group: _Group) -> FoundOrganization:
        names = sorted(group.names, key=self._fullness, reverse=True)
        return FoundOrganization(tuple(names), tuple(group.places), group.head)

    def _fullness(self, name: str) -> tuple[bool, int, int]:
        words = name.split()
        return (
            any(not word.isupper() for word in words) and len(words) > 1,
            len(self.key(name)),
            -name.count("&"),
        )
