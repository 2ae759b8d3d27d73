"""Texts: texts with addresses, joined and folded once."""

from __future__ import annotations

from tests.search.texts import passages
from tui.document.model import Text
from tui.document.texts import Texts


def test_the_joined_text_has_each_passage_where_it_is_said_to_start() -> None:
    searched = passages("Đỗ", "", "Hà Nội")
    assert searched.text == "Đỗ\n\n\n\nHà Nội"
    assert searched.folded == "do\n\n\n\nha noi"
    assert searched.starts == (0, 4, 6)
    assert [searched.at(position) for position in (0, 2, 6, 11)] == [0, 0, 2, 2]


def test_passages_are_a_sequence() -> None:
    searched = passages("a", "b")
    assert len(searched) == 2
    assert [passage.words for passage in searched] == ["a", "b"]
    assert searched[-1].words == "b"
    assert searched[:1] == (Text("article", "body[0]", "text", "a"),)


def test_dates_without_a_year_are_of_the_year_of_the_event() -> None:
    searched = passages("18/1 và 18/01/2022", "19/1/2021")
    assert dict(searched.dates) == {
        (18, 1, 2022): ((0, 4), (8, 18)),
        (19, 1, 2021): ((20, 29),),
    }
    without_year = Texts([Text("article", "a", "text", "18/1")])
    assert dict(without_year.dates) == {(18, 1, None): ((0, 4),)}


def test_acronyms_are_those_of_all_texts() -> None:
    assert passages("KH&CN", "KHCN").acronyms.divisions("khcn") == {(2, 2), (4,)}
