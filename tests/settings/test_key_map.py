"""The user's key map against the bindings that there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.settings import Settings, SettingsError, effective
from tui.settings.file import read_config
from tui.settings.key_map import checked, key_name

BINDINGS = {"quit": "ctrl+q", "leave": "q", "search": "slash,ctrl+f", "zoom": "z", "copy": "y"}


def check(keys: dict[str, str]) -> dict[str, str]:
    return checked(Settings(keys=keys), BINDINGS)


def wrong(keys: dict[str, str]) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        check(keys)
    return [sentence.removeprefix(":1: keys.") for sentence in caught.value.sentences]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("x", "x"),
        ("X", "X"),
        ("ơ", "ơ"),
        ("7", "7"),
        ("/", "slash"),
        ("?", "question_mark"),
        ("-", "minus"),
        ("@", "at"),
        (",", "comma"),
        ("[", "left_square_bracket"),
        ("f12", "f12"),
        ("F2", "f2"),
        ("PageUp", "pageup"),
        ("ctrl+x", "ctrl+x"),
        ("Ctrl+Shift+Left", "ctrl+shift+left"),
        ("ctrl+_", "ctrl+underscore"),
        ("question_mark", "question_mark"),
        ("space", "space"),
        ("", ""),
        ("\x1b", ""),
        ("f25", ""),
        ("xy", ""),
        ("control+x", ""),
        ("ctrl+", ""),
        ("+x", ""),
    ],
)
def test_names_of_keys(written: str, name: str) -> None:
    assert key_name(written) == name


def test_names_of_keys_are_those_of_textual() -> None:
    from textual.keys import KEY_NAME_REPLACEMENTS, Keys

    from tui.settings.key_map import _SHORT_NAMES

    assert _SHORT_NAMES == KEY_NAME_REPLACEMENTS
    plain = {key.value for key in Keys if key.value.isalpha() and len(key.value) > 1}
    mouse_and_aliases = {"return", "any", "scrollup", "scrolldown", "ignore", "vt"}
    assert {key for key in plain if not key_name(key)} <= mouse_and_aliases


def test_a_key_map_is_in_the_names_of_textual() -> None:
    assert check({"search": "f3, /", "zoom": "Ctrl+Z"}) == {
        "search": "f3,slash",
        "zoom": "ctrl+z",
    }


def test_a_comma_by_itself_is_a_key() -> None:
    assert check({"zoom": ","}) == {"zoom": "comma"}


def test_q_and_ctrl_q_still_leave_under_any_key_map() -> None:
    assert check({"quit": "f10", "leave": "x"}) == {"quit": "f10,ctrl+q", "leave": "x,q"}
    assert wrong({"zoom": "q", "search": "ctrl+q"}) == [
        "zoom: the key “q” always leaves the program; choose another one.",
        "search: the key “ctrl+q” always leaves the program; choose another one.",
    ]


def test_an_unknown_binding_names_the_nearest() -> None:
    assert wrong({"serch": "f3"}) == ["serch: no key has this id; did you mean “search”?"]
    assert wrong({"xxxxxxxx": "f3"}) == [
        "xxxxxxxx: no key has this id; write one of: copy, leave, quit, search, zoom."
    ]


def test_an_unknown_key_says_how_keys_are_written() -> None:
    assert wrong({"zoom": "f99\x1b[31m"}) == [
        "zoom: there is no key “f99␛[31m”; write it as “x”, “f2”, “ctrl+x” or “pageup”."
    ]


def test_a_key_given_twice_is_told() -> None:
    assert wrong({"zoom": "x", "copy": "X,x"}) == [
        "copy: the key “x” is also given to “zoom”; choose another one."
    ]


def test_all_wrong_settings_are_told_at_once() -> None:
    assert len(wrong({"zoom": "f99", "no": "x"})) == 2


def test_a_wrong_setting_hides_no_wrong_key(tmp_path: Path) -> None:
    """A wrong ``langage`` was told alone; the key map was looked at when that was mended."""
    file = tmp_path / "config.toml"
    file.write_text('langage = "vi"\ntheme = nord\n[keys]\nzoom = "f99"\nserch = "f3"\n')
    with pytest.raises(SettingsError) as caught:
        checked(effective(read_config(file), {}), BINDINGS)
    places = [sentence.partition("config.toml:")[2] for sentence in caught.value.sentences]
    assert [place.partition(": ")[0] for place in places] == ["2:9", "1", "4", "5"]
