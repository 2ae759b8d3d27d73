"""Opening the app on a record, for the tests of the screens and their pictures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui import locale
from tui.app import KtcnApp
from tui.record.bundled import bundled
from tui.record.event_file import FROM_THE_PROGRAM, EventFile
from tui.record.loading import load
from tui.record.model import Record
from tui.settings import Settings


@cache
def bundled_record() -> Record:
    """Return the record that ships with the program."""
    return load(bundled())


def open_app(
    subject: Record | tuple[str, ...] | None = None,
    language: str = "vi",
    theme: str = "",
    path: Path | None = None,
) -> KtcnApp:
    """Return an app on the bundled record, another or an archive, in a language and a theme."""
    locale.use(language)
    settings = Settings(language=language, theme=theme)
    file = EventFile(str(path)) if path is not None else FROM_THE_PROGRAM
    return KtcnApp(subject or bundled_record(), settings, file)
