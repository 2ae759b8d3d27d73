"""The configuration file: ``$XDG_CONFIG_HOME/ktcn-tui/config.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli
from msgspec import Struct

from tui.locale import LANGUAGES, _
from tui.locale.system import reason
from tui.text.cleaning import clean_line
from tui.text.near_words import nearest

KNOWN = ("theme", "language", "keys")
"""All settings of the file; ``keys`` is a table: the id of a binding, and its key or keys."""

LARGEST = 1 << 18
"""More bytes than this are no configuration file."""

_PART = r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[\w-]+)"""
_HEADER = rf"(?a)\s*\[\s*{_PART}(?:\s*\.\s*{_PART})*\s*(?=\])"
_KEY = rf"(?a)\s*{_PART}(?:\s*\.\s*{_PART})*\s*="


class SettingsError(Exception):
    """Wrong settings: ``sentences`` say what is wrong with each, where, and what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


class ConfigFile(Struct, frozen=True):
    """A configuration file as it was found: its text and what that holds, or why it has none."""

    path: str
    source: str = ""
    parsed: dict[str, Any] = {}
    failure: Exception | None = None


class Values(Struct, frozen=True):
    """The settings of a file; ``wrong`` has a sentence for each that cannot be."""

    language: str
    theme: str
    keys: dict[str, str]
    origins: dict[str, str]
    wrong: list[str]


def config_path(environ: Mapping[str, str]) -> Path:
    """Return where the configuration file is (XDG Base Directory: a relative folder counts not)."""
    folder = environ.get("XDG_CONFIG_HOME", "")
    base = Path(folder) if folder.startswith("/") else Path(environ.get("HOME", "/"), ".config")
    return base / "ktcn-tui" / "config.toml"


def read(path: Path) -> ConfigFile:
    """Read a configuration file; one that is not there has nothing set."""
    source, shown = "", clean_line(str(path))
    try:
        if path.exists() and not path.is_file():
            raise IsADirectoryError
        with path.open("rb") as file:
            source = file.read(LARGEST + 1).decode("utf-8-sig")
        if len(source) > LARGEST:
            raise ValueError
        return ConfigFile(shown, source, tomli.loads(source))
    except (FileNotFoundError, NotADirectoryError):
        return ConfigFile(shown)
    except (OSError, ValueError, RecursionError) as failure:
        return ConfigFile(shown, source, failure=failure)


def values(config: ConfigFile) -> Values:
    """Return what a file sets, with a sentence for each setting that cannot be."""
    found = Values("", "", {}, {}, [])
    if config.failure is not None:
        found.wrong.append(_failure(config, config.failure))
        return found
    origins = found.origins
    texts: dict[str, str] = {}
    for name, value in config.parsed.items():
        origins[name] = origin = _origin(config, (name,))
        if name not in KNOWN:
            found.wrong.append(f"{origin}: {_unknown(name)}")
        elif name == "keys":
            _keys(config, value, found)
        elif isinstance(value, str):
            texts[name] = value
        else:
            found.wrong.append(f"{origin}: " + _("write a text in quotes."))
    language = texts.get("language", "")
    if language and language not in LANGUAGES:
        found.wrong.append(f"{origins['language']}: {no_language(language)}")
    return Values(language, texts.get("theme", ""), found.keys, origins, found.wrong)


def no_language(value: str) -> str:
    """Return a sentence that says what the language can be."""
    return _("the screen has no language “{value}”; write one of: {known}.").format(
        value=clean_line(value), known=", ".join(LANGUAGES)
    )


def _keys(config: ConfigFile, table: object, found: Values) -> None:
    if not isinstance(table, dict):
        origin = found.origins["keys"]
        found.wrong.append(f"{origin}: " + _("write a table: [keys], and below it a line a key."))
        return
    for path, value in _flat(table):
        origin = _origin(config, ("keys", *path))
        keys = value if isinstance(value, list) else [value]
        if keys and all(isinstance(key, str) and key for key in keys):
            binding = ".".join(path)
            found.keys[binding] = ",".join(keys) if len(keys) > 1 else keys[0]
            found.origins[f"keys.{binding}"] = origin
        else:
            sentence = _('write a key in quotes, such as "f2", or several: ["f2", "x"].')
            found.wrong.append(f"{origin}: {sentence}")


def _flat(
    table: dict[str, Any], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the values of a table: TOML reads ``a.b = "x"`` as a table in a table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, (*path, name))
        else:
            yield (*path, name), value


def _unknown(name: str) -> str:
    if near := nearest(name, KNOWN):
        return _("there is no such setting; did you mean “{near}”?").format(near=near)
    return _("there is no such setting; remove it. Known: {known}.").format(known=", ".join(KNOWN))


def _failure(config: ConfigFile, failure: Exception) -> str:
    """Return a sentence that says why a file could not be read."""
    if isinstance(failure, tomli.TOMLDecodeError):
        place = f"{config.path}:{failure.lineno}:{failure.colno}"
        return f"{place}: " + _("this is not TOML; check the quotes, the brackets and the “=”.")
    if isinstance(failure, UnicodeDecodeError):
        why = _("it is not in UTF-8; save it again as UTF-8")
    elif isinstance(failure, OSError):
        why = reason(failure) if failure.errno else _("it is no ordinary file")
    else:
        why = _("it is too large or too deeply nested")
    return f"{config.path}: " + _("the settings cannot be read: {reason}.").format(reason=why)


def _origin(config: ConfigFile, keys: tuple[str, ...]) -> str:
    line = _lines(config.source).get(keys, 1)
    return f"{config.path}:{line}: {clean_line('.'.join(keys))}"


def _lines(source: str) -> dict[tuple[str, ...], int]:
    """Return the line, from 1, of each key and table of a file that is valid TOML."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(source.split("\n"), 1):
        if header := re.match(_HEADER, line):
            here = table = _path(f"{header[0]}]")
        elif key := re.match(_KEY, line):
            here = (*table, *_path(f"{key[0]} 0"))
        else:
            continue
        for length in range(1, len(here) + 1):
            found.setdefault(here[:length], number)
    return found


def _path(statement: str) -> tuple[str, ...]:
    """Return the parts of the key of a statement of TOML; tomli knows about quotes and escapes."""
    path: list[str] = []
    value: object = tomli.loads(statement)
    while isinstance(value, dict) and value:
        ((name, value),) = value.items()
        path.append(name)
    return tuple(path)
