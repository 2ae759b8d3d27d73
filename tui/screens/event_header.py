"""The two lines at the head of the event screen."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from tui.export.summary import summary
from tui.record.model import Record
from tui.widgets.door import shown


def event_header(record: Record) -> Content:
    """Return the name of the event, and below it when, where, and how much there is of what."""
    return shown((record.event.name, Style(bold=True)), "\n", summary(record))
