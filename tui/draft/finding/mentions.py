"""Who holds which office: the phrases of a block joined by what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from tui.draft import lexicon
from tui.draft.finding.bodies import Body
from tui.draft.finding.chains import chains
from tui.draft.finding.offices import Office
from tui.draft.finding.phrases import Name, Phrase

_BRACKETS = re.compile(r"\s?\([^()]{0,60}\)")
_WHOLE = re.compile(r",? |\s(?:của|thuộc) ")
"""What stands between an office and the body of which it is, or the whole of that."""
_LISTED = re.compile(r"\s?(?:,|và)\s?")
_MANY = re.compile(r"(?i)\b(?:các|hai|ba|những)\b")
_BEFORE = re.compile(r"\s?(?:,|[-–]|và|kiêm|, kiêm|,? đồng thời là)\s?")
_AFTER_OFFICE = re.compile(
    r"\s?(?:,|và|kiêm|-|–|, kiêm|,? đồng thời là)\s?(?:là |đồng thời là )?"
    r"|,?\s(?:được )?(?:giữ|làm|thôi giữ) (?:chức )?(?:vụ )?"
)


class Mention(Struct, frozen=True):
    """A name in a block, and the offices that the words around it give to the person."""

    name: Name
    offices: tuple[Office, ...] = ()


def mentions(text: str, found: tuple[Phrase, ...]) -> tuple[Mention, ...]:
    """Return the people named in a block, with their offices there."""
    return _Joining(text, found).result()


class _Joining:
    """Which office belongs to which name, both by their index among the phrases."""

    def __init__(self, text: str, found: tuple[Phrase, ...]) -> None:
        self.text = text
        self.found = list(found)
        self.owner: dict[int, int] = {}
        self.holders: set[int] = set()
        """The names that own an office."""
        self.names = [i for i, phrase in enumerate(found) if isinstance(phrase, Name)]

    def result(self) -> tuple[Mention, ...]:
        """Join in the order of certainty: right before a name, after it, further before it."""
        for index in self.names:
            if index and self._is_office(index - 1) and not self._between(index - 1, index).strip():
                self._give(index - 1, index)
        for index in self.names:
            self._join_after(index)
        for index in self.names:
            self._join_before(index)
        for index in self.names:
            self._join_over_dash(index)
        self._share()
        self._share_with_list()
        held: dict[int, list[Office]] = {}
        for index, name in sorted(self.owner.items()):
            office = self.found[index]
            if isinstance(office, Office):
                held.setdefault(name, []).append(office)
        return tuple(Mention(self._name(name), tuple(held.get(name, ()))) for name in self.names)

    def _name(self, index: int) -> Name:
        phrase = self.found[index]
        assert isinstance(phrase, Name)
        return phrase

    def _give(self, office: int, name: int) -> None:
        self.owner[office] = name
        self.holders.add(name)

    def _is_office(self, index: int) -> bool:
        return 0 <= index < len(self.found) and isinstance(self.found[index], Office)

    def _between(self, first: int, second: int) -> str:
        before, after = self.found[first], self.found[second]
        start = after.left if isinstance(after, Name) else after.start
        return self.text[before.end : start]

    def _join_after(self, name: int) -> None:
        at, pattern = name + 1, lexicon.form("words.after_name")
        while at < len(self.found):
            between = self._between(at - 1, at)
            bare = (
                _BRACKETS.sub("", between) if between.count("(") == between.count(")") else between
            )
            phrase = self.found[at]
            if isinstance(phrase, Body) and at - 1 > name and _WHOLE.fullmatch(bare):
                self._give_body(at - 1, phrase)
            elif isinstance(phrase, Office) and at not in self.owner and self._joins(pattern, bare):
                if bare.strip() in ("", ",") and self._leads_to_another(at):
                    return
                if bare.endswith("làm ") and phrase.title.lower() == "trưởng đoàn":
                    return  # leads the guests of one day
                self._give(at, name)
            else:
                return
            at, pattern = at + 1, _AFTER_OFFICE

    def _joins(self, pattern: re.Pattern[str], between: str) -> bool:
        """Tell whether an office after a name, or after another office, is of the same person."""
        beside = pattern is not _AFTER_OFFICE and between in (" ", "\n")
        return beside or pattern.fullmatch(between) is not None

    def _leads_to_another(self, office: int) -> bool:
        """Tell whether a name follows an office right away: it is that person's."""
        after = office + 1
        if after >= len(self.found) or not isinstance(self.found[after], Name):
            return False
        return not self._between(office, after).strip()

    def _give_body(self, office: int, body: Body) -> None:
        """A unit is followed by its body after a comma: Trưởng phòng Đào tạo, Trường…"""
        holder = self.found[office]
        if isinstance(holder, Office) and holder.body is None:
            self.found[office] = replace(holder, body=body)

    def _join_before(self, name: int) -> None:
        at = name - 1
        while self.owner.get(at) == name and self._is_office(at - 1):
            if at - 1 in self.owner or not _BEFORE.fullmatch(self._between(at - 1, at)):
                return
            self._give(at - 1, name)
            at -= 1

    def _join_over_dash(self, name: int) -> None:
        """*Chủ tịch Hội X - A phát biểu*, *Ủy viên UBND là A*: where there is no other office."""
        office = name - 1
        if name in self.holders or office in self.owner or not self._is_office(office):
            return
        between = self._between(office, name).strip()
        if between in ("-", "–", "là") or (between == "của" and self._is_post(office)):
            self._give(office, name)
            self._join_before(name)

    def _is_post(self, office: int) -> bool:
        """Tell whether *chức vụ* stands before an office, as in *chức vụ Chủ tịch UBND của A*."""
        start = self.found[office].start
        return (
            re.search(r"\bchức(?: vụ| danh)? $", self.text[max(0, start - 12) : start]) is not None
        )

    def _share_with_list(self) -> None:
        """*các Thứ trưởng: A, B và C*: all of them hold the office before the colon."""
        for first in self.names:
            office = first - 1
            if not self._is_office(office) or office in self.owner:
                continue
            if not re.fullmatch(r"\s?:\s?", self._between(office, first)):
                continue
            name = first
            while isinstance(self.found[name], Name):
                self.found.append(self.found[office])
                self._give(len(self.found) - 1, name)
                name += 1
                if name >= len(self.found) or not isinstance(self.found[name], Name):
                    break
                if not re.fullmatch(r"\s?(?:,|và)\s?", self._between(name - 1, name)):
                    break

    def _share(self) -> None:
        """*A và B - Cán bộ*, *các ông A, B – Cán bộ*: all hold the office told after the last."""
        for chain in self._chains():
            office = chain[-1] + 1
            if self.owner.get(office) != chain[-1]:
                continue
            dashed = self._between(chain[-1], office).strip() in ("-", "–")
            if not (dashed and self._are_many(chain[0])):
                joined = self._between(chain[-2], chain[-1]).strip() == "và"
                chain = chain[-2:] if joined else []
            for name in chain:
                if name not in self.holders:
                    self.found.append(self.found[office])
                    self._give(len(self.found) - 1, name)

    def _chains(self) -> Iterator[list[int]]:
        """Return the lists of two names or more: *A, B và C*."""

        def goes_on(chain: list[int], name: int) -> bool:
            last = chain[-1]
            return name == last + 1 and bool(_LISTED.fullmatch(self._between(last, name)))

        return chains(self.names, goes_on)

    def _are_many(self, name: int) -> bool:
        """Tell whether *các ông* or *hai đồng chí* stands before a name."""
        left = self._name(name).left
        return _MANY.search(self.text[max(0, left - 8) : left + 4]) is not None
