"""An archive on the command line."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.archive.events import event, generate, write
from tests.cli.program import process, run
from tui.archive.progress import Progress
from tui.commands.archives import Telling


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KTCN_TODAY", "2024-06-30")
    monkeypatch.setenv("KTCN_LANG", "en")
    monkeypatch.chdir(tmp_path)
    return write(
        tmp_path / "a",
        {
            "1.toml": event(
                "mot",
                "2021-05-01",
                place="Huế",
                bodies=["Sở Y tế Huế", "=Viện"],
                people=["Đỗ Hoài Nam"],
                agreements=[("Thỏa thuận", "2021", "2025"), ("Biên bản", "2018", "2019")],
                body="Khoa học ở Huế. Khoa học.",
            ),
            "b/2.toml": event("hai", "2023-05-01", body="Khoa học."),
        },
    )


def test_a_folder_is_listed_the_newest_first(folder: Path) -> None:
    assert run("a").stdout == (
        "01/05/2023\tLễ ký hai\t\ta/b/2.toml\n01/05/2021\tLễ ký mot\tHuế\ta/1.toml\n"
    )


def test_several_files_are_an_archive(folder: Path) -> None:
    assert len(run("a/1.toml", "a/b/2.toml").stdout.splitlines()) == 2
    assert len(run("a/1.toml", "a").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "There is no event file here"),
        ({"x.toml": "broken"}, "1 file is not an event; “ktcn-tui check” says why."),
    ],
)
def test_a_folder_without_events_says_so(
    tmp_path: Path, folder: Path, files: dict[str, str], said: str
) -> None:
    (tmp_path / "x").mkdir()
    result = run(write(tmp_path / "x", files))
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_a_broken_file_hides_no_other(folder: Path) -> None:
    write(folder, {"x.toml": "broken"})
    result = run("a")
    assert len(result.stdout.splitlines()) == 2
    assert "1 file is not an event" in result.stderr


def test_hits_are_printed_by_event_with_their_file(folder: Path) -> None:
    result = run("search", "khoa học", "a")
    files = [line.split(":")[0] for line in result.stdout.splitlines()]
    assert files == ["a/b/2.toml", "a/1.toml", "a/1.toml"]
    assert len(run("search", "khoa học", "a", "--limit", "1").stdout.splitlines()) == 1
    assert run("search", "khoa học", "a", "--count").stdout == "3\n"


def test_hits_are_given_as_json_with_their_file(folder: Path) -> None:
    hits = [json.loads(line) for line in run("search", "huế", "a", "--json").stdout.splitlines()]
    assert {hit["file"] for hit in hits} == {"a/1.toml"}
    assert all(hit["text"][hit["start"] : hit["end"]] == hit["match"] for hit in hits)
    assert {hit["date"] for hit in hits} == {"2021-05-01"}


def test_a_query_without_words_finds_events(folder: Path) -> None:
    assert run("search", "năm:2023", "a").stdout == "01/05/2023\tLễ ký hai\t\ta/b/2.toml\n"


@pytest.mark.parametrize("query", ["khoa hocj", "nam hoài"])
def test_what_no_event_has_as_typed_is_found_loosely_and_said(folder: Path, query: str) -> None:
    result = run("search", query, "a")
    assert result.exit_code == 0
    assert result.stderr == "Nothing matches exactly as typed; these places come close.\n"
    (first, *_rest) = run("search", query, "a", "--json").stdout.splitlines()
    assert json.loads(first)["rule"] != "strict"


def test_nothing_found_is_said(folder: Path) -> None:
    result = run("search", "không đâu có", "a")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Nothing found for “không đâu có”" in result.stderr


def test_a_mistake_in_a_query_is_shown_in_its_place(folder: Path) -> None:
    result = run("search", "khoa nơi:sao", "a")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "No event in this archive took place in “sao”.",
        "  khoa nơi:sao",
        "           ^^^",
    ]


def test_the_register_tells_states_of_the_day(folder: Path) -> None:
    lines = [line.split("\t")[:3] for line in run("agreements", "a").stdout.splitlines()]
    assert lines == [["in force", "2021–2025", "Thỏa thuận"], ["expired", "2018–2019", "Biên bản"]]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--in-force", "2018-06-30"), ["Biên bản"]),
        (("--in-force", "today"), ["Thỏa thuận"]),
        (("loại:biên bản",), ["Biên bản"]),
        (('tổ chức:"Sở Y tế Huế"',), ["Thỏa thuận", "Biên bản"]),
        (("năm:2023",), []),
        (("khoa học", "--in-force", "2021"), ["Thỏa thuận"]),
    ],
)
def test_the_register_is_narrowed(
    folder: Path, arguments: tuple[str, ...], found: list[str]
) -> None:
    result = run("agreements", "a", *arguments)
    assert [line.split("\t")[2] for line in result.stdout.splitlines()] == found
    assert result.exit_code == (0 if found else 1)


def test_the_register_in_other_forms(folder: Path) -> None:
    rows = json.loads(run("agreements", "a", "--format", "json").stdout)
    assert [(row["state"], row["parties"]) for row in rows] == [
        ("in-force", ["Sở Y tế Huế", "=Viện"]),
        ("expired", ["Sở Y tế Huế", "=Viện"]),
    ]
    assert run("agreements", "a", "--format", "markdown").stdout.startswith("| State | Period |")
    assert len(run("agreements", "a", "--format", "csv").stdout.splitlines()) == 3


def test_a_day_that_is_none_is_said(folder: Path) -> None:
    result = run("agreements", "a", "--in-force", "mai")
    assert result.exit_code == 2
    assert "“mai” is not a day" in result.stderr


def test_a_dossier_is_shown(folder: Path) -> None:
    result = run("show", "--about", "sở y tế huế", "a")
    assert result.stdout.startswith("Sở Y tế Huế\n")
    assert "Thỏa thuận" in result.stdout
    assert run("show", "--about", "không ai", "a").exit_code == 1


def test_a_name_that_may_be_several_lists_them(folder: Path) -> None:
    write(folder, {"3.toml": event("ba", "2022-01-01", people=["Trần Hoài Nam"])})
    result = run("show", "--about", "hoài nam", "a")
    assert result.exit_code == 1
    assert "  Trần Hoài Nam (1)" in result.stderr.splitlines()


def test_all_files_of_a_folder_are_checked(folder: Path) -> None:
    assert run("check", "a").exit_code == 0
    write(folder, {"b/x.toml": "broken"})
    result = run("check", "a")
    assert result.exit_code == 1
    assert result.stdout.startswith("a/b/x.toml:1:")


def test_the_index_says_what_is_in_it(folder: Path) -> None:
    facts = dict(line.split(": ") for line in run("index", "a").stdout.splitlines())
    assert facts["Events"] == "2"
    assert facts["Index"].endswith(".sqlite")
    assert run("index", "a", "--rebuild").exit_code == 0
    assert run("index", "a", "--rebuild", "--status").exit_code == 2


def test_what_changed_since_is_seen(folder: Path) -> None:
    run("a")
    write(folder, {"3.toml": event("ba", "2024-01-01")})
    assert run("a").stdout.startswith("01/01/2024\tLễ ký ba")


def test_a_wrong_authority_file_is_said(folder: Path) -> None:
    write(folder, {"archive.toml": "nope"})
    result = run("a")
    assert result.exit_code == 2
    assert "archive.toml is not an authority file" in result.stderr


def test_an_invented_today_that_is_no_day_is_the_real_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KTCN_TODAY", "soon")
    assert run("agreements", "a").exit_code == 0


def test_the_sample_archive_opens() -> None:
    result = run("--sample")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) >= 13
    assert "18/01/2022" in result.stdout


def test_many_files_are_read_by_other_processes(tmp_path: Path) -> None:
    folder = generate(tmp_path / "many", 450)
    result = process(str(folder), env={"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert result.returncode == 0
    assert len(result.stdout.splitlines()) == 450
    assert result.stderr == b""


def test_progress_is_told_after_a_second_with_rate_and_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    telling = Telling()
    telling(Progress(10, 1000, 0.5))
    assert capsys.readouterr().err == ""
    telling(Progress(500, 1500, 10.0))
    assert capsys.readouterr().err == "500 of 1,500 files read, 50 a second, 20 s left\n"
    telling(Progress(600, 1500, 11.0))
    assert capsys.readouterr().err == ""


def test_progress_of_work_that_follows_is_told_as_soon(capsys: pytest.CaptureFixture[str]) -> None:
    telling = Telling()
    telling(Progress(1000, 1500, 40.0))
    capsys.readouterr()
    telling(Progress(500, 1500, 10.0))
    assert capsys.readouterr().err == "500 of 1,500 files read, 50 a second, 20 s left\n"


def test_on_a_terminal_progress_stays_on_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    telling = Telling()
    telling(Progress(500, 1500, 10.0))
    telling(Progress(700, 1500, 11.0))
    telling.end()
    told = capsys.readouterr().err
    assert "\n" not in told
    assert told.count("\r") == 4
    assert re.search(r"\r +\r$", told)


def test_names_of_files_that_are_no_text_are_shown_cleaned(folder: Path) -> None:
    strange = os.fsencode(folder) + b"/\xff\x1b[31m.toml"
    with open(strange, "wb") as file:  # noqa: PTH123  # Path takes no bytes
        file.write(event("la", "2024-02-01").encode())
    assert run("a").stdout.splitlines()[0].endswith("\ta/�␛[31m.toml")
