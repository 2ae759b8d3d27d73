"""Who signed with whom."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.export.events import FULL
from tui.document.model import Document
from tui.document.of_record import document
from tui.document.relations import FEWEST, MOST, matrix, partners
from tui.record.model import Agreement, Organization

TODAY = date(2024, 6, 30)


def signed(count: int, *parties: tuple[int, ...]) -> Document:
    """Return a document of so many organisations and an agreement of each of ``parties``."""
    return document(
        replace(
            FULL,
            organizations=tuple(Organization(id=f"o{n}", name=f"Viện {n}") for n in range(count)),
            agreements=tuple(
                Agreement(
                    id=f"a{n}", parties=tuple(f"o{i}" for i in each), valid_from=2024, kind="Ký"
                )
                for n, each in enumerate(parties)
            ),
        ),
        TODAY,
    )


def test_the_partners_of_an_organisation_with_most_agreements_first() -> None:
    shown = signed(4, (0, 1), (2, 0), (0, 2, 3), (1, 2))
    found = partners(shown, "o0", TODAY)
    assert [(each.name, [one.agreement for one in each.signed]) for each in found] == [
        ("Viện 2", ["a1", "a2"]),
        ("Viện 1", ["a0"]),
        ("Viện 3", ["a2"]),
    ]
    with_others = found[0].signed[1]
    assert (with_others.others, with_others.period, with_others.state) == (
        ("o3",),
        "2024–",
        "in-force",
    )


def test_who_signed_nothing_has_no_partners() -> None:
    assert partners(signed(3, (0, 1)), "o2", TODAY) == []


def test_the_matrix_counts_agreements_of_each_pair() -> None:
    made = matrix(signed(5, (0, 1), (0, 1, 2), (3, 4)))
    assert made is not None
    assert made.names == ("Viện 0", "Viện 1", "Viện 2", "Viện 3", "Viện 4")
    assert made.counts == (
        (0, 2, 1, 0, 0),
        (2, 0, 1, 0, 0),
        (1, 1, 0, 0, 0),
        (0, 0, 0, 0, 1),
        (0, 0, 0, 1, 0),
    )


def test_too_few_and_too_many_have_no_matrix() -> None:
    assert matrix(signed(FEWEST - 1, tuple(range(FEWEST - 1)))) is None
    assert matrix(signed(MOST, tuple(range(MOST)))) is not None
    assert matrix(signed(MOST + 1, tuple(range(MOST + 1)))) is None
