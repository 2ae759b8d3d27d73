"""The help: what the keys do where the reader is."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.screen import Screen

from tui.locale import _
from tui.screens.sheet import Sheet
from tui.widgets.door import shown
from tui.widgets.flow import Block, Part
from tui.widgets.key_line import is_typed


class HelpScreen(Sheet[None]):
    """Lists the keys of the screen that it was opened over, with what each does."""

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__()
        self.over = over

    def heading(self) -> Content:
        return shown(_("Help"))

    def blocks(self) -> tuple[Block, ...]:
        return (*self._about(), *self._keys())

    def _about(self) -> tuple[Block, ...]:
        focused = self.over.focused
        about = focused.HELP if focused is not None else None
        return (Block((Part(_(about), look="text"),), id="about"),) if about else ()

    def _keys(self) -> tuple[Block, ...]:
        keys: dict[str, list[str]] = {}
        tooltips: dict[str, str] = {}
        for active in self.over.active_bindings.values():
            binding = active.binding
            if binding.id and binding.tooltip and not is_typed(self.over, binding.key):
                key = self.app.get_key_display(binding)
                keys.setdefault(binding.id, []).append(key)
                tooltips[binding.id] = binding.tooltip
        width = max((len(" ".join(names)) for names in keys.values()), default=0) + 2
        return tuple(
            Block(
                (Part(_(tooltips[name]), look="text", prefix=" ".join(names).ljust(width)),),
                id=name,
                gap=int(number == 0),
            )
            for number, (name, names) in enumerate(keys.items())
        )
