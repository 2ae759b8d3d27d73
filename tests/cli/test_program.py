"""The command line as a whole: which command, which language, which exit code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.program import run
from tui import __version__
from tui.commands import COMMANDS


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version(option: str) -> None:
    result = run(option)
    assert (result.exit_code, result.stdout) == (0, f"ktcn-tui {__version__}\n")


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS), ("file.toml",)])
def test_every_command_has_help(command: tuple[str, ...], option: str) -> None:
    result = run("--lang", "en", *command, option)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: ktcn-tui")
    assert "--lang [vi|en]" in result.stdout


def test_the_help_lists_commands_settings_and_exit_codes() -> None:
    help_ = run("--lang", "en", "--help").stdout
    for word in (*COMMANDS, "KTCN_LANG", "KTCN_THEME", "NO_COLOR", "config.toml", "--theme"):
        assert word in help_
    for code, meaning in (
        ("0", "done"),
        ("1", "no hit, or a record with problems"),
        ("2", "wrong usage, or a file that cannot be read or written"),
        ("130", "interrupted"),
    ):
        assert f"\n  {code:<3}  {meaning}\n" in help_ + "\n"


ENGLISH = ("Usage", "Options", "Commands", "Error", "Show", "Print", "OPTIONS", "FILE", "the ")
WRONG_USAGE = (
    ("--nope",),
    ("--thme", "x"),
    ("--lang", "fr"),
    ("--lang",),
    ("--no-color=1",),
    ("show", "a", "b"),
    ("show", "--pane", "x"),
    ("search",),
    ("search", " "),
    ("search", "x", "--json", "--count"),
    ("check",),
    ("new",),
    ("schema", "x"),
    ("serch", "x"),
)


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_told_in_vietnamese_with_a_way_out(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Lỗi: " in result.stderr
    assert "--help' để xem trợ giúp." in result.stderr
    assert [word for word in ENGLISH if word in result.stderr] == []


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_told_in_english(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KTCN_LANG", "en")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr
    assert re.findall("[^\x00-\x7f“”…]", result.stderr) == []


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_no_english_is_left_in_vietnamese_help(command: tuple[str, ...]) -> None:
    help_ = run("--lang", "vi", *command, "--help").stdout
    assert help_.startswith("Cách dùng: ktcn-tui")
    assert [word for word in ENGLISH if word in help_] == []


def test_a_misspelt_command_is_no_file_to_open(tmp_path: Path) -> None:
    result = run("--lang", "en", "serch", "x")
    assert "“serch” is neither a command nor a file; did you mean “search”?" in result.stderr


def test_a_file_named_like_a_command_is_given_with_its_folder(
    event: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event.rename(event.parent / "show")
    monkeypatch.chdir(event.parent)
    assert run("./show").stdout.startswith("Lễ ký\n")


@pytest.mark.parametrize("before", [True, False])
def test_options_stand_before_or_after_a_command(event: Path, before: bool) -> None:
    option = ("--lang", "en")
    result = run(*option, "show", event) if before else run("show", event, *option)
    assert "\nParticipants\n" in result.stdout


@pytest.mark.parametrize(
    ("environ", "word"),
    [
        ({}, "Thành phần"),
        ({"LC_ALL": "en_US.UTF-8"}, "Participants"),
        ({"LC_ALL": "vi_VN.UTF-8"}, "Thành phần"),
        ({"LC_ALL": "vi_VN.UTF-8", "KTCN_LANG": "en"}, "Participants"),
        ({"LC_ALL": "fr_FR.UTF-8"}, "Thành phần"),
    ],
)
def test_the_language_is_that_of_the_settings_else_of_the_event(
    event: Path, environ: dict[str, str], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert f"\n{word}\n" in run("show", event).stdout


def test_an_english_event_speaks_english(event: Path) -> None:
    text = event.read_text("utf-8").replace("organizer =", 'in_language = "en"\norganizer =')
    event.write_text(text, encoding="utf-8")
    assert "\nParticipants\n" in run("show", event).stdout


def test_the_configuration_file_is_read(event: Path, hermetic: Path) -> None:
    config = hermetic / ".config" / "ktcn-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('language = "en"\n')
    assert "\nParticipants\n" in run("show", event).stdout
    config.write_text('language = "en"\ntheem = "nord"\n')
    result = run("show", event)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"{config}:2: theem: there is no such setting; did you mean “theme”?\n"
    )


def test_help_is_shown_though_the_settings_are_wrong(hermetic: Path) -> None:
    config = hermetic / ".config" / "ktcn-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("= =")
    assert run("--help").exit_code == 0


HOSTILE = "a\x1b[31m\x9b\u202eb\x07\r\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (HOSTILE,),
        ("show", HOSTILE),
        ("show", "x", HOSTILE),
        ("check", HOSTILE),
        ("search", HOSTILE),
        ("new", f"/nowhere/{HOSTILE}"),
        (f"--{HOSTILE}",),
        ("--lang", HOSTILE),
        ("show", "--pane", HOSTILE),
        ("--no-color=" + HOSTILE,),
    ],
)
def test_what_is_echoed_of_the_arguments_cannot_drive_the_terminal(
    arguments: tuple[str, ...],
) -> None:
    result = run(*arguments)
    assert result.exit_code in (1, 2)
    said = (result.stdout + result.stderr).replace("\n", "")
    assert [c for c in said if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e"] == []
