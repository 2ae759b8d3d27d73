"""The screen of a review, from its keys to the file that is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.draft.items import CEREMONY, VISIT
from tests.draft.making import draft_of
from tests.draft.test_review import LONE
from tests.idle import until_idle
from tui import locale
from tui.app import ReviewApp
from tui.commands.draft_review import Target
from tui.draft.marks import count_doubts
from tui.draft.writing import write
from tui.record.loading import load, loads
from tui.screens.day_prompt import DayPrompt
from tui.screens.review import ReviewScreen
from tui.settings import Settings
from tui.widgets.key_line import KeyLine

Open = Callable[[str, Path], ReviewApp]


@pytest.fixture
def opened() -> Open:
    """Open the review of the draft of a text, to be written to a file."""

    def make(text: str, file: Path) -> ReviewApp:
        locale.use("en")
        draft = draft_of(text)
        record = loads(write(draft, "bai.txt").encode(), "x")
        screen = ReviewScreen(draft, Target(str(file), "bai.txt").save)
        return ReviewApp(record, Settings(language="en", theme=""), screen)

    return make


def screen_of(pilot: Pilot[int]) -> ReviewScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_draft_is_kept_and_written_by_two_keys(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "event.toml"
    async with opened(LONE, file).run_test() as pilot:
        await press(pilot, "A", "w", "q")
    assert [one.name for one in load(file).people][:2] == [
        "Nguyễn Thị Ánh Viên",
        "Nguyễn Tiến Minh",
    ]
    assert count_doubts(file.read_text("utf-8")) == 0


async def test_what_is_left_out_is_not_in_the_file(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "event.toml"
    async with opened(LONE, file).run_test() as pilot:
        await press(pilot, "y", "y", "n", "y", "y", "w")
    assert [one.name for one in load(file).people] == ["Nguyễn Tiến Minh", "Lê Quang Liêm"]


async def test_a_second_time_its_own_file_is_written_over(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "event.toml"
    async with opened(LONE, file).run_test() as pilot:
        await press(pilot, "w", "A", "w")
    assert count_doubts(file.read_text("utf-8")) == 0
    assert list(tmp_path.iterdir()) == [file]


async def test_a_file_of_somebody_else_is_left_as_it_is(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "event.toml"
    async with opened(LONE, file).run_test() as pilot:
        file.write_text("theirs")
        await press(pilot, "w")
        assert "was not overwritten" in screen_of(pilot).query_one(KeyLine).content.plain
    assert file.read_text() == "theirs"


async def test_leaving_without_writing_is_asked_once(opened: Open, tmp_path: Path) -> None:
    app = opened(LONE, tmp_path / "event.toml")
    async with app.run_test() as pilot:
        await press(pilot, "y", "q")
        assert app.is_running
        assert "Not written yet" in screen_of(pilot).query_one(KeyLine).content.plain
        await press(pilot, "q")
    assert app.return_value == 0
    assert list(tmp_path.iterdir()) == []


async def test_the_article_is_lit_where_the_current_one_was_read(
    opened: Open, tmp_path: Path
) -> None:
    async with opened(LONE, tmp_path / "x.toml").run_test() as pilot:
        screen = screen_of(pilot)
        await press(pilot, "j")
        entry = screen.state.current
        place = screen.state.facts[entry].place
        assert place is not None
        assert screen.article.current == (place.block, place.start, place.end)
        assert screen.found.item == entry.id


async def test_the_cursor_of_the_list_chooses_the_current_one(opened: Open, tmp_path: Path) -> None:
    async with opened(CEREMONY, tmp_path / "x.toml").run_test() as pilot:
        screen = screen_of(pilot)
        await press(pilot, "down", "down")
        assert screen.state.current.id == screen.found.item


async def test_edges_roles_merging_and_undo_work_by_keys(opened: Open, tmp_path: Path) -> None:
    async with opened(CEREMONY, tmp_path / "x.toml").run_test() as pilot:
        screen = screen_of(pilot)
        before = screen.state.draft
        await press(pilot, "right_square_bracket", "left_square_bracket", "t", "m", "j", "m")
        assert screen.state.draft != before
        await press(pilot, *"uuuuuu")
        assert screen.state.draft == before


async def test_a_name_that_was_missed_is_added(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    text = "Ngày 2/9/2024, tại Ba Đình, Festival Ninh Kiều khai mạc với Bộ Y tế."
    async with opened(text, file).run_test() as pilot:
        await press(pilot, "a", "t", "y", "w")
    assert "Festival Ninh Kiều" in [one.name for one in load(file).organizations]


async def test_the_help_lists_the_keys(opened: Open, tmp_path: Path) -> None:
    async with opened(LONE, tmp_path / "x.toml").run_test(size=(120, 40)) as pilot:
        await press(pilot, "question_mark")
        strips = pilot.app.screen._compositor.render_strips()
        shown = "\n".join(strip.text for strip in strips)
        assert "Keep this as it is" in shown
        await press(pilot, "escape")
        screen_of(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (20, 5), (40, 12)])
async def test_the_review_fits_any_size(
    opened: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(CEREMONY + VISIT, tmp_path / "x.toml").run_test(size=size) as pilot:
        await press(pilot, "j", "y", "n", "k")
        await until_idle()


ATHLETES = (
    "Nguyễn Thị Ánh Viên, Nguyễn Tiến Minh, Lê Quang Liêm, Nguyễn Thị Huyền, Hoàng Xuân Vinh,"
    " Nguyễn Quang Hải, Nguyễn Công Phượng, Đặng Văn Lâm, Nguyễn Thị Oanh, Bùi Thị Thu Thảo,"
    " Dương Thúy Vi, Nguyễn Huy Hoàng, Nguyễn Thùy Linh, Trịnh Thu Vinh, Bùi Tiến Dũng,"
    " Quách Thị Lan, Lê Tú Chinh, Nguyễn Thị Thật, Nguyễn Thị Tâm, Lò Thị Hoàng, Phạm Thị Diễm,"
    " Nguyễn Linh Na"
).split(", ")
HOMES = ("Phạm Quang Huy Hải Phòng", "Nguyễn Trung Cường Hà Tĩnh", "Vũ Thị Mến Thái Bình")
"""Names with the home of the man or the woman after it, which a draft takes for a part of it."""
NOBODY = ("Trần Hưng Đạo", "Nguyễn Huệ Anh", "Phan Đình Phùng")
"""Names of a tower, of a rose and of a hall in this text."""


def thirty() -> str:
    """Return an article in which thirty things want a look: a name, a day and 28 people."""
    told = "{name} được khán giả cổ vũ suốt buổi tối hôm ấy trong phần thi thứ {n}."
    return "\n".join(
        told.format(name=name, n=n) for n, name in enumerate((*ATHLETES, *HOMES, *NOBODY), 1)
    )


async def test_thirty_doubtful_things_are_reviewed_with_sixty_keys(
    opened: Open, tmp_path: Path
) -> None:
    file = tmp_path / "event.toml"
    keys: list[str] = []
    async with opened(thirty(), file).run_test() as pilot:
        screen = screen_of(pilot)

        async def type_keys(*more: str) -> None:
            keys.extend(more)
            await pilot.press(*more)

        assert len(screen.state.left) == 30
        while screen.state.left and len(keys) < 100:
            name = screen.state.facts[screen.state.current].name
            if screen.state.current.kind == "date":
                await type_keys("d", *"1/5/2024", "enter", "j")
            elif name in NOBODY:
                await type_keys("n")
            elif name in HOMES:
                await type_keys(*["left_square_bracket"] * 2, "y")
            else:
                await type_keys("y")
        await type_keys("w", "q")
    assert len(keys) <= 60
    record = load(file)
    homeless = [name.rsplit(" ", 2)[0] for name in HOMES]
    assert [one.name for one in record.people] == [*ATHLETES, *homeless]
    assert str(record.event.start_date) == "2024-05-01"
    assert count_doubts(file.read_text("utf-8")) == 0


async def test_words_are_selected_by_keys_and_added(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    text = "Ngày 2/9/2024, tại Ba Đình, lễ hội mùa thu khai mạc với Bộ Y tế."
    async with opened(text, file).run_test() as pilot:
        await press(pilot, "s")
        words = ("tại", "Ba", "Đình", "lễ")
        await select(pilot, words[0])
        for word in words[1:]:
            await press(pilot, "right")
            assert selected(pilot) == word
        await press(pilot, *["right_square_bracket"] * 3)
        assert selected(pilot) == "lễ hội mùa thu"
        await press(pilot, "a", "t", "y", "w")
        assert screen_of(pilot).focused is screen_of(pilot).found
    assert "lễ hội mùa thu" in [one.name for one in load(file).organizations]


async def select(pilot: Pilot[int], word: str) -> None:
    """Go to a word of the article, which is not far, from the first one on."""
    await press(pilot, *["left"] * 20)
    for _ in range(20):
        if selected(pilot) == word:
            return
        await press(pilot, "right")
    pytest.fail(f"{word} was not reached")


def selected(pilot: Pilot[int]) -> str:
    state = screen_of(pilot).state
    place = state.selecting
    return state.draft.article.blocks[place.block].text[place.start : place.end] if place else ""


async def test_selecting_is_given_up_by_escape(opened: Open, tmp_path: Path) -> None:
    async with opened(CEREMONY, tmp_path / "x.toml").run_test() as pilot:
        await press(pilot, "s", "down")
        assert selected(pilot)
        await press(pilot, "escape")
        assert screen_of(pilot).state.selecting is None
        assert pilot.app.is_running


async def test_the_day_is_taken_from_selected_words(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    text = "Ngày 2/9/2024, tại Ba Đình, lễ hội khai mạc; bài viết đăng 5/9/2024 trên báo."
    async with opened(text, file).run_test() as pilot:
        await press(pilot, "s")
        await select(pilot, "tại")
        await press(pilot, "d")
        assert "are not a date" in screen_of(pilot).query_one(KeyLine).content.plain
        await select(pilot, "5/9/2024")
        await press(pilot, "d", "w")
    assert str(load(file).event.start_date) == "2024-09-05"


async def test_a_day_that_is_no_day_is_asked_for_again(opened: Open, tmp_path: Path) -> None:
    async with opened(LONE, tmp_path / "x.toml").run_test() as pilot:
        before = screen_of(pilot).state.draft
        await press(pilot, "d", *"30/2/2024", "enter")
        assert isinstance(pilot.app.screen, DayPrompt)
        assert "must be a day" in pilot.app.screen.query_one(KeyLine).content.plain
        await press(pilot, "escape")
        assert screen_of(pilot).state.draft == before


async def test_the_foot_has_the_keys_in_the_order_of_the_table(
    opened: Open, tmp_path: Path
) -> None:
    async with opened(LONE, tmp_path / "x.toml").run_test(size=(120, 36)) as pilot:
        told = screen_of(pilot).query_one(KeyLine).content.plain
        assert told.startswith("y ")
        assert "j k " in told
