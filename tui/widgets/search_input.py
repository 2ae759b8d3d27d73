"""The line in which a query is typed, right for every Vietnamese input method.

Unikey, EVKey, OpenKey and ibus-bamboo rewrite a syllable by backspaces and letters in one burst.
Textual's ``Input`` inserts letters at once but lets a backspace bubble up to its binding, which
therefore runs after the letters that follow it (Textualize/textual issue 6605). Here every key that
edits the line does so before the next one is looked at.
"""

from __future__ import annotations

from unicodedata import category, combining

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import Reactive, var
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.text.canonical import canonical
from tui.text.cleaning import clean
from tui.text.graphemes import end_of_grapheme, start_of_grapheme
from tui.widgets.keys import bindings

MAX_LENGTH = 1_000
"""Characters that the line holds; what is more is cut off."""

_MAX_CODE_POINTS = 5 * MAX_LENGTH  # a letter, two marks of quality and tone, and some to spare
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co"))


class SearchInput(Input):
    """An ``Input`` of one line in canonical form (S1 of docs/search.md), with its earlier values.

    Letters and marks typed one by one join into letters, and the cursor stands between letters
    only. Control and format characters never enter; line ends become spaces.
    """

    BINDINGS = bindings("line")

    virtual_size: Reactive[Size] = Reactive(Size())
    """How wide the text is: no letter lays out the screen again, as that of an ``Input`` would."""

    history: var[tuple[str, ...]] = var(())
    """Earlier values for Up and Down, the last one last."""

    def __init__(
        self,
        value: str | None = None,
        placeholder: str = "",
        *,
        history: tuple[str, ...] = (),
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        self._typed = ""
        """What was typed just before the cursor, if nothing else was done since: code points."""
        self._draft = ""
        self._recalled: str | None = None
        self._place = 0
        super().__init__(value, placeholder, id=id, classes=classes)
        self.set_reactive(SearchInput.history, history)
        self.cursor_blink = False

    async def on_key(self, event: events.Key) -> None:
        event.prevent_default()
        character = event.character or ""
        if character and category(character[0]) != "Cc" and not event.key.startswith("alt+"):
            event.stop()
            self._type(character)
            return
        active = self.screen.active_bindings.get(event.key)
        if active is None or active.node is not self or not active.enabled:
            return
        if await self.app.run_action(active.binding.action, self):
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(event.text, *self.selection)

    def reading_place(self) -> Offset:
        """Return the cell of the screen where letters are typed, as it is when it is drawn."""
        return self.cursor_screen_offset

    def validate_value(self, value: str) -> str:
        """Return what the line holds when ``value`` is put in."""
        return _line(value)[:MAX_LENGTH]

    def validate_selection(self, selection: Selection) -> Selection:
        """Return ``selection`` with its ends on borders of letters, moved on the way they went."""
        return Selection(*map(self._border, super().validate_selection(selection), self.selection))

    def _border(self, position: int, before: int) -> int:
        if position < before:
            return start_of_grapheme(self.value, position)
        return end_of_grapheme(self.value, position)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put ``text`` in place of ``[start, end)`` and the cursor after it."""
        start, end = sorted((max(0, start), min(len(self.value), end)))
        kept = MAX_LENGTH - len(self.value) + end
        super().replace(_line(self.value[:start] + text)[:kept], 0, end)

    def delete(self, start: int, end: int) -> None:
        """Delete the letters that ``[start, end)`` touches."""
        start, end = sorted((max(0, start), min(len(self.value), end)))
        super().delete(start_of_grapheme(self.value, start), end_of_grapheme(self.value, end))

    def action_delete_left(self) -> None:
        """Delete what is selected, or the last code point typed, or the letter before the cursor.

        An input method that types marks after letters takes each of them back by a backspace.
        """
        typed, cursor = self._typed, self.cursor_position
        if not self.selection.is_empty:
            self.delete_selection()
        elif typed:
            self._retype(typed[:-1], cursor - len(_line(typed)), cursor)
        else:
            self.delete(cursor - 1, cursor)

    def _type(self, text: str) -> None:
        """Put ``text``, one key's, in place of what is selected or at the cursor."""
        start, end = sorted(self.selection)
        typed = self._typed
        start -= len(_line(typed))
        if not typed and start == end and combining(text[0]):
            start = start_of_grapheme(self.value, max(0, end - 1))
            typed = self.value[start:end]
        self._retype(typed + text, start, end)

    def _retype(self, typed: str, start: int, end: int) -> None:
        """Put ``typed`` in place of ``[start, end)`` and remember it as typed."""
        self.replace(typed, start, end)
        as_typed = self.value[start : self.cursor_position] == _line(typed)
        self._typed = typed if as_typed and len(typed) < _MAX_CODE_POINTS else ""

    def watch_value(self) -> None:
        self._typed = ""

    def watch_selection(self) -> None:
        self._typed = ""

    def watch_history(self) -> None:
        self._recalled = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to what the line is part of, and Up and Down too while there is no history.

        A binding of a parent comes after the letters before it, unless it has priority.
        """
        if action == "history":
            return bool(self.history)
        return action != "submit" and super().check_action(action, parameters)

    def action_history(self, step: int) -> None:
        """Show an earlier value (-1) or a later one (1); the last is what was being typed."""
        if self.value != self._recalled:
            self._draft, self._place = self.value, len(self.history)
        values = (*self.history, self._draft)
        places = range(self._place + step, len(values) if step > 0 else -1, step)
        place = next((place for place in places if values[place] != self.value), None)
        if place is not None:
            self._place = place
            self.value = values[place]
            self._recalled = self.value
            self.cursor_position = len(self.value)


def _line(text: str) -> str:
    """Return ``text`` as the line holds it: canonical, clean, without line ends; idempotent."""
    if text.isascii() and text.isprintable():
        return text
    kept = (
        " " if char.isspace() else char
        for char in canonical(text[:_MAX_CODE_POINTS])
        if char.isspace() or category(char) not in _DROPPED
    )
    return clean("".join(kept))
