"""The offices of a person, each once, with its body if the article tells it anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tui.draft import lexicon
from tui.draft.finding.offices import Office
from tui.draft.finding.organizations import Organizations
from tui.draft.finding.people import FoundPerson
from tui.draft.finding.roles import side_of
from tui.draft.finding.scan import Scanned
from tui.draft.finding.titles import is_of_state, is_whole
from tui.draft.model import DraftPosition
from tui.text.folding import fold


class _Told(Struct, frozen=True):
    """An office as it was told: its title, and title and body in full, as they are compared."""

    title: str
    whole: str
    has_body: bool

    def is_of(self, other: _Told) -> bool:
        """Tell whether another telling is of this office, perhaps with the body in short."""
        if self.whole == other.whole:
            return True
        return self.title == other.title and (
            self.whole.startswith(other.whole)
            or other.whole.startswith(self.whole)
            or not other.has_body
        )


def positions(
    person: FoundPerson, organizations: Organizations, keys: Sequence[int]
) -> Iterator[DraftPosition]:
    """Yield the offices of a person; ``keys`` are those of the organisations, by index."""
    told: list[_Told] = []
    sides = (side_of(seen, organizations) for seen in person.seen)
    side = next((one for one in sides if one is not None), None)
    with_body = {_title(office.title) for _, office in person.offices if office.body is not None}
    short_for_others = _short_for_others(person)
    for block, office in person.offices:
        if _title(office.title) in short_for_others:
            continue
        words = block.text[office.body.start : office.body.end] if office.body else ""
        title = _title(office.title)
        if not words and title in with_body:
            continue
        index = _held_at(block, office, organizations, side)
        organization: int | str | None = None if index is None else keys[index]
        if index is None and words and words != "Nhà trường":
            organization = words
        full = words if index is None else organizations.found[index].name
        whole = organizations.key(f"{office.title} {full}")
        one = _Told(title, whole, organization is not None)
        if any(one.is_of(other) for other in told):
            continue
        told.append(one)
        yield DraftPosition(
            title=office.title,
            place=block.place(office.start, office.end),
            organization=organization,
            former=office.former,
        )


def _short_for_others(person: FoundPerson) -> frozenset[str]:
    """Return what titles begin with that name a state: *Tổng Lãnh sự* of *Tổng Lãnh sự Nga*."""
    found = set()
    for title in {office.title for _, office in person.offices}:
        if is_of_state(title) or is_whole(title):
            for words in (_title(title).split(), fold(title).split()):
                found |= {" ".join(words[:count]) for count in range(1, len(words))}
    return frozenset(found)


def _held_at(
    block: Scanned, office: Office, organizations: Organizations, side: int | None
) -> int | None:
    """Return the organisation of an office; without words of its own that of the side."""
    bare = office.body is None and not is_whole(office.title)
    of_house = office.body is not None and office.body.head == "nhà trường"
    if bare or (of_house and side is not None):
        return side
    return organizations.of(block.text, office.body)


def _title(title: str) -> str:
    """Return what a title is compared by; of a state, without the form it has."""
    formal = lexicon.word_keys("places", "formal")
    words = title.split()
    kept = [word for word in words if len(words) < 4 or lexicon.key(word) not in formal]
    return " ".join(fold(" ".join(kept)).split())
