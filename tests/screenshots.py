"""``python -m tests.screenshots``: make the pictures in docs/screenshots/ afresh, as SVG.

They name fonts that are installed where they are looked at, and fetch nothing.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from typing import NamedTuple

from tests.house.tree import ROOT
from tests.idle import until_workers_are_done
from tui import locale
from tui.app import KtcnApp
from tui.commands.files import opened, sample_files
from tui.settings import Settings

FOLDER = ROOT / "docs" / "screenshots"
FONTS = "'Noto Sans Mono', 'JetBrains Mono', 'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace"
"""Monospaced faces that have all letters of Vietnamese."""


class Shot(NamedTuple):
    """A picture: what is pressed on the bundled event at which size."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    language: str = "vi"
    theme: str = ""
    archive: bool = False
    """Whether it is of the sample archive, not of the bundled event."""


SEARCH = ("slash", *"do", "space", *"hoai", "space", *"nam")
SEARCH_ALL = ("slash", *"chuyen", "space", *"doi", "space", *"so")
SHOTS = (
    Shot("event-120", (120, 36), ("2",)),
    Shot("event-80", (80, 24)),
    Shot("event-light-en", (120, 36), ("3",), "en", "textual-light"),
    Shot("search", (120, 36), SEARCH),
    Shot("card", (120, 36), ("2", "enter")),
    Shot("timeline", (120, 36), ("A", "T"), archive=True),
    Shot("palette", (120, 36), ("ctrl+p", *"vien")),
    Shot("help", (120, 36), ("question_mark",)),
    Shot("archive", (120, 36), archive=True),
    Shot("archive-search", (120, 36), SEARCH_ALL, archive=True),
    Shot(
        "dossier",
        (120, 36),
        ("tab", "right_curly_bracket", "down", "enter"),
        archive=True,
    ),
    Shot("register", (120, 36), ("A",), archive=True),
)


async def picture(shot: Shot) -> str:
    """Return a picture as SVG."""
    record, _name = opened(None)
    locale.use(shot.language)
    settings = Settings(language=shot.language, theme=shot.theme or "textual-dark")
    app = KtcnApp(sample_files() if shot.archive else record, settings)
    async with app.run_test(size=shot.size) as pilot:
        await until_workers_are_done(pilot)
        for key in shot.keys:
            await pilot.press(key)
            await until_workers_are_done(pilot)
        return legible(app.export_screenshot(title="ktcn-tui"))


def legible(svg: str) -> str:
    """Return an SVG of Textual's that fetches no font, asks for :data:`FONTS` and cuts no letter.

    Textual clips every line to its cells; the marks of capitals such as Ế stand a little above.
    """
    svg = re.sub(r"\s*@font-face \{[^}]*\}", "", svg)
    svg = re.sub(r'\s*<clipPath id="[\w-]+-line-\d+">.*?</clipPath>', "", svg, flags=re.DOTALL)
    svg = re.sub(r' clip-path="url\(#[\w-]+\)"', "", svg)
    svg = svg.replace("font-variant-east-asian: full-width;", "")
    svg = re.sub(r"font-family: [^;]*;", f"font-family: {FONTS};", svg)
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def main() -> None:
    """Make all pictures, or those that are named on the command line."""
    FOLDER.mkdir(exist_ok=True)
    os.environ["KTCN_TODAY"] = "2024-06-30"  # the same states of agreements on any day
    for shot in SHOTS:
        if len(sys.argv) == 1 or shot.name in sys.argv[1:]:
            (FOLDER / f"{shot.name}.svg").write_text(asyncio.run(picture(shot)), "utf-8")


if __name__ == "__main__":
    main()
