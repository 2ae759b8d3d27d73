"""Programs of Node that some tests run; they are looked for in NODE_PATH, and never fetched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def package(name: str) -> Path:
    """Return the folder of a package of Node, or skip the test that needs it."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        if folder and (Path(folder) / name).is_dir():
            return Path(folder) / name
    pytest.skip(f"{name}, a package of Node, is not in NODE_PATH")
