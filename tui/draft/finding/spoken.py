"""Who speaks by an office alone: *Chủ tịch UBND tỉnh nhấn mạnh*, where one person holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from tui.draft import lexicon
from tui.draft.finding.offices import Office
from tui.draft.finding.organizations import Organizations
from tui.draft.finding.people import FoundPerson
from tui.draft.finding.scan import Scanned

_SPEECH_AFTER = 60

_Held: TypeAlias = tuple[str, int | None]
"""The key of a title, and the index of the body at which it is held, if that is known."""


def speaking(
    blocks: Iterable[Scanned], people: Sequence[FoundPerson], organizations: Organizations
) -> frozenset[int]:
    """Return the indices of the people who speak under an office that is theirs alone."""
    holders: dict[_Held, set[int]] = {}
    for index, person in enumerate(people):
        for block, office in person.offices:
            title, body = _held(block, office, organizations)
            for key in ((title, body), (title, None)):
                holders.setdefault(key, set()).add(index)
    found = set()
    for block in blocks:
        for office in _alone(block):
            theirs = holders.get(_held(block, office, organizations), set())
            if len(theirs) == 1:
                found |= theirs
    return frozenset(found)


def _alone(block: Scanned) -> Iterator[Office]:
    """Yield the offices of a block with which nobody is named, and which speak."""
    named = {office.start for mention in block.mentions for office in mention.offices}
    says = lexicon.form("roles.says_after")
    offices = (phrase for phrase in block.phrases if isinstance(phrase, Office))
    for phrase in offices:
        alone = phrase.start not in named
        if alone and says.match(block.text[phrase.end : phrase.end + _SPEECH_AFTER]):
            yield phrase


def _held(block: Scanned, office: Office, organizations: Organizations) -> _Held:
    return lexicon.phrase_key(office.title), organizations.of(block.text, office.body)
