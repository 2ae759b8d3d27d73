"""The properties at the end of docs/search.md, on real syllables and on hostile text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias
from unicodedata import category, normalize

from hypothesis import example, given
from hypothesis import strategies as st

from tests.examples import many
from tests.search.texts import passages
from tui.document.texts import Texts
from tui.search.find import find
from tui.search.hits import Hit
from tui.text.canonical import canonical
from tui.text.graphemes import is_border
from tui.text.marks import TONE_MARKS
from tui.text.syllables import syllables

Change: TypeAlias = Callable[[str], str]
"""A worse way of typing something."""

SYLLABLES = tuple(syllables())
SEPARATORS = [" ", "  ", ", ", " - ", "–", "\u2011", "\u00a0", "\n", " \n", ".", " (", "/", "…"]

word = st.one_of(st.sampled_from(SYLLABLES), st.sampled_from(SYLLABLES).map(str.capitalize))
phrase = st.lists(word, min_size=1, max_size=5)
separator = st.sampled_from(SEPARATORS)
running_text = st.lists(st.tuples(word, separator), max_size=12).map(
    lambda pairs: "".join(map("".join, pairs))
)
hostile_text = st.text(
    st.one_of(
        st.sampled_from("aAăâđĐðeêioôơuưyạảãáàkKhHcCnNtTsS18/.-&,\"'_ \n\t"),
        st.sampled_from("\u0301\u0303\u0323\u0302\u0306\u031b\u200d\u200b\u00ad\ufe0f\u20e3\u00a0"),
        st.sampled_from("中文กำคि्\u1100\u1161\u11ab가👩🔬🏽🇻🇳\u0600\u3000ＡＫ０"),
        st.characters(),
    ),
    max_size=40,
)
any_text = st.one_of(running_text, hostile_text, st.tuples(running_text, hostile_text).map("".join))


def without_marks(text: str) -> str:
    """Return ``text`` with no mark left in it."""
    bare = "".join(c for c in normalize("NFD", text) if category(c)[0] != "M")
    return normalize("NFC", bare.translate(str.maketrans("đĐðÐ", "dDdD")))


def windows_1258(text: str) -> str:
    """Return ``text`` as that code page has it: tones are characters of their own."""
    return "".join(
        normalize("NFC", "".join(c for c in parts if c not in TONE_MARKS))
        + "".join(c for c in parts if c in TONE_MARKS)
        for parts in (normalize("NFD", letter) for letter in text)
    )


def hits(searched: Texts, query: str) -> tuple[Hit, ...]:
    return find(searched, query, up_to="strict").hits


def overlap(a: Hit, b: Hit) -> bool:
    return a.text == b.text and a.start < b.end and b.start < a.end


@st.composite
def texts_and_queries(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw texts, and a query that is a piece of one of them or has nothing to do with them."""
    texts = draw(st.lists(any_text, min_size=1, max_size=3))
    text = draw(st.sampled_from(texts))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    query = draw(st.one_of(st.just(text[start:end]), phrase.map(" ".join), hostile_text))
    return texts, query


@many
@given(texts_and_queries())
def test_spans_are_in_range_sorted_disjoint_and_on_borders_of_graphemes(
    drawn: tuple[list[str], str],
) -> None:
    texts, query = drawn
    searched = passages(*texts)
    found = find(searched, query).hits
    for hit in found:
        text = searched[hit.text].words
        assert 0 <= hit.start < hit.end <= len(text)
        assert is_border(text, hit.start)
        assert is_border(text, hit.end)
    places = [(hit.text, hit.start, hit.end) for hit in found]
    assert places == sorted(places)
    assert not any(overlap(a, b) for a, b in pairwise(found))


@many
@given(texts_and_queries())
@example((["000000000:::\u0300:"], ":::\u0300:"))
@example((["::\u0300\u0301:\u0300:", ":::\u0300:"], "::\u0301::"))
@example((["a ❤\ufe0f b", "❤"], "❤\ufe0f"))
def test_leaving_marks_out_of_a_query_loses_no_hit(drawn: tuple[list[str], str]) -> None:
    texts, query = drawn
    query = query.replace('"', "").replace("“", "").replace("”", "")
    searched = passages(*texts)
    bare = hits(searched, without_marks(canonical(query)))
    for hit in hits(searched, query):
        assert any(overlap(hit, other) for other in bare)


@many
@given(st.lists(any_text, min_size=1, max_size=2), phrase, separator)
def test_a_query_finds_the_same_in_every_form_of_unicode(
    texts: list[str], words: list[str], gap: str
) -> None:
    query = gap.join(words)
    searched = passages(*texts, query)
    found = find(searched, query)
    assert found.hits
    assert find(searched, normalize("NFD", query)) == found
    assert find(searched, windows_1258(query)) == found


@many
@given(texts_and_queries())
def test_any_query_finds_the_same_decomposed(drawn: tuple[list[str], str]) -> None:
    texts, query = drawn
    searched = passages(*texts)
    assert find(searched, normalize("NFD", canonical(query))) == find(searched, canonical(query))


def decomposed(text: str) -> str:
    return normalize("NFD", text)


LETTER_CHANGES: list[Change] = [str, str.upper, str.lower, without_marks]
TEXT_CHANGES: list[Change] = [str, windows_1258, decomposed]


@st.composite
def degraded(draw: st.DrawFn, words: list[str]) -> str:
    """Draw a worse way of typing ``words``: fewer marks, other case, form and separators."""
    typed = []
    for letter in draw(separator).join(words):
        change = draw(st.sampled_from(LETTER_CHANGES))
        typed.append(change(letter) if letter.isalpha() else letter)
    form = draw(st.sampled_from(TEXT_CHANGES))
    return form("".join(typed))


@many
@given(st.data())
def test_a_planted_phrase_is_found_from_any_degraded_form_of_itself(data: st.DataObject) -> None:
    words = data.draw(phrase)
    before, after = data.draw(any_text), data.draw(any_text)
    planted = data.draw(separator).join(words)
    text = canonical(before + "; ")
    searched = passages(f"{text}{planted}; {after}")
    place = Hit(0, len(text), len(text) + len(planted))
    query = data.draw(degraded(words))
    assert any(overlap(hit, place) for hit in hits(searched, query)), query
