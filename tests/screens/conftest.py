"""Opening the app on records, for the tests of the screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from tui import locale
from tui.app import KtcnApp
from tui.record.bundled import bundled
from tui.record.loading import load
from tui.record.model import Record
from tui.settings import Settings

MakeApp: TypeAlias = Callable[..., KtcnApp]


@pytest.fixture(scope="session")
def bundled_record() -> Record:
    """The record that ships with the program."""
    return load(bundled())


@pytest.fixture
def make_app(bundled_record: Record) -> MakeApp:
    """Make an app on the bundled record, or another, in a language and a theme."""

    def make(record: Record | None = None, language: str = "vi", theme: str = "") -> KtcnApp:
        locale.use(language)
        settings = Settings(language=language, theme=theme)
        return KtcnApp(record or bundled_record, settings, "event.toml")

    return make
