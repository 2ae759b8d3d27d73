"""Keys that come faster than they are acted on: over a slow line many come in one read.

Textual passes each key at once to what has the focus, and acts on the key only when it has come
back from there. A key that is to move the focus has not done so when the next one is passed on:
``2j`` moved the cursor of the pane before, and the letters after ``Esc /`` were taken for commands.
A key that nothing took comes back as well, behind the keys that came after it: an ``Enter`` that
had nothing to stay on ended the next search, whose words were being typed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget

Result = TypeVar("Result")


class InOrder(App[Result]):
    """Acts on a key at once, when all has been done that the keys before it brought about.

    That is: when what has the focus, and all above it up to the screen, have nothing left to do,
    and what has come into view by the last key is laid out.
    Letters for a line of text go to it one after the other without that, and are drawn at once.
    A screen must move the focus by :meth:`textual.screen.Screen.set_focus`, since
    :meth:`textual.widget.Widget.focus` does so only after the keys that have come already.
    """

    _line: Widget | None = None
    """What the last key was text for, if it was text."""

    async def on_event(self, event: events.Event) -> None:
        """Take keys and pastes in order."""
        if not isinstance(event, events.Key | events.Paste):
            await super().on_event(event)
            return
        if event.is_forwarded:
            return  # nothing took it when it was its turn, and now it is the turn of another
        self.app_focus = True
        if self._line is None or self._line is not self._line_for(event):
            await self._settle()
        self._line = self._line_for(event)
        if self._line is None and isinstance(event, events.Key):
            self.before_key()
            for first in (True, False):
                if await self._check_bindings(event.key, priority=first):
                    return
        await super().on_event(event)

    def before_key(self) -> None:
        """Called before a key is acted on that is not text."""

    def _line_for(self, event: events.Key | events.Paste) -> Widget | None:
        """Return what has the focus if ``event`` is text for it."""
        focused = self.focused
        if focused is None or isinstance(event, events.Paste):
            return focused
        return focused if focused.check_consume_key(event.key, event.character) else None

    async def _settle(self) -> None:
        """Wait until nothing is left to do where keys go."""
        before: object = None
        while self.screen_stack and before != (now := (self.screen, self.focused)):
            before = now
            for node in (self.focused or self.screen).ancestors_with_self:
                if node is not self:
                    await _done(node, partial(node.call_later, node.call_next))
            if self.focused is not None and not self.focused.size:  # it has just come into view
                await _done(self.screen, self.screen.call_after_refresh)


async def _done(node: MessagePump, call: Callable[..., bool]) -> None:
    """Wait until ``node`` has done all that comes before what ``call`` has it do, or is gone."""
    task = node._task
    idle = asyncio.get_running_loop().create_future()
    if task is not None and not task.done() and call(idle.set_result, None):
        await asyncio.wait((idle, task), return_when=asyncio.FIRST_COMPLETED)
