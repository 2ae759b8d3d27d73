"""The looks of the parts of a flow, in the colours of the theme.

They are styles made once for a view and not component classes: Textual applies its style sheets to
every component class of every view, which was a tenth of the time until the first of them is seen.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from textual.color import Color
from textual.style import Style

_LOOKS = {
    "heading": "bold $text-accent",
    "title": "bold",
    "text": "",
    "quote": "italic",
    "detail": "$text-muted",
    "label": "$text-muted",
    "bar": "$text-accent",
    "name": "$text-primary",
    "mark": "bold underline on $warning-muted",
    "current": "bold reverse",
    "cursor": "bold $text-accent",
    "edge": "$text-muted",
}
_ANSI_LOOKS = {
    "heading": "bold",
    "title": "bold",
    "text": "",
    "quote": "italic",
    "detail": "",
    "label": "dim",
    "bar": "",
    "name": "ansi_blue",
    "mark": "bold underline ansi_magenta",
    "current": "bold reverse",
    "cursor": "bold",
    "edge": "dim",
}
"""For the themes that leave the colours to the terminal."""


class Looks(Struct, frozen=True):
    """The styles of a view, looked up once for all its lines."""

    base: Style
    parts: Mapping[str, Style]
    name: Style
    mark: Style
    current: Style
    cursor: Style
    edge: Style
    selected: Style


def looks(base: Style, around: Color, *, ansi: bool) -> Looks:
    """Return the looks of a view whose text is drawn in ``base`` on the background ``around``."""
    styles = {name: Style.parse(look) for name, look in (_ANSI_LOOKS if ansi else _LOOKS).items()}
    mark = styles["mark"]
    if mark.background is not None:
        readable = (around + mark.background).get_contrast_text(0.95)
        mark += Style(foreground=readable)
    return Looks(
        base=base,
        parts=styles,
        name=styles["name"],
        mark=mark,
        current=styles["current"],
        cursor=styles["cursor"],
        edge=styles["edge"],
        selected=Style.parse("reverse" if ansi else "on $screen-selection-background"),
    )
