"""People: the mentions of one person brought together."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.mentions import Mention
from tui.draft.finding.offices import Office
from tui.draft.finding.scan import Place, Scanned
from tui.text.folding import fold
from tui.text.syllables import is_syllable


class Seen(Struct, frozen=True):
    """A mention and the block it stands in."""

    block: Scanned
    mention: Mention

    @property
    def name(self) -> str:
        """The name as it is written here."""
        name = self.mention.name
        return self.block.text[name.start : name.end]

    @property
    def place(self) -> Place:
        """Where it stands, without honorific."""
        return self.block.place(self.mention.name.start, self.mention.name.end)


class FoundPerson(Struct, frozen=True):
    """A person of the article. ``doubt`` tells that the name alone says that it is one."""

    seen: tuple[Seen, ...]
    given: tuple[Seen, ...] = ()

    @property
    def name(self) -> str:
        """The name as it is written first, in its longest form."""
        words = max(seen.name.count(" ") for seen in self.seen)
        return next(seen.name for seen in self.seen if seen.name.count(" ") == words)

    @property
    def names(self) -> tuple[str, ...]:
        """All forms of the name, the first one first."""
        return tuple(dict.fromkeys([self.name, *(seen.name for seen in self.seen)]))

    @property
    def honorific(self) -> str:
        """The longest honorific that stands before the name; empty if there is none."""
        return max((seen.mention.name.honorific for seen in self.seen), key=len)

    @property
    def offices(self) -> tuple[tuple[Scanned, Office], ...]:
        """The offices that the article gives the person, and in which block."""
        return tuple((seen.block, office) for seen in self.seen for office in seen.mention.offices)

    @property
    def doubt(self) -> bool:
        """Whether nothing but the form of the name says that this is a person."""
        marked = any(seen.mention.name.marked or seen.mention.offices for seen in self.seen)
        return not marked and len(self.seen) < 2


def people(blocks: Iterable[Scanned]) -> tuple[FoundPerson, ...]:
    """Return the people whom the article names, in the order of their first mention."""
    full: list[list[Seen]] = []
    given: list[Seen] = []
    by_name: dict[str, list[Seen]] = {}
    by_word: dict[str, list[Seen]] = {}
    for block in blocks:
        for mention in block.mentions:
            seen = Seen(block, mention)
            if mention.name.given:
                given.append(seen)
                continue
            known = by_word.get(seen.name) if " " not in seen.name else _known(seen, by_name)
            if known is None:
                known = []
                full.append(known)
            known.append(seen)
            by_name.setdefault(lexicon.phrase_key(seen.name), known)
            by_name.setdefault(fold(seen.name), known)
            if not all(
                map(is_syllable, seen.name.split())
            ):  # a foreign name is often told by a part
                for word in seen.name.split():
                    by_word.setdefault(word, known)
    return tuple(_with_given(_with_cut_short(full), given))


def _with_cut_short(full: list[list[Seen]]) -> list[list[Seen]]:
    """Bring *Dương Nghiệp* to *Dương Nghiệp Khôi*, where no other name goes on so."""
    longer: dict[str, list[int]] = {}
    for index, seen in enumerate(full):
        words = seen[0].name.split()
        for count in range(2, len(words)):
            longer.setdefault(" ".join(words[:count]), []).append(index)
    gone: set[int] = set()
    names = [seen[0].name for seen in full]
    for index, seen in enumerate(full):
        theirs = longer.get(names[index], [])
        if len(theirs) == 1 and theirs[0] not in gone:
            gone.add(index)
            full[theirs[0]] = sorted(full[theirs[0]] + seen, key=lambda one: one.place)
    return [seen for index, seen in enumerate(full) if index not in gone]


def _known(seen: Seen, by_name: dict[str, list[Seen]]) -> list[Seen] | None:
    """Return the mentions of the same person so far: of a name that differs in marks at most.

    Two people whose names differ in marks hold different offices.
    """
    same = by_name.get(lexicon.phrase_key(seen.name))
    if same:
        return same
    close = by_name.get(fold(seen.name))
    if close is None:
        return None
    titles = {office.title.lower() for known in close for office in known.mention.offices}
    mine = {office.title.lower() for office in seen.mention.offices}
    return close if not titles or not mine or titles & mine else None


def _with_given(full: list[list[Seen]], given: list[Seen]) -> Iterable[FoundPerson]:
    """Yield people; *ông Hùng* is the one of that given name, where there is only one."""
    by_given: dict[str, list[int]] = {}
    for index, seen in enumerate(full):
        by_given.setdefault(seen[0].name.split()[-1], []).append(index)
    theirs: dict[int, list[Seen]] = {}
    for one in given:
        candidates = by_given.get(one.name, [])
        if len(candidates) == 1:
            theirs.setdefault(candidates[0], []).append(one)
    for index, mentions in enumerate(full):
        yield FoundPerson(tuple(mentions), tuple(theirs.get(index, ())))
