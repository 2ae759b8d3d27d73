"""The names of one body brought together: by their letters, and as one is short for another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.draft import lexicon
from tui.draft.finding.scan import Place
from tui.draft.finding.variants import (
    initials,
    initials_and_rest,
    is_variant,
    lacks_the_middle,
    without_province,
)

_MOST_ALIKE = 20


class Group:
    """An organisation in the making: its names, what they are compared by, where they stand."""

    def __init__(self, key: str, head: str) -> None:
        self.keys = {key: None}
        self.names: dict[str, None] = {}
        self.places: list[Place] = []
        self.head = head

    def take(self, other: Group) -> None:
        """Add all of another one."""
        self.keys |= other.keys
        self.names |= other.names
        self.places += other.places


class Groups:
    """The organisations of an article in the making, by the keys of their names."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self.by_key: dict[str, Group] = {}
        self.apart: set[frozenset[str]] = set()
        """Keys of two bodies that are surely not one."""

    def of(self, key: str, head: str) -> Group:
        """Return the organisation with a key, a new one if there is none."""
        group = self.by_key.get(key)
        if group is None:
            group = self.by_key[key] = Group(key, head)
            self.all.append(group)
        return group

    def bring_together(self) -> None:
        """Join all names that are of one body."""
        self._join_acronyms()
        self._join_part_acronyms()
        self._cut_overruns()
        self._join_variants()

    def join(self, keep: Group, other: Group) -> None:
        """Make two one, the first of which is kept."""
        keep.take(other)
        self.all.remove(other)
        for key in other.keys:
            self.by_key[key] = keep

    def _join_acronyms(self) -> None:
        """*Trường ĐHKHTN* is *Trường Đại học Khoa học Tự nhiên*: by its letters."""
        by_initials: dict[tuple[str, str], Group] = {}
        for group in self.all:
            for name in group.names:
                if " " in name:
                    for first, letters in initials(name):
                        by_initials.setdefault((first, letters), group)
                        by_initials.setdefault(("", letters), group)
        for group in list(self.all):
            for name in list(group.names):
                match = lexicon.form("words.acronym").fullmatch(name)
                if not match or sum(map(str.isupper, match[2])) < 4:
                    continue
                letters = lexicon.key(match[2]).replace("&", "").replace("-", "")
                other = by_initials.get((lexicon.phrase_key(match[1] or "").split(" ")[0], letters))
                if other is not None and other is not group and group in self.all:
                    self.join(other, group)

    def _join_part_acronyms(self) -> None:
        """*LĐBĐ Việt Nam* is *Liên đoàn Bóng đá Việt Nam*: by the letters of its first words."""
        by_part: dict[tuple[str, str], Group] = {}
        for group in self.all:
            for name in group.names:
                for part in initials_and_rest(name):
                    by_part.setdefault(part, group)
        for group in list(self.all):
            for name in list(group.names):
                first, _, rest = name.partition(" ")
                if not (rest and first.isupper() and len(first) > 1):
                    continue
                other = by_part.get((lexicon.key(first), lexicon.phrase_key(rest)))
                if other is not None and other is not group and group in self.all:
                    self.join(other, group)

    def _cut_overruns(self) -> None:
        """Cut *Trường Đại học X quan hệ* down to the name that the article has elsewhere."""
        for short, longer in list(self._nested()):
            for key in longer:
                group, other = self.by_key[short], self.by_key[key]
                once = len(other.places) == 1 and len(group.places) > 1
                if not (once and group is not other and key.startswith(f"{short} ")):
                    continue
                name = next(iter(other.names))
                words = name.split()[len(next(iter(group.names)).split()) :]
                if words and all(word.islower() for word in words):
                    other.names.clear()
                    self.join(group, other)

    def _join_variants(self) -> None:
        """Join a name with the one longer name that it is short for."""
        for short, longer in list(self._nested()):
            group = self.by_key[short]
            others = {
                id(self.by_key[key]): self.by_key[key]
                for key in longer
                if frozenset((short, key)) not in self.apart
                and (
                    is_variant(short, key)
                    or lacks_the_middle(short, key)
                    or short == without_province(key)
                )
            }
            others.pop(id(group), None)
            brand = " " not in short  # one of that name is all of that name
            for other in others.values() if brand or len(others) == 1 else ():
                first, second = sorted((self.by_key[short], other), key=self.all.index)
                self.join(first, second)

    def _nested(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each key that longer ones begin or end with, the shortest first, and these."""
        known = dict.fromkeys(key for group in self.all for key in group.keys)
        longer: dict[str, list[str]] = {}
        for key in known:
            words = key.split()
            after = int(words[0] == "trường")  # *Đại học A* of *Trường Đại học A Nhật Bản*
            for count in range(1, len(words)):
                parts = {" ".join(words[:count]), " ".join(words[after:count])}
                for part in sorted(parts | {" ".join(words[count:])}):
                    if part in known:
                        longer.setdefault(part, []).append(key)
        for key in known:
            if (short := without_province(key)) != key and short in known:
                longer.setdefault(short, []).append(key)
        for keys in self._by_ends(known):
            for short in keys:
                longer.setdefault(short, []).extend(key for key in keys if key != short)
        yield from sorted(longer.items(), key=lambda item: (len(item[0]), item[0]))

    def _by_ends(self, known: Iterable[str]) -> Iterator[list[str]]:
        """Yield the keys that begin and end alike."""
        alike: dict[tuple[str, ...], list[str]] = {}
        for key in known:
            words = key.split()
            if len(words) > 3:
                alike.setdefault((*words[:2], *words[-2:]), []).append(key)
        yield from (keys for keys in alike.values() if 1 < len(keys) < _MOST_ALIKE)
