"""Apps on archives, and what their screens show."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.idle import until_workers_are_done as ready
from tui import locale
from tui.app import KtcnApp
from tui.commands.files import sample_files
from tui.screens.archive import ArchiveScreen
from tui.screens.event import EventScreen
from tui.settings import Settings


def app_of(*paths: Path | str) -> KtcnApp:
    """Return an app on the archive of some paths, in Vietnamese."""
    locale.use("vi")
    return KtcnApp(tuple(map(str, paths)), Settings(language="vi"))


def sample() -> KtcnApp:
    """Return an app on the sample archive."""
    return app_of(*sample_files())


def archive(app: KtcnApp) -> ArchiveScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, ArchiveScreen)
    return screen


def document(app: KtcnApp) -> EventScreen:
    assert isinstance(app.screen, EventScreen)
    return app.screen


async def typed(pilot: Pilot[int], text: str) -> None:
    await pilot.press(*("space" if c == " " else c for c in text))
    await ready(pilot)


def names(app: KtcnApp) -> list[str]:
    """Return the names of the events that are listed."""
    screen = archive(app)
    return [each.row.name for each in screen.asker.answer.listed] if screen.asker.answer else []


def text_of(app: KtcnApp, name: str = "events") -> str:
    """Return what a list says."""
    view = archive(app).events if name == "events" else archive(app).facets
    return "\n".join(part.text for block in view.blocks for part in block.parts)


async def choose(pilot: Pilot[int], app: KtcnApp, name: str) -> None:
    """Go to a facet by the arrow keys."""
    await pilot.press("2")
    for _ in range(200):
        choice = archive(app).lists.choice
        block = archive(app).facets.blocks[archive(app).facets.cursor.block]
        if choice is not None and block.parts[0].text == name:
            return
        await pilot.press("down")
    raise AssertionError(f"no facet {name}")
