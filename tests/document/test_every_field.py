"""Every field of the model is shown: in a text of the document, in every export, on a card.

This is the test that a new field of the model fails until `tui/document/` shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

import msgspec
import pytest
from docx import Document as Word

from tui import locale
from tui.document.cards import card
from tui.document.model import Document
from tui.document.of_record import document
from tui.export.formats import docx, html, json, json_ld, markdown, text
from tui.export.options import Options
from tui.record.model import (
    Abbreviation,
    Agreement,
    Article,
    Block,
    Event,
    Note,
    Organization,
    Person,
    Photo,
    Position,
    Record,
    Related,
    Source,
)
from tui.record.model import Document as Paper

EXCEPTIONS = {
    "Record.format": "it tells the program how to read the file",
    "Event.id": "an address; the event's name is shown",
    "Event.in_language": "it tells in which language the words of the record are",
    "Block.kind": "it tells how the block is drawn",
    "Person.id": "an address",
    "Organization.id": "an address",
    "Agreement.id": "an address; shown where an agreement has no name",
    "Photo.id": "an address",
    "Document.id": "an address",
    "Person.identifier": "it joins people across files; whom it joins is shown by name",
    "Organization.identifier": "it joins bodies across files; what it joins is shown by name",
}
"""Fields that no text shows, and why."""
NOT_ON_CARDS = ("Record", "Event", "Source", "Article", "Block", "Abbreviation", "Related")
"""Parts of a record that are not things and have no card."""

SHOWN = {
    "Event.start_date": "18/01/2022",
    "Event.end_date": "19/01/2022",
    "Event.part_of_day": "afternoon",
    "Source.date_published": "20/01/2022",
    "Agreement.signed": "17/01/2022",
    "Agreement.valid_from": "2021",
    "Agreement.valid_through": "31/12/2025",
    "Person.roles": "spoke",
    "Organization.roles": "organiser",
    "Position.former": "Former",
    "Event.organizer": "Organization.name",
    "Source.publisher": "Source.publisher",
    "Agreement.parties": "Other.name",
    "Position.organization": "Organization.name",
    "Note.about": "Agreement.name",
    "Photo.depicts": "Person.name",
    "Block.photos": "Photo 1",
    "Block.by": "Person.name",
}
"""What is looked for where a field cannot hold its own name, or is shown as something else."""

LINKED = {
    "Event.start_date": '"startDate": "2022-01-18"',
    "Event.end_date": '"endDate": "2022-01-19"',
    "Source.date_published": '"datePublished": "2022-01-20"',
    "Agreement.signed": '"dateCreated": "2022-01-17"',
    "Agreement.valid_from": '"temporalCoverage": "2021/',
    "Agreement.valid_through": '/2025-12-31"',
    "Person.roles": '"performer": {\n        "@id": "#p"',
    "Organization.roles": '"organizer": {\n        "@id": "#o"',
    "Position.former": '"roleName": "former Position.title"',
    "Event.organizer": '"organizer": {\n        "@id": "#o"',
    "Agreement.parties": '"contributor": [\n        {\n          "@id": "#o"',
    "Position.organization": '"memberOf": {\n          "@id": "#o"',
    "Note.about": '"about": {\n          "@id": "#a"',
    "Photo.depicts": '"about": {\n        "@id": "#p"',
    "Block.by": '"creator": {\n          "@id": "#p"',
}
"""What stands in linked data for such a field."""
NO_TERM = {"Block.photos": "schema.org has no term for where in an article a photo stands"}
"""Fields that linked data leaves out, and why."""

RECORD = Record(
    format=1,
    event=Event(
        id="e",
        name="Event.name",
        start_date=date(2022, 1, 18),
        end_date=date(2022, 1, 19),
        part_of_day="afternoon",
        location="Event.location",
        organizer="o",
        in_language="en",
        keywords=("Event.keywords",),
    ),
    source=Source(
        publisher="Source.publisher",
        title="Source.title",
        url="Source.url",
        date_published=date(2022, 1, 20),
        note="Source.note",
    ),
    article=Article(
        headline="Article.headline",
        body=(
            Block(text="Block.text", by="p", kind="quote"),
            Block(kind="list", items=("Block.items",)),
            Block(kind="photos", photos=("f",)),
        ),
    ),
    people=(
        Person(
            id="p",
            name="Person.name",
            identifier="Person.identifier",
            honorific_prefix="Person.honorific_prefix",
            alternate_names=("Person.alternate_names",),
            roles=("speaker",),
            positions=(Position(title="Position.title", organization="o", former=True),),
        ),
    ),
    organizations=(
        Organization(
            id="o",
            name="Organization.name",
            identifier="Organization.identifier",
            alternate_names=("Organization.alternate_names",),
            roles=("organizer",),
        ),
        Organization(id="q", name="Other.name"),
    ),
    agreements=(
        Agreement(
            id="a",
            parties=("o", "q"),
            name="Agreement.name",
            kind="Agreement.kind",
            about=("Agreement.about",),
            signed=date(2022, 1, 17),
            valid_from=2021,
            valid_through=date(2025, 12, 31),
        ),
    ),
    photos=(
        Photo(
            id="f",
            caption="Photo.caption",
            depicts=("p",),
            file="Photo.file",
            credit="Photo.credit",
        ),
    ),
    documents=(Paper(id="d", name="Document.name", issuer="Document.issuer"),),
    abbreviations=(Abbreviation(short="Abbreviation.short", long="Abbreviation.long"),),
    notes=(Note(about="a", text="Note.text"),),
    related=(Related(title="Related.title", url="Related.url"),),
)


def fields(value: Any) -> Iterator[str]:
    """Yield ``Class.field`` for each field of a part of a record that holds no parts itself."""
    for field in msgspec.structs.fields(value):
        held = getattr(value, field.name)
        parts = held if isinstance(held, tuple) else (held,)
        if any(isinstance(part, msgspec.Struct) for part in parts):
            for part in parts:
                yield from fields(part)
        else:
            yield f"{type(value).__name__}.{field.name}"


FIELDS = sorted(set(fields(RECORD)) - EXCEPTIONS.keys())


@pytest.fixture
def shown() -> Document:
    locale.use("en")
    return document(RECORD)


def test_the_record_of_these_tests_has_every_field_of_the_model() -> None:
    def check(value: Any) -> None:
        for field in msgspec.structs.fields(value):
            held = getattr(value, field.name)
            assert held not in ("", (), None, False), f"{type(value).__name__}.{field.name}"
            for part in held if isinstance(held, tuple) else (held,):
                if isinstance(part, msgspec.Struct):
                    check(part)

    for part in (
        *(RECORD.event, RECORD.source, RECORD.article, RECORD.people[0], RECORD.organizations[0]),
        *(RECORD.agreements[0], RECORD.photos[0], RECORD.documents[0], RECORD.abbreviations[0]),
        *(RECORD.notes[0], RECORD.related[0]),
    ):
        if part is not RECORD.article:
            check(part)


@pytest.mark.parametrize("field", FIELDS)
def test_a_text_of_the_document_shows_it(shown: Document, field: str) -> None:
    assert any(SHOWN.get(field, field) in f"{each.label} {each.words}" for each in shown.texts)


@pytest.mark.parametrize("field", FIELDS)
def test_every_export_shows_it(shown: Document, field: str) -> None:
    for rendered in (
        text.render(shown, Options()),
        markdown.render(shown, Options()).replace("\\", ""),
    ):
        assert SHOWN.get(field, field) in rendered


@pytest.mark.parametrize("field", FIELDS)
def test_the_page_and_the_document_of_word_show_it(shown: Document, field: str) -> None:
    page = re.sub(r"<(style|script).*?</\1>|<[^>]*>", "", html.render(shown, Options()))
    word = Word(BytesIO(docx.render(shown, Options())))
    for rendered in (unescape(page), "\n".join(each.text for each in word.paragraphs)):
        assert SHOWN.get(field, field) in rendered


@pytest.mark.parametrize("field", sorted(set(FIELDS) - NO_TERM.keys()))
def test_linked_data_has_it(shown: Document, field: str) -> None:
    looked_for = LINKED.get(field) or SHOWN.get(field, field)
    assert looked_for in json_ld.render(shown, Options())


@pytest.mark.parametrize("field", FIELDS)
def test_json_has_its_key(shown: Document, field: str) -> None:
    assert f'"{field.partition(".")[2]}"' in json.render(shown, Options())


@pytest.mark.parametrize(
    "field", [field for field in FIELDS if field.partition(".")[0] not in NOT_ON_CARDS]
)
def test_the_card_shows_it(shown: Document, field: str) -> None:
    kind = field.partition(".")[0]
    thing = {"Person": "p", "Position": "p", "Organization": "o", "Agreement": "a", "Photo": "f",
             "Document": "d", "Note": "a"}[kind]  # fmt: skip
    made = card(shown, shown.things[thing])
    lines = [
        *made.facts,
        *(each for group in made.groups for item in group.items for each in item.texts),
    ]
    assert any(SHOWN.get(field, field) in f"{each.label} {each.words}" for each in lines)


@pytest.mark.parametrize("kind", ["Person", "Organization"])
def test_json_and_linked_data_have_the_identifier(shown: Document, kind: str) -> None:
    for rendered in (json.render(shown, Options()), json_ld.render(shown, Options())):
        assert f'"identifier": "{kind}.identifier"' in rendered


def test_every_exception_is_a_field_of_the_model() -> None:
    assert EXCEPTIONS.keys() <= set(fields(RECORD))
