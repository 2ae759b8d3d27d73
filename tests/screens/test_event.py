"""The event screen, from keys to state."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot

from tests.opening import bundled_record
from tests.screens.conftest import MakeApp
from tui.app import KtcnApp
from tui.document.model import SECTIONS
from tui.record.model import Event, Record
from tui.screens.card import CardScreen
from tui.screens.event import EventScreen
from tui.screens.results import ResultsScreen
from tui.widgets.flow_lines import line_text
from tui.widgets.key_line import KeyLine

SIZES = pytest.mark.parametrize("size", [(160, 50), (120, 36), (80, 24), (60, 20), (20, 5)])


def event(app: KtcnApp) -> EventScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, EventScreen)
    return screen


async def typed(pilot: Pilot[int], text: str) -> None:
    await pilot.press(*("space" if c == " " else c for c in text))


def marked(app: KtcnApp) -> list[str]:
    """Return the marked texts of all panes, in reading order."""
    screen = event(app)
    return [screen.document.texts[h.text].words[h.start : h.end] for h in screen.hits]


def counts(app: KtcnApp) -> list[str]:
    return [str(pane._counted) for pane in event(app).panes]


@pytest.mark.parametrize(("key", "pane"), [("1", 0), ("2", 1), ("3", 2), ("4", 3)])
async def test_a_digit_goes_to_its_pane(make_app: MakeApp, key: str, pane: int) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", key)
        assert app.focused is event(app).panes[SECTIONS[pane]]
        assert event(app).active == SECTIONS[pane]


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_cursor_is_in_view_in_a_pane_that_is_come_back_to(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    """The article stayed where it had followed the selection of another pane."""
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("end", "2", "1")
        assert event(app).panes["article"].reading_place() is not None


async def test_tab_goes_round_the_panes(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        seen = []
        for _ in range(4):
            seen.append(event(app).active)
            await pilot.press("tab")
        assert tuple(seen) == SECTIONS
        assert event(app).active == "article"
        await pilot.press("shift+tab")
        assert event(app).active == "photos"


async def test_tab_goes_round_the_panes_where_one_is_in_view(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        seen = []
        for _ in range(4):
            seen.append(event(app).active)
            await pilot.press("tab")
        assert tuple(seen) == SECTIONS


async def test_what_the_cursor_is_on_is_marked_in_all_panes(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2")
        assert event(app).selection == "do-hoai-nam"
        assert "GS.TS Đỗ Hoài Nam" in marked(app)
        assert "mention" not in "".join(counts(app))
        assert counts(app)[1].startswith("1/13 · ")
        panes = {event(app).document.texts[hit.text].section for hit in event(app).hits}
        assert panes == {"article", "participants", "photos"}


async def test_brackets_walk_over_the_mentions_across_panes(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2")
        walked = []
        for _ in event(app).hits:
            await pilot.press("right_square_bracket")
            assert event(app).current is not None
            walked.append(event(app).walker.hit_number())
            assert event(app).selection == "do-hoai-nam"
        assert sorted(walked) == list(range(1, len(walked) + 1))
        before = event(app).current
        await pilot.press("left_square_bracket", "right_square_bracket")
        assert event(app).current == before


async def test_the_article_stops_at_names(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()  # the names are found when the article has been drawn
        seen = []
        for _ in range(4):
            seen.append(event(app).selection)
            await pilot.press("right")
        assert seen[0] == "so-khcn"
        assert "do-hoai-nam" in {event(app).selection, *seen}
        await pilot.press("left", "left", "left", "left", "left")
        assert event(app).selection == "so-khcn"


async def test_enter_opens_the_card_and_esc_closes_it(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "enter")
        assert isinstance(app.screen, CardScreen)
        await pilot.press("escape")
        assert event(app).is_current
        assert event(app).active == "agreements"


async def test_a_mention_chosen_in_a_card_is_gone_to(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "enter", "end", "enter")
        assert app.screen is event(app)
        assert event(app).current is not None
        assert event(app).selection == "do-hoai-nam"
        # The last one of all is who is in the photo, which the card lists as such.
        assert event(app).walker.hit_number() == len(event(app).hits) - 1


async def test_a_card_leads_on_to_other_cards(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "enter", "down", "enter")
        assert len(app.screen_stack) == 3
        await pilot.press("q", "q")
        assert app.screen is event(app)


async def test_z_gives_the_pane_the_screen_and_esc_takes_it_back(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4", "z")
        assert [p.section for p in event(app).panes if p.display and p.region] == ["photos"]
        assert event(app).panes["photos"].outer_size.width == 120
        await pilot.press("2")
        assert event(app).panes["participants"].outer_size.width == 120
        await pilot.press("escape")
        assert event(app).panes["participants"].outer_size.width == 60


async def test_y_copies_the_caption(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "down", "y")
        assert app.clipboard == bundled_record().photos[1].caption


async def test_y_copies_the_paragraph_of_the_article(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "y")
        assert app.clipboard == bundled_record().article.body[0].text


async def test_capital_y_copies_the_citation(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("Y")
        assert "18/01/2022" in app.clipboard
        assert "Hải Phòng" in app.clipboard


@pytest.mark.parametrize("keys", [["q"], ["ctrl+q"], ["3", "enter", "ctrl+q"], ["3", "q"]])
async def test_q_and_ctrl_q_quit(make_app: MakeApp, keys: list[str]) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
    assert app.return_code == 0


def without_spaces(text: str) -> str:
    """Return a text as it is in all layouts: in a narrow pane a long word takes several lines."""
    return "".join(text.split())


@SIZES
async def test_all_of_the_record_can_be_read_at_any_size(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        for name in SECTIONS:
            event(app).action_pane(name)
            await pilot.pause()
            pane = event(app).panes[name]
            assert pane.region.width > 0
            shown = "".join(line_text(pane.flow, ln) for ln in pane.flow.lines if ln.part >= 0)
            for index in event(app).document.ranges[name]:
                text = event(app).document.texts[index].words
                assert without_spaces(text) in without_spaces(shown)


@pytest.mark.parametrize("size", [(19, 20), (60, 4), (1, 1)])
async def test_a_terminal_that_is_too_small_says_so(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(language="en")
    async with app.run_test(size=size) as pilot:
        assert str(event(app).render()) == "The terminal is too small."
        assert not any(child.display for child in event(app).children)
        await pilot.resize_terminal(80, 24)
        assert not str(event(app).render())
        assert event(app).panes["article"].display


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_an_empty_record_says_what_is_not_there(make_app: MakeApp, language: str) -> None:
    today = date(2022, 1, 18)
    record = Record(format=1, event=Event(id="e", name="E", start_date=today))
    app = make_app(record, language=language)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "down", "2", "down", "enter", "3", "end", "4", "y", "n", "z", "z")
        for pane in event(app).panes:
            first = pane.blocks[0].parts[0].text
            assert first.endswith(".")
        assert app.screen is event(app)


async def test_a_click_on_a_tab_goes_to_its_pane(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("PaneTabs", offset=(16, 0))
        assert event(app).active == "participants"


async def test_tabs_come_when_the_terminal_becomes_narrow(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        assert event(app).tabs is None
        await pilot.press("2", "down")
        await pilot.resize_terminal(80, 24)
        tabs = event(app).tabs
        assert tabs is not None
        assert tabs.region.size == (80, 1)
        assert tabs.active == "participants"
        assert tabs.counts["participants"].startswith("2/")
        await pilot.resize_terminal(120, 36)
        assert not tabs.display


async def test_a_click_on_a_key_presses_it(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        line = str(event(app).keys.content)
        await pilot.click("KeyLine", offset=(line.index("z zoom") + 1, 0))
        assert event(app).zoomed


async def test_the_language_is_switched_where_the_reader_is(make_app: MakeApp) -> None:
    """Textual took a callback from the first screen, which has none: it ended the program."""
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "ctrl+p")
        await typed(pilot, "English")
        await pilot.press("enter")
        await pilot.pause()
        assert event(app).panes["agreements"].has_focus
        assert event(app).document.section("agreements").title == "Agreements"


def hints(app: KtcnApp) -> str:
    """Return the line of keys in view."""
    return app.screen.query_one(KeyLine).content.plain


async def test_the_list_of_hits_says_what_it_lists_and_where_enter_leads(make_app: MakeApp) -> None:
    """It offered cards and called mentions hits."""
    app = make_app(language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f3")
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.heading.endswith(" mentions")
        assert "go there" in hints(app)
        assert "card" not in hints(app)
        await pilot.press("escape", "slash", *"nam", "enter", "f3")
        assert isinstance(app.screen, ResultsScreen)
        assert app.screen.heading.endswith(" hits")


async def test_the_bar_of_a_filter_says_what_its_keys_do(make_app: MakeApp) -> None:
    """It spoke of a hit to stay on."""
    app = make_app(language="en")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "f", *"nam")
        assert "⏎ keep" in hints(app)
        assert "esc all items" in hints(app)
