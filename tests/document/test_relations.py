"""Who signed with whom."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.export.events import FULL
from tui import locale
from tui.document.cards import card
from tui.document.model import Document
from tui.document.naming import Naming
from tui.document.of_record import document
from tui.document.places import place
from tui.document.relations import (
    FEWEST,
    MOST,
    MOST_TOLD,
    Matrix,
    Partner,
    matrix,
    partner_texts,
    partners,
)
from tui.record.model import Agreement, Organization
from tui.search.find import find

TODAY = date(2024, 6, 30)
FIVE = ((0, 1), (0, 1, 2), (3, 4))
"""Who of five organisations signed what with whom."""


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
    found = partners(shown.things, "o0", TODAY)
    assert [(each.name, [one.others for one in each.signed]) for each in found] == [
        ("Viện 2", [(), ("o3",)]),
        ("Viện 1", [()]),
        ("Viện 3", [("o2",)]),
    ]
    assert (found[0].signed[1].period, found[0].signed[1].state) == ("2024–", "in-force")


def test_what_is_in_force_and_ends_last_is_told_first() -> None:
    parties = ("so", "vien")
    ends = (2020, 2024, None, 2030)
    agreements = tuple(
        Agreement(id=f"a{n}", parties=parties, valid_from=2019, valid_through=end)
        for n, end in enumerate(ends)
    )
    things = document(replace(FULL, agreements=agreements), TODAY).things
    (partner,) = partners(things, "so", TODAY)
    assert [one.period for one in partner.signed] == [
        "2019–",
        "2019–2030",
        "2019–2024",
        "2019–2020",
    ]


def told(shown: Document, partner: Partner) -> list[tuple[str, str]]:
    texts = partner_texts(partner, Naming("participants", shown.things))
    return [(text.label, text.words) for text in texts]


def test_what_is_alike_is_told_once_with_who_signed_it_too() -> None:
    locale.use("vi")
    shown = signed(4, (0, 1), (0, 1), (0, 1, 2, 3))
    (partner, *_others) = partners(shown.things, "o0", TODAY)
    assert told(shown, partner) == [
        ("2 thỏa thuận: 2024–, còn hiệu lực", ""),
        ("2024–, còn hiệu lực, cũng với:", "Viện 2  ·  Viện 3"),
    ]


def test_many_others_are_counted() -> None:
    shown = signed(6, (0, 1, 2, 3, 4, 5))
    (partner, *_others) = partners(shown.things, "o0", TODAY)
    assert told(shown, partner) == [("2024–, in force, also with 4 others", "")]


def test_of_very_many_agreements_the_rest_are_counted() -> None:
    agreements = tuple(
        Agreement(id=f"a{n}", parties=("so", "vien"), valid_from=2024, valid_through=2030 + n)
        for n in range(MOST_TOLD + 3)
    )
    shown = document(replace(FULL, agreements=agreements), TODAY)
    (partner,) = partners(shown.things, "so", TODAY)
    lines = told(shown, partner)
    assert len(lines) == MOST_TOLD + 1
    assert lines[-1] == ("and 3 more agreements", "")


def test_who_signed_nothing_has_no_partners() -> None:
    assert partners(signed(3, (0, 1)).things, "o2", TODAY) == []


def test_the_matrix_counts_agreements_of_each_pair() -> None:
    made = matrix(signed(5, *FIVE).things)
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
    def of(count: int) -> Matrix | None:
        return matrix(signed(count, tuple(range(count)), (0, 1)).things)

    assert of(FEWEST - 1) is None
    assert of(FEWEST) is not None
    assert of(MOST) is not None
    assert of(MOST + 1) is None


def test_a_single_agreement_has_no_matrix() -> None:
    assert matrix(signed(FEWEST, tuple(range(FEWEST))).things) is None


def test_the_rows_stand_behind_the_article_with_names_that_are_searched() -> None:
    shown = signed(5, *FIVE)
    (group,) = (each for each in shown.section("article").groups if each.name == "relations")
    rows = [(text.label, text.words) for text in group.items[0].texts]
    assert rows[:3] == [
        ("  A B C D E", ""),
        ("A – 2 1 · · ", "Viện 0"),
        ("B 2 – 1 · · ", "Viện 1"),
    ]
    found = find(shown.texts, "viện 4")
    assert "relations" in {shown.texts[hit.text].item for hit in found.hits}
    where = {place(shown, shown.texts[hit.text]) for hit in found.hits}
    assert "Who signed with whom" in where


def test_counts_of_several_figures_stand_below_each_other() -> None:
    shown = signed(5, *[(0, 1)] * 12, (2, 3), (3, 4))
    texts = shown.texts_of_items["relations"]
    assert [text.label for text in texts][:3] == [
        "   A  B  C  D  E",
        "A  – 12  ·  ·  · ",
        "B 12  –  ·  ·  · ",
    ]


def test_a_card_has_the_partners_and_the_matrix() -> None:
    shown = signed(5, *FIVE)
    made = card(shown, shown.things["o0"])
    partners_, agreements, matrix_ = made.groups
    assert (partners_.heading, agreements.heading) == ("Partners", "Agreements")
    assert [item.id for item in partners_.items] == ["o1", "o2"]
    assert matrix_.heading == "Who signed with whom"


def test_a_single_agreement_tells_its_partner_by_itself() -> None:
    shown = signed(3, (0, 1), (1, 2))
    assert [group.heading for group in card(shown, shown.things["o0"]).groups] == ["Agreements"]


@given(
    st.lists(st.sets(st.integers(0, 9), min_size=2).map(sorted).map(tuple), max_size=12),
)
def test_partners_are_mutual_and_the_matrix_agrees(pairs: list[tuple[int, ...]]) -> None:
    things = signed(10, *pairs).things
    made = matrix(things)
    for id_ in (f"o{n}" for n in range(10)):
        found = {each.id: len(each.signed) for each in partners(things, id_, TODAY)}
        for other, count in found.items():
            back = {each.id: len(each.signed) for each in partners(things, other, TODAY)}
            assert back[id_] == count
            if made is not None:
                row, column = made.ids.index(id_), made.ids.index(other)
                assert made.counts[row][column] == made.counts[column][row] == count
