"""Names are found where a reader sees them: the sentences of mentions_gold.toml, marked by hand."""

from __future__ import annotations

from tests.search.mentions_gold import found, marked, sentences
from tests.search.natural import event


def test_names_are_found_whole_and_nothing_else_is() -> None:
    named = right = told = 0
    for sentence in sentences():
        _text, expected, given = found(sentence)
        named += len(expected)
        right += len(expected & given)
        told += len(given)
    assert named >= 120
    assert right / told >= 0.99
    assert right / named >= 0.96


def test_the_marks_are_of_things_in_their_records() -> None:
    assert len({sentence.words for sentence in sentences()}) == len(sentences()) >= 20
    for sentence in sentences():
        text, spans = marked(sentence.words)
        assert "[" not in text
        assert {span.id for span in spans} <= event(sentence.file).things.keys()
