"""Settings: from the command line, then ``KTCN_*`` and ``NO_COLOR``, then the configuration file.

Nothing here imports the screen, so what only the screen knows, the ids of bindings, is checked by
:func:`tui.settings.key_map.checked` when it opens.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from tui.locale import LANGUAGES
from tui.settings.file import ConfigFile
from tui.settings.themes import THEMES
from tui.settings.values import no_language, no_theme, origin, values_of

__all__ = ["Settings", "SettingsError", "asked_language", "effective", "screen_language"]


class SettingsError(Exception):
    """Wrong settings: ``sentences`` say what is wrong with each, where, and what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


class Settings(Struct, frozen=True):
    """What the user has set; an empty theme is the usual one."""

    language: str = ""
    """``vi``, ``en``, or empty: that of the event."""
    theme: str = ""
    color: bool = True
    """False: no colour at all may be shown (``--no-color``, ``NO_COLOR`` that is not empty)."""
    editor: str = ""
    """The command that opens a line of a file, only from the configuration file; or empty."""
    keys: Mapping[str, str] = {}
    """The user's key map: for the id of a binding its keys, divided by commas."""
    wrong: tuple[str, ...] = ()
    """A sentence for each setting that cannot be."""
    elsewhere: Mapping[str, str] = {}
    """Where settings were made that are not the file's: for ``theme`` such as ``KTCN_THEME``."""
    config: ConfigFile = ConfigFile()

    def origin(self, name: str) -> str:
        """Return where a setting was made, to begin a sentence about it.

        For ``theme`` or ``keys.quit`` such as ``--theme``, ``KTCN_THEME`` or
        ``/home/an/.config/ktcn-tui/config.toml:3: theme``.
        """
        return self.elsewhere.get(name) or origin(self.config, name)


def effective(
    config: ConfigFile,
    environ: Mapping[str, str],
    *,
    language: str = "",
    theme: str = "",
    color: bool = True,
) -> Settings:
    """Return the settings; the keyword arguments are those of the command line.

    What is wrong is in the settings too, for the screen to add what it knows. The language of the
    locale counts after the file's.
    """
    found = values_of(config)
    asked = {"language": found.language, "theme": found.theme}
    elsewhere: dict[str, str] = {}
    for name, where, value in (
        ("language", "KTCN_LANG", environ.get("KTCN_LANG")),
        ("language", "--lang", language),
        ("theme", "KTCN_THEME", environ.get("KTCN_THEME")),
        ("theme", "--theme", theme),
    ):
        if value:
            asked[name], elsewhere[name] = value, where
    if not asked["language"] and (variable := locale_variable(environ)):
        asked["language"], elsewhere["language"] = locale_language(environ), variable
    wrong: list[str] = []
    if asked["language"] not in ("", *LANGUAGES):
        wrong.append(f"{elsewhere['language']}: {no_language(asked.pop('language'))}")
    if asked["theme"] not in ("", *THEMES):
        wrong.append(f"{elsewhere['theme']}: {no_theme(asked.pop('theme'))}")
    return Settings(
        language=asked.get("language", ""),
        theme=asked.get("theme", ""),
        color=color and not environ.get("NO_COLOR"),
        editor=found.editor,
        keys=found.keys,
        wrong=(*wrong, *found.wrong),
        elsewhere=elsewhere,
        config=config,
    )


def asked_language(language: str, config: ConfigFile, environ: Mapping[str, str]) -> str:
    """Return the language that was asked for, for sentences about wrong settings too.

    ``language`` is that of the command line. Settings that name no language of the screen are
    skipped; the answer is empty when none was asked for.
    """
    asked = (language, environ.get("KTCN_LANG"), config.parsed.get("language"))
    return next((a for a in asked if a in LANGUAGES), "") or locale_language(environ)


def locale_variable(environ: Mapping[str, str]) -> str:
    """Return the variable that sets the language of the locale, else the empty string."""
    return next((name for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")


def locale_language(environ: Mapping[str, str]) -> str:
    """Return the locale's language if the screen has it, else the empty string (POSIX, 8.2)."""
    name = environ.get(locale_variable(environ), "")
    language = name.partition(".")[0].partition("@")[0].partition("_")[0].lower()
    return language if language in LANGUAGES else ""


def screen_language(settings: Settings, in_language: str) -> str:
    """Return the language of the screen for an event in the language ``in_language`` (BCP 47)."""
    event = in_language.lower().partition("-")[0]
    return settings.language or (event if event in LANGUAGES else "vi")
