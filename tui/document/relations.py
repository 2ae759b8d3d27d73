"""Who signed with whom: the partners of one organisation, and a matrix of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from tui.document.model import Item, Text
from tui.document.naming import Naming, display_name
from tui.document.periods import STATES, State, last_day, period, state
from tui.locale import _, ngettext, number
from tui.record.model import Agreement, Entity

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

FEWEST, MOST = 5, 15
"""How many organisations a matrix is made for: fewer are a list, more cannot be read."""
MOST_TOLD = 8
"""So many lines tell what a partner signed, of what ends last; others are counted."""
MOST_NAMED = 3
"""So many others that signed with a partner are named; more are counted."""
NAME = "relations"
"""The name of the group that is a matrix, and of its one item."""

_NEVER, _ITSELF = "·", "–"


class Signed(Struct, frozen=True):
    """What was signed with a partner; ``others`` are the ids of those that signed it too."""

    period: str
    state: State
    others: tuple[str, ...]


class Partner(Struct, frozen=True):
    """An organisation that another signed with, and what: in force first, what ends last first."""

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


def partners(things: Mapping[str, Entity], organization: str, today: date) -> list[Partner]:
    """Return those that an organisation signed with, those with most agreements first."""
    found: dict[str, list[Agreement]] = {}
    for agreement in _agreements(things):
        if organization in agreement.parties:
            for party in dict.fromkeys(agreement.parties):
                if party != organization:
                    found.setdefault(party, []).append(agreement)
    made = [
        Partner(id_, _name(things, id_), _signed(agreements, {organization, id_}, today))
        for id_, agreements in found.items()
    ]
    return sorted(made, key=lambda partner: -len(partner.signed))


def partner_texts(partner: Partner, naming: Naming) -> Iterator[Text]:
    """Yield what was signed with a partner: its period and state, and who signed it too.

    What is alike in all of these is told once.
    """
    counts = Counter(partner.signed)
    for i, (signed, count) in enumerate(counts.items()):
        if i == MOST_TOLD:
            rest = sum([*counts.values()][MOST_TOLD:])
            more = ngettext("and {n} more agreement", "and {n} more agreements", rest)
            yield naming.text(partner.id, "more", "", "detail", more.format(n=number(rest)))
            return
        state_ = _(STATES[signed.state]) if signed.state else ""
        told = ", ".join(filter(None, (signed.period, state_)))
        if count > 1 or not told:
            forms = ngettext("{n} agreement", "{n} agreements", count)
            told = ": ".join(filter(None, (forms.format(n=number(count)), told)))
        others = signed.others
        if len(others) > MOST_NAMED:
            sentence = _("{agreement}, also with {n} others")
            told, others = sentence.format(agreement=told, n=len(others)), ()
        elif others:
            told = _("{agreement}, also with:").format(agreement=told)
        yield naming.names(partner.id, f"signed[{i}]", others, "detail", told)


def matrix(things: Mapping[str, Entity]) -> Matrix | None:
    """Return the matrix of all that signed something, or nothing if they are too few or many.

    Nor is there one of a single agreement, which tells all by itself.
    """
    agreements = _agreements(things)
    ids = tuple(dict.fromkeys(party for each in agreements for party in each.parties))
    if len(agreements) < 2 or not FEWEST <= len(ids) <= MOST:
        return None
    places = {id_: place for place, id_ in enumerate(ids)}
    counts = [[0] * len(ids) for _id in ids]
    for agreement in agreements:
        parties = [places[party] for party in dict.fromkeys(agreement.parties)]
        for row in parties:
            for column in parties:
                counts[row][column] += row != column
    return Matrix(ids, tuple(_name(things, id_) for id_ in ids), tuple(map(tuple, counts)))


def matrix_items(things: Mapping[str, Entity]) -> tuple[Item, ...]:
    """Return the matrix as one item, a text a row, or nothing where there is none.

    A row is called by a letter, as is its column. The counts are the label of the name: they are
    searched no more than other labels, and stand below each other where all characters are of one
    width.
    """
    made = matrix(things)
    if made is None:
        return ()
    naming = Naming("article", things)
    texts = [naming.text(NAME, "columns", "", "row", f"  {' '.join(columns(made))}")]
    for row, id_ in enumerate(made.ids):
        label = f"{_LETTERS[row]} {' '.join(cells(made, row))} "
        texts.append(naming.named(NAME, f"rows[{row}]", id_, "row", label))
    return (Item(NAME, tuple(texts)),)


def columns(of: Matrix) -> list[str]:
    """Return the letters of the columns of a matrix, each as wide as the counts."""
    width = _width(of)
    return [letter.rjust(width) for letter in _LETTERS[: len(of.ids)]]


def cells(of: Matrix, row: int) -> list[str]:
    """Return the counts of a row as they are shown, each as wide as all others."""
    width = _width(of)
    return [
        (_ITSELF if column == row else str(count) if count else _NEVER).rjust(width)
        for column, count in enumerate(of.counts[row])
    ]


def _width(of: Matrix) -> int:
    return len(str(max(max(row) for row in of.counts)))


def _signed(agreements: Sequence[Agreement], both: set[str], today: date) -> tuple[Signed, ...]:
    order: tuple[State, ...] = ("in-force", "ending", "to-come", "", "expired")
    made = [
        (
            Signed(
                period(agreement),
                state(agreement, today),
                tuple(each for each in dict.fromkeys(agreement.parties) if each not in both),
            ),
            last_day(agreement) or date.max,
        )
        for agreement in agreements
    ]
    made.sort(key=lambda pair: (order.index(pair[0].state), -pair[1].toordinal()))
    return tuple(signed for signed, _end in made)


def _agreements(things: Mapping[str, Entity]) -> Sequence[Agreement]:
    return [thing for thing in things.values() if isinstance(thing, Agreement)]


def _name(things: Mapping[str, Entity], id_: str) -> str:
    return display_name(things[id_]) if id_ in things else id_
