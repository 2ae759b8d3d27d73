"""The manual page, and what docs/shell.md gives to shells, forges and desktops."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from configparser import ConfigParser

import pytest

from tests.cli.program import ROOT, run
from tests.record.bad_files import BAD
from tui.commands import COMMANDS
from tui.commands.man_page import man_page
from tui.locale import LANGUAGES, language, use

PAPER = (ROOT / "docs" / "shell.md").read_text("utf-8")


def block(kind: str) -> str:
    """Return the fenced block of a kind in docs/shell.md."""
    found = re.search(rf"```{kind}\n(.*?)```", PAPER, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def spoken() -> Iterator[None]:
    """Give the language back that was in use."""
    before = language()
    yield
    use(before)


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("tongue", LANGUAGES)
def test_the_manual_has_every_command_and_option(tongue: str) -> None:
    page = man_page(tongue).replace("\\-", "-").replace("\\e", "\\")
    for command in COMMANDS:
        assert f"\n.SS ktcn-tui {command}" in page
        helped = run("--lang", tongue, command, "--help").stdout
        for option in re.findall(r"--[a-z-]+", helped.partition("\n\n")[2]):
            assert option in page
    assert "\n.B 130\n" in page
    assert ("ĐỌC" in page.upper()) is (tongue == "vi")


@pytest.mark.usefixtures("spoken")
@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("tongue", LANGUAGES)
def test_the_manual_is_sound_roff(tongue: str) -> None:
    told = subprocess.run(
        ["groff", "-k", "-man", "-Tutf8", "-ww"],
        input=man_page(tongue).encode(),
        capture_output=True,
        check=True,
    )
    assert told.stderr == b""


def test_the_problem_matcher_matches_every_mistake() -> None:
    (matcher,) = json.loads(block("json"))["problemMatcher"]
    (pattern,) = matcher["pattern"]
    lines = run("check", *sorted(BAD.glob("*.toml"))).stdout.splitlines()
    assert len(lines) > 100
    for line in lines:
        found = re.search(pattern["regexp"], line)
        assert found, line
        assert found[pattern["file"]].endswith(".toml")
        assert int(found[pattern["line"]]) > 0
        assert int(found[pattern["column"]]) > 0
        assert found[pattern["message"]]


def test_the_desktop_entry_opens_files() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read_string(block("ini"))
    assert entry["Desktop Entry"]["Exec"] == "ktcn-tui %F"
    assert entry["Desktop Entry"]["Terminal"] == "true"


def test_the_hook_for_commits_checks() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    hook = dict(re.findall(r"^[- ] (\w+): (.+)$", text, re.MULTILINE))
    assert hook["id"] in PAPER
    assert hook["entry"].split() == ["ktcn-tui", "check"]
    assert (hook["language"], hook["types"]) == ("python", "[toml]")
