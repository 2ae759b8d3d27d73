"""Twice the text takes twice the work to search."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, islice
from string import ascii_uppercase

import pytest

from tests.reliability import case
from tests.search.texts import passages
from tests.work import assert_linear
from tui.search.find import find


def acronyms(number: int) -> str:
    """Return so many words in capitals, each another."""
    words = ("".join(ascii_uppercase[int(digit)] for digit in str(i)) for i in count(10_000))
    return " ".join(islice(words, number))


@case("Search: twice the text, at most 2.5 times the work")
@pytest.mark.parametrize("query", ["a", "a b", "xyz", "khcn", "BAAAA"])
@pytest.mark.parametrize("text", ["a ", "a b ", "khoa học ", "acronyms"])
def test_twice_the_text_is_twice_the_work_for_a_query(text: str, query: str) -> None:
    """The first query on 240,000 abbreviations took 8 seconds, one letter on 4 MiB 39."""

    def prepare(number: int) -> Callable[[], object]:
        whole = acronyms(number) if text == "acronyms" else text * number
        return lambda: find(passages(whole), query)

    assert_linear(prepare, 400)
