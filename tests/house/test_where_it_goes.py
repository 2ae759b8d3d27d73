"""What CONTRIBUTING.md says of where things go is done, in a copy of the program, and works.

Each test adds what its row says in no more places than it says.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT

Program = Callable[..., str]

EVENT = """\
format = 1
[event]
id = "le-ky"
name = "Lễ ký"
start_date = 2022-01-18
[[organizations]]
id = "so"
name = "Sở Khoa học"
[[organizations]]
id = "vien"
name = "Viện Kinh tế"
[[agreements]]
id = "thoa-thuan"
parties = ["so", "vien"]
name = "Thỏa thuận"
"""
SECTION = """
from tui.document.model import Group, Item
from tui.document.naming import Naming
from tui.document.sections import SectionWords, section

WORDS = SectionWords(title="Languages", nothing="No language.", about="The language.")


def of_record(record, things, _today):
    text = Naming("languages", things).text("language", "name", record.event.in_language, "name")
    return section("languages", [Group("languages", (Item("language", (text,)),))])
"""
FORMAT = """
def render(document, options):
    return document.title.upper() + "\\n"
"""
COMMAND = """
import click
from tui.commands.options import common
from tui.commands.streams import put


def command():
    return click.Command("hello", callback=lambda: put("hello\\n"), help="Hello.", params=common())
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program, and an event beside it."""
    shutil.copytree(PACKAGE, tmp_path / "tui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "event.toml").write_text(EVENT, "utf-8")
    return tmp_path


@pytest.fixture
def program(copy: Path) -> Program:
    """Run the copy and return what it prints."""

    def run(*arguments: str) -> str:
        told = subprocess.run(
            [sys.executable, "-m", "tui", "--lang", "en", *arguments],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert told.returncode == 0, told.stderr.decode()
        return told.stdout.decode()

    return run


def change(file: Path, old: str, new: str) -> None:
    """Put a text in place of another that stands there once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, (file.name, old)
    file.write_text(text.replace(old, new), "utf-8")


def test_a_field_of_agreements_is_the_model_and_one_file(copy: Path, program: Program) -> None:
    change(
        copy / "tui" / "record" / "model.py",
        '    kind: str = ""\n    about: Annotated[NeededTexts',
        '    kind: str = ""\n    amount: str = ""\n    about: Annotated[NeededTexts',
    )
    change(
        copy / "tui" / "document" / "agreements.py",
        "    for i, subject in enumerate(agreement.about):",
        "    if agreement.amount:\n"
        '        yield naming.text(item, "amount", agreement.amount, "detail", _("worth:"))\n'
        "    for i, subject in enumerate(agreement.about):",
    )
    with (copy / "event.toml").open("a", encoding="utf-8") as file:
        file.write('amount = "6500 tỷ đồng"\n')
    for form in ("text", "markdown", "html"):
        printed = program("show", "--format", form, "event.toml")
        assert "worth:" in printed
        assert "6500 tỷ đồng" in printed
    assert "6500 tỷ đồng" in program("show", "--format", "json", "event.toml")
    assert "6500" in program("search", "6500", "event.toml")
    assert "amount" in told_by_the_model(copy)


def told_by_the_model(copy: Path) -> str:
    """Return the schema as the model of the copy makes it."""
    code = (
        "import json; from tui.record.schema import json_schema; print(json.dumps(json_schema()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=copy, capture_output=True, check=True, text=True
    )
    return told.stdout


def test_a_section_is_one_file_and_its_name(copy: Path, program: Program) -> None:
    (copy / "tui" / "document" / "languages.py").write_text(SECTION, "utf-8")
    model = copy / "tui" / "document" / "model.py"
    text = model.read_text("utf-8")
    assert text.count('"agreements", "photos"') == 2  # the type, and the order
    model.write_text(
        text.replace('"agreements", "photos"', '"agreements", "photos", "languages"'), "utf-8"
    )
    for form in ("text", "markdown", "html"):
        assert "Languages" in program("show", "--format", form, "event.toml")
    assert program("show", "--pane", "languages", "event.toml").endswith("vi\n")
    assert "languages" in program("search", "--json", "vi", "event.toml")
    assert "|languages]" in program("show", "--help").replace("\n", "").replace(" ", "")


def test_a_form_of_export_is_one_file(copy: Path, program: Program) -> None:
    (copy / "tui" / "export" / "formats" / "shout.py").write_text(FORMAT, "utf-8")
    assert program("show", "--format", "shout", "event.toml") == "LỄ KÝ\n"
    assert "shout" in program("show", "--help")


def test_a_command_is_one_file_and_its_name(copy: Path, program: Program) -> None:
    (copy / "tui" / "commands" / "hello.py").write_text(COMMAND, "utf-8")
    change(copy / "tui" / "commands" / "__init__.py", '"schema", ', '"schema", "hello", ')
    assert program("hello") == "hello\n"
    assert "Hello." in program("--help")
