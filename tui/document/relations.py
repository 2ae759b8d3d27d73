"""Who signed with whom: the partners of one organisation, and a matrix of several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from tui.document.model import Document
from tui.document.naming import display_name
from tui.document.periods import State, period, state
from tui.document.today import today as this_day
from tui.record.model import Agreement, Organization

FEWEST, MOST = 5, 15
"""How many organisations a matrix is made for: fewer are a list, more cannot be read."""


class Signed(Struct, frozen=True):
    """An agreement with a partner; ``others`` are the ids of those that signed it too."""

    agreement: str
    name: str
    period: str
    state: State
    others: tuple[str, ...]


class Partner(Struct, frozen=True):
    """An organisation that another signed with, and what they signed."""

    id: str
    name: str
    signed: tuple[Signed, ...]


class Matrix(Struct, frozen=True):
    """How many agreements each organisation has with each other.

    ``counts[row][column]`` is about ``ids[row]`` and ``ids[column]``; it is 0 on the diagonal.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def partners(document: Document, organization: str, today: date | None = None) -> list[Partner]:
    """Return those that an organisation signed with, those with most agreements first."""
    today = today or this_day()
    found: dict[str, list[Signed]] = {}
    for agreement in _agreements(document):
        if organization not in agreement.parties:
            continue
        others = [each for each in dict.fromkeys(agreement.parties) if each != organization]
        for other in others:
            signed = Signed(
                agreement.id,
                display_name(agreement),
                period(agreement),
                state(agreement, today),
                tuple(each for each in others if each != other),
            )
            found.setdefault(other, []).append(signed)
    made = [Partner(id_, _name(document, id_), tuple(signed)) for id_, signed in found.items()]
    return sorted(made, key=lambda partner: -len(partner.signed))


def matrix(document: Document) -> Matrix | None:
    """Return the matrix of all that signed something, or nothing if they are too few or many."""
    agreements = _agreements(document)
    ids = tuple(dict.fromkeys(party for each in agreements for party in each.parties))
    if not FEWEST <= len(ids) <= MOST:
        return None
    counts = [[0] * len(ids) for _ in ids]
    for agreement in agreements:
        places = [ids.index(party) for party in dict.fromkeys(agreement.parties)]
        for row in places:
            for column in places:
                counts[row][column] += row != column
    return Matrix(ids, tuple(_name(document, id_) for id_ in ids), tuple(map(tuple, counts)))


def _agreements(document: Document) -> Sequence[Agreement]:
    return [thing for thing in document.things.values() if isinstance(thing, Agreement)]


def _name(document: Document, id_: str) -> str:
    thing = document.things.get(id_)
    return thing.name if isinstance(thing, Organization) else id_
