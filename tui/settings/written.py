"""Settings as a configuration file would have them: those in force, or a file to begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tui.locale import LANGUAGES, _
from tui.settings import Settings
from tui.settings.editor import EXAMPLE
from tui.settings.themes import THEMES
from tui.text.cleaning import clean_line

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def as_toml(settings: Settings) -> str:
    """Return the settings in force as TOML, each with where it comes from.

    What is as usual stands in a remark: no file need say it.
    """
    lines = [
        _setting("language", settings.language, settings, _("the language of the event")),
        _setting("theme", settings.theme, settings, _("the usual one")),
        _setting("editor", settings.editor, settings, _("none; the key e copies the place")),
        "" if settings.color else "# " + _("no colour: NO_COLOR or --no-color"),
    ]
    if settings.keys:
        keys = (_key(name, keys, settings) for name, keys in sorted(settings.keys.items()))
        lines += ["[keys]", *keys]
    return "".join(f"{line}\n" for line in lines if line)


def to_begin_with(bindings: Mapping[str, str]) -> str:
    """Return a configuration file in which everything is a remark.

    Args:
        bindings: For the id of every key its usual keys, divided by commas.
    """
    lines = [
        _("# Settings of ktcn-tui. Remove the # before a line to use it."),
        "",
        _("# The language of the screen and of messages: {known}.").format(
            known=", ".join(LANGUAGES)
        ),
        f"# language = {quoted(LANGUAGES[0])}",
        "",
        _("# The theme of the screen: one of these."),
        *(f"#   {theme}" for theme in THEMES),
        f"# theme = {quoted(THEMES[0])}",
        "",
        _("# What the key e opens a line of an event file with; without it the place is copied."),
        f"# editor = {quoted(EXAMPLE)}",
        "",
        _("# Other keys. A key has a name such as f2, ctrl+x or pageup; these are the usual ones."),
        "# [keys]",
        *(f"# {_name(name)} = {_list(keys)}" for name, keys in sorted(bindings.items())),
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return a text as a basic string of TOML; control characters become their pictures."""
    escaped = clean_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _setting(name: str, value: str, settings: Settings, usual: str) -> str:
    if not value:
        return f"# {name}: {usual}"
    return f"{name} = {quoted(value)}  # {_whence(name, settings)}"


def _key(name: str, keys: str, settings: Settings) -> str:
    return f"{_name(name)} = {_list(keys)}  # {_whence(f'keys.{name}', settings)}"


def _whence(name: str, settings: Settings) -> str:
    return clean_line(settings.origin(name)).removesuffix(f": {clean_line(name)}")


def _name(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else quoted(name)


def _list(keys: str) -> str:
    divided: Iterable[str] = [keys] if keys == "," else keys.split(",")
    return f"[{', '.join(map(quoted, divided))}]"
