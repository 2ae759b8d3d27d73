"""An open archive notices what becomes of its files, and leaves the reader where they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.archive.events import event, write
from tests.idle import until_workers_are_done as ready
from tests.screens.archives import app_of, archive, document, names, typed
from tui.app import KtcnApp


@pytest.fixture
def thirty(folder: Path) -> Path:
    """An archive of thirty events, one a day."""
    return write(folder, {f"{n:02}.toml": event(f"e{n}", f"2024-01-{n:02}") for n in range(1, 31)})


async def look(pilot: Pilot[int], app: KtcnApp) -> None:
    """Look as is done once a second."""
    archive(app).keeper.watch()
    await ready(pilot)


def row(app: KtcnApp) -> int:
    """Return the row of the view that the cursor is in."""
    events = archive(app).events
    return events.cursor_lines().start - events.scroll_offset.y


async def test_a_file_written_in_place_is_noticed(thirty: Path) -> None:
    """Only files that came, went or were renamed were."""
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("down", "down")
        inode = (thirty / "29.toml").stat().st_ino
        write(thirty, {"29.toml": event("e29", "2024-01-29", name="Tên mới")})
        assert (thirty / "29.toml").stat().st_ino == inode
        await look(pilot, app)
        assert names(app)[1] == "Tên mới"
        assert "1 tệp mới hoặc vừa sửa" in archive(app).status
        assert archive(app).events.item == "2"


async def test_the_cursor_stays_in_its_row_when_events_come_above_it(thirty: Path) -> None:
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press(*["down"] * 12)
        line, before = archive(app).lists.listed, row(app)
        write(thirty, {f"x{n}.toml": event(f"x{n}", f"2024-02-0{n}") for n in range(1, 6)})
        await look(pilot, app)
        assert len(names(app)) == 35
        assert archive(app).lists.listed == line
        assert row(app) == before


async def test_the_next_event_takes_the_place_of_one_that_has_gone(thirty: Path) -> None:
    """The cursor went to the first event of the list."""
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press(*["down"] * 12)
        (thirty / "18.toml").unlink()
        await look(pilot, app)
        assert len(names(app)) == 29
        assert archive(app).events.item == "12"
        assert "1 tệp không còn" in archive(app).status


async def test_a_file_renamed_stays_one_event(thirty: Path) -> None:
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        (thirty / "18.toml").rename(thirty / "khác.toml")
        await look(pilot, app)
        paths = [each.row.path for each in archive(app).asker.answer.listed]  # type: ignore[union-attr]
        assert len(paths) == 30
        assert os.fsencode(thirty / "khác.toml") in paths


async def test_the_cursor_stays_under_a_query_too(thirty: Path) -> None:
    """The list began anew with as many events as are in view, so the cursor went to the first."""
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "le ky")
        await pilot.press("enter", *["down"] * 25)
        line = archive(app).lists.listed
        assert line is not None
        write(thirty, {"31.toml": event("e31", "2024-01-31")})
        await look(pilot, app)
        assert len(names(app)) == 31
        assert archive(app).lists.listed == line


async def test_a_change_is_said_over_an_event_that_is_read(thirty: Path) -> None:
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await ready(pilot)
        write(thirty, {"31.toml": event("e31", "2024-01-31")})
        await look(pilot, app)
        assert "1 tệp mới hoặc vừa sửa" in str(document(app).keys.content)
        await pilot.press("escape")
        assert archive(app).events.item == "1"


async def test_an_event_that_is_read_is_read_again_when_its_file_is_written(thirty: Path) -> None:
    """The change was told, but not shown, and ``D`` found nobody."""
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("end", "up", "enter")
        await ready(pilot)
        written = event("e2", "2024-01-02", name="Tên mới", bodies=["Hội Sử học Huế"])
        write(thirty, {"02.toml": written})
        await look(pilot, app)
        await ready(pilot)
        assert document(app).document.title == "Tên mới"
        await pilot.press("2")
        await ready(pilot)
        await pilot.press("D")
        await ready(pilot)
        assert document(app).document.title == "Hội Sử học Huế"


async def test_an_event_stays_to_be_read_when_its_file_has_gone(thirty: Path) -> None:
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await ready(pilot)
        title = document(app).document.title
        (thirty / "30.toml").unlink()
        await look(pilot, app)
        await ready(pilot)
        assert document(app).document.title == title
        assert "30.toml" in str(app.screen.query_one("MistakeLine").render())


async def test_an_index_that_was_taken_away_is_built_anew(thirty: Path) -> None:
    app = app_of(thirty)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        index = archive(app).keeper.opened.index  # type: ignore[union-attr]
        assert index is not None
        index.unlink()
        await look(pilot, app)
        assert index.exists()
        assert len(names(app)) == 30
