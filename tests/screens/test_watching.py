"""The screen follows its file, keeps the reader's place, and tells a mistake while there is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.cli.program import EVENT
from tests.idle import until_workers_are_done as ready
from tests.opening import bundled_record
from tests.screens.test_event import event, typed
from tui import locale
from tui.app import KtcnApp
from tui.record.bundled import bundled
from tui.record.event_file import FROM_STANDARD_INPUT, EventFile, file_state
from tui.record.loading import load
from tui.screens import watching
from tui.screens.card import CardScreen
from tui.settings import Settings
from tui.widgets.key_line import KeyLine
from tui.widgets.mistake_line import MistakeLine
from tui.widgets.text_line import TextLine

TEXT = bundled().read_text("utf-8")


@pytest.fixture(autouse=True)
def looks_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """No look comes by itself: a test looks when it wants to."""
    monkeypatch.setattr(watching, "LOOKED_EVERY", 3600)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The bundled event as a file of the reader's."""
    path = tmp_path / "event.toml"
    path.write_text(TEXT, "utf-8")
    return path


def app_on(path: Path, language: str = "en") -> KtcnApp:
    """Return an app that follows a file."""
    locale.use(language)
    state = file_state(str(path))
    file = EventFile(str(path), state=state, is_followed=True)
    return KtcnApp(load(path), Settings(language=language), file)


async def look(pilot: Pilot[int], times: int = 2) -> None:
    """Look at the file, as the timer does; two looks find it settled."""
    assert isinstance(pilot.app, KtcnApp)
    for _ in range(times):
        event(pilot.app).watching.look()
        await ready(pilot)


def mistake(app: KtcnApp) -> str:
    """Return the mistake that stands on the screen."""
    lines = event(app).query(MistakeLine)
    return "".join(str(line.content) for line in lines if line.display)


def said(app: KtcnApp) -> str:
    return str(app.screen.query_one(KeyLine).content)


def header(app: KtcnApp) -> str:
    return str(event(app).query_one("#header", TextLine).content)


async def test_a_file_that_is_written_anew_is_shown_anew(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        file.write_text(TEXT.replace("Lễ ký kết", "Buổi ký kết", 1), "utf-8")
        await look(pilot)
        assert header(app).startswith("Buổi ký kết")
        assert app.window_title.startswith("Buổi ký kết")


async def test_a_file_that_another_is_put_in_place_of_is_shown_anew(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        other = file.with_suffix(".new")
        other.write_text(TEXT.replace("Lễ ký kết", "Buổi ký kết", 1), "utf-8")
        other.replace(file)
        await look(pilot)
        assert header(app).startswith("Buổi ký kết")


async def test_a_file_that_is_still_written_is_not_read_yet(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        new = TEXT.replace("Lễ ký kết", "Buổi ký kết", 1)
        for end in (0, 100, 2_000, len(new) - 5):
            file.write_text(new[:end], "utf-8")
            await look(pilot, 1)
            assert (mistake(app), header(app)[:9]) == ("", "Lễ ký kết")
        file.write_text(new, "utf-8")
        await look(pilot)
        assert header(app).startswith("Buổi ký kết")


async def test_a_broken_file_is_told_with_its_line_and_the_old_event_stays(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "down", "down")
        before = event(app).panes["participants"].item
        broken = TEXT.replace("[[people]]", "[[people", 1)
        file.write_text(broken, "utf-8")
        await look(pilot)
        line = broken[: broken.index("[[people\n")].count("\n") + 1
        assert mistake(app) == f"event.toml:{line}:1: This header is not closed. Write [[people]]."
        assert event(app).panes["participants"].item == before
        await pilot.press("down")  # it can still be read
        assert event(app).panes["participants"].item != before
        assert mistake(app)
        file.write_text(TEXT, "utf-8")
        await look(pilot)
        assert mistake(app) == ""


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (40, 10), (20, 5)])
async def test_a_mistake_is_seen_at_every_size(file: Path, size: tuple[int, int]) -> None:
    app = app_on(file)
    async with app.run_test(size=size) as pilot:
        file.write_text("format = 1\n[event\n", "utf-8")
        await look(pilot)
        line = event(app).query_one(MistakeLine)
        assert line.region.height == 1
        assert app.screen.region.contains_region(line.region)
        assert not line.region.overlaps(event(app).keys.region)
        await pilot.press("/")
        bar = event(app).search_control.bar
        assert bar is not None
        assert not line.region.overlaps(bar.region)


async def test_how_many_more_mistakes_there_are_is_told(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(160, 36)) as pilot:
        file.write_text(TEXT.replace("[[people]]", "[[people"), "utf-8")
        await look(pilot)
        assert mistake(app).endswith("more mistakes)")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\0" * 100, b"[" * 5000, b"x = 1"])
async def test_no_content_ends_the_program(file: Path, content: bytes) -> None:
    app = app_on(file)
    async with app.run_test(size=(80, 24)) as pilot:
        file.write_bytes(content)
        await look(pilot)
        assert mistake(app).startswith("event.toml")
        assert header(app).startswith("Lễ ký kết")


async def test_a_file_that_is_gone_is_told_until_it_is_back(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        file.unlink()
        await look(pilot)
        assert mistake(app) == "event.toml is gone; what was read last is shown."
        file.mkdir()
        await look(pilot)
        assert "This is a folder, not a file." in mistake(app)
        file.rmdir()
        file.write_text(TEXT, "utf-8")
        await look(pilot)
        assert mistake(app) == ""


async def test_the_reader_stays_on_the_paragraph_when_one_is_put_in_above(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "right", "right")
        screen = event(app)
        pane = screen.panes["article"]
        words = screen.document.texts[pane.standing_key].words
        row = pane.cursor_lines().start - pane.scroll_offset.y
        block = '[[article.body]]\ntext = "Một đoạn mới."\n\n'
        at = TEXT.index("[[article.body]]")
        file.write_text(TEXT[:at] + block * 3 + TEXT[at:], "utf-8")
        offset = pane.cursor.offset
        await look(pilot)
        assert screen.document.texts[pane.standing_key].words == words
        assert pane.cursor.offset == offset
        assert pane.cursor_lines().start - pane.scroll_offset.y == row


async def test_the_reader_stays_on_the_person_and_in_the_pane(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "down")
        before = event(app).selection
        people = TEXT.replace(
            "[[people]]",
            '[[people]]\nid = "moi"\nname = "An An"\nroles = ["guest"]\n\n[[people]]',
            1,
        )
        file.write_text(people, "utf-8")
        await look(pilot)
        assert (event(app).active, event(app).selection) == ("participants", before)
        assert event(app).panes["participants"].item == before
        assert event(app).hits


async def test_a_person_that_is_gone_leaves_the_cursor_near_by(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4", "end", "2", "end")
        file.write_text(EVENT, "utf-8")
        await look(pilot)
        screen = event(app)
        assert screen.panes["participants"].item in screen.document.things
        assert screen.selection == screen.panes["participants"].item
        assert screen.panes["photos"].item == ""
        for key in ("4", "down", "enter", "1", "end", "right", "enter"):
            await pilot.press(key)


async def test_the_search_and_its_hit_stay(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/")
        await typed(pilot, "hop tac")
        await pilot.press("enter", "n", "n")
        screen = event(app)
        assert screen.current is not None
        hits, at = len(screen.hits), screen.walker.hit_number()
        text = TEXT + '\n[[notes]]\nabout = "le-ky"\ntext = "Hợp tác."\n'
        text = text.replace('"le-ky"', f'"{bundled_record().event.id}"')
        file.write_text(text, "utf-8")
        await look(pilot)
        assert len(screen.hits) > hits
        assert screen.walker.hit_number() == at
        assert screen.searching
        await pilot.press("escape")
        assert not screen.searching


async def test_words_that_are_being_typed_stay_in_the_bar(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/")
        await typed(pilot, "hop t")
        file.write_text(TEXT.replace("Lễ ký kết", "Buổi ký kết", 1), "utf-8")
        await look(pilot)
        await typed(pilot, "ac")
        bar = event(app).search_control.bar
        assert bar is not None
        assert bar.line.value == "hop tac"
        assert app.focused is bar.line
        assert event(app).hits
        await pilot.press("escape")
        assert event(app).panes["article"].has_focus


async def test_a_filter_is_asked_again(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "f")
        await typed(pilot, "tuan")
        await pilot.press("enter")
        pane = event(app).panes["participants"]
        assert pane.form.only
        before = len(pane.form.only)
        person = '[[people]]\nid = "moi"\nname = "Lê Văn Tuân"\nroles = ["guest"]\n\n[[people]]'
        file.write_text(TEXT.replace("[[people]]", person, 1), "utf-8")
        await look(pilot)
        assert len(pane.form.only) == before + 1
        await pilot.press("escape")
        assert pane.form.only is None


async def test_what_lies_over_the_screen_is_left_alone(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "enter")
        assert isinstance(app.screen, CardScreen)
        file.write_text(TEXT.replace("Lễ ký kết", "Buổi ký kết", 1), "utf-8")
        await look(pilot)
        assert header(app).startswith("Lễ ký kết")
        while app.screen.items.item[:7] != "mention":
            await pilot.press("down")
        await pilot.press("enter")  # a mention in the document that the card is of
        await pilot.pause()
        assert header(app).startswith("Buổi ký kết")
        assert event(app).walker.jumps.behind
        assert event(app).current in {(h.text, h.start, h.end) for h in event(app).hits}


async def test_nothing_is_drawn_anew_when_the_event_is_the_same(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        document = event(app).document
        file.write_text(f"# a remark\n{TEXT}", "utf-8")
        await look(pilot)
        assert event(app).document is document


async def test_an_answer_that_is_stale_is_dropped(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = event(app)
        file.write_text(TEXT.replace("Lễ ký kết", "Một", 1), "utf-8")
        screen.watching.reload()
        file.write_text(TEXT.replace("Lễ ký kết", "Hai", 1), "utf-8")
        screen.watching.reload()
        await ready(pilot)
        assert header(app).startswith("Hai")
        assert [w for w in app.workers if w.group == "file"] == []


async def test_mentions_of_the_document_before_are_dropped(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        screen = event(app)
        finder = screen.finder
        file.write_text(EVENT, "utf-8")
        await look(pilot)
        finder._work(lambda: 1, lambda _found: pytest.fail("a stale answer came"), "names")
        await ready(pilot)
        assert all(hit.text < len(screen.document.texts) for hit in screen.hits)


async def test_r_reads_again_without_following(file: Path) -> None:
    app = KtcnApp(load(file), Settings(language="en"), EventFile(str(file)))
    async with app.run_test(size=(120, 36)) as pilot:
        file.write_text(TEXT.replace("Lễ ký kết", "Buổi ký kết", 1), "utf-8")
        await pilot.press("r")
        await ready(pilot)
        assert header(app).startswith("Buổi ký kết")
        assert said(app) == "The file has been read again."
        file.write_text("x", "utf-8")
        await pilot.press("r")
        await ready(pilot)
        assert mistake(app).startswith("event.toml:1:1: ")


@pytest.mark.parametrize("key", ["r", "e"])
async def test_without_a_file_it_is_said_why(key: str) -> None:
    app = KtcnApp(bundled_record(), Settings(language="en"), FROM_STANDARD_INPUT)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(key)
        await ready(pilot)
        assert said(app) == "This event came from standard input; there is no file of it."
    app = KtcnApp(bundled_record(), Settings(language="en"))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(key)
        await ready(pilot)
        assert said(app).startswith("This event comes with the program;")


async def test_another_language_shows_what_was_read_last(file: Path) -> None:
    app = app_on(file)
    async with app.run_test(size=(120, 36)) as pilot:
        file.write_text(TEXT.replace("Lễ ký kết", "Buổi ký kết", 1), "utf-8")
        await look(pilot)
        app.use_language("vi")
        await pilot.pause()
        assert header(app).startswith("Buổi ký kết")
        file.write_text(TEXT, "utf-8")
        await look(pilot)
        assert header(app).startswith("Lễ ký kết")


async def test_random_saves_never_end_the_program(file: Path) -> None:
    """Every beginning of a file, as a look in the middle of a save would find it."""
    app = app_on(file)
    async with app.run_test(size=(80, 24)) as pilot:
        for number, end in enumerate(range(0, len(TEXT), len(TEXT) // 40)):
            file.write_text(TEXT[:end], "utf-8")
            await pilot.press("1234"[number % 4], "down", "n", "right")
            await look(pilot)
        file.write_text(TEXT, "utf-8")
        await look(pilot)
        assert mistake(app) == ""
