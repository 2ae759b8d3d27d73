"""The palette: every action, and every person, organisation, agreement and photo by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from tui.document.model import Document, Text
from tui.document.naming import display_name, kind_name
from tui.document.texts import Texts
from tui.locale import N_, _
from tui.screens.sheet import Sheet
from tui.search.find import by_rank, find
from tui.widgets.door import shown
from tui.widgets.flow import Block, Part
from tui.widgets.flow_view import FlowView
from tui.widgets.search_input import SearchInput


class _Entry(Struct, frozen=True):
    """Something to choose: an action by its key, an entity by its id, or a theme by its name."""

    name: str
    kind: str
    """What it is, in a word, or the key of an action."""
    key: str = ""
    entity: str = ""
    theme: str = ""


class PaletteScreen(Sheet[None]):
    """Finds by the words typed, as the search bar does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "up",
            "items('move', -1)",
            N_("Up"),
            id="palette.up",
            show=False,
            tooltip=N_("A line up"),
        ),
        Binding(
            "down",
            "items('move', 1)",
            N_("Down"),
            id="palette.down",
            show=False,
            tooltip=N_("A line down"),
        ),
        Binding(
            "pageup",
            "items('page', -1)",
            N_("Page up"),
            id="palette.page_up",
            show=False,
            tooltip=N_("A screenful up"),
        ),
        Binding(
            "pagedown",
            "items('page', 1)",
            N_("Page down"),
            id="palette.page_down",
            show=False,
            tooltip=N_("A screenful down"),
        ),
        Binding(
            "enter",
            "items('choose')",
            N_("choose"),
            id="palette.choose",
            tooltip=N_("Do what the line says, or go to what it names"),
        ),
    ]

    def __init__(self, over: Screen[Any], document: Document) -> None:
        super().__init__()
        self.over = over
        self.document = document
        self.entries: tuple[_Entry, ...] = ()
        self.passages = Texts(())
        self.kind_width = 0

    def heading(self) -> Content:
        return shown(_("Palette"))

    def compose_head(self) -> ComposeResult:
        yield SearchInput(placeholder=_("Type a name or an action"))

    def blocks(self) -> tuple[Block, ...]:
        self.entries = tuple(self._entries())
        self.kind_width = max(len(entry.kind) for entry in self.entries)
        self.passages = Texts(
            Text("participants", str(number), "name", entry.name)
            for number, entry in enumerate(self.entries)
        )
        return tuple(self._block(number) for number in range(len(self.entries)))

    def on_mount(self) -> None:
        self.items.cursor_stays = True
        self.set_focus(self.query_one(SearchInput))

    def _entries(self) -> Iterator[_Entry]:
        seen: set[str] = set()
        for active in self.over.active_bindings.values():
            binding = active.binding
            if binding.id and binding.tooltip and active.enabled and binding.id not in seen:
                seen.add(binding.id)
                yield _Entry(_(binding.tooltip), self.app.get_key_display(binding), key=binding.key)
        for entity in self.document.things.values():
            yield _Entry(display_name(entity), kind_name(entity), entity=entity.id)
        for theme in self.app.available_themes:
            yield _Entry(theme, _("Theme"), theme=theme)

    def _block(self, number: int, spans: tuple[tuple[int, int], ...] = ()) -> Block:
        entry = self.entries[number]
        kind = entry.kind.ljust(self.kind_width) + "  "
        return Block((Part(entry.name, look="text", spans=spans, prefix=kind),), id=str(number))

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        event.stop()
        if not event.value.strip():
            self.items.blocks = tuple(self._block(number) for number in range(len(self.entries)))
            return
        spans: dict[int, list[tuple[int, int]]] = {}
        for hit in by_rank(find(self.passages, event.value).hits):
            spans.setdefault(hit.text, []).append((hit.start, hit.end))
        nothing = (Block((Part(_("Nothing has this name."), look="label"),)),)
        self.items.blocks = (
            tuple(self._block(n, tuple(sorted(found))) for n, found in spans.items()) or nothing
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

    @on(FlowView.Chosen)
    def _chosen(self, event: FlowView.Chosen) -> None:
        event.stop()
        if not event.view.item or not self.is_active:
            return
        entry = self.entries[int(event.view.item)]
        self.dismiss(None)
        if entry.theme:
            self.app.theme = entry.theme
        elif entry.entity:
            from tui.screens.event import EventScreen

            for screen in self.app.screen_stack:
                if isinstance(screen, EventScreen):
                    screen.open_card(entry.entity)
        else:
            self.app.call_later(self.app.simulate_key, entry.key)
