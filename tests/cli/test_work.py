"""Twice as large an event takes a command twice the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import EVENT, run
from tests.reliability import case
from tests.work import assert_linear

MORE = """
[[article.body]]
text = "Chiều nay, TS Đỗ Hoài Nam dự lễ ký của Sở."

[[people]]
id = "p#"
name = "Trần Quang Tuấn"
roles = ["guest"]

[[photos]]
id = "photo-#"
caption = "Lễ ký"
depicts = ["p#"]
"""


@case("Commands: twice the event, at most 2.5 times the work")
@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "--format", "markdown"),
        ("show", "--format", "json"),
        ("show", "--format", "json-ld"),
        ("show", "--format", "docx"),
        ("show", "--format", "xlsx"),
        ("show", "--format", "csv", "--pane", "photos"),
        ("check",),
        ("search", "lễ ký"),
        ("search", "--json", "tuan"),
        ("search", "--count", "vắng"),
        (),
    ],
    ids=" ".join,
)
def test_twice_the_event_is_twice_the_work(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """39,000 blocks took ``show --format json`` 8.8 seconds, ``show`` 0.7."""
    file = tmp_path / "event.toml"

    def prepare(count: int) -> Callable[[], object]:
        more = "".join(MORE.replace("#", str(i)) for i in range(count))
        file.write_text(EVENT + more, encoding="utf-8")
        return lambda: run(*arguments, file)

    assert_linear(prepare, 100)


@case("Commands: twice the event, at most 2.5 times the work")
def test_checking_twice_the_files_is_twice_the_work(tmp_path: Path) -> None:
    def prepare(count: int) -> Callable[[], object]:
        files = [tmp_path / f"{i}.toml" for i in range(count)]
        for file in files:
            file.write_text(EVENT.replace("2022", "x"), encoding="utf-8")
        return lambda: run("check", *files)

    assert_linear(prepare, 20)
