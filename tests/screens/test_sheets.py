"""Cards and the help: what the mouse does, how tall they are, which keys they offer."""

from __future__ import annotations

from tests.screens.conftest import MakeApp
from tui.app import KtcnApp
from tui.screens.card import CardScreen
from tui.screens.event import EventScreen
from tui.screens.help import HelpScreen
from tui.widgets.key_line import KeyLine


def rows(app: KtcnApp) -> list[str]:
    """Return what the list of the sheet in view says, line by line."""
    assert isinstance(app.screen, CardScreen | HelpScreen)
    parts = [part for block in app.screen.items.blocks for part in block.parts]
    return [f"{part.prefix}{part.text}" for part in parts]


async def test_a_click_outside_a_card_closes_it_and_one_inside_does_not(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "enter")
        assert isinstance(app.screen, CardScreen)
        await pilot.click("#items", offset=(20, 2))
        assert isinstance(app.screen, CardScreen)
        await pilot.click(offset=(2, 2))
        assert isinstance(app.screen, EventScreen)


async def test_the_hints_of_a_card_can_be_clicked(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "enter")
        line = app.screen.query_one(KeyLine)
        await pilot.click("KeyLine", offset=(line.content.plain.index("esc") + 1, 0))
        assert isinstance(app.screen, EventScreen)


async def test_a_card_is_as_tall_as_what_it_says(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("4", "enter")
        assert isinstance(app.screen, CardScreen)
        items = app.screen.items
        assert items.size.height == len(items.flow.lines)
        assert app.screen.query_one("#sheet").size.height < 20


async def test_a_card_does_not_list_its_own_name_as_a_mention(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("2", "enter")
        said = rows(app)
        mentions = said[said.index("Được nhắc trong: Bài viết") :]
        assert mentions
        assert not any("Thành phần" in row for row in mentions)


async def test_a_card_lists_as_mentions_only_what_is_read(make_app: MakeApp) -> None:
    """What the file ties to an organisation stood there again, as lines of its name alone."""
    app = make_app()
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("enter")
        said = rows(app)
        assert "Thỏa thuận" in said
        assert "Được nhắc trong: Thỏa thuận" not in said
        captions = said[said.index("Được nhắc trong: Chú thích ảnh") + 1 :]
        assert len(captions) == 4
        assert all("Lãnh đạo" in row or "Ảnh lưu niệm" in row or "…" in row for row in captions)


async def test_the_help_has_a_legend_and_no_key_that_does_nothing_there(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        said = "\n".join(rows(app))
        for sign in ("●  in force", "○  expired", "▣  a photo"):
            assert sign in said
        assert "To the next hit" not in said  # nothing is searched for
        assert "Give the pane the whole screen" not in said  # it has it already
        assert "Open the next event" not in said
        assert "dossier" not in said  # there is no archive


async def test_z_is_not_offered_where_it_does_nothing(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "zoom" not in app.screen.query_one(KeyLine).content.plain
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert "z zoom" in app.screen.query_one(KeyLine).content.plain


async def test_a_photo_lights_who_is_in_it_and_an_agreement_its_parties(make_app: MakeApp) -> None:
    """With a photo selected nobody was lit, and "0 mentions" was said."""
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = app.screen
        assert isinstance(screen, EventScreen)
        texts = screen.document.texts

        def lit() -> set[str]:
            return {texts[hit.text].words[hit.start : hit.end] for hit in screen.hits}

        await pilot.press("4")
        assert "GS.TS Đỗ Hoài Nam" in lit()
        await pilot.press("3")
        assert {"Viện Kinh tế Việt Nam", "Sở Khoa học và Công nghệ Hải Phòng"} <= lit()
