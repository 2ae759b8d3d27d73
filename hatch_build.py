"""Hatchling's build hook: compiles the message catalogs, for wheels and for editable installs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogs(root: Path) -> None:
    """Compile every catalog below ``root`` whose compiled form is missing or older than it is."""
    for source in root.glob("tui/locale/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parts[-3], domain=source.stem)
        # Replaced in one step: several processes may compile, and others read, at the same time.
        unfinished = compiled.with_suffix(f".{os.getpid()}")
        with unfinished.open("wb") as file:
            write_mo(file, catalog)
        unfinished.replace(compiled)


class CatalogBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the catalogs before anything is packed."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogs; ``version`` (``standard`` or ``editable``) makes no difference."""
        compile_catalogs(Path(self.root))
