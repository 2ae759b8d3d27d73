"""The path of a file as it may be shown."""

from __future__ import annotations

import os
from pathlib import Path

from tui.text.cleaning import clean_line


def shown_path(path: bytes) -> str:
    """Return the path of a file as it may be shown, from the folder here if below it."""
    here = f"{Path.cwd()}".rstrip("/") + "/"
    return clean_line(os.fsdecode(path).removeprefix(here))
