"""The files that come with the program: beside the package when installed, else in the checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

EVENT = "2022-01-18-ky-ket-khcn-hai-phong.toml"


def bundled(name: str = EVENT) -> Path:
    """Return the path of a file that comes with the program, the event's if none is named."""
    from pathlib import Path  # a command that was given a file is quicker without

    package = Path(__file__).parent.parent
    installed = package / "data" / name
    return installed if installed.exists() else package.parent / "data" / name
