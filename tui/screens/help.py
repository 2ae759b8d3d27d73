"""The help: what the keys do where the reader is, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.screen import Screen

from tui.document.periods import SIGNS, STATES
from tui.locale import N_, _
from tui.screens.sheet import Sheet
from tui.widgets.edge import THUMB, TICK
from tui.widgets.flow import Block, Part
from tui.widgets.flow_lines import CURSOR
from tui.widgets.flow_view import FlowView
from tui.widgets.key_line import is_typed
from tui.widgets.keys import PURPOSES, Purpose, purpose_of

_SIGNS = (
    (CURSOR.strip(), N_("where the cursor is")),
    (THUMB, N_("at the edge: which part of the pane is in view")),
    (TICK, N_("at the edge: a hit or a mention out of view")),
    ("▣", N_("a photo")),
    *((SIGNS[state], STATES[state]) for state in SIGNS),
)


class HelpScreen(Sheet[None]):
    """Lists the keys of the screen that it was opened over, with what each does."""

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__(_("Help"), (*_about(over), *_keys(over), *_legend()))
        self.items.can_choose = False


def _about(over: Screen[Any]) -> Iterator[Block]:
    focused = over.focused
    if isinstance(focused, FlowView) and focused.about:
        yield Block((Part(_(focused.about), look="text"),), id="about")


def _keys(over: Screen[Any]) -> Iterator[Block]:
    """Yield the keys in groups by what they are for, those that do nothing here left out."""
    keys: dict[str, list[str]] = {}
    tooltips: dict[str, str] = {}
    for active in over.active_bindings.values():
        binding = active.binding
        typed = is_typed(over, binding.key)
        if binding.id and binding.tooltip and active.enabled and not typed:
            keys.setdefault(binding.id, []).append(over.app.get_key_display(binding))
            tooltips[binding.id] = binding.tooltip
    groups: dict[Purpose, list[str]] = {purpose: [] for purpose in PURPOSES}
    for name in keys:
        groups[purpose_of(name)].append(name)
    width = max((len(" ".join(names)) for names in keys.values()), default=0) + 2
    for purpose, names in groups.items():
        if names:
            yield Block((Part(_(PURPOSES[purpose]), look="heading"),), gap=1, heading=True)
        for name in names:
            prefix = " ".join(keys[name]).ljust(width)
            yield Block((Part(_(tooltips[name]), look="text", prefix=prefix),), id=name)


def _legend() -> Iterator[Block]:
    yield Block((Part(_("Signs"), look="heading"),), gap=1, heading=True)
    for sign, meaning in _SIGNS:
        yield Block((Part(_(meaning), look="text", prefix=f"{sign}  "),), id=sign)
