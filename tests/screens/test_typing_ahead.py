"""Keys that come before the app has acted on the one before them do what they do one by one."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from tests.idle import until_workers_are_done
from tests.reliability import case
from tests.screens.conftest import MakeApp

NAMES = {
    " ": "space",
    "/": "slash",
    "?": "question_mark",
    "⏎": "enter",
    "⎋": "escape",
    "⌕": "ctrl+p",
}


def key(sign: str) -> events.Key:
    """Return the key that is written as ``sign``."""
    return events.Key(NAMES.get(sign, sign), None if sign in "⏎⎋⌕" else sign)


def rows(pilot: Pilot[int]) -> list[str]:
    """Return the rows of the screen."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


@case("Input: keys that come in one read do what they do one by one")
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("/khoa hoc⏎nn", "3/"),  # nn went into the bar
        ("/khoa⏎⎋/do hoai", "/do hoai"),  # the words went to the pane, as keys
        ("/khoa⎋/do hoai", "/do hoai"),
        ("/quoc khanh⏎⎋/khoa hoc", "/khoa hoc"),  # the first Enter ended the second search
        ("/do hoai⏎⏎", "Người: GS.TS Đỗ Hoài Nam"),
        ("2jj", "3/13"),  # jj moved the cursor of the article
        ("?⎋2j", "2/13"),
        ("⏎⎋2j", "2/13"),
        ("⌕tat thang⏎", "Người: PGS.TS Bùi Tất Thắng"),
    ],
)
async def test_keys_that_come_at_once_do_what_they_do_one_by_one(
    keys: str, shown: str, make_app: MakeApp
) -> None:
    seen = []
    for at_once in (True, False):
        async with make_app().run_test(size=(120, 36)) as pilot:
            for sign in keys:
                pilot.app.post_message(key(sign))
                if not at_once:
                    await pilot.pause()
            await until_workers_are_done(pilot)
            seen.append(rows(pilot))
    together, apart = seen
    assert shown in "\n".join(together)
    assert where(together) == where(apart)


def where(rows: list[str]) -> tuple[str, list[str]]:
    """Return where the reader is: the line of keys or of the search, and the line with the cursor.

    Panes that follow may be scrolled to other lines of the same: it depends on the words searched
    for on the way, and those typed in one go are searched for at once.
    """
    return rows[-1], [row[row.index("▌") :][:40] for row in rows if "▌" in row]


async def test_an_enter_that_comes_with_the_digit_of_a_pane_opens_its_card(
    make_app: MakeApp,
) -> None:
    """Under tabs the pane had just come into view, with nothing laid out that could be chosen."""
    async with make_app().run_test(size=(80, 24)) as pilot:
        for sign in "4⏎":
            pilot.app.post_message(key(sign))
        await until_workers_are_done(pilot)
        assert "Ảnh: GS.TS Đỗ Hoài Nam" in "\n".join(rows(pilot))
