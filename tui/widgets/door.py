"""The one door from text to the screen.

Textual reads a plain ``str`` as markup: ``[/]`` in a name would crash a widget and ``[@click=…]``
run an action. So text becomes :class:`~textual.content.Content` only here, without markup, from
strings that :mod:`tui.text.cleaning` has cleaned: those of a record when it is loaded, all others
here.
"""

from __future__ import annotations

from typing import TypeAlias

from textual.content import Content
from textual.style import Style

from tui.text.cleaning import clean_line

Piece: TypeAlias = str | tuple[str, Style | str]
"""A string, or a string with its style."""


def shown(*pieces: Piece) -> Content:
    """Return clean strings, each with an optional style, as content for the screen."""
    return Content.assemble(*pieces)


def shown_outside(text: str) -> Content:
    """Return a string that is not yet clean, such as a file name, as content of one line."""
    return Content(clean_line(text))
