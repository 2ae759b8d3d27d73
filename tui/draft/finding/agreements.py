"""Agreements: what was signed, between whom, about what and for how long."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.draft import lexicon
from tui.draft.finding.bodies import Body
from tui.draft.finding.organizations import Organizations
from tui.draft.finding.scan import Place, Scanned
from tui.text.folding import fold

_WINDOW = 600
_MOST_TELLINGS = 30
"""An agreement is told again within so many others."""


class FoundAgreement(Struct, frozen=True):
    """An agreement. Its parties are indices of organisations, or places of provinces."""

    kind: Place
    parties: tuple[int, ...]
    provinces: tuple[Place, ...] = ()
    period: tuple[int, int] | None = None
    about: tuple[Place, ...] = ()
    between: bool = False


def agreements(
    blocks: Sequence[Scanned], organizations: Organizations
) -> tuple[FoundAgreement, ...]:
    """Return the agreements that the article says were signed, each once."""
    kept: list[FoundAgreement] = []
    texts = {block.index: block.text for block in blocks}
    for block in blocks:
        for one in _in_block(block, organizations):
            last = range(max(0, len(kept) - _MOST_TELLINGS), len(kept))
            twin = next((i for i in last if _same(one, kept[i], texts)), None)
            if twin is None:
                kept.append(one)
            else:
                kept[twin] = _joined(kept[twin], one, texts)
    return tuple(one for one in kept if one.parties or one.provinces)


def _in_block(block: Scanned, organizations: Organizations) -> Iterator[FoundAgreement]:
    kind = lexicon.form("agreements.kind")
    bodies = list(block.bodies)
    starts = [body.start for body in bodies]
    for verb in lexicon.form("agreements.signing").finditer(block.text):
        start, end = block.sentences.span(verb.start())
        match = kind.match(block.text, verb.end())
        if not match:
            continue
        before = block.text[max(start, verb.start() - 80) : verb.start()]
        if lexicon.form("agreements.not_yet").search(before):
            continue
        first, last = max(start, verb.start() - _WINDOW), min(end, verb.end() + _WINDOW)
        near = bodies[bisect_left(starts, first) : bisect_left(starts, last)]
        sentence = _Sentence(block, near, first, last)
        yield sentence.agreement(match.start(), match.end(), organizations)


class _Sentence:
    """The sentence in which an agreement is signed."""

    def __init__(self, block: Scanned, bodies: Sequence[Body], start: int, end: int) -> None:
        self.block = block
        self.text = block.text
        self.start = start
        self.end = end
        self.bodies = bodies

    def agreement(self, start: int, end: int, organizations: Organizations) -> FoundAgreement:
        """Return the agreement whose kind stands at ``[start, end)``."""
        clause_start = max(self.start, self.text.rfind(";", self.start, start) + 1)
        semicolon = self.text.find(";", end, self.end)
        clause_end = semicolon if semicolon > 0 else self.end
        bodies = [
            (body.start, body.end, index)
            for body in self.bodies
            if (index := organizations.of(self.text, body)) is not None
        ]
        between = self.text.find("giữa ", end, clause_end)
        if between >= 0:
            parties, provinces = self._between(bodies, between + len("giữa "), clause_end)
        else:
            parties, provinces = self._subject_and_partner(
                bodies, clause_start, start, end, clause_end
            )
        place = self.block.place
        return FoundAgreement(
            place(start, end),
            tuple(dict.fromkeys(parties)),
            tuple(place(*span) for span in provinces),
            self._period(clause_start, end, clause_end),
            tuple(place(*span) for span in self._about(end, clause_end)),
            between >= 0,
        )

    def _between(
        self, bodies: Sequence[tuple[int, int, int]], start: int, end: int
    ) -> tuple[list[int], list[tuple[int, int]]]:
        parties = []
        for first, _, index in bodies:
            if not start <= first < end:
                continue
            if re.search(r"(?:chứng kiến|tham dự|diễn ra|\btại\b)", self.text[start:first]):
                break
            parties.append(index)
        return parties, self._provinces(start, min(end, start + 120), bodies)

    def _provinces(
        self, start: int, end: int, bodies: Sequence[tuple[int, int, int]]
    ) -> list[tuple[int, int]]:
        """Return the spans of provinces that are parties themselves: *tỉnh Quảng Ninh*."""
        form = lexicon.form("agreements.place_party")
        found = []
        for lead in re.finditer(r"(?:^|và |với )(?:lãnh đạo )?", self.text[start:end]):
            match = form.match(self.text, start + lead.end())
            if match and not any(first <= match.start() < last for first, last, _ in bodies):
                found.append(match.span())
        return found

    def _subject_and_partner(
        self,
        bodies: Sequence[tuple[int, int, int]],
        clause_start: int,
        start: int,
        end: int,
        clause_end: int,
    ) -> tuple[list[int], list[tuple[int, int]]]:
        no_party = lexicon.form("agreements.no_party")
        subject = [
            one
            for one in bodies
            if clause_start <= one[0] < start
            and not no_party.search(self.text[self.start : one[0]])
        ]
        if not subject and clause_start > self.start:
            subject = [one for one in bodies if one[0] < start][:1]
        with_ = re.search(r"\b(?:với|cùng) ", self.text[end:clause_end])
        partner = [
            one
            for one in bodies
            if with_
            and end + with_.start() <= one[0] < clause_end
            and "chứng kiến" not in self.text[end : one[0]]
        ]
        provinces: list[tuple[int, int]] = []
        lead = self.text[clause_start:start]
        form = lexicon.form("agreements.place_party").pattern
        if len(subject) < 2 and (
            match := re.search(rf" và ({form}) (?:đã |cùng )*ký", lead + "ký")
        ):
            at = clause_start + match.start(1)
            if not any(first <= at < last for first, last, _ in bodies):
                provinces.append((at, at + len(match[1])))
        if len(subject) < 2 and (
            match := re.search(
                rf"(?:lãnh đạo )?({lexicon.form('agreements.place_party').pattern}) và ",
                lead,
            )
        ):
            at = clause_start + match.start(1)
            if not any(first <= at < last for first, last, _ in bodies):
                provinces.append((at, at + len(match[1])))
        if partner:
            joined = [
                one
                for one in subject[1:]
                if re.search(r"(?:và|,)\s?$", self.text[self.start : one[0]])
            ]
            return [one[2] for one in [*subject[:1], *joined, *partner]], provinces
        return [one[2] for one in subject[-3:]], provinces

    def _period(self, clause_start: int, end: int, clause_end: int) -> tuple[int, int] | None:
        form = lexicon.form("agreements.period")
        match = form.search(self.text, end, clause_end) or form.search(
            self.text, clause_start, clause_end
        )
        if not match or int(match[1]) > int(match[2]):
            return None
        return int(match[1]), int(match[2])

    def _about(self, end: int, clause_end: int) -> list[tuple[int, int]]:
        match = lexicon.form("agreements.about").match(self.text, end, clause_end)
        if not match:
            return []
        spans, at = [], match.start(1)
        for divider in [
            *lexicon.form("agreements.divides").finditer(self.text, *match.span(1)),
            None,
        ]:
            stop = divider.start() if divider else match.end(1)
            if self.text[at:stop].strip():
                spans.append((at, stop))
            at = divider.end() if divider else stop
        return spans


def _words(one: FoundAgreement, texts: dict[int, str]) -> str:
    return fold(texts[one.kind.block][one.kind.start : one.kind.end])


def _same(one: FoundAgreement, other: FoundAgreement, texts: dict[int, str]) -> bool:
    """Tell whether one agreement is told twice."""
    first, second = _words(one, texts), _words(other, texts)
    mine, theirs = set(one.parties), set(other.parties)
    within = not mine or not theirs or mine <= theirs or theirs <= mine
    if within and not (mine and theirs) and len(set(first.split()) & set(second.split())) > 1:
        return True  # *chương trình phối hợp*, *phối hợp công tác*
    return within and (first in second or second in first or len(mine & theirs) > 1)


def _joined(kept: FoundAgreement, other: FoundAgreement, texts: dict[int, str]) -> FoundAgreement:
    told, others = (len(each.parties) + len(each.provinces) for each in (kept, other))
    better = others > told and (told < 2 or (other.between and not kept.between))
    more = other if better else kept
    longer = _words(other, texts)
    capital = texts[other.kind.block][other.kind.start].isupper()
    told_as = _words(kept, texts)
    verb, noun = (told.startswith(("phoi hop", "hop tac")) for told in (told_as, longer))
    fuller = capital and len(longer) > len(told_as)
    kind = other.kind if (fuller and not noun) or (verb and not noun) else kept.kind
    return replace(
        kept,
        kind=kind,
        parties=more.parties,
        provinces=more.provinces,
        period=kept.period or other.period,
        about=kept.about or other.about,
        between=kept.between or other.between,
    )
