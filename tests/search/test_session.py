"""A search as a value: asked, answered, walked, refused, ended."""

from __future__ import annotations

from tests.search.texts import passages
from tui.search.find import find
from tui.search.hits import EXACT, KEYS, SUBSET, Found, Hit
from tui.search.session import Session, best

TEXTS = passages("Hà Nội, ha noi", "Đỗ Hoài Nam", "hà nội")


def searched(query: str, start: int = 0) -> Session[str]:
    session = Session[str]().begin("here", start).ask(query)
    return session.answer(query, session.up_to, find(TEXTS, query))


def test_a_session_begins_with_nothing() -> None:
    session = Session[str]()
    assert not session.is_searching
    assert session.is_answered
    assert (session.hits, session.hit, session.place) == ((), None, None)


def test_the_place_of_the_beginning_stays_until_the_search_is_settled() -> None:
    session = searched("ha noi").begin("there")
    assert session.place == "here"
    assert session.stay().place is None
    assert session.end() == Session()


def test_an_answer_puts_the_cursor_on_the_best_hit_from_where_the_reader_was() -> None:
    assert searched("ha noi").hit == Hit(0, 8, 14, EXACT)
    assert searched("hà nội").hit == Hit(0, 0, 6, EXACT)
    assert searched("hà nội", start=1).hit == Hit(2, 0, 6, EXACT)
    assert searched("hà nội", start=3).hit == Hit(0, 0, 6, EXACT)
    assert searched("không có").hit is None


def test_the_first_hits_are_no_whole_answer_and_the_cursor_stays_on_the_best_of_them() -> None:
    session = Session[str]().begin("here", 1).ask("hà nội")
    first = find(TEXTS, "hà nội", among=range(1, 3))
    session = session.answer("hà nội", session.up_to, first, is_whole=False)
    assert (session.is_answered, session.hit) == (False, Hit(2, 0, 6, EXACT))
    session = session.answer("hà nội", session.up_to, find(TEXTS, "hà nội"))
    assert (session.is_answered, session.hit) == (True, Hit(2, 0, 6, EXACT))


def test_an_answer_to_other_words_is_dropped() -> None:
    session = Session[str]().ask("ha").ask("ha n")
    late = session.answer("ha", session.up_to, find(TEXTS, "ha"))
    assert late is session
    assert not late.is_answered
    assert late.answer("ha n", "strict", find(TEXTS, "ha n")) is session


def test_the_old_hits_stay_until_the_new_ones_are_there_but_not_for_no_words() -> None:
    session = searched("ha noi")
    assert session.ask("ha noi x").hits == session.hits
    assert session.ask("ha noi x").hit is None
    assert session.ask(" ").hits == ()
    assert session.ask(" ").is_answered


def test_a_reading_can_be_refused_one_step_stricter() -> None:
    session = searched("ddoox")
    assert (session.found.rule, session.can_refuse) == ("keys", True)
    refused = session.refuse()
    assert refused.up_to == "wider"
    assert not refused.is_answered
    answered = refused.answer("ddoox", "wider", find(TEXTS, "ddoox", up_to="wider"))
    assert (answered.hits, answered.can_refuse) == ((), False)
    assert answered.refuse() is answered


def test_what_is_asked_anew_may_be_loosened_again() -> None:
    assert searched("ddoox").refuse().ask("ddoox h").up_to == "joined"


def test_the_cursor_that_moves_is_on_the_hit_that_begins_there() -> None:
    session = searched("ha noi")
    assert session.move(2, 0).hit == Hit(2, 0, 6, SUBSET)
    assert session.move(1, 0).hit is None


def test_queries_that_the_reader_stayed_on_are_remembered_each_once() -> None:
    session = searched("ha noi").stay().ask("nam")
    session = session.answer("nam", session.up_to, find(TEXTS, "nam")).stay()
    session = session.ask("ha noi ").answer("ha noi ", "joined", find(TEXTS, "ha noi ")).stay()
    assert session.history == ("nam", "ha noi")
    assert session.ask("x").answer("x", "joined", Found()).stay().history == session.history
    assert session.end().history == session.history


def test_the_best_hit_is_of_the_closest_rank() -> None:
    hits = (Hit(0, 0, 1, KEYS), Hit(1, 0, 1, SUBSET), Hit(2, 0, 1, EXACT), Hit(3, 0, 1, EXACT))
    assert best(hits) == 2
    assert best(hits, 3) == 3
    assert best(hits, 4) == 2
    assert best(()) == -1
