"""Every mistake of a bad file is told, on its line, and no other.

The first line of a bad file says which lines are wrong, once for each mistake; beside the file
stands what is said. ``python -m tests.record.write`` writes that afresh, to be looked at.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.record.bad_files import BAD, golden, problems, report
from tests.reliability import case
from tui.text.cleaning import clean_line

FILES = sorted(BAD.glob("*.toml"))
NOT_IN_THE_FILE = {
    "binary": [1, 4],
    "empty": [1, 1],
    "encoding-cr-line-ends": [1],
    "encoding-utf-16": [1],
    "encoding-utf-16-without-mark": [1],
}
"""The wrong lines of the files that cannot say it themselves."""


def wrong_lines(file: Path) -> list[int]:
    if file.stem in NOT_IN_THE_FILE:
        return NOT_IN_THE_FILE[file.stem]
    first = re.match(rb"(?:\xef\xbb\xbf)?# wrong: ([\d ]+)", file.read_bytes())
    assert first
    return [int(number) for number in first[1].split()]


def test_there_are_many() -> None:
    assert len(FILES) >= 60


@case("Bad file {file.stem}: every mistake on its line, as the golden file says")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_mistake_is_told_on_its_line(file: Path) -> None:
    assert [problem.line for problem in problems(file.read_bytes())] == wrong_lines(file)


@case("Bad file {file.stem}: every mistake on its line, as the golden file says")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_said(file: Path) -> None:
    assert report(file) == golden(file).read_text("utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_problem_is_whole_and_clean(file: Path) -> None:
    lines = re.split("\n", file.read_bytes().decode(errors="replace"))
    for problem in problems(file.read_bytes(), file.name):
        assert problem.file == file.name
        assert problem.reason.endswith(".")
        assert problem.expected.endswith((".", "?"))
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        for text in (problem.path, problem.reason, problem.expected):
            assert clean_line(text) == text
        assert clean_line(problem.source).replace(" ", "") == problem.source.replace(" ", "")
        start, end = problem.span
        assert 0 <= start <= end <= len(problem.source) <= 200


def test_every_golden_file_has_its_bad_file() -> None:
    assert {file.stem for file in BAD.glob("*.txt")} == {file.stem for file in FILES}
