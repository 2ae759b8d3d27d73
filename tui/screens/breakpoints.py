"""The classes by which style sheets tell sizes apart."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen

from tui.locale import _
from tui.widgets.door import shown

HORIZONTAL = [(0, "-no-room"), (20, "-one-pane"), (110, "-two-columns"), (160, "-three-columns")]
VERTICAL = [(0, "-no-height"), (5, "-low"), (12, "-middling"), (24, "-high")]
"""Of the screen of a document: the least cells of a class, and its name."""


def breakpoint_classes(screen: Screen[Any], size: Size) -> str:
    """Return the classes of a screen in a terminal of ``size``.

    Known at once, the breakpoints cost no second pass over all styles.
    """
    return " ".join(
        [name for least, name in breakpoints or [] if cells >= least][-1]
        for cells, breakpoints in (
            (size.width, screen.HORIZONTAL_BREAKPOINTS),
            (size.height, screen.VERTICAL_BREAKPOINTS),
        )
    )


def sentence_without_room(screen: Screen[Any]) -> Content:
    """Return what a screen says where there is no room for anything that lies on it."""
    has_none = screen.has_class("-no-room") or screen.has_class("-no-height")
    return shown(_("The terminal is too small.")) if has_none else shown()
