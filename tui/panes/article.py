"""The article, and behind it what else the record says: documents, notes, the event, its source."""

from __future__ import annotations

from typing import ClassVar

from tui.document.model import SectionName
from tui.locale import N_
from tui.panes.pane import Pane
from tui.search.mentions import Mentions
from tui.widgets.reader import Reader


class ArticlePane(Reader, Pane):
    """The article of the event."""

    PANE: ClassVar[SectionName] = "article"
    NUMBER: ClassVar[int] = 1
    HELP = N_("The article. Names in it are stops for the cursor: Enter opens their cards.")

    measure = 88

    def link(self, mentions: Mentions) -> None:
        """Make the names in the text stops of the cursor, and draw them so."""
        self.names = lambda key: [(name.start, name.end) for name in mentions.within(key)]
        self.redraw(self.in_view())

    def text_to_copy(self) -> str:
        """Return the paragraph that the cursor is in."""
        key = self.standing_key
        return self.document.texts[key].words if key >= 0 else ""
