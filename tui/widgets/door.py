"""The one door from text to the screen.

Textual reads a plain ``str`` as markup: ``[/]`` in a name would crash a widget and ``[@click=…]``
run an action. So text becomes :class:`~textual.content.Content` only here, without markup, from
strings that :mod:`tui.text.cleaning` has cleaned: those of a record when it is loaded, all others
where they come from.
"""

from __future__ import annotations

from typing import TypeAlias

from textual.content import Content
from textual.style import Style

Piece: TypeAlias = str | tuple[str, Style | str]
"""A string, or a string with its style."""


def shown(*pieces: Piece) -> Content:
    """Return clean strings, each with an optional style, as content for the screen."""
    return Content.assemble(*pieces)
