"""The looks of the parts of a flow, in the colours of the theme.

They are styles made once for a view and not component classes: Textual applies its style sheets to
every component class of every view, which was a tenth of the time until the first of them is seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
from textual.color import Color
from textual.style import Style

from tui.widgets.contrast import legible

_LOOKS = {
    "heading": "bold $text-accent",
    "title": "bold",
    "text": "",
    "quote": "italic",
    "detail": "auto 65%",
    "label": "auto 65%",
    "bar": "$text-accent",
    "name": "underline $text-primary",
    "mark": "bold underline auto 95% on $warning-muted",
    "current": "bold reverse",
    "cursor": "bold $text-accent",
    "edge": "auto 60%",
}
_ANSI_LOOKS = {
    "heading": "bold",
    "title": "bold",
    "text": "",
    "quote": "italic",
    "detail": "",
    "label": "dim",
    "bar": "",
    "name": "underline ansi_blue",
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


@lru_cache(16)  # the views of a screen look alike
def looks(base: Style, around: Color, *, ansi: bool) -> Looks:
    """Return the looks of a view whose text is drawn in ``base`` on the background ``around``."""
    styles = {
        name: Style.parse(look) if ansi else _readable(Style.parse(look), around)
        for name, look in (_ANSI_LOOKS if ansi else _LOOKS).items()
    }
    return Looks(
        base=base,
        parts=styles,
        name=styles["name"],
        mark=styles["mark"],
        current=styles["current"],
        cursor=styles["cursor"],
        edge=styles["edge"],
        selected=Style.parse("reverse" if ansi else "on $screen-selection-background"),
    )


def _readable(style: Style, around: Color) -> Style:
    """Return a style whose colour can be read on its background, or on the one around."""
    foreground = style.foreground
    if foreground is None:
        return style
    background = around + (style.background or around)
    if style.auto_color or foreground.auto:
        foreground = background.get_contrast_text(foreground.a)
    return style + Style(foreground=legible(foreground, background), auto_color=False)
