"""Settings: what comes before what, and how a wrong one is reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from tests.reliability import case
from tui import locale
from tui.settings import Settings, asked_language, effective, screen_language
from tui.settings.file import ConfigFile, config_path, read_config
from tui.settings.themes import THEMES
from tui.widgets.themes import PAPER

Write = Callable[[str], ConfigFile]


@pytest.fixture
def config(tmp_path: Path) -> Write:
    """Write a configuration file and read it."""

    def write(text: str) -> ConfigFile:
        (tmp_path / "config.toml").write_bytes(text.encode())
        return read_config(tmp_path / "config.toml")

    return write


def wrong(config: ConfigFile, environ: Mapping[str, str] | None = None) -> tuple[str, ...]:
    folder = str(Path(config.path).parent) + "/"
    return tuple(each.replace(folder, "") for each in effective(config, environ or {}).wrong)


def test_without_any_setting_all_is_as_usual() -> None:
    assert effective(read_config(Path("/nowhere/config.toml")), {}) == Settings(
        config=ConfigFile("/nowhere/config.toml")
    )


def test_the_command_line_goes_before_the_environment_before_the_file(config: Write) -> None:
    file = config('language = "en"\ntheme = "nord"\n')
    environ = {"KTCN_LANG": "vi", "KTCN_THEME": "gruvbox"}
    assert effective(file, environ, language="en", theme="dracula").language == "en"
    assert effective(file, environ, language="en", theme="dracula").theme == "dracula"
    assert effective(file, environ).language == "vi"
    assert effective(file, environ).theme == "gruvbox"
    assert effective(file, {}).language == "en"
    assert effective(file, {}).theme == "nord"


def test_a_theme_knows_where_it_was_set(config: Write) -> None:
    file = config('\n# mine\ntheme = "nord"\n')
    assert effective(file, {}).origin("theme").endswith("config.toml:3: theme")
    assert effective(file, {"KTCN_THEME": "x"}).origin("theme") == "KTCN_THEME"
    assert effective(file, {"KTCN_THEME": "x"}, theme="y").origin("theme") == "--theme"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LC_ALL": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"}, "vi"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "vi_VN"}, "en"),
        ({"LANG": "en_US.UTF-8@euro"}, "en"),
        ({"LANG": "VI"}, "vi"),
        ({"LC_ALL": "C", "LANG": "vi_VN"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "fr_FR.UTF-8"}, ""),
        ({"LANG": "vie_XX"}, ""),
        ({"LC_CTYPE": "vi_VN.UTF-8"}, ""),
        ({}, ""),
    ],
)
def test_the_language_of_the_locale(environ: dict[str, str], language: str) -> None:
    assert effective(read_config(Path("/nowhere")), environ).language == language


def test_the_locale_counts_after_the_file(config: Write) -> None:
    assert effective(config('language = "en"'), {"LC_ALL": "vi_VN.UTF-8"}).language == "en"


@pytest.mark.parametrize(
    ("set_", "event", "screen"),
    [
        ("en", "vi", "en"),
        ("", "vi", "vi"),
        ("", "en-GB", "en"),
        ("", "VI-vn", "vi"),
        ("", "fr", "vi"),
        ("", "", "vi"),
    ],
)
def test_the_language_of_the_screen_is_else_that_of_the_event(
    set_: str, event: str, screen: str
) -> None:
    assert screen_language(Settings(language=set_), event) == screen


@pytest.mark.parametrize(("value", "color"), [("1", False), ("0", False), ("", True)])
def test_no_color_counts_when_it_is_not_empty(value: str, color: bool) -> None:
    nothing = read_config(Path("/nowhere"))
    assert effective(nothing, {"NO_COLOR": value}).color is color
    assert effective(nothing, {"NO_COLOR": value}, color=False).color is False


def test_a_key_map_has_one_key_or_several_and_dotted_ids(config: Write) -> None:
    assert effective(config('[keys]\nzoom = [",", "f2"]'), {}).keys == {"zoom": "comma,f2"}
    file = config('[keys]\nsearch = ["f3", "/"]\nhit.next = "m"\n"hit.previous" = "M"\n')
    settings = effective(file, {})
    assert settings.keys == {"search": "f3,/", "hit.next": "m", "hit.previous": "M"}
    assert settings.origin("keys.hit.previous").endswith("config.toml:4: keys.hit.previous")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "language = 'fr'\n",
            [
                "config.toml:1: language: there is no language “fr”; write one of: vi, en.",
            ],
        ),
        (
            "them = 'nord'\n",
            ["config.toml:1: them: there is no such setting; did you mean “theme”?"],
        ),
        (
            "\n\nqqq = 1\n",
            [
                "config.toml:3: qqq: there is no such setting; remove it. "
                "Known: theme, language, editor, keys.",
            ],
        ),
        (
            "theme = 3\nkeys = 'x'\n",
            [
                "config.toml:1: theme: write text in quotes.",
                "config.toml:2: keys: write a table: [keys], and below it one line per key.",
            ],
        ),
        (
            '[keys]\n# search\nsearch = 3\nzoom = []\ncopy = ["y", 1]\nhelp = ""\n',
            [
                f'config.toml:{line}: keys.{key}: write a key in quotes, such as "f2", '
                'or several: ["f2", "x"].'
                for line, key in ((3, "search"), (4, "zoom"), (5, "copy"), (6, "help"))
            ],
        ),
        (
            "theme = 'nord'\nlanguage = = 'vi'\n",
            [
                "config.toml:2:12: A value is missing here. "
                'Write one, such as a text between quotes: "…".',
            ],
        ),
    ],
)
def test_wrong_settings_are_told_by_file_line_and_key(
    config: Write, text: str, sentences: list[str]
) -> None:
    assert list(wrong(config(text))) == sentences


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('\n[ keys ]\n"zo\\u006fm" = 1\n', 3),
        ("\nkeys.zoom = 1\n", 2),
        ("keys = { zoom = 1 }\n", 1),
        ("[keys] # zoom = 2\n\n'zoom' = 1", 3),
        ("language = 'vi'\n\n[keys]\ncopy = 'c'\nzoom = 1\n", 5),
    ],
)
def test_a_key_is_found_however_it_is_written(config: Write, text: str, line: int) -> None:
    (sentence,) = wrong(config(text))
    assert sentence.startswith(f"config.toml:{line}: keys.zoom: ")


def test_a_wrong_setting_is_told_in_vietnamese(config: Write) -> None:
    locale.use("vi")
    assert wrong(config("language = 'fr'")) == (
        "config.toml:1: language: màn hình không có ngôn ngữ “fr”; hãy ghi một trong: vi, en.",
    )


def test_a_wrong_language_in_the_environment_is_told_with_its_name(config: Write) -> None:
    assert wrong(config(""), {"KTCN_LANG": "tlh"}) == (
        "KTCN_LANG: there is no language “tlh”; write one of: vi, en.",
    )


def test_what_is_echoed_of_a_setting_cannot_drive_the_terminal(config: Write) -> None:
    (sentence,) = wrong(config('language = "\\u001b[31mred"'))
    assert "\x1b" not in sentence
    assert "␛[31mred" in sentence
    (sentence,) = wrong(config('"\\u001b]0;x\\u0007" = 1'))
    assert not any(ord(character) < 32 for character in sentence)


def test_a_file_that_is_no_file_or_no_utf_8_is_told(config: Write, tmp_path: Path) -> None:
    assert "it is not an ordinary file" in effective(read_config(tmp_path), {}).wrong[0]
    (tmp_path / "latin.toml").write_bytes("theme = 'é'".encode("latin-1"))
    assert "save it again as UTF-8" in effective(read_config(tmp_path / "latin.toml"), {}).wrong[0]
    (tmp_path / "large.toml").write_bytes(b"#" * (1 << 20))
    assert "too large" in effective(read_config(tmp_path / "large.toml"), {}).wrong[0]
    (tmp_path / "deep.toml").write_text("theme = " + "[" * 100_000)
    assert effective(read_config(tmp_path / "deep.toml"), {}).wrong


def test_a_byte_order_mark_and_crlf_are_fine(config: Write) -> None:
    settings = effective(config('\ufeff# mine\r\ntheme = "nord"\r\n'), {})
    assert settings.theme == "nord"
    assert settings.origin("theme").endswith(":2: theme")


@pytest.mark.parametrize(
    ("environ", "path"),
    [
        ({"XDG_CONFIG_HOME": "/cfg", "HOME": "/home/an"}, "/cfg/ktcn-tui/config.toml"),
        ({"XDG_CONFIG_HOME": "", "HOME": "/home/an"}, "/home/an/.config/ktcn-tui/config.toml"),
        ({"XDG_CONFIG_HOME": "cfg", "HOME": "/home/an"}, "/home/an/.config/ktcn-tui/config.toml"),
        ({"XDG_CONFIG_HOME": "/cfg", "HOME": "an"}, "/cfg/ktcn-tui/config.toml"),
    ],
)
def test_where_the_file_is(environ: dict[str, str], path: str) -> None:
    assert config_path(environ) == path


@case("HOME or XDG_CONFIG_HOME that is not absolute: no settings are read")
@pytest.mark.parametrize(
    "environ", [{}, {"HOME": ""}, {"HOME": "an"}, {"HOME": ".", "XDG_CONFIG_HOME": "cfg"}]
)
def test_a_home_that_is_not_absolute_has_no_settings(
    environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever made the working folder would have set them."""
    monkeypatch.chdir(tmp_path)
    for folder in (".config", "an/.config", "cfg"):
        file = tmp_path / folder / "ktcn-tui" / "config.toml"
        file.parent.mkdir(parents=True)
        file.write_text('theme = "nord"')
    assert config_path(environ) == ""
    assert effective(read_config(config_path(environ)), {}) == Settings()


def test_a_wrong_theme_lists_those_there_are(config: Write) -> None:
    (sentence,) = wrong(config('theme = "nrod"'))
    assert sentence.startswith("config.toml:1: theme: there is no theme “nrod”; write one of: ")
    assert sentence.endswith(f"{', '.join(THEMES)}.")
    (sentence,) = wrong(config('theme = "nord"'), {"KTCN_THEME": "x"})
    assert sentence.startswith("KTCN_THEME: there is no theme “x”;")


def test_the_names_of_the_themes_are_those_of_the_screen() -> None:
    assert tuple(sorted({*BUILTIN_THEMES, PAPER.name})) == THEMES


def test_a_mistake_of_toml_hides_no_wrong_setting(config: Write) -> None:
    file = config('theme = nord\nlangage = "vi"\n[keys]\nzoom = 3\n')
    assert [each.partition(": ")[0] for each in wrong(file)] == [
        "config.toml:1:9",
        "config.toml:2",
        "config.toml:4",
    ]


def test_the_language_of_sentences_passes_over_wrong_settings(config: Write) -> None:
    file = config("language = 'fr'")
    assert asked_language("", file, {"KTCN_LANG": "xx", "LANG": "en_US"}) == "en"
    assert asked_language("vi", file, {"KTCN_LANG": "en"}) == "vi"
    assert asked_language("", config("language = ["), {}) == ""
    assert asked_language("", config("language = ['vi']"), {}) == ""
