"""Texts that nobody would call a name cost no more than names do."""

from __future__ import annotations

from datetime import date

from tui.document.model import Text
from tui.document.of_record import document
from tui.document.texts import Texts
from tui.record.model import Event, Organization, Person, Record
from tui.search.mentions import Mentions
from tui.search.names import Names


def record(person: Person, *organizations: Organization) -> Record:
    return Record(
        format=1,
        event=Event(id="e", name="GS.TS Nam", start_date=date(2022, 1, 18)),
        people=(person,),
        organizations=organizations,
    )


def test_an_honorific_of_many_words_has_no_more_parts_than_one_of_twelve() -> None:
    """With 800 words, each of the 320,000 runs of them was kept: 15 s when a person was chosen."""
    prefix = "dài " * 800
    nam = Person(id="nam", name="Đỗ Hoài Nam", honorific_prefix=prefix)
    honorifics = Names([nam]).honorifics
    assert max(len(title.split()) for title in honorifics) == 12
    assert len(honorifics) <= 12 * 13 // 2


def test_of_a_long_honorific_its_last_words_count() -> None:
    nam = Person(id="nam", name="Đỗ Hoài Nam", honorific_prefix="dài " * 800 + "GS.TS")
    shown = document(record(nam))
    hits = Mentions(shown.things, shown.texts).of("nam")
    assert (0, 9) in [(hit.start, hit.end) for hit in hits]


def test_a_text_too_long_for_a_name_is_looked_for_nowhere() -> None:
    """A name of thousands of words was compared with the text at each of its words."""
    nam = Person(id="nam", name="Đỗ Hoài Nam")
    long = Organization(id="long", name="dài " * 150 + "x")
    short = Organization(id="short", name="dài " * 149 + "xyz")
    names = Names([nam, long, short])
    assert names.of.keys() == {"nam", "short"}


def test_names_are_found_at_the_end_of_a_paragraph_of_any_length() -> None:
    """Behind the first 200,000 characters of a paragraph no names were looked for."""
    nam = Person(id="nam", name="Đỗ Hoài Nam")
    words = "từ " * 100_000 + "Đỗ Hoài Nam nói."
    texts = Texts([Text("article", "body[0]", "text", words)])
    assert [hit.start for hit in Mentions({"nam": nam}, texts).of("nam")] == [300_000]
