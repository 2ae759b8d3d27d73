"""The palette: what finds a row, what a row shows, what choosing it does."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import MakeApp
from tui.app import KtcnApp
from tui.screens.card import CardScreen
from tui.screens.event import EventScreen
from tui.screens.offer import OfferScreen
from tui.screens.palette import PaletteScreen


def shown(app: KtcnApp) -> list[str]:
    """Return the rows that the palette lists, each with the word before it."""
    assert isinstance(app.screen, PaletteScreen)
    parts = [block.parts[0] for block in app.screen.items.blocks if block.id]
    return [f"{part.prefix.strip()}: {part.text}" for part in parts]


async def asked(pilot: Pilot[int], app: KtcnApp, words: str) -> list[str]:
    await pilot.press("ctrl+p", *("space" if c == " " else c for c in words))
    return shown(app)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("mau", "Bộ màu: textual-dark"),
        ("theme", "Bộ màu: textual-dark"),
        ("anh 2", "Ảnh 2: Lãnh đạo Sở KH&CN và lãnh đạo Viện Kinh tế Việt Nam ký"),
        ("to chuc", "Tổ chức: Bộ Chính trị"),
        ("organisation", "Tổ chức: Bộ Chính trị"),
        ("search", "/: Tìm ngay khi gõ, có dấu hay không dấu"),
        ("language", "Ngôn ngữ: Tiếng Việt"),
        ("de muc", "Đề mục: Sở KH&CN Hải Phòng ký kết hợp tác với ba đơn vị"),
        ("ba van ban, ba doi tac", "Đề mục: Ba văn bản, ba đối tác"),
    ],
)
async def test_rows_are_found_by_kind_by_english_and_as_headings(
    make_app: MakeApp, words: str, first: str
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        assert any(row.startswith(first) for row in await asked(pilot, app, words))


async def test_an_agreement_is_told_from_others_by_with_whom_and_when(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        (row,) = [r for r in await asked(pilot, app, "khung") if r.startswith("Thỏa thuận")]
        assert "Liên hiệp các Hội Khoa học và Kỹ thuật thành phố" in row
        assert row.endswith("2022–2025")


async def test_what_only_moves_the_reader_stands_last(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        rows = await asked(pilot, app, "")
        moves = [n for n, row in enumerate(rows) if row.endswith(("A line up", "To the next pane"))]
        others = [n for n, row in enumerate(rows) if row.startswith(("Theme", "Person", "/"))]
        assert moves
        assert max(others) < min(moves)


async def test_a_theme_is_shown_while_the_cursor_is_on_it(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        before = app.theme
        await asked(pilot, app, "nord")
        await pilot.press("up")
        assert app.theme == "nord"
        await pilot.press("escape")
        assert app.theme == before


async def test_a_theme_that_is_chosen_offers_its_line_for_the_configuration(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await asked(pilot, app, "nord")
        await pilot.press("enter")
        assert app.theme == "nord"
        assert isinstance(app.screen, OfferScreen)
        await pilot.press("y")
        assert app.clipboard == 'theme = "nord"'


async def test_a_heading_is_gone_to_and_a_thing_is_opened(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await asked(pilot, app, "ba doi tac")
        await pilot.press("enter")
        screen = app.screen
        assert isinstance(screen, EventScreen)
        place = screen.panes["article"].standing_key
        assert screen.document.texts[place].words == "Ba văn bản, ba đối tác"
        await asked(pilot, app, "tat thang")
        await pilot.press("enter")
        assert isinstance(app.screen, CardScreen)
