"""Searching on the event screen, from keys to state."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.screens.conftest import MakeApp
from tui.app import KtcnApp
from tui.document.model import SECTIONS
from tui.screens.event import EventScreen
from tui.widgets.search_bar import SearchBar


def event(app: KtcnApp) -> EventScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, EventScreen)
    return screen


async def search(pilot: Pilot[int], text: str) -> None:
    await pilot.press("slash")
    await pilot.press(*("space" if c == " " else c for c in text))
    await pilot.pause()


def answer(app: KtcnApp) -> str:
    bar = event(app).search_control.bar
    assert bar is not None
    return str(bar.answer)


def current_text(app: KtcnApp) -> str:
    screen = event(app)
    assert screen.current is not None
    key, start, end = screen.current
    return screen.document.texts[key].words[start:end]


@pytest.mark.parametrize("query", ["do hoai nam", "đỗ hoài nam", "Đỗ Hoài Nam", "đô hoai"])
async def test_hits_show_in_all_panes_while_typing(make_app: MakeApp, query: str) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, query)
        screen = event(app)
        assert screen.searching
        panes = {screen.document.texts[hit.text].section for hit in screen.hits}
        assert panes == {"article", "participants", "photos"}
        assert answer(app) == f"1/{len(screen.hits)}"


async def test_enter_stays_on_the_hit(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "bui tat thang")
        await pilot.press("enter")
        assert app.focused is event(app).panes["article"]
        assert current_text(app) == "Bùi Tất Thắng"
        assert event(app).selection == "bui-tat-thang"


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_esc_gives_the_old_place_back(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "down", "down")
        pane = event(app).panes["agreements"]
        place = (pane.cursor, pane.scroll_offset, event(app).selection)
        await search(pilot, "tran quang")
        assert event(app).active == "article"
        await pilot.press("escape")
        assert app.focused is pane
        assert (pane.cursor, pane.scroll_offset, event(app).selection) == place
        assert not event(app).searching


async def test_n_and_capital_n_walk_over_hits_across_panes_and_say_when_they_wrap(
    make_app: MakeApp,
) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "vien kinh te")
        await pilot.press("enter")
        total = len(event(app).hits)
        numbers, panes = [event(app).walker.hit_number()], [event(app).active]
        for _ in range(total - 1):
            await pilot.press("n")
            numbers.append(event(app).walker.hit_number())
            panes.append(event(app).active)
        assert numbers == list(range(1, total + 1))
        assert sorted(set(panes), key=SECTIONS.index) == list(SECTIONS)
        assert answer(app) == f"{total}/{total}"
        await pilot.press("n")
        assert event(app).walker.hit_number() == 1
        assert "on from the top" in str(event(app).keys.content)
        await pilot.press("N")
        assert event(app).walker.hit_number() == total


async def test_enter_with_nothing_found_keeps_the_words_in_the_bar(make_app: MakeApp) -> None:
    """The bar closed without a word: a reader who typed ahead did not learn why."""
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "quoc khanh")
        await pilot.press("enter")
        bar = event(app).search_control.bar
        assert bar is not None
        assert bar.line.has_focus
        assert bar.line.value == "quoc khanh"
        assert answer(app)
        assert not app.screen.active_bindings["enter"].enabled
        await pilot.press("escape")
        assert not event(app).searching


async def test_words_typed_ahead_of_an_enter_that_stays_on_nothing_are_kept(
    make_app: MakeApp,
) -> None:
    """The Enter came back when no one had taken it, and ended the search that had begun since."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, "quoc khanh")
        for key in ("enter", "escape", "slash", *"khoa"):
            app.simulate_key(key)
        await pilot.pause()
        bar = event(app).search_control.bar
        assert bar is not None
        assert bar.line.has_focus
        assert bar.line.value == "khoa"


async def test_esc_after_enter_ends_the_search_and_stays(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "photo")
        await pilot.press("escape")
        await search(pilot, "bo chinh tri")
        await pilot.press("enter", "n")
        active = event(app).active
        pane = event(app).panes[active]
        place = pane.cursor
        await pilot.press("escape")
        assert not event(app).searching
        assert app.focused is pane
        assert pane.cursor == place


async def test_nothing_found_is_a_sentence_and_leaves_the_cursor(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "down")
        pane = event(app).panes["participants"]
        place = (pane.cursor, pane.item, event(app).selection)
        assert pane.item
        await search(pilot, "xyz")
        assert answer(app).startswith("Nothing found")
        assert event(app).active == "participants"
        await pilot.press("escape")
        assert not event(app).searching
        assert (pane.cursor, pane.item, event(app).selection) == place


async def test_telex_is_said_and_esc_refuses_it(make_app: MakeApp) -> None:
    app = make_app(language="vi")
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "ddoox hoaif nam")
        assert "đỗ hoài nam" in answer(app)
        assert event(app).hits
        await pilot.press("escape")
        assert event(app).searching
        assert not event(app).hits
        await pilot.press("escape")
        assert not event(app).searching


async def test_why_a_hit_is_not_literal_is_said(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "khoa hoc va cong nghe")
        while "=" not in answer(app):
            await pilot.press("enter", "n")
            assert event(app).walker.hit_number() > 1, "no hit by the abbreviation"
        assert "KH&CN" in answer(app)


async def test_earlier_queries_come_back_with_the_arrow(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        for query in ("nghi quyet", "hai phong"):
            await search(pilot, query)
            await pilot.press("enter", "escape")
        await pilot.press("slash", "up", "up")
        bar = event(app).search_control.bar
        assert bar is not None
        assert bar.line.value == "nghi quyet"
        assert event(app).hits


@pytest.mark.parametrize("query", [" ", '"', '""', "((", "\\", "[/x]", ".", "中文", "…"])
async def test_any_string_is_a_query(make_app: MakeApp, query: str) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash")
        bar = event(app).search_control.bar
        assert bar is not None
        bar.line.value = query
        await pilot.pause()
        await pilot.press("enter", "n", "N", "escape", "escape")
        assert not event(app).searching


async def test_the_marks_of_the_selection_are_back_after_a_search(make_app: MakeApp) -> None:
    """The line that was emptied was searched for as well, and nothing was marked any more."""
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2")
        before = event(app).hits
        await search(pilot, "khoa")
        assert event(app).hits != before
        await pilot.press("escape")
        await pilot.pause()
        assert event(app).hits == before != ()
        assert answer(app) == ""


async def test_words_that_come_when_the_bar_has_closed_search_for_nothing(
    make_app: MakeApp,
) -> None:
    """The monkey typed while the bar closed, and the search began anew without a bar."""
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await search(pilot, "khoa")
        bar = event(app).search_control.bar
        assert bar is not None
        await pilot.press("escape")
        bar.post_message(SearchBar.Asked("khoa h", bar))
        await pilot.pause()
        assert not event(app).searching
        assert not event(app).search_control.session.query


async def test_a_search_on_a_screen_that_another_has_replaced_opens_nothing(
    make_app: MakeApp,
) -> None:
    """The key had been pressed when the language was switched: MountError ended the program."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        before = event(app)
        app.use_language("en")
        await pilot.pause()
        await pilot.pause()
        await before.action_search()
        assert before.search_control.bar is None
        await pilot.press("slash", "a")
        assert event(app) is not before
        assert event(app).searching
