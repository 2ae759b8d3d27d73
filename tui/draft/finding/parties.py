"""Between whom an agreement is: the bodies and the provinces around the words that tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from tui.draft import lexicon

_BRACKETS = re.compile(r"\([^()]*\)?")
_JOINED = re.compile(r"[\s,;–-]*(?:và|cùng|với|cùng với)?[\s,]*(?:các |lãnh đạo |đại diện )*")
_UNITS = frozenset(("khoa", "phòng", "trung tâm", "viện", "bộ môn", "ban", "phân hiệu", "quĩ"))
_HOUSES = ("trường", "đại học", "đh", "học viện", "bệnh viện", "sở", "bộ", "viện hàn lâm")
_NEAR = 120


class Named(Struct, frozen=True):
    """A body named at ``[start, end)``: its beginning, and which organisation it is."""

    start: int
    end: int
    head: str
    index: int


class Parties(Struct, frozen=True):
    """Indices of organisations, and the spans of provinces that are parties themselves."""

    organizations: tuple[int, ...] = ()
    provinces: tuple[tuple[int, int], ...] = ()


class Clause:
    """The clause at ``[start, end)`` in which an agreement is signed, and the bodies near it."""

    def __init__(self, text: str, bodies: Sequence[Named], sentence: int) -> None:
        self.text = text
        self.sentence = sentence
        self.told_of_others = frozenset(_told_of_others(text, bodies))
        self.all = bodies
        self.bodies = [one for one in bodies if one not in self.told_of_others]

    def between(self, start: int, end: int) -> Parties:
        """Return the parties that follow *giữa*, which ends at ``start``."""
        found = []
        for one in self.bodies:
            if not start <= one.start < end:
                continue
            if re.search(r"(?:chứng kiến|tham dự|diễn ra|\btại\b)", self.text[start : one.start]):
                break
            found.append(one.index)
        return Parties(tuple(found), tuple(self._provinces(start, min(end, start + _NEAR))))

    def around(self, clause_start: int, start: int, end: int, clause_end: int) -> Parties:
        """Return the parties of *A ký với B*, *A và B ký*; the kind stands at ``[start, end)``."""
        no_party = lexicon.form("agreements.no_party")
        subject = [
            one
            for one in self.bodies
            if clause_start <= one.start < start
            and not no_party.search(self.text[self.sentence : one.start])
        ]
        if not subject and clause_start > self.sentence:
            subject = [one for one in self.bodies if one.start < start][:1]
        with_ = re.search(r"\b(?:với|cùng) ", self.text[end:clause_end])
        partner = [
            one
            for one in self.bodies
            if with_
            and end + with_.start() <= one.start < clause_end
            and "chứng kiến" not in self.text[end : one.start]
        ]
        provinces = tuple(self._provinces_before(clause_start, start)) if len(subject) < 2 else ()
        if partner:
            joined = [
                one
                for one in subject[1:]
                if re.search(r"(?:và|,)\s?$", self.text[self.sentence : one.start])
            ]
            chosen = [*subject[:1], *joined, *partner]
        else:
            chosen = self._last_list(subject)
        return Parties(tuple(one.index for one in chosen), provinces)

    def _last_list(self, subject: list[Named]) -> list[Named]:
        """Return the bodies listed last before the verb, or the last few if they are in no list."""
        count = 1
        for before, after in pairwise(reversed(subject)):
            if not _JOINED.fullmatch(self._words_between(after, before)):
                break
            count += 1
        return subject[-count:] if count > 1 else subject[-3:]

    def _words_between(self, first: Named, second: Named) -> str:
        """Return what stands between two bodies, without what only says more of the first."""
        parts, at = [], first.end
        for one in self.all:
            if first.end <= one.start < second.start and one in self.told_of_others:
                parts.append(self.text[at : one.start])
                at = one.end
        parts.append(self.text[at : second.start])
        return _BRACKETS.sub("", "".join(parts)).replace(")", "")

    def _provinces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the provinces that are parties themselves: *tỉnh Quảng Ninh*, *hai tỉnh A và B*."""
        if pair := lexicon.form("agreements.place_pair").match(self.text, start, end):
            yield pair.start("unit") if pair["unit"] else pair.start("one"), pair.end("one")
            yield pair.span("two")
            return
        form = lexicon.form("agreements.place_party")
        for lead in re.finditer(r"(?:^|và |với )(?:lãnh đạo )?", self.text[start:end]):
            match = form.match(self.text, start + lead.end())
            if match and self._is_free(match.start()):
                yield match.span()

    def _provinces_before(self, clause_start: int, start: int) -> Iterator[tuple[int, int]]:
        """Yield the provinces of *tỉnh A và B ký*, *B và tỉnh A đã ký* before the kind."""
        lead = self.text[clause_start:start] + "ký"
        form = lexicon.form("agreements.place_party").pattern
        for pattern in (rf" và ({form}) (?:đã |cùng )*ký", rf"(?:lãnh đạo )?({form}) và "):
            match = re.search(pattern, lead)
            if match and self._is_free(at := clause_start + match.start(1)):
                yield at, at + len(match[1])

    def _is_free(self, place: int) -> bool:
        return not any(one.start <= place < one.end for one in self.all)


def _told_of_others(text: str, bodies: Sequence[Named]) -> Iterator[Named]:
    """Yield the bodies that say more of the one before: *A – Chi nhánh B*, *Khoa A, Trường B*."""
    for before, one in pairwise(bodies):
        between = text[before.end : one.start]
        part = before.head in _UNITS and one.head.startswith(_HOUSES)
        dashed = between.strip() in ("-", "–") and bool(one.head)
        if between.rstrip().endswith("(") or dashed or (between == ", " and part):
            yield one
