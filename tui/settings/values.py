"""What a configuration file sets, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import tomli
from msgspec import Struct

from tui.locale import LANGUAGES, _
from tui.locale.system import reason
from tui.settings.file import ConfigFile
from tui.settings.themes import THEMES
from tui.text.budget import Budget
from tui.text.cleaning import clean_line
from tui.text.near_words import UNITS, nearest

KNOWN = ("theme", "language", "editor", "keys")
"""All settings of the file; ``keys`` is a table: the id of a binding, and its key or keys."""


class Values(Struct, frozen=True):
    """The settings of a file; ``wrong`` has a sentence for each that cannot be."""

    language: str = ""
    theme: str = ""
    editor: str = ""
    keys: dict[str, str] = {}
    wrong: tuple[str, ...] = ()


def values_of(config: ConfigFile) -> Values:
    """Return what a file sets, with a sentence for each setting that cannot be."""
    wrong = list(_failures(config))
    parsed = config.parsed
    if isinstance(config.failure, tomli.TOMLDecodeError):
        from tui.settings.places import understood

        parsed = understood(config.source)
    suggestions = Budget(UNITS)
    texts: dict[str, str] = {}
    keys: dict[str, str] = {}
    for name, value in parsed.items():
        if name not in KNOWN:
            wrong.append(f"{origin(config, name)}: {_unknown(name, suggestions)}")
        elif name == "keys":
            wrong += _keys(config, value, keys)
        elif not isinstance(value, str):
            wrong.append(f"{origin(config, name)}: " + _("write text in quotes."))
        elif value and (sentence := WRONG[name](value)):
            wrong.append(f"{origin(config, name)}: {sentence}")
        else:
            texts[name] = value
    return Values(**texts, keys=keys, wrong=tuple(wrong))


def origin(config: ConfigFile, name: str) -> str:
    """Return where in the file a setting stands, to begin a sentence about it."""
    from tui.settings.places import lines  # only what is wrong has to be placed

    line = lines(config.source).get(name, 1)
    return f"{config.path}:{line}: {clean_line(name)}"


def no_language(value: str) -> str:
    """Return a sentence that says what the language can be; empty if it can be this."""
    if value in LANGUAGES:
        return ""
    return _("there is no language “{value}”; write one of: {known}.").format(
        value=clean_line(value), known=", ".join(LANGUAGES)
    )


def no_theme(value: str) -> str:
    """Return a sentence that says what the theme can be; empty if it can be this."""
    if value in THEMES:
        return ""
    return _("there is no theme “{theme}”; write one of: {known}.").format(
        theme=clean_line(value), known=", ".join(THEMES)
    )


def _no_editor(command: str) -> str:
    from tui.settings.editor import no_editor  # few have the setting

    return no_editor(command)


WRONG: Mapping[str, Callable[[str], str]] = {
    "language": no_language,
    "theme": no_theme,
    "editor": _no_editor,
}
"""What is wrong with the value of a setting that is a text, as a sentence, or nothing."""


def _keys(config: ConfigFile, table: object, keys: dict[str, str]) -> Iterator[str]:
    """Put the key map of a file into ``keys``; yield what is wrong with it."""
    if not isinstance(table, dict):
        yield f"{origin(config, 'keys')}: " + _(
            "write a table: [keys], and below it one line per key."
        )
        return
    for name, value in _flat(table):
        asked = value if isinstance(value, list) else [value]
        if asked and all(isinstance(key, str) and key for key in asked):
            # A comma divides keys, so among others it goes by its name.
            named = ["comma" if key == "," and len(asked) > 1 else key for key in asked]
            keys[name] = ",".join(named)
        else:
            sentence = _('write a key in quotes, such as "f2", or several: ["f2", "x"].')
            yield f"{origin(config, f'keys.{name}')}: {sentence}"


def _flat(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values of a table: TOML reads ``a.b = "x"`` as a table in a table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value


def _unknown(name: str, suggestions: Budget) -> str:
    if near := nearest(name, KNOWN, suggestions):
        return _("there is no such setting; did you mean “{near}”?").format(near=near)
    return _("there is no such setting; remove it. Known: {known}.").format(known=", ".join(KNOWN))


def _failures(config: ConfigFile) -> Iterator[str]:
    """Yield why a file could not be read, each mistake of TOML with its place."""
    failure = config.failure
    if failure is None:
        return
    if isinstance(failure, tomli.TOMLDecodeError):
        from tui.record.diagnosis.places import Places
        from tui.settings.places import tree

        places = Places(config.source)
        for slip in tree(config.source).slips:
            line, column = places.line_and_column(slip.start)
            yield f"{config.path}:{line}:{column}: {slip.reason} {slip.expected}"
        return
    if isinstance(failure, UnicodeDecodeError):
        why = _("it is not in UTF-8; save it again as UTF-8")
    elif isinstance(failure, OSError):
        why = reason(failure) if failure.errno else _("it is not an ordinary file")
    else:
        why = _("it is too large or too deeply nested")
    yield f"{config.path}: " + _("the settings cannot be read: {reason}.").format(reason=why)
