"""A hostile archive is opened, and nothing of it reaches a terminal or another place."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.archive.events import opened
from tests.archive.hostile import texts
from tests.cli.program import run
from tests.hostile.strings import HOSTILE
from tui.archive.dossier import dossier
from tui.archive.register import register
from tui.archive.whom import named
from tui.text.cleaning import clean_line

DAY = date(2024, 6, 30)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every hostile string in every field of an event of its own, as far as it is one."""
    return texts(tmp_path_factory.mktemp("hostile") / "a")


def test_every_command_prints_it_harmless(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for arguments in (
        (str(folder),),
        ("search", "x", str(folder), "--limit", "400"),
        ("agreements", str(folder)),
        ("index", str(folder)),
    ):
        result = run(*arguments)
        assert result.exit_code == 0, arguments
        assert not CONTROL.search(result.stdout.replace("\t", ""))
        assert not CONTROL.search(result.stderr)


def test_all_answers_come(folder: Path, tmp_path: Path) -> None:
    archive = opened(folder, {"XDG_CACHE_HOME": str(tmp_path)})
    found = archive.archive
    events = found.count(found.everything())[0]
    assert events > len(HOSTILE) * 0.9
    assert len(list(register(found, found.everything(), DAY))) >= events - 1
    for sort in "op":
        for facet in named(found, sort, "", 5):
            assert dossier(found, facet, DAY, read=1).document.title == facet.name
    archive.close()


def test_every_string_is_a_query(folder: Path) -> None:
    """It finds something, or a sentence says why not; it never fails otherwise."""
    for name, string in HOSTILE.items():
        result = run("search", "--limit", "1", "--", f"tổ chức:{string}", str(folder))
        assert result.exit_code in (0, 1, 2), name
        assert not CONTROL.search(result.stdout.replace("\t", "") + result.stderr), name
        assert clean_line(result.stderr) == " ".join(result.stderr.split()), name
