"""The palette: every action, person, organisation, agreement, photo, heading and theme by name."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.widgets import Input

from tui.document.model import Document, Text
from tui.document.texts import Texts
from tui.locale import _
from tui.screens.palette_rows import Choice, Row, UseTheme, rows
from tui.screens.sheet import Sheet
from tui.search.find import by_rank, find
from tui.widgets.flow import Block, Part
from tui.widgets.flow_view import FlowView
from tui.widgets.keys import bindings
from tui.widgets.search_input import SearchInput


class PaletteScreen(Sheet[Choice]):
    """Finds by the words typed, as the search bar does; it answers with what was chosen."""

    BINDINGS = bindings("palette")

    def __init__(self, over: Screen[Any], document: Document | None) -> None:
        self.rows: tuple[Row, ...] = tuple(rows(over, document))
        self.kind_width = max(len(row.kind) for row in self.rows)
        super().__init__(_("Palette"), [self._block(number) for number in range(len(self.rows))])
        self.theme_before = over.app.theme
        """The theme to return to when none is chosen."""
        self.texts = Texts(
            Text("participants", str(number), field, words)
            for number, row in enumerate(self.rows)
            for field, words in (("name", row.name), ("alias", f"{row.kind} {row.aliases}"))
        )

    def compose_head(self) -> ComposeResult:
        yield SearchInput(placeholder=_("Type a name or an action"))

    def on_mount(self) -> None:
        self.items.cursor_stays = True
        self.set_focus(self.query_one(SearchInput))

    def _block(self, number: int, spans: tuple[tuple[int, int], ...] = ()) -> Block:
        row = self.rows[number]
        kind = row.kind.ljust(self.kind_width) + "  "
        return Block((Part(row.name, look="text", spans=spans, prefix=kind),), id=str(number))

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        event.stop()
        if not event.value.strip():
            self.items.blocks = tuple(self._block(number) for number in range(len(self.rows)))
            return
        names: dict[int, list[tuple[int, int]]] = {}
        others: dict[int, list[tuple[int, int]]] = {}
        for hit in by_rank(find(self.texts, event.value).hits):
            number, is_alias = divmod(hit.text, 2)
            if is_alias:
                others.setdefault(number, [])
            else:
                names.setdefault(number, []).append((hit.start, hit.end))
        found = names | {number: spans for number, spans in others.items() if number not in names}
        nothing = (Block((Part(_("Nothing has this name."), look="label"),)),)
        self.items.blocks = (
            tuple(self._block(number, tuple(sorted(spans))) for number, spans in found.items())
            or nothing
        )
        self.items.action_end(-1)

    def action_items(self, action: str, *parameters: int) -> None:
        """Move in the list while the keyboard stays in the search line."""
        if action == "move":
            self.items.action_move(*parameters)
        elif action == "page":
            self.items.action_page(*parameters)
        else:
            self.items.action_choose()

    @on(FlowView.Moved)
    def _moved(self, event: FlowView.Moved) -> None:
        """Show what a theme looks like while the cursor is on it."""
        event.stop()
        choice = self._choice()
        self.app.theme = choice.theme if isinstance(choice, UseTheme) else self.theme_before

    def _choice(self) -> Choice | None:
        item = self.items.item
        return self.rows[int(item)].choice if item else None

    @on(FlowView.Chosen)
    def _chosen(self, event: FlowView.Chosen) -> None:
        event.stop()
        if self.is_active and (choice := self._choice()) is not None:
            self.dismiss(choice)

    def dismiss(self, result: Choice | None = None) -> AwaitComplete:
        """Close with what was chosen; a theme that was only looked at is taken back."""
        if not isinstance(result, UseTheme):
            self.app.theme = self.theme_before
        return super().dismiss(result)
