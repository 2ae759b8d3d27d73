"""Text can be read in every theme: its contrast is that of WCAG 2.1, 1.4.3 and 1.4.11."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.style import Style
from textual.theme import BUILTIN_THEMES

from tests.screens.conftest import MakeApp
from tui.panes.pane import Pane

SMALL, STRONG = 4.0, 3.0
"""The least contrast of text, and of what is bold and short or no text at all."""
STRONG_LOOKS = {"heading", "cursor", "bar", "edge"}
THEMES = [name for name in BUILTIN_THEMES if not name.startswith("ansi")]


def luminance(color: Color) -> float:
    """Return the relative luminance of an opaque colour (WCAG 2.1)."""
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(style: Style, base: Style, around: Color) -> float:
    """Return the contrast of what is drawn in a style, from 1 to 21."""
    back = around + (style.background or around)
    fore = back + (style.foreground or base.foreground or back)
    darker, lighter = sorted((luminance(fore), luminance(back)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
async def test_every_look_can_be_read(make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    async with app.run_test(size=(120, 36)):
        pane = app.screen.query_one("#participants", Pane)
        around = pane.background_colors[1]
        pale = {
            name: ratio
            for name, style in {**pane.painter.looks.parts, "mark": pane.painter.looks.mark}.items()
            if (ratio := contrast(style, pane.painter.looks.base, around))
            < (STRONG if name in STRONG_LOOKS else SMALL)
        }
    assert pale == {}
