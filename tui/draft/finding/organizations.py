"""Organisations: all bodies that an article names, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.abbreviations import Explained
from tui.draft.finding.bodies import Body
from tui.draft.finding.groups import Group, Groups
from tui.draft.finding.lists import lists_of_bodies
from tui.draft.finding.scan import Place, Scanned
from tui.draft.finding.variants import expanded
from tui.text.abbreviations import shipped_table

_SHORT_FORM_AT_END = re.compile(r"\s?\([^()]{2,14}\)$")

_LONGEST_WHOLE = 80


class FoundOrganization(Struct, frozen=True):
    """An organisation: its names as written, the fullest first, and where they stand."""

    names: tuple[str, ...]
    places: tuple[Place, ...]
    head: str = ""

    @property
    def name(self) -> str:
        """The fullest of its names."""
        return self.names[0]


class Organizations:
    """All organisations of an article, asked by the words of a name."""

    def __init__(self, blocks: Iterable[Scanned], short_forms: Iterable[Explained]) -> None:
        self._short_forms = tuple(short_forms)
        own = {one.short: one.long for one in self._short_forms if one.long}
        self._table = {**dict(shipped_table()), **own}
        self._keys: dict[str, str] = {}
        self._groups = Groups()
        blocks = tuple(blocks)
        for block in blocks:
            for body in block.bodies:
                self._add(block, body)
            self._tell_apart(block)
        self._name_short_forms(blocks)
        self._groups.bring_together()
        self._found = tuple(self._frozen(group) for group in self._groups.all)
        self._index = {key: i for i, group in enumerate(self._groups.all) for key in group.keys}
        self._schools = [
            i
            for i, group in enumerate(self._groups.all)
            if group.head.startswith(("trường", "đại học", "đh", "học viện"))
        ]

    @property
    def found(self) -> tuple[FoundOrganization, ...]:
        """The organisations, in the order of their first mention."""
        return self._found

    def key(self, name: str) -> str:
        """Return what a name is compared by: its words in full, without *và*."""
        key = self._keys.get(name)
        if key is None:
            key = self._keys[name] = expanded(name, self._table)
        return key

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
                for i, group in enumerate(self._groups.all)
                if group.head.replace("các ", "").startswith(body.head)
            ]
        return max(candidates, key=lambda i: len(self._groups.all[i].places), default=None)

    def _add(self, block: Scanned, body: Body) -> None:
        if body.bare:
            return
        name = _SHORT_FORM_AT_END.sub("", block.text[body.start : body.end]).strip(" -–")
        key = self.key(name)
        if lexicon.phrase_key(name) in lexicon.keys("bodies", "heads.too_general") or not key:
            return
        group = self._groups.of(key, body.head)
        group.names[name] = None
        group.places.append(block.place(body.start, body.end))

    def _tell_apart(self, block: Scanned) -> None:
        """Bodies in one list are not the same: *Trường A (Đại học B), Trường A Hà Nội*."""
        for chain in lists_of_bodies(block):
            keys = [self.key(block.text[body.start : body.end]) for body in chain]
            self._groups.apart |= {frozenset(pair) for pair in combinations(keys, 2)}

    def _name_short_forms(self, blocks: tuple[Scanned, ...]) -> None:
        """*Trung tâm Giáo dục và Phát triển (CED)*: CED is another name of it."""
        texts = {block.index: block.text for block in blocks}
        by_end = {
            (place.block, place.end): group for group in self._groups.all for place in group.places
        }
        for one in self._short_forms:
            text = texts[one.place.block]
            end = len(text[: one.place.start].rstrip(" ("))
            group = by_end.get((one.place.block, end)) or by_end.get(
                (one.place.block, _end_of_part(text, end))
            )
            if group is None or (one.long and self.key(one.long) not in group.keys):
                continue
            other = self._groups.by_key.get(self.key(one.short)) or self._groups.by_key.get(
                lexicon.phrase_key(one.short)
            )
            if other is not None and other is not group:
                self._groups.join(group, other)
            group.names[one.short] = None
            for key in (self.key(one.short), lexicon.phrase_key(one.short)):
                group.keys[key] = None
                self._groups.by_key.setdefault(key, group)

    def _frozen(self, group: Group) -> FoundOrganization:
        names = sorted(group.names, key=self._fullness, reverse=True)
        return FoundOrganization(tuple(names), tuple(group.places), group.head)

    def _fullness(self, name: str) -> tuple[bool, int, int]:
        words = name.split()
        return (
            any(not word.isupper() for word in words) and len(words) > 1,
            len(self.key(name)),
            -name.count("&"),
        )


def _end_of_part(text: str, end: int) -> int:
    """Return where a body ends that is a part of what ends at ``end``: *A trực thuộc B (C)*."""
    lead = text[max(0, end - _LONGEST_WHOLE) : end]
    found = re.search(r" (?:trực )?thuộc ", lead)
    return end - len(lead) + found.start() if found else end
