"""Where the files are that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.record import bundled as module
from tui.record.bundled import EVENT, bundled


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the package, somewhere else."""
    package = tmp_path / "tui"
    monkeypatch.setattr(module, "__file__", str(package / "record" / "bundled.py"))
    return package


def test_they_are_in_the_package_when_installed(package: Path) -> None:
    (package / "data").mkdir(parents=True)
    (package / "data" / EVENT).write_text("")
    assert bundled() == package / "data" / EVENT


def test_they_are_beside_the_package_in_a_checkout(package: Path) -> None:
    assert bundled("a.toml") == package.parent / "data" / "a.toml"
