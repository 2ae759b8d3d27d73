"""Putting words on the clipboard of the reader's terminal."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from tui.locale import _
from tui.widgets.key_line import KeyLine


def copy(screen: Screen[Any], text: str) -> None:
    """Copy ``text`` and say so in the footer of the screen; nothing is copied of no text."""
    if text:
        screen.app.copy_to_clipboard(text)
        screen.query_one(KeyLine).say(_("Copied: {text}").format(text=" ".join(text.split())))
