"""Twice as large a file takes twice the work: sound ones, bad ones, and those made to be dear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.record.bad_files import problems
from tests.reliability import case
from tests.work import Counter, assert_linear
from tui.record.citation import citation
from tui.record.diagnosis import report
from tui.record.loading import loads

HEAD = 'format = 1\n[event]\nid = "e"\nname = "n"\nstart_date = 2022-01-18\n'


def numbered(pattern: str) -> Callable[[int], str]:
    """Return what makes an event of a pattern as often as asked, each with its number for ``#``."""
    return lambda count: HEAD + "".join(pattern.replace("#", str(i)) for i in range(count))


def listed(item: str) -> Callable[[int], str]:
    return lambda count: f"{HEAD}keywords = [{item * count}]\n"


def alike(count: int) -> str:
    """As many ids, and as many references that are near to all of them."""
    ids = "".join(f'[[organizations]]\nid = "{i:060}"\nname = "a"\n' for i in range(count))
    named = "".join(f'"{i:059}x",' for i in range(count))
    return f'{HEAD}{ids}[[photos]]\nid = "p"\ndepicts = [{named}]\n'


FILES: dict[str, Callable[[int], str]] = {
    "blocks": numbered('[[article.body]]\ntext = "Chiều nay, tại Hải Phòng"\n'),
    "people": numbered('[[people]]\nid = "p#"\nname = "Đỗ Hoài Nam"\nroles = ["guest"]\n'),
    "people of one name and one id": numbered('[[people]]\nid = "p"\nname = "Nam"\n'),
    "a long text": lambda count: f'{HEAD}location = "{"Hải Phòng " * count}"\n',
    "a long text of marks": lambda count: f'{HEAD}location = "{"ệ́" * count}"\n',
    "a long key": lambda count: f'{HEAD}"{"😀" * count}" = 1\n',
    "a long key without quotes": lambda count: f"{HEAD}{'😀' * count} = 1\n",
    "unknown keys": numbered("key# = 1\n"),
    "unknown keys that are alike": numbered(f"{'a' * 80}# = 1\n"),
    "unknown keys in many tables": numbered("[[people]]\nx = 1\ny = 2\n"),
    "ids that are alike": alike,
    "references to nowhere": numbered('[[notes]]\nabout = "x#"\ntext = "y"\n'),
    "references to one place": numbered('[[notes]]\nabout = "x"\ntext = "y"\n'),
    "keys that stand twice": numbered('name = "a"\n'),
    "tables that stand twice": numbered("[event]\n"),
    "headers with one bracket": numbered('[people]\nid = "p#"\n'),
    "headers that are not closed": numbered('[[people]\nid = "p#"\n'),
    "keys that stand twice behind many lines": lambda count: (
        HEAD + "\n" * 64 * count + "name = 1\n" * count
    ),
    "words": numbered("a b\n"),
    "lines after a wrong value": lambda count: HEAD + "location = x\n" + "nói tiếp\n" * count,
    "wrong values, each with lines after": numbered("location# = x\nnói tiếp\n"),
    "values of many lines after a wrong key": numbered('a b = """\nx\n"""\nc d = [\n1\n]\n'),
    "texts that are never closed": numbered('a# = """\nnói\n'),
    "texts that swallow statements": numbered('a# = """\nb# = 1\n'),
    "quotes": lambda count: HEAD + 'a = """' + '\\"""' * count,
    "lists that are never closed": numbered("a# = [\n1,\n"),
    "lists of broken items": listed("b,\n"),
    "a list on one line of broken items": listed("b, "),
    "a list without commas": listed('"a" '),
    "lists in lists": lambda count: f"{HEAD}a = {'[' * 9}{'[1],' * count}{']' * 9}\n",
    "inline tables": listed("{a = 1},"),
    "inline tables that are not closed": listed("{a = 1,\n"),
    "wrong types": listed("1,"),
    "dotted keys": numbered("a#.b.c = 1\n"),
    "remarks": numbered("# một lời chú\n"),
    "remarks with controls": numbered("# \x01\n"),
    "white space": lambda count: HEAD + " \n" * count + "x",
}


@case("Bad file of {name}: twice the size, at most 2.5 times the work")
@pytest.mark.parametrize("name", FILES)
def test_twice_the_file_is_twice_the_work(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "UNITS", 50_000)  # a smaller budget is exhausted sooner

    def prepare(count: int) -> Callable[[], object]:
        content = FILES[name](count).encode()
        return lambda: problems(content)

    assert_linear(prepare, 300)


def test_bytes_that_are_no_utf_8_are_linear() -> None:
    assert_linear(lambda count: lambda: problems(HEAD.encode() + b"# \xff\n" * count), 400)


def test_a_citation_is_linear() -> None:
    def prepare(count: int) -> Callable[[], object]:
        organizations = numbered('[[organizations]]\nid = "o#"\nname = "O"\n')
        record = loads(organizations(count).encode(), "event.toml")
        return lambda: citation(record)

    assert_linear(prepare, 300)


def test_what_is_quadratic_is_seen() -> None:
    """The test of the test: each line counted from the beginning of the text."""
    with pytest.raises(AssertionError):
        assert_linear(
            lambda count: lambda: [("\n" * 32 * count).count("\n") for _ in range(count)], 400
        )
    with pytest.raises(AssertionError):
        assert_linear(
            lambda count: lambda: [j for i in range(count) for j in range(i) if j < 0], 100
        )


def test_counting_gives_back_what_watched_before() -> None:
    with Counter() as outer:
        with Counter() as inner:
            sum(range(3))
        units = outer.units
        sum(range(3))
    assert inner.units > 0
    assert outer.units > units
