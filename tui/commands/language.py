"""The language that a command speaks."""

from __future__ import annotations

from tui.locale import use_everywhere
from tui.record.model import Record
from tui.settings import Settings, screen_language


def speak(settings: Settings, record: Record) -> None:
    """From now on use the language of the screen for this record."""
    use_everywhere(screen_language(settings, record.event.in_language))
