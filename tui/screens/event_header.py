"""The two lines at the head of the event screen."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from tui.document.model import Document
from tui.widgets.door import shown


def event_header(document: Document) -> Content:
    """Return the name of the event, and below it when, where, and how much there is of what."""
    return shown((document.title, Style(bold=True)), "\n", document.summary)
