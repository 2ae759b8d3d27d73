"""The photo on its card, and on the whole screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from textual.pilot import Pilot

from tests.export.pictures import hostile
from tests.opening import bundled_record, open_app
from tests.reliability import case
from tui.app import KtcnApp
from tui.record.model import Photo
from tui.screens.card import CardScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.screens.photo import PhotoScreen
from tui.widgets.flow_lines import GUTTER
from tui.widgets.picture import PictureView

HALF = "▀"


def app_with_photo(folder: Path, name: str = "a.png") -> KtcnApp:
    """Return an app on the bundled event, whose first photo has a file in the folder."""
    record = bundled_record()
    first, *others = record.photos
    photos = (replace(first, file=name), *others)
    return open_app(replace(record, photos=photos), path=folder / "event.toml")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Return a folder with a photo in it, red on the left and blue on the right."""
    image = Image.new("RGB", (600, 400), "red")
    image.paste("blue", (300, 0, 600, 400))
    image.save(tmp_path / "a.png")
    return tmp_path


async def drawn(pilot: Pilot[int]) -> list[str]:
    """Return the rows of the topmost screen once its photo has been drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen
    view = screen.query_one(PictureView) if isinstance(screen, PhotoScreen) else None
    shown = view or screen.query_one("#items")
    return [shown.render_line(y).text for y in range(shown.size.height)]


@pytest.mark.parametrize("size", [(160, 50), (120, 36), (80, 24), (60, 20), (40, 10)])
async def test_a_card_shows_the_photo_under_its_caption(photo: Path, size: tuple[int, int]) -> None:
    app = app_with_photo(photo)
    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "enter")
        rows = await drawn(pilot)
        found = [row for row in rows if HALF in row]
        assert isinstance(app.screen, CardScreen)
        assert HALF not in rows[0]
        assert 1 <= len(found) <= max(4, size[1] // 2)
        width = found[0].count(HALF)
        assert width <= app.screen.columns - GUTTER
        if size[1] >= 20:
            assert width == pytest.approx(3 * len(found), abs=2)  # 3 : 2 of pixels


async def test_its_colours_are_those_of_the_pixels(photo: Path) -> None:
    app = app_with_photo(photo)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter")
        rows = await drawn(pilot)
        y = next(y for y, row in enumerate(rows) if HALF in row)
        strip = app.screen.query_one("#items").render_line(y)
        colours = [each.style for each in strip if HALF in each.text]
        first, last = colours[0], colours[-1]
        assert first is not None
        assert last is not None
        assert first.color is not None
        assert last.bgcolor is not None
        assert first.color.triplet == (255, 0, 0)
        assert last.bgcolor.triplet == (0, 0, 255)


async def test_z_gives_the_photo_the_whole_screen_and_esc_puts_it_back(photo: Path) -> None:
    app = app_with_photo(photo)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter")
        await drawn(pilot)
        for back in ("escape", "q", "z"):
            await pilot.press("z")
            assert isinstance(app.screen, PhotoScreen)
            rows = await drawn(pilot)
            assert len([row for row in rows if HALF in row]) == 23
            assert max(row.count(HALF) for row in rows) == pytest.approx(69, abs=1)
            await pilot.press(back)
            assert isinstance(app.screen, CardScreen)
        await pilot.press("escape")
        assert len(app.screen_stack) == 1


async def test_help_and_palette_open_over_the_whole_screen(photo: Path) -> None:
    app = app_with_photo(photo)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter")
        await drawn(pilot)
        await pilot.press("z")
        for key, screen in (("question_mark", HelpScreen), ("ctrl+p", PaletteScreen)):
            await pilot.press(key)
            assert isinstance(app.screen, screen)
            await pilot.press("escape")
            assert isinstance(app.screen, PhotoScreen)


async def test_the_photo_is_drawn_anew_when_the_terminal_changes_its_size(photo: Path) -> None:
    app = app_with_photo(photo)
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("4", "enter", "z")
        await drawn(pilot)
        await pilot.resize_terminal(40, 12)
        rows = await drawn(pilot)
        assert max(row.count(HALF) for row in rows) == pytest.approx(33, abs=1)


async def test_z_does_nothing_on_a_card_without_a_photo(photo: Path) -> None:
    app = app_with_photo(photo)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "enter", "z")
        assert isinstance(app.screen, CardScreen)
        assert not app.screen.check_action("zoom", ())


async def said(app: KtcnApp) -> str:
    """Return what the card of the first photo says."""
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4", "enter")
        rows = await drawn(pilot)
        assert isinstance(app.screen, CardScreen)
        assert not app.screen.check_action("zoom", ())
        return " ".join(" ".join(rows).split())


@pytest.mark.parametrize("colours", [None, "standard"])
async def test_where_there_are_few_colours_a_sentence_says_so(
    photo: Path, colours: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_with_photo(photo)
    monkeypatch.setattr(type(app.console), "color_system", colours)
    assert "256 màu" in await said(app)


async def test_without_colours_a_sentence_says_so(
    photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "256 màu" in await said(app_with_photo(photo))


async def test_without_the_extra_a_sentence_says_what_to_install(
    photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    for name in ("images", "half_blocks"):
        monkeypatch.delitem(sys.modules, f"tui.export.{name}", raising=False)
    assert "pip install 'ktcn-tui[photos]'" in await said(app_with_photo(photo))


@pytest.mark.parametrize("name", ["no.png", "../a.png"])
async def test_a_file_that_cannot_be_shown_is_told_of(photo: Path, name: str) -> None:
    (photo / "below").mkdir()
    assert "không hiện được" in await said(app_with_photo(photo / "below", name))


@case("Hostile pictures: on a card")
async def test_a_hostile_picture_leaves_its_caption(tmp_path: Path) -> None:
    photos = []
    for number, (name, data) in enumerate(hostile().items()):
        (tmp_path / f"{number}.png").write_bytes(data)
        photos.append(Photo(id=f"p{number}", file=f"{number}.png", caption=name))
    bundled = bundled_record()
    record = replace(bundled, photos=tuple(photos), article=replace(bundled.article, body=()))
    app = open_app(record, path=tmp_path / "event.toml")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4")
        for photo in photos:
            await pilot.press("enter")
            said = " ".join(" ".join(await drawn(pilot)).split())
            assert photo.caption in said
            assert "không hiện được" in said, photo.caption
            await pilot.press("escape", "down")


async def test_what_is_copied_of_the_card_is_the_records_own(photo: Path) -> None:
    app = app_with_photo(photo)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4", "enter")
        await drawn(pilot)
        await pilot.press("y")
        assert HALF not in app.clipboard
        assert bundled_record().photos[0].caption in app.clipboard
