"""The article, and behind it what else the record says: documents, notes, the event, its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from tui.export.labels import FIELDS, SECTIONS
from tui.locale import N_, _
from tui.panes.pane import Pane
from tui.search.event_index import EventIndex
from tui.search.passages import PaneName, Passage
from tui.widgets.flow import Block, Part
from tui.widgets.reader import Reader


class ArticlePane(Reader, Pane):
    """The article of the event."""

    PANE: ClassVar[PaneName] = "article"
    NUMBER: ClassVar[int] = 1
    HELP = N_("The article. Names in it are stops for the cursor: Enter opens their cards.")

    measure = 88

    def __init__(self, index: EventIndex, classes: str = "pane") -> None:
        self._kinds = {
            f"body[{i}]": block.kind for i, block in enumerate(index.record.article.body)
        }
        self._documents = {document.id for document in index.record.documents}
        super().__init__(index, classes)

    def link(self) -> None:
        """Make the names in the text stops of the cursor, and draw them so."""
        mentions = self.index.mentions
        self.names = lambda key: [(name.start, name.end) for name in mentions.within(key)]
        self.redraw(self.in_view())

    def text_to_copy(self) -> str:
        """Return the paragraph that the cursor is in."""
        key = self.standing_key
        return self.index.passages[key].text if key >= 0 else ""

    def make_blocks(self) -> Iterator[Block]:
        section = ""
        if not self.index.record.article.body:
            yield from self._nothing()
        for item, passages in self.items():
            before, section = section, self._section(item)
            if section in SECTIONS:
                if section != before:
                    yield Block((Part(_(SECTIONS[section]), look="heading"),), gap=1)
                yield Block(tuple(self._note_parts(section, passages)), id=item)
            else:
                yield Block(tuple(self._body_parts(item, passages)), id=item, gap=1)

    def _section(self, item: str) -> str:
        return "documents" if item in self._documents else item.partition("[")[0]

    def _body_parts(self, item: str, passages: list[tuple[int, Passage]]) -> Iterator[Part]:
        kind = self._kinds.get(item, "headline")
        for key, passage in passages:
            if passage.field == "headline":
                yield Part(passage.text, key, "title")
            elif kind == "heading":
                yield Part(passage.text, key, "heading")
            elif passage.field == "by":
                yield Part(passage.text, key, "detail", "— ", 2)
            elif kind == "quote":
                yield Part(passage.text, key, "quote", "", 2)
            elif passage.field.startswith("items"):
                yield Part(passage.text, key, "text", "• ")
            elif passage.field.startswith("photos"):
                yield Part(passage.text, key, "detail", "▣ ")
            else:
                yield Part(passage.text, key, "text")

    def _note_parts(self, section: str, passages: list[tuple[int, Passage]]) -> Iterator[Part]:
        for number, (key, passage) in enumerate(passages):
            label = FIELDS.get(f"{section}.{passage.field}")
            prefix = _(label) + " " if label else ""
            if section == "abbreviations":
                prefix = "" if passage.field == "short" else "= "
            look = "title" if number == 0 and section in ("documents", "abbreviations") else "text"
            indent = 2 if number and section in ("documents", "abbreviations", "related") else 0
            yield Part(passage.text, key, look, prefix, indent)
