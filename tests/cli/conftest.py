"""An event file for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import EVENT


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """A small event file."""
    path = tmp_path / "le-ky.toml"
    path.write_text(EVENT, encoding="utf-8")
    return path
