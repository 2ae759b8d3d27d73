"""Hatchling's build hook: compiles the message catalogs, and makes the manual pages of wheels."""

from __future__ import annotations

import os
import sys
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


MANUALS = {"en": "share/man/man1", "vi": "share/man/vi/man1"}
"""Where the manual page of each language is installed, below the prefix."""


def write_manuals(root: Path, folder: Path) -> dict[str, str]:
    """Write the manual pages into ``folder``; return for each file where it is installed."""
    sys.path.insert(0, str(root))
    from tui.commands.man_page import man_page

    installed: dict[str, str] = {}
    for language, place in MANUALS.items():
        page = folder / language / "ktcn-tui.1"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(man_page(language), "utf-8")
        installed[str(page)] = f"{place}/{page.name}"
    return installed


class CatalogBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes what is packed out of the messages."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogs; for a wheel (``version`` is ``standard``) make the manuals too."""
        root = Path(self.root)
        compile_catalogs(root)
        if version == "standard":
            build_data["shared_data"].update(write_manuals(root, root / "build" / "man"))
