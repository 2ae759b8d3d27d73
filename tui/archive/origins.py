"""Where the texts of a dossier come from."""

from __future__ import annotations

from msgspec import Struct

from tui.archive.store import EventRow
from tui.document.model import SectionName, Text


class Origin(Struct, frozen=True):
    """A place in an event: the address of a text of its document."""

    event: EventRow
    section: SectionName = "article"
    item: str = ""
    field: str = ""


class Origins:
    """Collects where texts come from, by their item and field."""

    def __init__(self) -> None:
        self.by_text: dict[tuple[str, str], Origin] = {}

    def add(
        self,
        text: Text,
        event: EventRow,
        section: SectionName = "article",
        item: str = "",
        field: str = "",
    ) -> None:
        """Remember where a text comes from."""
        self.by_text[text.item, text.field] = Origin(event, section, item, field)
