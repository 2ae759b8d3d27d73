"""``ktcn-tui config``: what is in force, where it comes from, and a file to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from tests.cli.program import run
from tui.settings import effective
from tui.settings.file import read_config
from tui.settings.key_map import checked
from tui.widgets.keys import usual_keys


@pytest.fixture
def config(hermetic: Path) -> Path:
    path = hermetic / ".config" / "ktcn-tui" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def test_without_settings_all_is_in_remarks() -> None:
    printed = run("config").stdout
    assert tomli.loads(printed) == {}
    assert "# theme: " in printed


def test_what_is_in_force_is_toml_and_says_where_it_comes_from(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'theme = "nord"\n[keys]\nzoom = "f9"\nhit.next = ["n", ",", "comma"]\n'
    config.write_text(text, "utf-8")
    monkeypatch.setenv("KTCN_LANG", "en")
    monkeypatch.setenv("NO_COLOR", "1")
    printed = run("--theme", "dracula", "config").stdout
    assert tomli.loads(printed)["theme"] == "dracula"
    assert 'language = "en"  # KTCN_LANG\n' in printed
    assert 'theme = "dracula"  # --theme\n' in printed
    assert f'zoom = ["f9"]  # {config}:3\n' in printed
    assert "# no colour: NO_COLOR or --no-color\n" in printed
    monkeypatch.delenv("KTCN_LANG")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert 'language = "en"  # LC_ALL\n' in run("config").stdout
    assert f'theme = "nord"  # {config}:1\n' in run("config").stdout


def test_what_is_printed_can_be_the_file(config: Path) -> None:
    config.write_text('language = "en"\n[keys]\n"zoom" = [",", "f2"]\ncopy = ","\n', "utf-8")
    before = effective(read_config(config), {})
    config.write_text(run("config").stdout, "utf-8")
    after = effective(read_config(config), {})
    assert (after.language, after.keys, after.wrong) == (before.language, before.keys, ())


def test_wrong_settings_are_told_instead(config: Path) -> None:
    config.write_text('langage = "en"\n[keys]\nserch = "f3"\n', "utf-8")
    result = run("--lang", "en", "config")
    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == [
        f"{config}:1",
        f"{config}:3",
    ]


def test_a_wrong_theme_is_told_in_a_pipe_too(event: Path) -> None:
    result = run("--lang", "en", "--theme", "nrod", event)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("--theme: there is no theme “nrod”; write one of: ")


def test_the_path_is_told(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("config", "--path").stdout == f"{config}\n"
    monkeypatch.setenv("HOME", "")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    result = run("--lang", "en", "config", "--path")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("HOME is not set, so there is no place for settings")
    assert run("config", "--path", "--init").exit_code == 2


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_file_to_begin_with_sets_nothing_until_a_line_is_no_remark(
    hermetic: Path, language: str
) -> None:
    path = hermetic / ".config" / "ktcn-tui" / "config.toml"
    assert run("--lang", language, "config", "--init").exit_code == 0
    text = path.read_text("utf-8")
    assert tomli.loads(text) == {}
    chosen = "\n".join(
        line.removeprefix("# ")
        for line in text.splitlines()
        if line.startswith(("# language =", "# theme =", "# [keys]", "# zoom ="))
    )
    path.write_text(chosen, "utf-8")
    settings = effective(read_config(path), {})
    assert settings.language
    assert settings.theme
    assert checked(settings, usual_keys()) == {"zoom": usual_keys()["zoom"]}
    everything = [line.removeprefix("# ") for line in text.splitlines() if " = " in line]
    assert len(tomli.loads("\n".join(everything))) >= len(usual_keys())


def test_no_file_is_written_over_another(config: Path) -> None:
    config.write_text("# mine\n")
    result = run("--lang", "en", "config", "--init")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{config}: a file or folder of this name exists")
    assert config.read_text() == "# mine\n"
