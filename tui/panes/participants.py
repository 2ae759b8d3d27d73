"""The people and organisations of the event, in groups."""

from __future__ import annotations

from typing import ClassVar

from tui.document.model import SectionName
from tui.locale import N_
from tui.panes.pane import Pane
from tui.widgets.item_list import ItemList


class ParticipantsPane(ItemList, Pane):
    """Who took part."""

    PANE: ClassVar[SectionName] = "participants"
    NUMBER: ClassVar[int] = 2
    HELP = N_("Who took part: people with their offices, and organisations.")
