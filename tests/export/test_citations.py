"""Citations, read by readers of their formats."""

from __future__ import annotations

import json
from typing import Any

import bibtexparser
import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
)
from citeproc.formatter import plain
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.export.events import FULL
from tests.export.hostile import everything, the_bundled_event
from tests.hostile.strings import HOSTILE
from tui.document.of_record import document
from tui.export import encoding, rendered
from tui.export.errors import NothingToExportError
from tui.export.formats import bibtex, csl_json, ris
from tui.export.options import Options
from tui.record.model import Record
from tui.text.cleaning import clean_line

CITATIONS = ("csl-json", "ris", "bibtex")


def in_csl(record: Record) -> dict[str, Any]:
    (item,) = json.loads(csl_json.render(document(record), Options()))
    assert isinstance(item, dict)
    return item


def in_ris(record: Record) -> dict[str, Any]:
    (entry,) = rispy.loads(ris.render(document(record), Options()))
    assert isinstance(entry, dict)
    return entry


def in_bibtex(record: Record) -> dict[str, Any]:
    (entry,) = bibtexparser.loads(bibtex.render(document(record), Options())).entries
    assert isinstance(entry, dict)
    return entry


def test_a_report_is_a_newspaper_article() -> None:
    assert in_csl(FULL) | {"id": "le-ky"} == {
        "id": "le-ky",
        "type": "article-newspaper",
        "title": "Bản tin",
        "issued": {"date-parts": [[2022, 1, 18]]},
        "event-title": "Lễ ký",
        "event-place": "Hải Phòng",
        "URL": "https://example.org/a_b",
        "language": "vi",
        "keyword": "hợp tác",
        "container-title": "Báo",
    }
    entry = in_ris(FULL)
    assert (entry["type_of_reference"], entry["title"], entry["year"]) == (
        "NEWS",
        "Bản tin",
        "2022",
    )
    assert (entry["urls"], entry["keywords"]) == (["https://example.org/a_b"], ["hợp tác"])
    entry = in_bibtex(FULL)
    assert (entry["ENTRYTYPE"], entry["ID"], entry["journal"]) == ("article", "le-ky", "Báo")
    assert (entry["title"], entry["url"]) == ("{Bản tin}", "https://example.org/a_b")


def test_an_event_without_a_source_is_cited_with_who_held_it() -> None:
    record = the_bundled_event().record
    assert record is not None
    organizer = "Sở Khoa học và Công nghệ Hải Phòng"
    assert in_csl(record)["author"] == [{"literal": organizer}]
    assert in_ris(record)["authors"] == [organizer]
    assert in_bibtex(record)["author"] == f"{{{organizer}}}"


@pytest.mark.filterwarnings("ignore:.*event_title:UserWarning")  # it knows CSL 1.0.1 alone
def test_a_processor_of_csl_makes_a_reference_of_it() -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for shown, reference in (
        (document(FULL), "“Bản tin”, Báo, 18 January. Available at: https://example.org/a_b."),
        (the_bundled_event(), "Sở Khoa học và Công nghệ Hải Phòng (2022) “Lễ ký kết"),
        (everything(), "(2022) “a␛[31mb"),
    ):
        items = json.loads(csl_json.render(shown, Options()))
        references = CitationStylesBibliography(style, CiteProcJSON(items), plain)
        references.register(Citation([CitationItem(items[0]["id"])]))
        assert reference in str(references.bibliography()[0])


@pytest.mark.parametrize("name", CITATIONS)
def test_what_is_gathered_from_many_events_is_not_cited(name: str) -> None:
    with pytest.raises(NothingToExportError):
        rendered(name, replace(the_bundled_event(), record=None), Options())


@pytest.mark.parametrize("name", CITATIONS)
def test_they_are_texts_in_utf_8(name: str) -> None:
    assert encoding(name) == "utf-8"


def titled(title: str) -> Record:
    title = clean_line(title) or "x"
    return replace(FULL, source=replace(FULL.source, title=title, publisher=title, url=title))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_title_is_a_title(name: str) -> None:
    assert_held(HOSTILE[name])


@given(st.text(st.sampled_from("aữ{}\\%#$&_~^@\"'=,- \n"), min_size=1, max_size=20))
def test_any_title_is_a_title(title: str) -> None:
    assert_held(title)


def assert_held(title: str) -> None:
    record = titled(title)
    title = record.source.title
    assert in_csl(record)["title"] == title
    assert in_ris(record)["title"] == title
    entry = in_bibtex(record)
    assert entry.keys() == in_bibtex(FULL).keys()
    held = entry["title"]
    for command, sign in (
        (r"\textbackslash{}", "\0"),
        (r"\textbraceleft{}", "{"),
        (r"\textbraceright{}", "}"),
        (r"\textasciitilde{}", "~"),
        (r"\textasciicircum{}", "^"),
        *((f"\\{sign}", sign) for sign in "%#$&_"),
        ("\0", "\\"),
    ):
        held = held.replace(command, sign)
    assert held == f"{{{title}}}"
