"""Text can be read in every theme: its contrast is that of WCAG 2.1, 1.4.3 and 1.4.11."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.screens.conftest import MakeApp
from tui.app import KtcnApp
from tui.screens.sheet import Sheet
from tui.widgets.contrast import FRAME, TEXT, contrast, legible
from tui.widgets.themes import PAPER

THEMES = [*(name for name in BUILTIN_THEMES if not name.startswith("ansi")), PAPER.name]
BOX = set("╭╮╰╯│─┏┓┗┛┃━")
"""What frames are drawn of; only that of the focus must be seen (1.4.11)."""
MARKS = set("▐▌▁▼█░")
"""Signs that are not letters: they need the contrast of a frame."""

STATES = {
    "event": ("2",),
    "search": ("slash", *"hai"),
    "card": ("2", "enter"),
    "palette": ("ctrl+p",),
    "help": ("question_mark",),
}


def segments(app: KtcnApp) -> Iterator[Segment]:
    """Yield what is drawn on the screen; under a sheet all is inactive and dimmed on purpose."""
    strips = app.screen._compositor.render_strips()
    if isinstance(app.screen, Sheet):
        region = app.screen.query_one("#sheet").region
        strips = [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]
    for strip in strips:
        yield from strip


def pale(app: KtcnApp) -> set[tuple[str, float]]:
    """Return what is drawn with less contrast than it must have.

    What is dim is a key that does nothing now: inactive, and exempt (1.4.3). The frames of panes
    that have not the focus are decoration.
    """
    found = set()
    for segment in segments(app):
        style = segment.style
        if style is None or style.color is None or style.bgcolor is None or style.dim:
            continue
        letters = set(segment.text) - {" "}
        if not letters or letters <= BOX:
            continue
        colors = [Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)]
        ratio = contrast(*colors)
        if ratio < (FRAME if letters <= MARKS else TEXT) - 0.05:  # colours are rounded to bytes
            found.add((segment.text.strip(), round(ratio, 2)))
    return found


@pytest.mark.parametrize("theme", THEMES)
async def test_every_cell_can_be_read(make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    faults = {}
    async with app.run_test(size=(120, 36)) as pilot:
        for name, keys in STATES.items():
            await pilot.press(*keys)
            await pilot.pause()
            if found := pale(app):
                faults[name] = found
            await pilot.press("escape")
        pane = app.screen.focused
        assert pane is not None
        border = pane.styles.border_top[1]
        assert contrast(border, pane.background_colors[1]) >= FRAME - 0.05
    assert faults == {}


@pytest.mark.parametrize("no_color", [True, False])
async def test_names_in_the_text_are_underlined(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, no_color: bool
) -> None:
    """Of 19 themes 18 showed them by colour alone, and NO_COLOR not at all."""
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        underlined = "".join(
            segment.text for segment in segments(app) if segment.style and segment.style.underline
        )
    assert "Sở KH&CN" in underlined


COLORS = st.tuples(*(st.integers(0, 255),) * 3).map(lambda parts: Color(*parts))


@given(COLORS, COLORS)
def test_a_legible_colour_has_the_least_contrast(color: Color, background: Color) -> None:
    found = legible(color, background)
    assert contrast(found, background) >= TEXT
    if contrast(color, background) >= TEXT:
        assert found == color
