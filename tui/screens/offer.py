"""A line to copy, such as the one of the configuration that keeps a theme."""

from __future__ import annotations

from tui.locale import _
from tui.screens.sheet import Sheet
from tui.widgets.flow import Block, Part
from tui.widgets.key_line import KeyLine
from tui.widgets.keys import bindings


class OfferScreen(Sheet[None]):
    """Shows a line of the configuration file, which ``y`` copies."""

    BINDINGS = bindings("card")

    def __init__(self, title: str, line: str) -> None:
        why = _("To keep it, add this line to the configuration file:")
        super().__init__(
            title, [Block((Part(why, look="label"), Part(line, look="title")), "line")]
        )
        self.line = line
        self.items.can_choose = False

    def action_copy(self) -> None:
        """Copy the line."""
        self.query_one(KeyLine).copy(self.line)
