"""The configuration file: ``$XDG_CONFIG_HOME/ktcn-tui/config.toml``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import tomli
from msgspec import Struct

from tui.record.limits import within_limits
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1 << 18
"""A file of more bytes than this is not a configuration file."""


class ConfigFile(Struct, frozen=True):
    """A configuration file as it was found: its text and what that holds, or why it has none."""

    path: str = ""
    source: str = ""
    parsed: dict[str, Any] = {}
    failure: Exception | None = None


def config_path(environ: Mapping[str, str]) -> str:
    """Return where the configuration file is (XDG Base Directory Specification).

    Folders that are not absolute do not count, or the settings would be those of whoever made the
    working folder; without any there is no file, and the answer is empty.
    """
    for variable, below in (("XDG_CONFIG_HOME", ""), ("HOME", ".config")):
        folder = environ.get(variable, "")
        if os.path.isabs(folder):
            return os.path.join(folder, below, "ktcn-tui", "config.toml")
    return ""


def read_config(path: Path | str) -> ConfigFile:
    """Read a configuration file; one that is not there has nothing set."""
    if not path:
        return ConfigFile()
    source, shown = "", clean_line(str(path))
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            raise IsADirectoryError
        with open(path, "rb") as file:
            # The places of mistakes are those of a text whose lines end with a line feed.
            source = file.read(LARGEST + 1).decode("utf-8-sig").replace("\r\n", "\n")
        if len(source) > LARGEST or not within_limits(source):
            raise ValueError
        return ConfigFile(shown, source, tomli.loads(source))
    except (FileNotFoundError, NotADirectoryError):
        return ConfigFile(shown)
    except (OSError, ValueError, RecursionError) as failure:
        return ConfigFile(shown, source, failure=failure)
