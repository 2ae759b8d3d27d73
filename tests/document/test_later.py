"""Which item of a later state of a document is the one of an earlier."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.program import EVENT
from tui.document.later import numbers_in
from tui.document.model import Document
from tui.document.of_record import document
from tui.record.loading import loads

HEAD = EVENT[: EVENT.index("[[article.body]]")] + EVENT[EVENT.index("[[people]]") :]


def of(*paragraphs: str) -> Document:
    """Return the document of an event with some paragraphs."""
    body = "".join(f'[[article.body]]\ntext = "{words}"\n' for words in paragraphs)
    return document(loads((HEAD + body).encode(), "x"))


def item_in(later: Document, document: Document, item: str) -> str:
    """Return the item that the first text of an item is in later."""
    number = next(number for number, text in enumerate(document.texts) if text.item == item)
    return later.texts[numbers_in(later, document)[number]].item


def test_a_paragraph_is_known_by_its_words() -> None:
    assert item_in(of("x", "a", "b"), of("a", "b"), "body[1]") == "body[2]"
    assert item_in(of("b"), of("a", "b"), "body[1]") == "body[0]"


def test_of_several_with_the_same_words_it_is_the_nearest() -> None:
    assert item_in(of("x", "a", "a", "x", "x", "a"), of("-", "-", "-", "a"), "body[3]") == "body[2]"


def test_a_paragraph_whose_words_have_changed_keeps_its_number() -> None:
    assert item_in(of("a", "c"), of("a", "b"), "body[1]") == "body[1]"


def test_a_thing_is_known_by_its_id() -> None:
    assert item_in(of("a"), of("b"), "nam") == "nam"
    assert len(numbers_in(of("a"), of("b", "c"))) == len(of("a").texts)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=6), st.data())
def test_in_the_same_document_every_item_is_itself(words: list[str], data: st.DataObject) -> None:
    shown = of(*words)
    item = data.draw(st.sampled_from(sorted(shown.texts_of_items)))
    assert item_in(shown, shown, item) == item


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=6, unique=True),
    st.permutations(list("abcdxyz")),
    st.data(),
)
def test_words_that_stand_there_once_are_found(
    words: list[str], later: list[str], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(words) - 1))
    found = item_in(of(*later), of(*words), f"body[{number}]")
    assert found == f"body[{later.index(words[number])}]"
