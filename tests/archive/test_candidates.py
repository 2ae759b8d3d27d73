"""An index never misses what the search finds: the property of tui.archive.candidates."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.archive.holding import Crowded, Index
from tests.examples import many
from tests.search.test_properties import any_text, hostile_text, running_text, without_marks
from tests.search.texts import passages
from tui.document.of_record import document
from tui.document.texts import Texts
from tui.record.loading import load
from tui.search.find import find
from tui.search.initials import in_full
from tui.search.rules import Rule
from tui.search.scan import Scope
from tui.text.canonical import canonical

ROOT = Path(__file__).parent.parent.parent
CASES = tomli.loads((ROOT / "tests" / "search" / "vectors.toml").read_text("utf-8"))["case"]
NATURAL = tomli.loads((ROOT / "tests" / "search" / "natural.toml").read_text("utf-8"))["query"]
SHORTS = ["KH&CN", "KHCN", "UBND", "TP.HCM", "GS.TS", "TS", "CA", "PGS. TS", "KH và CN", "KH-CN"]
LONGS = [
    "khoa học và công nghệ",
    "khoa học & công nghệ",
    "ủy ban nhân dân",
    "thành phố Hồ Chí Minh",
    "Giáo sư, Tiến sĩ",
    "công an",
    "và",
    "&",
]
DAYS = [
    "18/01/2022",
    "18-1-2022",
    "ngày 18 tháng 1",
    "2022-01-18",
    "18/1",
    "ngày 18 tháng 1 năm 2022",
]
piece = st.one_of(
    st.sampled_from(SHORTS + LONGS + DAYS), running_text, running_text.map(without_marks)
)
newspaper = st.lists(piece, min_size=1, max_size=5).map(" ".join)
own_pair = st.tuples(
    st.sampled_from(["ABC", "KHCN", "X&Y", "Sở KH", "TS"]),
    st.sampled_from(
        ["an bình châu", "khoa học và công nghệ", "xuân yên", "Sở Khoa học", "tình sâu"]
    ),
)


def spelt_otherwise(text: str) -> st.SearchStrategy[str]:
    """Return ways in which somebody may type a piece of a text."""
    words = text.split(" ")
    return st.tuples(st.integers(0, len(words)), st.integers(1, 6), st.integers(0, 3)).map(
        lambda at: " ".join(words[at[0] : at[0] + at[1]])[: -at[2] or None]
    )


def test_a_text_with_a_hit_is_a_candidate() -> None:
    for case in CASES:
        searched = passages(case["text"])
        if find(searched, case["query"], up_to="strict").hits:
            assert Index(searched).has(case["query"]), case


@pytest.mark.parametrize("letter", ["Ð", "ð", "Đ", "đ"])
def test_an_eth_in_place_of_a_d_with_a_bar_is_a_candidate(letter: str) -> None:
    """The beginning of a word with eth had no term: an archive missed what the file has."""
    searched = passages(f"{letter}ỗ Hoài Nam")
    for query in (letter, f"{letter}ỗ", "đỗ"):
        assert find(searched, query, up_to="strict").hits
        assert Index(searched).has(query)
        assert Crowded(searched).has(query)


@many
@given(text=newspaper, data=st.data())
def test_no_hit_in_a_newspaper_is_missed(text: str, data: st.DataObject) -> None:
    own = tuple(data.draw(st.lists(own_pair, max_size=2, unique_by=lambda pair: pair[0])))
    searched = passages(text, own=own)
    query = data.draw(st.one_of(spelt_otherwise(canonical(text)), newspaper))
    if find(searched, query, up_to="strict").hits:
        assert Index(searched).has(query)
        assert Crowded(searched).has(query)


@many
@given(text=any_text, data=st.data())
def test_no_hit_in_any_text_is_missed(text: str, data: st.DataObject) -> None:
    searched = passages(text, "Sở KH&CN Hải Phòng")
    query = data.draw(
        st.one_of(hostile_text, spelt_otherwise(text), spelt_otherwise(without_marks(text)))
    )
    if find(searched, query, up_to="strict").hits:
        assert Index(searched).has(query)
        assert Crowded(searched).has(query)


@pytest.mark.parametrize(
    ("query", "text", "rule"),
    [
        ("ddoox hoaif nam", "GS.TS Đỗ Hoài Nam nói", "keys"),
        ("nam hoài", "Ông Đỗ Hoài Nam", "joined"),
        ("ubnd hải phòng", "Ủy ban nhân dân thành phố Hải Phòng", "joined"),
        ("bộ khoa học công nghệ", "Bộ Khoa học và Công nghệ", "keys"),
    ],
)
def test_what_is_found_loosely_is_a_candidate_then(query: str, text: str, rule: Rule) -> None:
    searched = passages(text)
    assert find(searched, query, up_to=rule).hits
    assert Index(searched).has(query, rule)


def holds_loosely(searched: Texts, query: str) -> bool:
    """Tell whether texts are a candidate by the rule by which something is found in them.

    Initials are looked for in one document alone: an index has words (S18).
    """
    found = find(searched, query)
    if not found.hits or any(in_full(query, Scope(searched))):
        return True
    asked: Rule = "strict" if found.rule == "strict" else "joined"
    if found.rule in ("wider", "keys"):
        asked = "keys"
    return Index(searched).has(query, asked)


def test_a_text_with_a_hit_by_any_rule_is_a_candidate() -> None:
    for case in CASES:
        assert holds_loosely(passages(case["text"]), case["query"]), case


def test_events_that_readers_ask_for_loosely_are_candidates() -> None:
    """The natural queries over the records that they were made for."""
    documents = {
        query["file"]: document(load(ROOT / "data" / "archive" / query["file"])).texts
        for query in NATURAL
    }
    for query in NATURAL:
        assert holds_loosely(documents[query["file"]], query["query"]), query["query"]


@given(text=newspaper, data=st.data())
def test_no_loose_hit_in_a_newspaper_is_missed(text: str, data: st.DataObject) -> None:
    searched = passages(text)
    words = data.draw(spelt_otherwise(without_marks(canonical(text)))).split()
    some = data.draw(st.permutations(words[:4]))
    query = data.draw(st.sampled_from(("", " ", "-"))).join(some)
    assert holds_loosely(searched, query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("khoa hoc", "khoa công học"),
        ("đỗ", "độ đo đố"),
        ("hải ph", "Hải Dương"),
        ('"hoa"', "hóa hòa"),
        ("19/01/2022", "ngày 18 tháng 1 năm 2022"),
        ("→", "không có mũi tên"),
    ],
)
def test_what_is_plainly_elsewhere_is_no_candidate(query: str, text: str) -> None:
    assert not Index(passages(text)).has(query)
