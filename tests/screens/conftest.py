"""What the tests of the screens are given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.opening import open_app
from tui.app import KtcnApp

MakeApp: TypeAlias = Callable[..., KtcnApp]


@pytest.fixture
def make_app() -> MakeApp:
    """Make an app on the bundled record, or another, in a language and a theme."""
    return open_app


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for an archive."""
    path = tmp_path / "events"
    path.mkdir()
    return path
