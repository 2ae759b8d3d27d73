"""The archive screen, from keys to state: the sample, made-up folders, and thousands of events."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.events import event, generate, write
from tests.idle import until_workers_are_done as ready
from tests.screens.archives import app_of, archive, choose, document, names, sample, text_of, typed
from tui import locale
from tui.app import KtcnApp
from tui.archive.answer import Answer
from tui.archive.processes import FEWEST
from tui.commands.files import sample_files
from tui.record.bundled import bundled
from tui.screens.archive import ArchiveScreen
from tui.screens.broken import BrokenScreen
from tui.settings import Settings


async def test_the_newest_events_come_first() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        listed = archive(app).asker.answer.listed  # type: ignore[union-attr]
        assert len(listed) == 27
        days = [each.row.day for each in listed]
        assert days == sorted(days, reverse=True)
        assert archive(app).events.border_subtitle == "1/27"


async def test_the_first_frame_with_an_index_has_events() -> None:
    async with sample().run_test(size=(120, 36)) as pilot:
        await ready(pilot)
    app = sample()
    async with app.run_test(size=(120, 36)):
        assert len(names(app)) == 27


async def test_search_as_you_type_shows_words_around_the_first_hit() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "chuyen doi so")
        answer = archive(app).asker.answer
        assert answer is not None
        assert 0 < len(answer.listed) < 27
        for each in answer.listed:
            start, end = each.span
            assert "chuyển đổi số" in each.words[start:end].casefold()
        assert answer.count == (len(answer.listed), False)


async def test_enter_opens_the_event_with_its_hits_lit_and_escape_comes_back() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "chuyen doi so")
        await pilot.press("enter", "down", "down")
        line = archive(app).lists.listed
        assert line is not None
        await pilot.press("enter")
        await ready(pilot)
        shown = document(app)
        assert shown.document.title == line.row.name
        assert shown.searching
        assert len(shown.hits) == line.hits
        assert shown.current is not None
        await pilot.press("escape")
        assert app.screen is archive(app)
        assert archive(app).lists.listed == line


async def test_alt_down_goes_to_the_next_event_with_a_hit_without_coming_back() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "chuyen doi so")
        await pilot.press("enter", "enter")
        found = names(app)
        await pilot.press("alt+down")
        await ready(pilot)
        assert document(app).document.title == found[1]
        assert document(app).searching
        await pilot.press("alt+up", "alt+up")
        await ready(pilot)
        assert document(app).document.title == found[0]
        await pilot.press("alt+down", "q")
        assert app.screen is archive(app)
        assert archive(app).events.item == "1"


async def test_a_facet_narrows_and_escape_takes_it_back() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await choose(pilot, app, "2022")
        await pilot.press("enter")
        await ready(pilot)
        assert archive(app).asker.query == "năm:2022"
        assert len(names(app)) == 7
        await pilot.press("escape")
        await ready(pilot)
        assert len(names(app)) == 27


async def test_a_name_can_be_asked_for_or_left_out() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await choose(pilot, app, "Bộ Khoa học và Công nghệ")
        await pilot.press("plus")
        await ready(pilot)
        with_it = names(app)
        await pilot.press("escape")
        await ready(pilot)
        await choose(pilot, app, "Bộ Khoa học và Công nghệ")
        await pilot.press("minus")
        await ready(pilot)
        assert len(with_it) == 5
        assert len(names(app)) == 22
        assert not {*with_it} & {*names(app)}


async def test_names_are_completed() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "to ch")
        await pilot.press("tab")
        await ready(pilot)
        await typed(pilot, "bo khoa hoc")
        await pilot.press("tab")
        await ready(pilot)
        assert archive(app).asker.query == 'tổ chức:"Bộ Khoa học và Công nghệ" '
        assert len(names(app)) == 5


async def test_a_mistake_in_a_query_is_said() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "nam:mai")
        assert "“mai” không phải năm" in text_of(app)
        await pilot.press("escape")
        await ready(pilot)
        assert len(names(app)) == 27


async def test_all_partners_of_a_body_are_found_by_keys_alone() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "tổ chức:Sở KH&CN Hải Phòng")
        await pilot.press("enter")
        await choose(pilot, app, "Sở Khoa học và Công nghệ Hải Phòng")
        await pilot.press("enter")
        await ready(pilot)
        dossier = document(app).document
        assert dossier.title == "Sở Khoa học và Công nghệ Hải Phòng"
        groups = {group.heading: group for group in dossier.section("participants").groups}
        partners = {item.texts[0].words for item in groups["Đối tác"].items}
        assert "Viện Kinh tế Việt Nam" in partners
        agreements = dossier.section("agreements").groups
        assert agreements[0].heading == "Còn hiệu lực"
        await pilot.press("escape")
        assert app.screen is archive(app)


async def test_the_agreements_in_force_on_a_day_are_found_by_keys_alone() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("slash")
        await typed(pilot, "hiệu lực:2024-06-30")
        await pilot.press("enter", "A")
        await ready(pilot)
        register = document(app)
        assert register.active == "agreements"
        groups = register.document.section("agreements").groups
        assert [group.heading for group in groups] == ["Còn hiệu lực"]
        assert len(groups[0].items) >= 8


async def test_the_speech_in_which_a_name_was_said_is_opened_from_its_dossier() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await choose(pilot, app, "Huỳnh Thành Đạt")
        await pilot.press("enter")
        await ready(pilot)
        dossier = document(app)
        while not any(
            "Huỳnh Thành Đạt" in text.words for text in dossier.panes["article"].texts_of_line()
        ):
            await pilot.press("down")
        said = dossier.panes["article"].texts_of_line()[0].words
        at = dossier.panes["article"].cursor
        await pilot.press("enter")
        await ready(pilot)
        opened = document(app)
        assert opened is not dossier
        assert opened.document.record is not None
        assert opened.current is not None
        text = opened.document.texts[opened.current[0]]
        assert said in text.words
        assert text.words[opened.current[1] : opened.current[2]].endswith("Huỳnh Thành Đạt")
        await pilot.press("escape")
        assert app.screen is dossier
        assert dossier.panes["article"].cursor == at


async def test_d_opens_the_dossier_of_a_name_in_an_event() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("enter", "2")
        title = document(app).document.things[document(app).selection]
        await pilot.press("D")
        await ready(pilot)
        assert document(app).document.title == title.name  # type: ignore[union-attr]


async def test_an_event_alone_offers_nothing_of_an_archive() -> None:
    locale.use("vi")
    from tests.opening import bundled_record

    app = KtcnApp(bundled_record(), Settings(language="vi"))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2")
        offered = {active.binding.id for active in app.screen.active_bindings.values()}
        assert not {name for name in offered if name and name.startswith("archive.")}


async def test_an_empty_folder_says_so(folder: Path) -> None:
    app = app_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        assert "không có tệp sự kiện nào" in text_of(app)


async def test_a_folder_of_broken_files_says_so_and_lists_their_mistakes(folder: Path) -> None:
    write(folder, {"a.toml": "format = 1\n[event]\nid = 1\n", "b.toml": "x"})
    app = app_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        assert "2 tệp không đọc được" in text_of(app)
        await pilot.press("ctrl+e")
        sheet = app.screen
        assert isinstance(sheet, BrokenScreen)
        told = [part.text for block in sheet.items.blocks for part in block.parts]
        assert any("a.toml:3" in text for text in told)
        assert any("b.toml:1" in text for text in told)
        await pilot.press("escape")
        assert app.screen is archive(app)


async def test_a_folder_of_one_event_says_so(folder: Path) -> None:
    write(folder, {"a.toml": event("a", "2024-01-02")})
    app = app_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        assert "Chỉ có một sự kiện" in str(app.screen.query_one("#header").render())


async def test_broken_files_hide_no_others(folder: Path) -> None:
    write(folder, {"a.toml": event("a", "2024-01-02", name="Hội nghị"), "b.toml": "x"})
    app = app_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        assert names(app) == ["Hội nghị"]
        assert "1 tệp hỏng" in str(app.screen.query_one("#header").render())


async def test_a_new_file_is_shown_and_the_cursor_stays_on_its_event(folder: Path) -> None:
    write(folder, {f"{n}.toml": event(f"e{n}", f"2024-01-0{n}") for n in range(1, 5)})
    app = app_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("down", "down")
        line = archive(app).lists.listed
        write(folder, {"9.toml": event("e9", "2024-01-09")})
        archive(app).keeper.watch()
        await ready(pilot)
        assert len(names(app)) == 5
        assert archive(app).lists.listed == line
        assert "1 tệp mới" in archive(app).status


async def test_an_event_whose_file_has_gone_is_said(folder: Path) -> None:
    write(folder, {f"{n}.toml": event(f"e{n}", f"2024-01-0{n}") for n in range(1, 3)})
    app = app_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        (folder / "2.toml").unlink()
        await pilot.press("enter")
        assert app.screen is archive(app)
        assert "2.toml" in str(archive(app).keys.content)


async def test_further_pages_are_listed_as_the_reader_goes_on(folder: Path) -> None:
    app = app_of(generate(folder, 300))
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        assert len(names(app)) == 50
        for _ in range(6):
            await pilot.press("end")
            await ready(pilot)
        listed = archive(app).asker.answer.listed  # type: ignore[union-attr]
        assert len({each.row.docid for each in listed}) == 300
        days = [each.row.day for each in listed]
        assert days == sorted(days, reverse=True)


async def test_an_index_is_built_by_processes_while_the_screen_is_there(folder: Path) -> None:
    """The first of them took the standard error of the screen for a descriptor: it crashed."""
    app = app_of(generate(folder, FEWEST))
    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        answer = archive(app).asker.answer
        assert answer is not None
        assert answer.count == (FEWEST, False)
    assert app.crash is None


async def test_only_the_page_in_view_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.archive.archive import Archive

    app = app_of(generate(folder, 300))
    looked: list[int] = []
    look = Archive.look

    def counted(self: Archive, question, row):  # type: ignore[no-untyped-def]
        looked.append(row.docid)
        return look(self, question, row)

    async with app.run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        assert not looked
        monkeypatch.setattr(Archive, "look", counted)
        first: list[int] = []
        show = ArchiveScreen.show_answer

        def shown(self: ArchiveScreen, *, is_new: bool) -> None:
            first.append(len(looked))
            show(self, is_new=is_new)

        monkeypatch.setattr(ArchiveScreen, "show_answer", shown)
        archive(app).search.ask("ky")
        await ready(pilot)
        assert first[0] <= 20


async def test_an_answer_to_an_earlier_query_is_dropped() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        stale = archive(app).asker.answer
        archive(app).search.ask("năm:2022")
        await ready(pilot)
        assert stale is not None
        await archive(app).asker._answered(1, stale, ())
        assert len(names(app)) == 7


async def test_how_many_were_looked_at_in_vain_is_said_while_more_are() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        asker = archive(app).asker
        assert asker.answer is not None
        asker.query = "khoa thu vi cong"
        asker.answer = Answer(asker.answer.question, (), asker.answer.listed[-1].row, vain=1_234)
        archive(app).show_answer(is_new=True)
        assert "1.234" in text_of(app)
        await pilot.press("escape")
        await ready(pilot)
        assert len(names(app)) == 27


@pytest.mark.parametrize("size", [(60, 20), (20, 5)])
async def test_facets_are_under_a_tab_in_a_narrow_terminal(size: tuple[int, int]) -> None:
    app = sample()
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        assert archive(app).events.display
        assert not archive(app).facets.display
        archive(app).search.ask("năm:2022")
        await ready(pilot)
        assert "năm:2022" in str(app.screen.query_one("#header").render())
        await pilot.press("tab")
        assert archive(app).facets.display
        assert not archive(app).events.display
        await pilot.press("escape")
        assert archive(app).events.display


async def test_the_palette_and_the_help_work_in_an_archive() -> None:
    app = sample()
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark", "escape", "ctrl+p")
        await typed(pilot, "English")
        await pilot.press("enter")
        await ready(pilot)
        assert locale.language() == "en"
        assert len(names(app)) == 27


def test_the_bundled_event_is_part_of_the_sample() -> None:
    assert str(bundled()) in sample_files()


async def test_the_place_of_an_event_and_of_a_line_of_a_dossier_is_in_its_file(
    folder: Path,
) -> None:
    files = {
        f"{number}.toml": event(
            f"e{number}", f"2022-01-0{number + 1}", bodies=["Sở Y tế"], people=["Lê Thị Lan"]
        )
        for number in range(3)
    }
    write(folder, files)
    app = app_of(folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await ready(pilot)
        await pilot.press("2", "e")
        await ready(pilot)
        path, _colon, line = app.clipboard.rpartition(":")
        assert Path(path).parent == folder
        assert Path(path).read_text("utf-8").splitlines()[int(line) - 1] in (
            "[[people]]",
            "[[organizations]]",
        )
        Path(path).write_text(Path(path).read_text("utf-8").replace("Lễ ký", "Mới", 1))
        await pilot.press("r")
        await ready(pilot)
        assert document(app).document.title.startswith("Mới")
        await pilot.press("D")
        await ready(pilot)
        assert document(app).journey is not None
        assert document(app).check_action("reload", ()) is False
        await pilot.press("1", "e")
        await ready(pilot)
        path, _colon, line = app.clipboard.rpartition(":")
        assert Path(path).parent == folder
        assert Path(path).read_text("utf-8").splitlines()[int(line) - 1] == "[event]"
