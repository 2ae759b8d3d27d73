"""The line of keys at the foot of a screen."""

from __future__ import annotations

from itertools import chain
from typing import Any

from textual import events
from textual.binding import ActiveBinding
from textual.keys import format_key, key_to_character
from textual.screen import Screen
from textual.style import Style

from tui.locale import _
from tui.terminal.window import fitting
from tui.widgets.door import Piece, shown
from tui.widgets.keys import TABLE
from tui.widgets.text_line import TextLine

_KEY = Style(bold=True)
_DIM = Style(dim=True)
_MOST_SAID = 1000
"""Characters: more than any line shows."""


class KeyLine(TextLine):
    """Shows the keys that work now, as buttons for the mouse too, or for a moment a message."""

    DEFAULT_CSS = """
    KeyLine { background: $panel; color: $foreground; }
    KeyLine:ansi { background: ansi_default; color: ansi_default; }
    """

    _saying = False

    def on_mount(self) -> None:
        # It comes when the focus is set, before the first frame; without a focus, at a resize.
        self.screen.bindings_updated_signal.subscribe(self, self.show_keys)

    def say(self, message: str) -> None:
        """Show a message in place of the keys until :meth:`be_quiet`."""
        self._saying = True
        self.content = shown((message, _KEY))

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard of the reader's terminal and say so."""
        self.app.copy_to_clipboard(text)
        copied = fitting(text)
        said = " ".join(copied[:_MOST_SAID].split())
        if copied is text:
            self.say(_("Copied: {text}").format(text=said))
        else:
            cut = _("Copied only the first {n} characters, as terminals take no more: {text}")
            self.say(cut.format(n=len(copied), text=said))

    def be_quiet(self) -> None:
        """Show the keys again; a screen calls it at each key."""
        if self._saying:
            self._saying = False
            self.show_keys(self.screen)

    def show_keys(self, screen: Screen[Any]) -> None:
        """Show the keys of the bindings that are to be shown, those of one description together."""
        if self._saying:
            return
        groups: dict[str, list[tuple[str, str, bool]]] = {}
        seen: set[str | None] = set()
        for active in _in_order(screen):
            binding = active.binding
            if binding.show and binding.id not in seen and not is_typed(screen, binding.key):
                seen.add(binding.id)
                name = self.app.get_key_display(binding)
                group = groups.setdefault(_(binding.description), [])
                group.append((name, binding.key, active.enabled))
        hints: list[list[Piece]] = []
        for description, keys in groups.items():
            enabled = any(enabled for _name, _key, enabled in keys)
            press = next((key for _name, key, enabled in keys if enabled), "")
            style = Style.from_meta({"key": press}) if enabled else _DIM
            hints.append([*_buttons(keys), (f" {description}", style), "  "])
        pieces = self._fitting(hints)
        content = shown(*pieces).rstrip()
        if not content.is_same(self.content):
            self.content = content

    def _fitting(self, hints: list[list[Piece]]) -> list[Piece]:
        """Return as many hints as there is room for, and always the last: it is the help."""
        hints = hints.copy()
        while len(hints) > 2 and self.content_size.width:
            if shown(*chain(*hints)).cell_length - 2 <= self.content_size.width:
                break
            del hints[-2]
        return list(chain(*hints))

    def on_resize(self) -> None:
        """What fits has changed."""
        self.show_keys(self.screen)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("key")
        if isinstance(key, str):
            event.stop()
            self.app.simulate_key(key)


def _in_order(screen: Screen[Any]) -> list[ActiveBinding]:
    """Return the bindings, those that come before the focused widget's in the order of the table.

    Textual has such a key where the widget has its own of the same name.
    """
    found = list(screen.active_bindings.values())
    first = [
        place
        for place, active in enumerate(found)
        if active.node is screen and active.binding.priority and active.binding.show
    ]
    in_order = sorted((found[place] for place in first), key=_place_in_table)
    for place, active in zip(first, in_order, strict=True):
        found[place] = active
    return found


def _place_in_table(active: ActiveBinding) -> tuple[int, bool]:
    """Return where a binding stands in the table, and whether its key is not the first of it."""
    for place, key in enumerate(TABLE):
        if key.id == active.binding.id:
            return place, active.binding.key != key.keys.partition(",")[0]
    return len(TABLE), False


def is_typed(screen: Screen[Any], key: str) -> bool:
    """Tell whether a key is text to what has the focus, and so never reaches its binding."""
    focused = screen.focused
    name = format_key(key)
    # Textual finds no character for "slash", but shows it as one.
    character = key_to_character(key) or (name if len(name) == 1 and name.isascii() else None)
    return focused is not None and focused.check_consume_key(key, character)


def _buttons(keys: list[tuple[str, str, bool]]) -> list[Piece]:
    names = [name for name, _key, _enabled in keys]
    if len(names) > 2 and all(name.isdigit() for name in names):
        return [(f"{names[0]}-{names[-1]}", _KEY + Style.from_meta({"key": keys[0][1]}))]
    pieces: list[Piece] = []
    for number, (name, key, enabled) in enumerate(keys):
        if number:
            pieces.append(" ")
        style = _KEY + Style.from_meta({"key": key}) if enabled else _DIM
        pieces.append((name, style))
    return pieces
