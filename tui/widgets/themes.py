"""Themes of our own, beside those of Textual."""

from __future__ import annotations

import os

from textual.theme import Theme

PAPER = Theme(
    name="paper",
    primary="#1d4f91",
    secondary="#3a5a40",
    accent="#8a4b08",
    warning="#b58900",
    error="#b3261e",
    success="#2e7d32",
    foreground="#1a1a1a",
    background="#ffffff",
    surface="#f6f6f3",
    panel="#ecece6",
    dark=False,
)
"""Black on white paper."""


def default_theme() -> str:
    """Return the theme for a terminal: light where it says that its background is light.

    ``COLORFGBG`` is set by rxvt, Konsole and others: two or three numbers of the 16 colours divided
    by semicolons, the last of which is the background.
    """
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return PAPER.name if background in ("7", "15") else "textual-dark"
