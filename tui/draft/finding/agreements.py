"""Agreements: what was signed, between whom, about what and for how long."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.draft import lexicon
from tui.draft.finding.bodies import Body
from tui.draft.finding.organizations import Organizations
from tui.draft.finding.parties import Clause, Named
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
        for parties in _without_kind(block, organizations):
            if kept and len(kept[-1].parties) == 1:
                both = dict.fromkeys((*kept[-1].parties, *parties))
                kept[-1] = replace(kept[-1], parties=tuple(both))
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


def _without_kind(block: Scanned, organizations: Organizations) -> Iterator[tuple[int, ...]]:
    """Yield the parties of *A đã ký kết với B, C*, which does not say again what was signed."""
    bodies = list(block.bodies)
    starts = [body.start for body in bodies]
    for verb in lexicon.form("agreements.signed_with").finditer(block.text):
        start, end = block.sentences.span(verb.start())
        last = min(end, verb.end() + _WINDOW)
        near = bodies[bisect_left(starts, verb.end() - 1) : bisect_left(starts, last)]
        indices = (organizations.of(block.text, body) for body in near)
        if start <= verb.start():
            yield tuple(index for index in indices if index is not None)


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
            Named(body.start, body.end, body.head, index)
            for body in self.bodies
            if (index := organizations.of(self.text, body)) is not None
        ]
        clause = Clause(self.text, bodies, self.start)
        between = self.text.find("giữa ", end, clause_end)
        if between >= 0:
            parties = clause.between(between + len("giữa "), clause_end)
        else:
            parties = clause.around(clause_start, start, end, clause_end)
        place = self.block.place
        return FoundAgreement(
            place(start, end),
            tuple(dict.fromkeys(parties.organizations)),
            tuple(place(*span) for span in parties.provinces),
            self._period(clause_start, end, clause_end),
            tuple(place(*span) for span in self._about(end, clause_end)),
            between >= 0,
        )

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
