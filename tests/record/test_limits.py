"""Where the limits of a file are, to the one."""

from __future__ import annotations

import pytest

from tests.record.bad_files import problems
from tests.reliability import case
from tui.record.limits import MAX_DOTTED, MAX_KEYS, MAX_SIGNS, MAX_WORD, within_limits
from tui.record.loading import loads

HEAD = 'format = 1\n[event]\nid = "e"\nname = "n"\nstart_date = 2022-01-18\n'
REMARK = "# " + "lời chú " * 10_000 + "\n"
"""Long enough for a file to be looked at."""


def keys(count: int) -> str:
    return "".join(f"k{i} = 1\n" for i in range(count))


@pytest.mark.parametrize("sign", "[{=,")
def test_so_many_signs_and_no_more(sign: str) -> None:
    assert within_limits(REMARK + sign * MAX_SIGNS)
    assert not within_limits(REMARK + sign * (MAX_SIGNS + 1))


def test_signs_of_all_kinds_count() -> None:
    quarter = MAX_SIGNS // 4
    assert not within_limits(
        REMARK + "[" * quarter + "{" * quarter + "=" * quarter + "," * quarter + ","
    )


def test_so_many_keys_and_no_more() -> None:
    assert within_limits(REMARK + keys(MAX_KEYS))
    assert not within_limits(REMARK + keys(MAX_KEYS + 1))


def test_every_part_of_a_key_counts() -> None:
    dotted = "".join(f"a.b.c{i} = 1\n" for i in range(MAX_KEYS // 3))
    assert within_limits(REMARK + dotted)
    assert not within_limits(REMARK + dotted + keys(3))


def test_so_many_dots_in_keys_and_no_more() -> None:
    assert within_limits(REMARK + "a.b = 1\n" * MAX_DOTTED)
    assert not within_limits(REMARK + "a.b = 1\n" * (MAX_DOTTED + 1))


def test_a_word_is_found_wherever_it_stands() -> None:
    for before in range(0, MAX_WORD, 500):
        assert not within_limits(REMARK + "x " * before + "1" * (2 * MAX_WORD))
    assert within_limits(REMARK + "1" * (MAX_WORD - 1))


def test_what_stands_in_texts_and_remarks_does_not_count() -> None:
    signs = "[{=,." * MAX_SIGNS
    assert within_limits(f'{REMARK}a = "{signs}"')
    assert within_limits(f"{REMARK}a = '''\n{signs}'''")
    assert within_limits(f"{REMARK}# {signs}")


def test_a_long_file_of_ordinary_keys_is_a_record() -> None:
    record = loads(f'source.title = "T"\n{HEAD}{REMARK}'.encode(), "e.toml")
    assert record.source.title == "T"


@case("Bad file: more signs, keys or parts of keys than the limits")
def test_more_than_the_limits_is_answered_by_what_to_do() -> None:
    (problem,) = problems((HEAD + keys(MAX_KEYS + 1)).encode())
    assert problem.expected == "Divide it into files of one event each."
