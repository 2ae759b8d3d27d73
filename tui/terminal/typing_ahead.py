"""Keys that come faster than they are acted on: over a slow line many come in one read.

Textual passes each key at once to what has the focus, and acts on the key only when it has come
back from there. A key that is to move the focus has not done so when the next one is passed on:
``2j`` moved the cursor of the pane before, and the letters after ``Esc /`` were taken for commands.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from collections.abc import Sequence
from typing import TypeVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

Result = TypeVar("Result")

_ROUNDS = 3
"""Ways from the focus up to the app: of a key, of the message it brings about, of the answer."""
_PATIENCE = 0.5
"""Seconds after which keys that wait are passed on in any case, should the way have been lost."""


class InOrder(App[Result]):
    """Passes a key on when all has been done that the key before it brought about.

    Keys that keep the focus where it is, such as letters for a line of text, keep no others
    waiting: they stay in order by themselves, and what they do is drawn at once.
    """

    _held: deque[events.Key | events.Paste] | None = None
    """The keys and pastes that wait; None when none has to."""
    _turn = 0
    """Counts the keys that others have to wait for."""

    async def on_event(self, event: events.Event) -> None:
        """Hold a key or a paste back while another is acted on."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._held is None:
            await self._pass_on(event)
        else:
            self._held.append(event)

    async def _pass_on(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Key) and not self.keeps_the_focus(event):
            self._held = deque()
            self._turn += 1
            get_running_loop().call_later(_PATIENCE, self.call_later, self._release, self._turn)
            self.call_later(self._follow, self._turn, _ROUNDS)
        await super().on_event(event)

    def keeps_the_focus(self, key: events.Key) -> bool:
        """Tell whether a key surely keeps the focus where it is."""
        focused = self.focused
        return focused is not None and focused.check_consume_key(key.key, key.character)

    async def _follow(self, turn: int, rounds: int, way: Sequence[MessagePump] = ()) -> None:
        """Go the way of a key, from one queue to the next, and release what waits at its end."""
        for number, node in enumerate(way, 1):
            if node.call_later(self._follow, turn, rounds, way[number:]):
                return  # else the node is gone, and the next has its messages
        if rounds and self.screen_stack:
            start = self.focused or self.screen
            await self._follow(turn, rounds - 1, start.ancestors_with_self)
        else:
            await self._release(turn)

    async def _release(self, turn: int) -> None:
        """Pass on what waits, up to the next key that others have to wait for."""
        if self._held is None or turn != self._turn:
            return
        held, self._held = self._held, None
        while held and self._held is None:
            await self._pass_on(held.popleft())
        if self._held is not None:
            self._held = held
