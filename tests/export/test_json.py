"""The JSON of an event has the structure of its file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from tests.export.events import EMPTY, FULL
from tui.document.model import SectionName
from tui.document.of_record import document
from tui.export.formats.json import render
from tui.export.options import Options

ALWAYS = {"format", "event"}


def exported(*panes: SectionName) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render(document(FULL), Options(sections=panes)))
    return loaded


def test_an_event_has_the_keys_of_its_file() -> None:
    event = exported()
    assert event["event"] == {
        "id": "le-ky",
        "name": "Lễ ký",
        "start_date": "2022-01-18",
        "end_date": "2022-01-19",
        "part_of_day": "afternoon",
        "location": "Hải Phòng",
        "organizer": "so",
        "keywords": ["hợp tác"],
    }
    assert event["people"][0]["positions"] == [
        {"title": "Giám đốc", "organization": "so", "former": True}
    ]
    assert event["agreements"][0]["valid_through"] == 2025
    assert event["article"]["body"][0] == {"text": "Đoạn một.\nDòng hai."}


def test_what_a_file_leaves_out_is_left_out() -> None:
    assert json.loads(render(document(EMPTY), Options())) == {
        "format": 1,
        "event": {"id": "e", "name": "Sự kiện", "start_date": "2022-01-18"},
    }


@pytest.mark.parametrize(
    ("pane", "keys"),
    [
        ("article", {"source", "article", "documents", "abbreviations", "notes", "related"}),
        ("participants", {"people", "organizations"}),
        ("agreements", {"agreements"}),
        ("photos", {"photos"}),
    ],
)
def test_a_pane_has_its_keys(pane: SectionName, keys: set[str]) -> None:
    assert exported(pane).keys() == ALWAYS | keys | {"mentions"}


def test_it_is_readable_utf_8() -> None:
    text = render(document(FULL), Options())
    assert '\n    "name": "Lễ ký",\n' in text
    assert text.endswith("}\n")


def test_a_document_of_no_single_record_has_its_own_parts() -> None:
    loaded = json.loads(
        render(replace(document(FULL), record=None), Options(sections=["agreements"]))
    )
    (section,) = loaded["sections"]
    assert section["groups"][0]["items"][0]["texts"][0]["words"] == "Viện"


def test_mentions_tell_where_a_text_names_a_thing() -> None:
    held = document(FULL)
    texts = {(text.section, text.item, text.field): text.words for text in held.texts}
    mentions = exported()["mentions"]
    assert mentions
    for mention in mentions:
        words = texts[mention["section"], mention["item"], mention["field"]]
        assert words[mention["start"] : mention["end"]]
        assert mention["id"] in held.things
    assert {mention["section"] for mention in exported("photos")["mentions"]} == {"photos"}
