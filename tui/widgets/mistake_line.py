"""A line that says what is wrong, over the line of keys and the search bar."""

from __future__ import annotations

from tui.widgets.text_line import TextLine


class MistakeLine(TextLine):
    """Is shown on a screen of the class ``-broken``."""

    DEFAULT_CSS = """
    MistakeLine {
        dock: bottom;
        display: none;
        margin: 0 0 1 0;
        text-style: bold;
        color: $text-error;
    }
    MistakeLine:ansi { color: ansi_red; }
    .-broken MistakeLine { display: block; }
    .-searching MistakeLine, .-filtering MistakeLine { margin: 0 0 2 0; }
    .-low.-searching MistakeLine, .-low.-filtering MistakeLine { margin: 0 0 1 0; }
    """
    SCOPED_CSS = False  # where it stands depends on the screen
