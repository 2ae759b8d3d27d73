"""Each hostile string in each string field of a record, through the one door in."""

from __future__ import annotations

from functools import cache

import pytest

from tests.hostile.harm import harm
from tests.hostile.records import (
    Path,
    everywhere,
    field,
    fields_of_the_model,
    free,
    gathered,
    harmless,
    load,
    one_of_each_field,
    quoted,
    replaced,
    texts,
    toml,
)
from tests.hostile.strings import HOSTILE, MARKUP, UNCARRIED
from tests.reliability import case
from tui.document.of_record import document
from tui.export.formats import json, markdown, text
from tui.export.options import Options
from tui.record.loading import loads
from tui.record.model import Record
from tui.record.problems import RecordError

REFERENCES = {
    *("event.organizer", "article.body.photos", "agreements.parties", "photos.depicts"),
    "notes.about",
}
WORDS = {"event.part_of_day", "article.body.kind", "people.roles", "organizations.roles"}


def test_there_are_strings_enough() -> None:
    assert len(HOSTILE) >= 40
    assert len(set(HOSTILE.values())) == len(HOSTILE)


def test_every_field_of_the_model_is_tried() -> None:
    assert {field(path) for path in one_of_each_field()} == fields_of_the_model()


def test_only_ids_references_and_words_of_a_list_cannot_be_any_text() -> None:
    held = {field(path) for path in texts(harmless())} - {field(path) for path in free()}
    assert held == {name for name in held if name.endswith(".id")} | REFERENCES | WORDS


@case("Hostile strings: written as they are or escaped, they mean the same")
@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_string_means_the_same_written_as_it_is_or_escaped(name: str) -> None:
    document, record = everywhere(HOSTILE[name])
    assert loads(toml(document, escaped=True).encode(), "event.toml") == record


@cache
def sources() -> dict[Path, tuple[str, str]]:
    """Return for a path to each field what stands before and after its text in a file."""
    cut = {}
    for path in one_of_each_field():
        before, after = toml(replaced(harmless(), [path], "@@")).split('"@@"')
        cut[path] = before, after
    return cut


@case("Hostile strings: in every string field in turn, loading leaves nothing of them or refuses")
@pytest.mark.parametrize("name", list(HOSTILE))
def test_nothing_harmful_is_loaded_or_said(name: str) -> None:
    for path, (before, after) in sources().items():
        source = before + quoted(HOSTILE[name]) + after
        try:
            record = loads(source.encode(), "event.toml")
        except RecordError as error:
            assert path not in free() or field(path) == "photos.file"
            for problem in error.problems:
                assert harm(f"{problem}{problem.source}") == []
                assert problem.line > 0
        else:
            assert path in free()
            for held in strings_of(record):
                assert harm(held, allowed="\n") == []


def strings_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in strings_of(item)]
    names = getattr(value, "__struct_fields__", ())
    return [text for name in names for text in strings_of(getattr(value, name))]


@case("Hostile strings: raw controls in a file are refused in clean words")
@pytest.mark.parametrize("name", list(HOSTILE))
def test_raw_controls_in_a_file_are_refused_in_clean_words(name: str) -> None:
    raw = f'format = 1\n[event]\nid = "e"\nname = "{HOSTILE[name]}"\nstart_date = 2022-01-18\n'
    for source in (raw, f"# {HOSTILE[name]}\nx", f'"{HOSTILE[name]}" = 1', HOSTILE[name]):
        try:
            record = loads(source.encode(), "event.toml")
        except RecordError as error:
            for problem in error.problems:
                assert harm(f"{problem}{problem.source}") == []
        else:
            for held in strings_of(record):
                assert harm(held, allowed="\n") == []


@case("Hostile strings: surrogates in a file are refused in clean words")
@pytest.mark.parametrize("name", list(UNCARRIED))
def test_surrogates_are_refused_in_clean_words(name: str) -> None:
    with pytest.raises(RecordError) as refused:
        load(replaced(harmless(), [("event", "name")], UNCARRIED[name]))
    for problem in refused.value.problems:
        assert harm(f"{problem}{problem.source}") == []


@case("Hostile strings: markup is seen as it was typed")
@pytest.mark.parametrize("name", list(MARKUP))
def test_markup_is_held_as_it_was_typed(name: str) -> None:
    _, record = everywhere(MARKUP[name])
    found = strings_of(record)
    assert found.count(MARKUP[name]) >= len(free()) - 2  # a path may not leave its folder


@pytest.fixture(scope="module")
def everything() -> Record:
    return gathered(list(HOSTILE.values()))[1]


@case("Hostile strings: all in one record, in text, Markdown and JSON")
def test_nothing_harmful_is_exported(everything: Record) -> None:
    shown = document(everything)
    for format_ in (text, markdown, json):
        assert harm(format_.render(shown, Options()), allowed="\n") == []


@case("Hostile strings: all in one record, in what is searched")
def test_nothing_harmful_is_in_a_passage(everything: Record) -> None:
    for passage in document(everything).texts:
        assert harm(passage.words, allowed="\n") == []
