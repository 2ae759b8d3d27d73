"""Pages looked at in Chromium, with axe-core."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.export.node import package

LOOK = Path(__file__).with_name("look.mjs")


def looked_at(paths: Sequence[Path], *, with_axe: bool = True) -> dict[Path, dict[str, Any]]:
    """Return what Chromium tells of pages, and axe-core if it is wanted: see ``look.mjs``.

    Skips the test that needs it where one of them is missing.
    """
    if (chromium := shutil.which("chromium")) is None:
        pytest.skip("chromium is not installed")
    axe = package("axe-core") / "axe.min.js" if with_axe else ""
    package("puppeteer-core")
    told = subprocess.run(
        ["node", LOOK, chromium, axe, "", *paths],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert told.returncode == 0, told.stderr
    return {Path(path): seen for path, seen in json.loads(told.stdout).items()}
