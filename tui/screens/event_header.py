"""The two lines at the head of the event screen."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from tui.document.model import Document
from tui.widgets.door import shown
from tui.widgets.text_line import TextLine


def event_header(document: Document, status: str = "") -> Content:
    """Return the name of the event, and below it when, where, and how much there is of what.

    Args:
        status: How far the document is gathered, while it is not whole.
    """
    told = " · ".join(filter(None, (document.summary, status)))
    return shown((document.title, Style(bold=True)), "\n", told)


def show_status(header: TextLine, document: Document, status: str) -> None:
    """Show in a header how far a document is gathered."""
    header.content = event_header(document, status)
