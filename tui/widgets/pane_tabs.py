"""A row of tabs that tells which of several panes is in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tui.widgets.door import shown

_CHOSEN = Style(bold=True, reverse=True)


class PaneTabs(Widget):
    """One line of names, the active one reversed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaneTabs {
        dock: top;
        display: none;
        height: 1;
        margin: 2 0 0 0;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    .-one-pane PaneTabs { display: block; }
    .-middling PaneTabs { margin: 1 0 0 0; }
    .-low PaneTabs { margin: 0; }
    """
    SCOPED_CSS = False  # where they stand depends on the size of the screen

    active: reactive[str] = reactive("")
    """The name of the active tab."""
    counts: reactive[Mapping[str, str]] = reactive(dict)
    """What stands behind the titles: where the cursor is, how much is marked."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, tabs: Sequence[tuple[str, Content]]) -> None:
        super().__init__()
        self.tabs = tabs

    def render(self) -> Content:
        titles = [title for _name, title in self.tabs]
        counted = [self._counted(name, title) for name, title in self.tabs]
        mine = [
            self._counted(name, title) if name == self.active else title
            for name, title in self.tabs
        ]
        # In a very narrow terminal the others are told by their first word, which is their key.
        keys = [title if name == self.active else title.split(" ")[0] for name, title in self.tabs]
        rows = (self._row(counted, " "), self._row(mine, " "), self._row(titles, " "))
        for row in (*rows, self._row(titles), self._row(keys)):
            if row.cell_length <= self.content_size.width:
                break
        return row

    def _counted(self, name: str, title: Content) -> Content:
        count = self.counts.get(name, "")
        return title.append(shown(f" {count}")) if count else title

    def _row(self, titles: Sequence[Content], space: str = "") -> Content:
        row = shown()
        for (name, _title), title in zip(self.tabs, titles, strict=True):
            if row:
                row = row.append(shown("│"))
            style = Style.from_meta({"tab": name})
            tab = shown(space).append(title).append(shown(space))
            row = row.append(tab.stylize(_CHOSEN + style if name == self.active else style))
        return row

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the mouse."""
        name = event.style.meta.get("tab")
        if isinstance(name, str):
            event.stop()
            self.post_message(self.Chosen(name))
