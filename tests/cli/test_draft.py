"""``ktcn-tui draft``: from the arguments to the files."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from tests.cli.program import process, run
from tests.draft.items import CEREMONY, VISIT
from tui.record.loading import load


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bai.txt"
    path.write_text(CEREMONY, "utf-8")
    return path


def test_a_draft_goes_to_standard_output_and_passes_the_check(
    article: Path, tmp_path: Path
) -> None:
    result = run("--lang", "en", "draft", article)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "draft from bai.txt. " in result.stdout  # no folder of this machine
    made = tmp_path / "made.toml"
    made.write_text(result.stdout, "utf-8")
    assert run("check", made).exit_code == 0


def test_check_says_how_many_lines_want_a_look(tmp_path: Path) -> None:
    source, made = tmp_path / "bai.txt", tmp_path / "made.toml"
    source.write_text(VISIT, "utf-8")
    told = run("--lang", "en", "draft", source, "-o", made)
    assert "lines to review (# ?)" in told.stderr
    result = run("--lang", "en", "check", made)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "lines are marked “# ?”" in result.stderr


def test_the_day_that_is_given_is_taken(tmp_path: Path) -> None:
    source, made = tmp_path / "bai.txt", tmp_path / "made.toml"
    source.write_text(VISIT, "utf-8")
    assert run("draft", "--date", "12/9/2023", source, "-o", made).exit_code == 0
    assert load(made).event.start_date.isoformat() == "2023-09-12"
    wrong = run("--lang", "en", "draft", "--date", "12/9", source)
    assert wrong.exit_code == 2
    assert "It must be a day" in wrong.stderr


def test_comments_are_in_the_language_of_the_screen(article: Path) -> None:
    assert "# dòng 2:" in run("--lang", "vi", "draft", article).stdout
    assert "# line 2:" in run("--lang", "en", "draft", article).stdout


def test_several_go_into_a_folder(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac.txt"
    other.write_text(VISIT, "utf-8")
    folder = tmp_path / "drafts"
    folder.mkdir()
    assert run("draft", article, other, "-o", folder).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["bai.toml", "khac.toml"]
    assert run("draft", article, other).exit_code == 2


def test_one_that_cannot_be_read_does_not_stop_the_others(article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    folder = tmp_path / "drafts"
    folder.mkdir()
    result = run("--lang", "en", "draft", empty, article, "-o", folder)
    assert result.exit_code == 2
    assert "there is no article in it" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["bai.toml"]


def test_nothing_is_written_over_a_file(article: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text("mine")
    result = run("--lang", "en", "draft", article, "-o", mine)
    assert (result.exit_code, mine.read_text()) == (2, "mine")
    assert "it was not overwritten" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bai.txt", "mine.toml"]


def test_standard_input_is_read() -> None:
    done = process("draft", "-", stdin=CEREMONY.encode())
    assert done.returncode == 0
    assert tomli.loads(done.stdout.decode())["event"]["location"] == "Hải Phòng"


def test_known_people_and_bodies_keep_their_ids_and_names(article: Path, tmp_path: Path) -> None:
    known = tmp_path / "known"
    known.mkdir()
    (known / "a.toml").write_text(
        'format = 1\n[event]\nid = "a"\nname = "A"\nstart_date = 2020-01-01\n'
        '[[people]]\nid = "btd-bo-khcn"\nname = "Bùi Thế Duy"\n'
        '[[organizations]]\nid = "bo-khcn"\nname = "Bộ Khoa học, Công nghệ"\n'
        'alternate_names = ["Bộ Khoa học và Công nghệ"]\n',
        "utf-8",
    )
    made = tmp_path / "made.toml"
    assert run("draft", article, "--archive", known, "-o", made).exit_code == 0
    record = load(made)
    assert "btd-bo-khcn" in [one.id for one in record.people]
    body = next(one for one in record.organizations if one.id == "bo-khcn")
    assert body.name == "Bộ Khoa học, Công nghệ"
    assert "Bộ KH&CN" in body.alternate_names


def test_an_archive_without_records_is_told(article: Path, tmp_path: Path) -> None:
    result = run("--lang", "en", "draft", article, "--archive", tmp_path / "gone")
    assert result.exit_code == 2
    assert "there is no event file in this folder" in result.stderr


def test_a_review_wants_a_file_and_a_terminal(article: Path, tmp_path: Path) -> None:
    assert run("draft", article, "--review").exit_code == 2
    made = tmp_path / "made.toml"
    result = run("--lang", "en", "draft", article, "--review", "-o", made)
    assert result.exit_code == 2
    assert "run this in a terminal" in result.stderr
    assert not made.exists()
