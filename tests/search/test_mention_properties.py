"""What is named in a passage and where a thing is named are two views of the same."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.examples import many
from tui.document.model import Text
from tui.document.naming import things_of
from tui.document.texts import Texts
from tui.record.model import Abbreviation, Event, Organization, Person, Record
from tui.search.mentions import Mentions
from tui.text.canonical import canonical
from tui.text.graphemes import is_border

HONORIFICS = ["", "GS.TS", "PGS.TS", "TS", "ThS", "giáo sư", "Phó Giáo sư", "KS"]
PEOPLE = [
    "Đỗ Hoài Nam",
    "Trần Nam",
    "Lê Văn Tú",
    "Lê Văn Tu",
    "Vũ Ky",
    "Vũ Kỳ",
    "Bùi Tất Thắng",
    "Nam",
]
ORGANIZATIONS = [
    "Sở Khoa học và Công nghệ Hải Phòng",
    "Sở KH&CN",
    "Sở KHCN",
    "UBND TP Hải Phòng",
    "Hội Khoa học & Kỹ thuật",
    "Hội Khoa học",
    "Viện AB-CD",
    "ABCD",
    "Công ti Ly",
]
ABBREVIATIONS = (Abbreviation(short="KH&CN", long="khoa học và công nghệ"),)
PIECES = [
    *(word for name in (*PEOPLE, *ORGANIZATIONS, *HONORIFICS) for word in (name, *name.split())),
    *("ông bà đồng chí và & KH CN KHCN KH-CN Kỹ Kĩ Công ty Lý Hà x\u0303 Ủy ban nhân dân").split(),
]

people = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(HONORIFICS)), max_size=4).map(
    lambda pairs: tuple(
        Person(id=f"p{i}", name=name, honorific_prefix=prefix)
        for i, (name, prefix) in enumerate(pairs)
    )
)
organizations = st.lists(st.sampled_from(ORGANIZATIONS), max_size=4).map(
    lambda names: tuple(Organization(id=f"o{i}", name=name) for i, name in enumerate(names))
)
texts = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(PIECES), st.sampled_from(PIECES).map(str.upper), st.text(max_size=3)
        ),
        st.sampled_from([" ", ". ", ", ", "\n", " & ", "-", " và ", "  ", "\n\n", ""]),
    ),
    max_size=12,
).map(lambda pairs: canonical("".join(map("".join, pairs))))


@many
@given(people, organizations, st.lists(texts, min_size=1, max_size=3))
def test_of_and_within_agree_and_spans_are_disjoint_and_whole(
    people: tuple[Person, ...], organizations: tuple[Organization, ...], texts: list[str]
) -> None:
    record = Record(
        format=1,
        event=Event(id="e", name="E", start_date=date(2022, 1, 18)),
        people=people,
        organizations=organizations,
        abbreviations=ABBREVIATIONS,
    )
    passages = Texts(
        [Text("article", "b", "text", text) for text in texts], abbreviations=ABBREVIATIONS
    )
    mentions = Mentions(things_of(record), passages)
    things: list[Person | Organization] = [*people, *organizations]
    for thing in things:
        assert [(hit.text, hit.start, hit.end) for hit in mentions.of(thing.id)] == [
            (index, reference.start, reference.end)
            for index in range(len(passages))
            for reference in mentions.within(index)
            if reference.id == thing.id
        ]
    assert mentions.of_any([thing.id for thing in things]) == tuple(
        sorted(hit for thing in things for hit in mentions.of(thing.id))
    )
    for index, passage in enumerate(passages):
        found = mentions.within(index)
        assert all(before.end <= after.start for before, after in pairwise(found))
        for reference in found:
            assert is_border(passage.words, reference.start)
            assert is_border(passage.words, reference.end)
